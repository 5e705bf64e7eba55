"""States of the tasks of a plan in a report: each task exactly once, counts and lists from them, in another office's plan."""

import subprocess
from pathlib import Path

import pytest

from tests.support.content import ROOT, project
from tests.test_diff import run
from tests.test_review_history import committed, git
from vanban.findings import Finding
from vanban.model.inline import Figure, shown_text
from vanban.model.walk import inlines
from vanban.pipeline.checking import check
from vanban.pipeline.diffing import compared
from vanban.pipeline.figure_proof import proof
from vanban.pipeline.project import Project

PLAN = """loai_van_ban: phu_luc
ma: phu_luc_viec
trich_yeu: Danh mục nhiệm vụ
bang_bieu: [{ma: bang, bo_cuc: nhiem_vu}]
nhiem_vu:
  - nhom: Thể chế
    gom:
"""
TASK = "      - {{ma: {0}, noi_dung: {1}, chu_tri: [so_tu_phap_nghe_an], thoi_gian: Năm 2025}}\n"
NAMES = {"nv_ra_soat": "Rà soát văn bản", "nv_cong_bo": "Công bố thủ tục", "nv_dao_tao": "Bồi dưỡng công chức",
         "nv_tu_chu": "Đánh giá tự chủ"}
HEAD = """loai_van_ban: bao_cao
ma: bc
co_quan: so_noi_vu_nghe_an
ngay_du_kien: 22/9/2025
trich_yeu: Kết quả cải cách hành chính
noi_nhan: [Bộ Nội vụ]
luu: VT
nguoi_ky: hoang_thi_e
de_muc: [{tieu_de: Kết quả, noi_dung: Theo phụ lục.}]
"""
STATES = """ket_qua_nhiem_vu:
  theo_ke_hoach: nghe_an/2025/phu_luc_viec
  hoan_thanh: [nv_ra_soat, nv_cong_bo]
  dang_thuc_hien: [nv_dao_tao]
  chua_trien_khai: [{ma: nv_tu_chu, ly_do: Chờ hướng dẫn, han_moi: Quý I/2026}]
"""


def put(made: Project, name: str, text: str) -> Path:
    path = made.content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def home(folder: Path, text: str, states: str = STATES, names: dict[str, str] = NAMES, more: str = "") -> Project:
    """A report of a department that says `text`, and the annex of the province whose tasks it speaks of."""
    made = project(folder)
    put(made, "nghe_an/2025/phu_luc.yaml", PLAN + "".join(TASK.format(*each) for each in names.items()))
    put(made, "so_noi_vu_nghe_an/2025/bc.yaml", HEAD + states + more + f"mo_dau: |\n  {text}\n")
    return made


def told(made: Project) -> list[Finding]:
    return [*check(made, [made.content / "so_noi_vu_nghe_an/2025/bc.yaml"]).findings]


def shown(made: Project) -> list[str | None]:
    (bo,) = check(made, [made.content / "so_noi_vu_nghe_an/2025/bc.yaml"]).sets
    return [each.shown for each in inlines(bo.van_ban) if isinstance(each, Figure)]


@pytest.mark.parametrize(("called", "printed"), [
    ("hoan_thanh", "02 nhiệm vụ"), ("dang_thuc_hien", "01 nhiệm vụ"), ("chua_trien_khai", "01 nhiệm vụ"), ("tong_so", "04 nhiệm vụ"),
    ("hoan_thanh | so", "02"), ("hoan_thanh | ty_trong", "50,0%"), ("tong_so | ty_trong", "100,0%"),
    ("hoan_thanh | danh_sach", "Rà soát văn bản; Công bố thủ tục"), ("chua_trien_khai | danh_sach", "Đánh giá tự chủ"),
])
def it_counts_and_lists_the_tasks_of_a_plan_of_another_office(called: str, printed: str, tmp_path: Path) -> None:
    made = home(tmp_path, f"Có {{{{ nhiem_vu.{called} }}}}.")
    assert shown(made) == [printed]
    assert told(made) == []


