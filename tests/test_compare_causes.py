"""What a change is led to: another scheme of numbers, what is counted in front, the columns that a note calls, the plan
that a report prints. Each is told once and nothing below another edit that has not caused it."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, ROOT
from tests.support.reviewing import applied, compared, of_plan
from vanban.compare.comparing import compare
from vanban.model.change import Comparison
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.project import Project
from vanban.pipeline.sides import reading_of
from vanban.reviews._sentences import sentence

Edit = tuple[str, str, str]
QUY_CHE, QUYET_DINH = "xa_yen_thanh/2025/quy_che_mot_cua", "xa_yen_thanh/2025/quyet_dinh_mot_cua"
THEO_DOI, THOI_HAN = "xa_yen_thanh/2025/phu_luc_theo_doi", "xa_yen_thanh/2025/phu_luc_thoi_han"
DE_AN, KET_LUAN = "nghe_an/2025/de_an_trung_tam_hcc", "tinh_uy_nghe_an/2026/ket_luan_cchc"
TASKS, RESULTS = "nghe_an/2025/phu_luc_nhiem_vu", "so_noi_vu_nghe_an/2025/phu_luc_ket_qua_nhiem_vu"
BODIES = "dung_chung/co_quan"


@pytest.fixture(scope="module")
def samples() -> Checked:
    return check(Project(ROOT))


@pytest.fixture
def of(samples: Checked, tmp_path: Path) -> Callable[..., Comparison]:
    """What changed where words of the samples are other ones: file, words there, words in their place."""
    def edited(*edits: Edit) -> Comparison:
        for folder in ("content", "templates", "schemas"):
            shutil.copytree(ROOT / folder, tmp_path / folder)
        for name, old, new in edits:
            path = tmp_path / "content" / f"{name}.yaml"
            text = path.read_text("utf-8")
            assert text.count(old) == 1, (name, old)
            path.write_text(text.replace(old, new), "utf-8")
        return compare(reading_of(samples), reading_of(check(Project(tmp_path))))
    return edited


def sentences(comparison: Comparison) -> list[str]:
    return [sentence(change) for change in comparison.changes]


def following(comparison: Comparison, words: str) -> list[str]:
    """The places that follow of the one change whose sentence begins with `words`."""
    (change,) = [each for each in comparison.changes if sentence(each).startswith(words)]
    return [each.new.place for each in change.consequences]


def holds(comparison: Comparison) -> bool:
    return all(applied(comparison, each) == [line.text for line in each.new.lines] for each in comparison if each.new)


# Schemes


ONE_MORE = (DE_AN, "          1. 17 Trung tâm thiếu", "          1. Thiếu người.\n          1. 17 Trung tâm thiếu")
SCHEME = (DE_AN, "danh_so: Phần I / I. / 1. / a)", "danh_so: A. / I. / 1. / a)")


def it_tells_another_scheme_beside_a_line_put_in(of: Callable[..., Comparison]) -> None:
    comparison = of(SCHEME, ONE_MORE)
    assert sentences(comparison) == ["Đổi kiểu đánh số từ Mục A: “Phần I” → “A.”", "Thêm khoản 1 Mục II Mục A"]
    assert following(comparison, "Đổi kiểu")[:2] == ["Mục B", "Mục C"]
    assert following(comparison, "Thêm") == [f"khoản {number} Mục II Mục A" for number in (2, 3, 4)]
    assert holds(comparison)


COLUMNS = ("      - {ma: nguoi_lam, tieu_de: Người thực hiện, ty_le: 2}\n",
           "      - {ma: mot_ngay, tieu_de: Hồ sơ 01 ngày, do_rong: 24, kieu_o: so}\n")


def it_tells_other_labels_of_columns_beside_a_column_that_moved(of: Callable[..., Comparison]) -> None:
    comparison = of((THOI_HAN, "".join(COLUMNS), "".join(COLUMNS[::-1])),
                    (THOI_HAN, "danh_so_cot: A / B / C / 1", "danh_so_cot: true"))
    assert sentences(comparison) == ["Đổi kiểu đánh số từ cột “STT”, bảng: “A” → “(1)”",
                                     "Chuyển chỗ “Hồ sơ 01 ngày”, cột “Hồ sơ 01 ngày”, bảng"]
    assert following(comparison, "Chuyển") == []
    assert len(following(comparison, "Đổi kiểu")) == 5


def _headings(*titles: str, scheme: str = "") -> dict[str, str]:
    plan = PLAN.partition("de_muc:")[0] + (f"danh_so: {scheme}\n" if scheme else "") + "de_muc:\n"
    return {"qd": DECISION, "kh": plan + "".join(f"  - tieu_de: {title}\n    noi_dung: Lời văn của mục {title}.\n" for title in titles)}


@pytest.mark.parametrize("titles", [("Một", "Hai", "Mới", "Ba"), ("Một", "Ba"), ("Hai", "Một", "Ba")])
def it_leads_no_mark_of_another_scheme_to_what_was_put_in_taken_out_or_moved(tmp_path: Path, titles: Sequence[str]) -> None:
    comparison = compared(tmp_path, _headings("Một", "Hai", "Ba"), _headings(*titles, scheme="A. / 1. / a)"))
    (scheme,) = [each for each in comparison.changes if each.subject == "numbering"]
    (other,) = [each for each in comparison.changes if each is not scheme]
    assert other.consequences == ()
    assert (scheme.cause.old, scheme.cause.new) == ("I.", "A.")


# What is counted


def _cut(name: str, start: str, end: str) -> str:
    text = (ROOT / f"content/{name}.yaml").read_text("utf-8")
    return text[text.index(start):text.index(end)]


def it_leads_the_number_of_a_dieu_to_no_diem(of: Callable[..., Comparison]) -> None:
    dieu = _cut(QUY_CHE, "          - tieu_de: Số hóa hồ sơ\n", "          - tieu_de: Từ chối tiếp nhận")
    behind = "          - tieu_de: Giải quyết hồ sơ\n            ma: dieu_giai_quyet"
    comparison = of((QUY_CHE, dieu, ""), (QUY_CHE, behind, dieu + behind),
                    (QUY_CHE, "              a) Hồ sơ đã được giải quyết, không có tình tiết mới;\n", ""))
    assert following(comparison, "Bỏ điểm b") == ["điểm b khoản 1 Điều 10"]
    assert {"Điều 10", "Điều 11"} <= {*following(comparison, "Chuyển “Số hóa hồ sơ”")}


def it_leads_what_stands_behind_a_move_to_what_was_put_in_before_it(tmp_path: Path) -> None:
    """Behind both ends of a move the count is what it was."""
    old = "".join(f"1. Việc thứ {number} của cơ quan.\n" for number in ("nhất", "hai", "ba", "tư", "năm"))
    lines = old.splitlines(keepends=True)
    new = "1. Một câu mới hoàn toàn.\n" + lines[1] + lines[2] + lines[0] + lines[3] + lines[4]
    found = of_plan(tmp_path, old, new)
    added = found.index("added text, khoản 1 Mục I: 1. Một câu mới hoàn toàn.")
    moved = next(at for at, line in enumerate(found) if line.startswith("moved"))
    assert [line.partition(":")[0] for line in found[added + 1:moved]] == ["  mark, khoản 5 Mục I", "  mark, khoản 6 Mục I"]


def it_leads_a_diem_to_the_diem_of_its_own_khoan(tmp_path: Path) -> None:
    old = "1. Gồm:\na) Việc thứ nhất;\na) Việc thứ hai;\na) Việc thứ ba.\n1. Và:\na) Mua máy mới;\na) Thay máy cũ.\n"
    new = old.replace("a) Việc thứ hai;\n", "").replace("a) Thay", "a) Sửa chữa trụ sở;\na) Thay")
    assert [line.partition(":")[0] for line in of_plan(tmp_path, old, new)] == [
        "removed text, điểm b khoản 1 Mục I", "  mark, điểm b khoản 1 Mục I",
        "added text, điểm b khoản 2 Mục I", "  mark, điểm c khoản 2 Mục I"]


# What is attached


def it_says_what_an_annex_was_taken_out_of(of: Callable[..., Comparison]) -> None:
    comparison = of((KET_LUAN, "kem_theo:\n  - de_cuong_cchc\n", ""), (KET_LUAN, "theo [[de_cuong_cchc]] trước", "trước"))
    first, second = sentences(comparison)
    assert first.startswith("Bỏ Đề cương báo cáo kết quả")
    assert " khỏi Kết luận về lãnh đạo công tác cải cách hành chính" in first
    assert second == "Sửa đoạn 1 Mục III"
    assert holds(comparison)


ATTACHED = "kem_theo:\n  - phu_luc_thoi_han\n  - phu_luc_theo_doi\n"


def it_says_that_annexes_have_another_order(of: Callable[..., Comparison]) -> None:
    (change,) = sentences(of((QUY_CHE, ATTACHED, "kem_theo:\n  - phu_luc_theo_doi\n  - phu_luc_thoi_han\n")))
    assert change.startswith("Đổi thứ tự các văn bản kèm theo Quy chế tiếp nhận")
    assert change.endswith("Phụ lục I thành Phụ lục II")


def it_names_what_an_annex_was_attached_to_and_what_it_is_attached_to(of: Callable[..., Comparison]) -> None:
    comparison = of((QUY_CHE, ATTACHED, "kem_theo:\n  - phu_luc_thoi_han\n"),
                    (QUYET_DINH, "kem_theo:\n  - quy_che_mot_cua\n", "kem_theo:\n  - quy_che_mot_cua\n  - phu_luc_theo_doi\n"))
    (change,) = sentences(comparison)
    assert ": trước kèm theo Quy chế tiếp nhận" in change
    assert ", nay kèm theo Quyết định ban hành Quy chế" in change


# Tables


BEFORE = "      - {ma: ton_truoc, tieu_de: Kỳ trước chuyển sang, do_rong: 30, kieu_o: so, de_trong: true}\n"
FRESH = "      - {ma: nhan_moi, tieu_de: Nhận mới, do_rong: 30, kieu_o: so, de_trong: true}\n"
LAND, AID = "      - linh_vuc: Đất đai, môi trường\n", "      - linh_vuc: Bảo trợ xã hội, người có công\n"


def it_knows_a_row_that_moved_where_columns_have_moved_too(of: Callable[..., Comparison]) -> None:
    comparison = of((THEO_DOI, BEFORE + FRESH, FRESH + BEFORE), (THEO_DOI, LAND + AID, AID + LAND))
    assert {(each.deed, each.subject) for each in comparison.changes} == {("moved", "column"), ("moved", "row")}
    assert holds(comparison)


def it_takes_a_note_on_columns_for_no_edit_and_their_labels_for_no_figures(of: Callable[..., Comparison]) -> None:
    comparison = of((THEO_DOI, BEFORE + FRESH, FRESH + BEFORE))
    assert [each.deed for each in comparison.changes] == ["moved", "moved"]
    assert any(place.startswith("ghi chú dưới") for place in following(comparison, "Chuyển chỗ “Nhận mới”, cột “Nhận mới”, bảng “Hồ sơ"))
    assert [each.figures for each in comparison.changes] == [(), ()]


def it_takes_the_count_of_a_draft_for_no_figure(of: Callable[..., Comparison]) -> None:
    (change,) = of((DE_AN, "lan_thu: 1\n  ngay: 20/11/2025", "lan_thu: 2\n  ngay: 28/11/2025")).changes
    assert change.figures == ()


# What a report prints of its plan


RENAMED = (BODIES, "    ten_goi: Sở Xây dựng tỉnh Nghệ An\n    ten_ngan: Sở Xây dựng\n",
           "    ten_goi: Sở Xây dựng và Giao thông tỉnh Nghệ An\n    ten_ngan: Sở Xây dựng và Giao thông\n")
LEADS = "        chu_tri: [thanh_tra_nghe_an]\n        phoi_hop: [so_noi_vu_nghe_an, cac_so_nganh, ubnd_cap_xa]\n        thoi_gian: Quý IV/2025"


def it_leads_a_renamed_body_to_its_register_in_the_report_too(of: Callable[..., Comparison]) -> None:
    comparison = of(RENAMED)
    assert [(each.name, change.subject) for each in comparison for change in each.changes] == [
        (TASKS, "register"), (RESULTS, "register")]


def it_tells_once_that_a_report_prints_tasks_that_its_plan_says_otherwise(of: Callable[..., Comparison]) -> None:
    comparison = of((TASKS, LEADS, LEADS.replace("[thanh_tra_nghe_an]", "[so_tai_chinh_nghe_an]").replace("Quý IV/2025", "Tháng 11/2025")))
    (report,) = [each for each in comparison if each.name == RESULTS]
    (change,) = report.changes
    assert sentence(change).startswith("In lại nhiệm vụ đã sửa ở Phụ lục danh mục nhiệm vụ")
    assert holds(comparison)
