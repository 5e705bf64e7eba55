"""Targets of next year's plan from the path that a programme of several years lays down for them."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.support.planning import NEW, answer, carried, faults
from vanban.model.year_turn import QuyetDinhChuyen
from vanban.pipeline.planning import Planned
from vanban.pipeline.project import Project

PROGRAMME = """\
loai_van_ban: chuong_trinh
ma: ct
trich_yeu: Cải cách hành chính giai đoạn 2021 - 2030
muc_tieu:
  - chi_tieu: ty_le_dung_han
    so_sanh: tu_tro_len
    gia_tri: 99
    lo_trinh:
      - {cho_nam: 2025, gia_tri: 95}
      - {cho_nam: 2026, gia_tri: 97}
      - {cho_nam: 2030, gia_tri: 99}
de_muc:
  - tieu_de: Mục tiêu
    noi_dung: |
      Tỷ lệ đúng hạn từ {{ muc_tieu.ty_le_dung_han }} trở lên.
"""
TARGET = "  - {chi_tieu: ty_le_dung_han, so_sanh: tu_tro_len, gia_tri: 95}\n"


def decided(folder: Path, target: str = TARGET, programme: str = PROGRAMME, year: str = "2021", **more: str
            ) -> tuple[Project, Planned, QuyetDinhChuyen]:
    """What is decided of the one target of a plan whose unit has a programme of that year."""
    home = project(folder, qd=DECISION, kh=PLAN.replace("de_muc:", f"muc_tieu:\n{target}de_muc:").replace(
        "Theo phân công.", "Đúng hạn từ {{ muc_tieu.ty_le_dung_han }} trở lên."), **more)
    made = home.content / "nghe_an" / year
    made.mkdir(exist_ok=True)
    decision = DECISION.replace("[[kh]]", "[[ct]]").replace("- kh\n", "- ct\n").replace("15/7/2025", f"15/7/{year}")
    (made / "qd_ct.yaml").write_text(decision.replace('so_van_ban: "2228"', 'so_van_ban: "31"').replace("ma: qd", "ma: qd_ct"), "utf-8")
    (made / "ct.yaml").write_text(programme, "utf-8")
    planned = carried(home)
    assert not [each for each in planned.findings if each.level == "error"]
    (told,) = [each for each in planned.decisions if "muc_tieu.gia_tri" in each.vi_tri]
    return home, planned, told


def draft(home: Project) -> str:
    return (home.root / NEW / "kh.yaml").read_text("utf-8")


def it_takes_the_value_of_the_new_year_and_says_where_it_stands(tmp_path: Path) -> None:
    home, planned, told = decided(tmp_path)
    assert (told.so_phan, told.de_xuat) == ("tinh_lai", "từ 97%")
    assert "lộ trình năm 2026 tại Chương trình cải cách hành chính giai đoạn 2021 - 2030" in told.ly_do
    assert "gia_tri: 97}" in draft(home)
    assert "(nghe_an/2021/ct.yaml)" in (home.root / NEW / "chuyen_nam.yaml").read_text("utf-8")
    assert not [code for code, level in faults(home) if level == "error"]
    assert not [each for each in planned.decisions if each.is_open and "muc_tieu" in each.cau_van]


@pytest.mark.parametrize(("target", "fate", "proposed", "why"), [
    (TARGET.replace("95", "97"), "giu", "", "lộ trình năm 2026"),
    (TARGET.replace("95", "98"), "hoi", "từ 97%", "thấp hơn mục tiêu năm trước"),
    (TARGET.replace("tu_tro_len", "tren"), "hoi", "trên 97%", "ghi “từ 97%”, kế hoạch ghi “trên 95%”"),
    (TARGET.replace("}", ", moi_nam: 1}"), "tinh_lai", "từ 97%", "lộ trình năm 2026"),
])
def it_asks_what_would_be_easier_or_compared_otherwise(
    tmp_path: Path, target: str, fate: str, proposed: str, why: str
) -> None:
    """A value that the programme names counts more than a step that somebody has typed beside the target."""
    _, _, told = decided(tmp_path, target)
    assert (told.so_phan, told.de_xuat) == (fate, proposed)
    assert why in told.ly_do


def it_makes_up_no_value_between_two_years_and_names_the_next_one(tmp_path: Path) -> None:
    _, _, told = decided(tmp_path, programme=PROGRAMME.replace("      - {cho_nam: 2026, gia_tri: 97}\n", ""))
    assert (told.so_phan, told.de_xuat) == ("hoi", "")
    assert "không ghi năm 2026, năm 2030 là 99" in told.ly_do


def it_believes_the_latest_programme_that_is_signed_by_then(tmp_path: Path) -> None:
    home, _, told = decided(tmp_path)
    later = home.content / "nghe_an" / "2024"
    later.mkdir()
    (later / "ct_moi.yaml").write_text(PROGRAMME.replace("ma: ct\n", "ma: ct_moi\n").replace("97", "98"), "utf-8")
    (later / "qd_moi.yaml").write_text((home.content / "nghe_an/2021/qd_ct.yaml").read_text("utf-8").replace(
        "2021", "2024").replace("qd_ct", "qd_moi").replace("[[ct]]", "[[ct_moi]]").replace("- ct\n", "- ct_moi\n"), "utf-8")
    (told,) = [each for each in carried(home).decisions if "muc_tieu.gia_tri" in each.vi_tri]
    assert told.de_xuat == "từ 98%"


def it_lets_a_person_answer_otherwise(tmp_path: Path) -> None:
    home, _, told = decided(tmp_path)
    answer(home, told.vi_tri, "96")
    assert not carried(home).findings
    assert "gia_tri: 96}" in draft(home)


def it_rounds_a_step_to_the_decimals_that_are_printed(tmp_path: Path) -> None:
    _, _, told = decided(tmp_path, TARGET.replace("}", ', moi_nam: "1,5"}'), PROGRAMME.replace("2026", "2024"))
    assert (told.so_phan, told.de_xuat) == ("tinh_lai", "từ 97%")