def it_says_of_a_state_in_which_no_task_is_that_there_is_none(tmp_path: Path) -> None:
    states = STATES.replace("[nv_dao_tao]", "[nv_dao_tao, nv_tu_chu]").split("  chua_trien_khai")[0]
    made = home(tmp_path, "Có {{ nhiem_vu.chua_trien_khai }}, {{ nhiem_vu.chua_trien_khai | danh_sach }}.", states)
    assert shown(made) == ["0 nhiệm vụ", "không có"]
    assert told(made) == []


@pytest.mark.parametrize(("old", "new", "code", "at", "words", "way_out"), [
    ("nv_cong_bo]", "nv_cong_bao]", "D232", "hoan_thanh", "không có nhiệm vụ “nv_cong_bao”", "Có phải “nv_cong_bo”?"),
    ("[nv_dao_tao]", "[nv_dao_tao, nv_viec_la]", "D232", "dang_thuc_hien", "không có nhiệm vụ “nv_viec_la”", "nghe_an/2025/phu_luc.yaml"),
    ("[nv_dao_tao]", "[nv_dao_tao, nv_cong_bo]", "D233", "dang_thuc_hien", "“nv_cong_bo” đã được báo cáo ở content/so_noi_vu_nghe_an/2025/bc.yaml:12", ""),
    ("[nv_dao_tao]", "[nv_dao_tao, nv_tu_chu]", "D233", "chua_trien_khai", "“nv_tu_chu” đã được báo cáo", ""),
    ("[nv_ra_soat, nv_cong_bo]", "[nv_cong_bo]", "D234", "ket_qua_nhiem_vu", "Còn 1 trong 4 nhiệm vụ", "chua_trien_khai kèm lý do"),
    ("phu_luc_viec", "phu_luc_vic", "D231", "ket_qua_nhiem_vu", "Không có văn bản mã “phu_luc_vic” trong content/nghe_an/2025", "phu_luc_viec"),
    ("nghe_an/2025", "nghe_an/2024", "D231", "ket_qua_nhiem_vu", "trong content/nghe_an/2024", "không có văn bản nào"),
])
def it_tells_of_a_task_that_is_not_there_exactly_once(
    old: str, new: str, code: str, at: str, words: str, way_out: str, tmp_path: Path
) -> None:
    made = home(tmp_path, "Có việc.", STATES.replace(old, new))
    found = {each.code: each for each in told(made)}
    assert code in found
    typed = (HEAD + STATES.replace(old, new)).splitlines()
    line = typed[found[code].line - 1]
    assert at in line or at == "ket_qua_nhiem_vu" and "theo_ke_hoach" in line
    assert words in found[code].message
    assert way_out in found[code].hint
    assert found[code].level == ("warning" if code == "D234" else "error")


def it_stops_the_issue_of_a_report_that_forgets_a_task_and_names_it(tmp_path: Path) -> None:
    made = home(tmp_path, "Có việc.", STATES.replace("nv_ra_soat, ", ""))
    report = made.content / "so_noi_vu_nghe_an/2025/bc.yaml"
    report.write_text(report.read_text("utf-8").replace("ngay_du_kien: 22/9/2025", "so_van_ban: 7\nngay_ban_hanh: 22/9/2025"), "utf-8")
    (found,) = (each for each in told(made) if each.code == "D234")
    assert (found.level, "nv_ra_soat" in found.message) == ("error", True)


def it_tells_of_a_plan_that_cannot_be_read_and_believes_no_task_of_it(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ nhiem_vu.hoan_thanh }}.", names=NAMES | {"nv_hong": "Hỏng, thoi_gian: Năm 20255, san_pham: x"})
    (found,) = (each for each in told(made) if each.code != "S2")
    assert found.code == "D231"
    assert "content/nghe_an/2025/phu_luc.yaml còn lỗi ở dòng 12" in found.message
    assert shown(made) == [None]


