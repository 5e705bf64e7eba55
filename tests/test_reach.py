"""An error stops what it reaches: the sets that use the entry it stands in, no others."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from vanban.datatypes import datatypes
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project

OTHER = DECISION.replace("ma: qd", "ma: qd_khac").replace("nq_76_2021", "nq_rieng").replace("[[kh]]", "Kế hoạch").replace(
    '"2228"', '"2229"').split("kem_theo:")[0]
ACT = """\
  - ma: nq_rieng
    ten_loai: Nghị quyết
    so_ky_hieu: 1/NQ-HĐND
    ngay_ban_hanh: 01/7/2025
    co_quan_ban_hanh: Hội đồng nhân dân tỉnh Nghệ An
    trich_yeu: về việc riêng
"""
BODY = "  - ma: xa_rieng\n    ten_goi: Ủy ban nhân dân xã Riêng\n    truc_thuoc: ubnd_rieng\n"
INDICATOR = "ty_le_qppl_thi_hanh"
FIGURES = f"""\
loai_van_ban: ke_hoach
ma: tb
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
trich_yeu: Cải cách hành chính năm 2025
muc_tieu: [{{chi_tieu: {INDICATOR}, so_sanh: tu_tro_len, gia_tri: 95}}]
de_muc:
  - tieu_de: Nhiệm vụ
    noi_dung: Đạt {{{{ muc_tieu.{INDICATOR} }}}}.
noi_nhan: [Bộ Nội vụ]
luu: VT
nguoi_ky: nguyen_van_a
"""
HEAD = "loai_du_lieu: can_cu\ncan_cu:\n"


def with_register(folder: Path, register: str, name: str = "rieng", **documents: str) -> tuple[Project, Checked]:
    """The project with two decisions, of which one cites `nq_rieng`, and with one more shared file."""
    made = project(folder, **{"qd": DECISION, "kh": PLAN, "qd_khac": OTHER} | documents)
    (made.content / "dung_chung" / f"{name}.yaml").write_text(register, "utf-8")
    return made, check(made)


def sound(checked: Checked) -> list[str]:
    return [bo.van_ban.ma for bo in checked.sound]


def codes(checked: Checked) -> list[str]:
    return [found.code for found in checked.findings if found.level == "error"]


def it_builds_all_sets_while_nothing_is_wrong(tmp_path: Path) -> None:
    _, checked = with_register(tmp_path, HEAD + ACT)
    assert codes(checked) == []
    assert sound(checked) == ["qd", "qd_khac"]


@pytest.mark.parametrize("act", [
    ACT.replace("    ngay_ban_hanh: 01/7/2025\n", ""), ACT.replace("01/7", "31/2"), ACT + "    khong_co_khoa: x\n", ACT + ACT,
    ACT + "    thay_the_boi: khong_co\n", ACT.replace("việc riêng", "việc riðng"),
    ACT + "    thay_the_boi: nq_moi\n" + ACT.replace("nq_rieng", "nq_moi").replace("01/7/2025", "99"),
], ids=["no date", "no day", "unknown key", "twice", "points nowhere", "stray letter", "successor at fault"])
def it_stops_the_sets_that_use_an_act_at_fault_and_no_others(act: str, tmp_path: Path) -> None:
    _, checked = with_register(tmp_path, HEAD + act)
    assert codes(checked)
    assert sound(checked) == ["qd"]


@pytest.mark.parametrize("entry", [
    ACT.replace("ma: nq_rieng", "ma: nq_khac").replace("01/7/2025", "x"), "  - ten_loai: Luật\n", "  - chữ\n",
])
def it_stops_nobody_for_an_act_that_nobody_cites(entry: str, tmp_path: Path) -> None:
    _, checked = with_register(tmp_path, HEAD + ACT + entry)
    assert codes(checked)
    assert sound(checked) == ["qd", "qd_khac"]


def it_stops_all_who_use_a_file_that_is_at_fault_as_a_whole(tmp_path: Path) -> None:
    _, checked = with_register(tmp_path, f"{HEAD}{ACT}khong_co_khoa: x\n")
    assert codes(checked) == ["S201"]
    assert sound(checked) == ["qd"]


def it_stops_only_those_who_miss_something_while_a_register_cannot_be_read(tmp_path: Path) -> None:
    _, checked = with_register(tmp_path, f'{HEAD}{ACT}  - ma: "x\n')
    assert codes(checked) == ["S101"]
    assert sound(checked) == ["qd"]


def it_stops_those_whose_body_rests_on_one_that_may_stand_where_nothing_could_be_read(tmp_path: Path) -> None:
    bodies = (tmp_path / "content" / "dung_chung" / "co_quan_them.yaml")
    issuer = DECISION.split("kem_theo:")[0].replace("[[kh]]", "Kế hoạch").replace("co_quan: ubnd_nghe_an", "co_quan: xa_rieng")
    made = project(tmp_path, qd=DECISION, kh=PLAN, qd_xa=issuer.replace("ma: qd", "ma: qd_xa"))
    bodies.write_text(
        "loai_du_lieu: co_quan\nco_quan:\n" + BODY + "    tap_the: Ủy ban nhân dân\n    ky_hieu: UBND\n    dia_danh: Riêng\n    cap_truong: Chủ tịch\n"
        "    nguoi_ky:\n      - {ma: nguyen_van_a, ho_ten: Nguyễn Văn A, chuc_vu: Chủ tịch, tu_cach_ky: cap_truong, tu_ngay: 01/7/2025}\n", "utf-8",
    )
    assert sound(check(made)) == ["qd"], "R103: nobody knows the superior"
    (bodies.parent / "co_quan_hong.yaml").write_text("loai_du_lieu: co_quan\nco_quan:\n\t- ma: ubnd_rieng\n", "utf-8")
    checked = check(made)
    assert codes(checked) == ["S101"]
    assert sound(checked) == ["qd"]


def it_issues_a_draft_while_an_act_that_it_does_not_cite_is_at_fault(tmp_path: Path) -> None:
    draft = DECISION.replace('so_van_ban: "2228"\n', "").replace("ngay_ban_hanh: 15/7/2025\n", "ngay_du_kien: 15/7/2025\n")
    made, _ = with_register(tmp_path, HEAD + ACT.replace("01/7/2025", "x"), qd=draft)
    file = made.content / "nghe_an" / "2025" / "qd.yaml"
    assert issue(made, file, "2228", date(2025, 7, 15)).sound
    assert 'so_van_ban: "2228"' in file.read_text("utf-8")


@pytest.mark.parametrize("kind", datatypes())
@pytest.mark.parametrize("fault", ["", "    khong_co_khoa: x\n", "    ten_goi: {a: b}\n"], ids=["lacks keys", "unknown key", "wrong kind"])
def it_stops_nobody_for_a_bad_entry_that_nobody_uses(kind: str, fault: str, tmp_path: Path) -> None:
    register = f"loai_du_lieu: {kind}\n{kind}:\n  - ma: khong_ai_dung\n{fault}"
    made = project(tmp_path, qd=DECISION, kh=PLAN, tb=FIGURES)
    (made.content / "dung_chung" / "rieng.yaml").write_text(register, "utf-8")
    checked = check(made)
    assert {each.file for each in checked.findings if each.level == "error"} == {"content/dung_chung/rieng.yaml"}
    assert sound(checked) == ["qd", "tb"]
