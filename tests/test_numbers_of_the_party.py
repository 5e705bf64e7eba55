"""The executive committee and the standing board of one committee of the Party count their numbers together, through the
term of the committee (R111, R133)."""

from pathlib import Path

import pytest

from tests.support.content import project
from vanban.pipeline.checking import check

REGISTER = """\
loai_du_lieu: co_quan
co_quan:
  - ma: btv
    ten_goi: Ban Thường vụ Tỉnh ủy Ta
    ten_dong: Tỉnh ủy Ta
    ky_hieu: TU
    dia_danh: Ta
    cap_truong: Bí thư
    tap_the: Ban Thường vụ
    ho_so: dang
    nguoi_ky:
      - {ma: bi_thu, ho_ten: Đinh Thị N, chuc_vu: Bí thư, tu_cach_ky: cap_truong, tu_ngay: 01/7/2021}
"""
BCH = REGISTER.split("co_quan:\n")[1].replace("ma: btv", "ma: bch").replace("Ban Thường vụ Tỉnh ủy Ta", "Ban Chấp hành Đảng bộ tỉnh Ta").replace(
    "tap_the: Ban Thường vụ", "tap_the: Ban Chấp hành")
FAR = BCH.replace("ma: bch", "ma: xa").replace("tỉnh Ta", "tỉnh Xa").replace("dia_danh: Ta", "dia_danh: Xa").replace("Tỉnh ủy Ta", "Tỉnh ủy Xa")
LETTER = """\
loai_van_ban: thong_bao
ma: {ma}
vi_du: true
co_quan: {body}
so_van_ban: 120
ngay_ban_hanh: 15/9/2025
trich_yeu: Lịch họp
mo_dau: Họp ngày 20/9/2025.
noi_nhan: [Các huyện ủy]
luu: Văn phòng
nguoi_ky: bi_thu
"""


@pytest.mark.parametrize(("other", "told"), [("bch", 2), ("xa", 0)])
def it_counts_the_numbers_of_both_as_one(other: str, told: int, tmp_path: Path) -> None:
    home = project(tmp_path, mot=LETTER.format(ma="mot", body="btv"), hai=LETTER.format(ma="hai", body=other))
    (home.content / "dung_chung" / "co_quan_ta.yaml").write_text(REGISTER + BCH + FAR, "utf-8")
    checked = check(home)
    checked = check(home)
    assert len(checked.sound) == (0 if told else 2)
    assert len([each for each in checked.findings if each.code == "R111"]) == told


@pytest.mark.parametrize(("days", "congress", "told"), [
    (("15/9/2025", "15/10/2026"), "[17/10/2020, 28/9/2025]", ()),
    (("15/9/2025", "28/9/2025"), "[17/10/2020, 28/9/2025]", ("R111", "R111")),
    (("15/9/2025", "29/9/2025"), "[17/10/2020, 28/9/2025]", ()),
    (("15/9/2024", "28/9/2025"), "[17/10/2020, 28/9/2025]", ("R111", "R111")),
    (("15/9/2024", "28/9/2025"), "", ()),
    (("15/9/2025", "29/9/2025"), "", ("R111", "R111")),
])
def it_counts_from_congress_to_congress(days: tuple[str, str], congress: str, told: tuple[str, ...], tmp_path: Path) -> None:
    letters = {f"tb_{at}": LETTER.format(ma=f"tb_{at}", body="btv").replace("15/9/2025", day) for at, day in enumerate(days)}
    home = project(tmp_path, **letters)
    key = f"    be_mac_dai_hoi: {congress}\n" if congress else ""
    register = REGISTER.replace("    ho_so: dang\n", f"    ho_so: dang\n{key}")
    (home.content / "dung_chung" / "co_quan_ta.yaml").write_text(register, "utf-8")
    found = [each for each in check(home).findings if each.code in {"R111", "R133"}]
    assert tuple(each.code for each in found) == told
    assert all(("be_mac_dai_hoi" in each.hint) == (not congress) for each in found)


def it_takes_the_congress_of_either_body_for_both(tmp_path: Path) -> None:
    letters = {"mot": LETTER.format(ma="mot", body="btv"), "hai": LETTER.format(ma="hai", body="bch").replace("15/9/2025", "29/9/2025")}
    home = project(tmp_path, **letters)
    register = REGISTER.replace("    ho_so: dang\n", "    ho_so: dang\n    be_mac_dai_hoi: [28/9/2025]\n") + BCH
    (home.content / "dung_chung" / "co_quan_ta.yaml").write_text(register, "utf-8")
    assert [each.code for each in check(home).findings if each.code in {"R111", "R133"}] == []


@pytest.mark.parametrize(("day", "told"), [("01/10/2025", 1), ("28/9/2025", 0)])
def it_wants_numbers_in_the_order_of_days_within_a_term(day: str, told: int, tmp_path: Path) -> None:
    """Number 120 of 15/9/2025 and 5 of a day after: only in a new term is that in order."""
    letters = {"mot": LETTER.format(ma="mot", body="btv"), "hai": LETTER.format(ma="hai", body="btv").replace(
        "15/9/2025", "30/9/2025").replace("so_van_ban: 120", "so_van_ban: 5")}
    home = project(tmp_path, **letters)
    register = REGISTER.replace("    ho_so: dang\n", f"    ho_so: dang\n    be_mac_dai_hoi: [{day}]\n")
    (home.content / "dung_chung" / "co_quan_ta.yaml").write_text(register, "utf-8")
    assert [each.code for each in check(home).findings if each.code == "R133"] == ["R133"] * told