def it_tells_of_a_document_without_tasks(tmp_path: Path) -> None:
    made = home(tmp_path, "Có việc.")
    put(made, "nghe_an/2025/phu_luc.yaml", "loai_van_ban: phu_luc\nma: phu_luc_viec\ntrich_yeu: Danh mục\nmo_dau: Không có bảng\n")
    assert [(each.code, each.message) for each in told(made)] == [("D231", "content/nghe_an/2025/phu_luc.yaml không có mục nhiem_vu.")]


def it_takes_the_tasks_of_all_annexes_of_a_plan(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ nhiem_vu.tong_so }}.", STATES.replace("phu_luc_viec", "ke_hoach_nam").replace("[nv_dao_tao]", "[nv_dao_tao, nv_hai]"))
    put(made, "nghe_an/2025/ke_hoach.yaml", "loai_van_ban: ke_hoach\nma: ke_hoach_nam\ntrich_yeu: Cải cách\nde_muc: [{tieu_de: Việc, noi_dung: Theo phụ lục}]\n"
        "kem_theo:\n  - phu_luc_viec\n  - phu_luc_hai\n")
    put(made, "nghe_an/2025/hai.yaml", PLAN.replace("phu_luc_viec", "phu_luc_hai") + TASK.format("nv_hai", "Việc thứ năm"))
    assert shown(made) == ["05 nhiệm vụ"]
    assert told(made) == []


@pytest.mark.parametrize(("called", "code", "words"), [
    ("nhiem_vu.hoan_than", "D101", "Có phải “nhiem_vu.hoan_thanh”?"), ("nhiem_vu.zz", "D101", "nhiem_vu.tong_so"),
    ("nhiem_vu.hoan_thanh.ubnd_nghe_an", "D101", "nhiem_vu.hoan_thanh"), ("nhiem_vu.hoan_thanh@quy_1", "D101", "nhiem_vu.hoan_thanh"),
    ("nhiem_vu.hoan_thanh | dat", "D102", "so, ty_trong, danh_sach"), ("nhiem_vu.hoan_thanh | ty_trong hs_tiep_nhan", "D102", "ty_trong"),
])
def it_refuses_what_no_count_of_tasks_is_called(called: str, code: str, words: str, tmp_path: Path) -> None:
    (found,) = told(home(tmp_path, f"Có {{{{ {called} }}}}."))
    assert (found.code, words in found.hint) == (code, True)


def it_asks_for_the_states_where_a_document_counts_tasks_without_them(tmp_path: Path) -> None:
    (found,) = told(home(tmp_path, "Có {{ nhiem_vu.hoan_thanh }}.", ""))
    assert (found.code, "ket_qua_nhiem_vu" in found.hint) == ("D101", True)


ANNEX = "kem_theo:\n  - phu_luc_kq\n"
TABLE = ("loai_van_ban: phu_luc\nma: phu_luc_kq\ntrich_yeu: Kết quả nhiệm vụ\nmo_dau: Xong {{ nhiem_vu.hoan_thanh }}.\n"
         "bang_bieu: [{ma: bang_kq, bo_cuc: ket_qua_nhiem_vu}]\n")


def it_writes_the_tasks_out_by_state_with_reason_and_new_deadline_in_an_annex(tmp_path: Path) -> None:
    made = home(tmp_path, "Kết quả tại [[phu_luc_kq]].", more=ANNEX)
    put(made, "so_noi_vu_nghe_an/2025/kq.yaml", TABLE)
    assert told(made) == []
    (bo,) = check(made, [made.content / "so_noi_vu_nghe_an/2025/bc.yaml"]).sets
    (table,) = bo.kem_theo[0].van_ban.bang_bieu
    assert [shown_text(group.nhom) for group in table.hang] == [
        "Đã hoàn thành: 02 nhiệm vụ", "Đang thực hiện: 01 nhiệm vụ", "Chưa triển khai: 01 nhiệm vụ"]
    last = table.hang[2].gom[0]
    said = {each.cot: shown_text(each.noi_dung.blocks[0].inlines) for each in last.entries}
    assert said == {"noi_dung": "Đánh giá tự chủ", "chu_tri": "Sở Tư pháp", "thoi_gian": "Năm 2025", "ghi_chu": "Chờ hướng dẫn; hạn mới: Quý I/2026"}


def it_tells_of_a_name_that_leads_into_the_set_of_the_plan(tmp_path: Path) -> None:
    made = home(tmp_path, "Gồm {{ nhiem_vu.dang_thuc_hien | danh_sach }}, xem [[phu_luc_kq]].", names=NAMES | {"nv_dao_tao": '"Theo [[bang]]"'}, more=ANNEX)
    put(made, "so_noi_vu_nghe_an/2025/kq.yaml", TABLE)
    assert {(each.code, "nv_dao_tao" in each.message) for each in told(made)} == {("D235", True)}


def it_tells_of_a_table_of_states_where_there_are_none(tmp_path: Path) -> None:
    made = home(tmp_path, "Kết quả tại [[phu_luc_kq]].", "", more=ANNEX)
    put(made, "so_noi_vu_nghe_an/2025/kq.yaml", TABLE.replace("Xong {{ nhiem_vu.hoan_thanh }}", "Xong"))
    assert [each.code for each in told(made)] == ["C114"]


def it_says_which_tasks_stand_behind_a_count_and_where_each_is_reported() -> None:
    lines = proof(Project(ROOT), ROOT / "content/so_noi_vu_nghe_an/2025/bao_cao_quy_3.yaml", "nhiem_vu.chua_trien_khai").lines
    assert lines[:3] == ("{{ nhiem_vu.chua_trien_khai }}", "  theo content/nghe_an/2025/phu_luc_nhiem_vu.yaml, 35 nhiệm vụ", "  in ra: 02 nhiệm vụ")
    text = (ROOT / "content/so_noi_vu_nghe_an/2025/bao_cao_quy_3.yaml").read_text("utf-8").splitlines()
    for line, ma in zip(lines[3:5], ("nv_kiem_tra_phan_cap", "nv_tu_chu"), strict=True):
        assert line.strip().startswith(f"{ma}: ")
        assert text[int(line.rpartition(":")[2]) - 1].strip() == f"- ma: {ma}"
    assert lines[5].startswith("  in ở: content/so_noi_vu_nghe_an/2025/bao_cao_quy_3.yaml:")


def it_reads_the_plan_of_another_folder_on_both_sides_of_a_comparison(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = home(tmp_path, "Có {{ nhiem_vu.hoan_thanh }}.")
    for words in (["init", "-q"], ["add", "-A"], ["-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-qm", "một"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    report = made.content / "so_noi_vu_nghe_an/2025/bc.yaml"
    report.write_text(report.read_text("utf-8").replace("nv_ra_soat, ", "").replace("[nv_dao_tao]", "[nv_dao_tao, nv_ra_soat]"), "utf-8")
    assert run(made.root, monkeypatch) == 0
    assert "02 nhiệm vụ → 01 nhiệm vụ" in capsys.readouterr().out


def it_lists_what_a_report_says_otherwise_of_a_plan_that_alone_has_changed(tmp_path: Path) -> None:
    """The report lies in another folder, whose files are the same on both sides."""
    made = home(tmp_path / "kho", "Đang làm: {{ nhiem_vu.dang_thuc_hien | danh_sach }}.")
    git(made.root, "init", "-q")
    committed(made.root, "start")
    plan = made.content / "nghe_an/2025/phu_luc.yaml"
    plan.write_text(plan.read_text("utf-8").replace("Bồi dưỡng công chức", "Bồi dưỡng viên chức"), "utf-8")
    with compared(made) as both:
        names = [each.name for each in both.diffed.review.comparison]
    assert names == ["nghe_an/2025/phu_luc_viec", "so_noi_vu_nghe_an/2025/bc"]
    committed(made.root, "renamed")
    with compared(made, "HEAD~1", "HEAD") as both:
        assert [each.name for each in both.diffed.review.comparison] == names
