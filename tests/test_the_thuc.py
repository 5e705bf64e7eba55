"""The decree's figures: each with its source, each quotation as it stands in the law, each choice lawful."""

import re
from datetime import date
from pathlib import Path

import pytest

from vanban.errors import VanBanError
from vanban.metrics import text_width
from vanban.the_thuc import TheThuc, load
from vanban.units import Mm, Pt

LAW = Path(__file__).parents[2] / "shared" / "law"


@pytest.fixture(scope="module")
def the_thuc() -> TheThuc:
    return load("nha_nuoc", date(2025, 7, 15))


@pytest.fixture(scope="module")
def law() -> dict[str, str]:
    """The decree ("") and its annexes, by their numbers."""
    if not LAW.is_dir():
        pytest.skip(f"the text of the decree is not at {LAW}")
    files = {"": "30_2020_ND_CP.md", "I": "Phuluc1.md", "III": "Phuluc3.md"}
    return {annex: _one_line((LAW / name).read_text(encoding="utf-8")) for annex, name in files.items()}


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def it_names_the_law_for_every_figure_that_has_limits(the_thuc: TheThuc) -> None:
    sources = the_thuc.sources()
    assert len(sources) > 100
    for source in sources:
        assert source.trich
        assert source.can_cu.phu_luc or source.can_cu.dieu


def it_quotes_the_law_word_for_word(the_thuc: TheThuc, law: dict[str, str]) -> None:
    not_there = {s.trich for s in the_thuc.sources() if _one_line(s.trich) not in law[s.can_cu.phu_luc]}
    assert not not_there


def it_says_the_place_in_the_words_of_law(the_thuc: TheThuc) -> None:
    place = the_thuc.kieu["VB_QuocHieu"].gioi_han["co_chu"].nguon.can_cu
    assert str(place) == "điểm a khoản 1 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP"


def it_chooses_only_what_the_law_allows(the_thuc: TheThuc) -> None:
    figures = [("trang", the_thuc.trang), ("phong_chu", the_thuc.phong_chu), *the_thuc.kieu.items(),
               *the_thuc.ke_ngang.items(), *the_thuc.con_dau.items(), *the_thuc.vi_tri.items()]
    assert {name: f.breaches() for name, f in figures if f.breaches()} == {}


def it_sees_a_size_outside_the_limits(the_thuc: TheThuc) -> None:
    limit = the_thuc.kieu["VB_QuocHieu"].gioi_han["co_chu"]
    assert [size for size in (11.5, 12, 13, 14) if limit.allows(Pt(size))] == [12, 13]


def it_lets_a_first_line_stand_at_one_of_two_indents(the_thuc: TheThuc) -> None:
    limit = the_thuc.kieu["VB_NoiDung"].gioi_han["thut_dau_dong"]
    assert [indent for indent in (0, 10, 11, 12.7) if limit.allows(Mm(indent))] == [10, 12.7]


def it_gives_a_style_what_its_base_has(the_thuc: TheThuc) -> None:
    body, basis = the_thuc.kieu["VB_NoiDung"], the_thuc.kieu["VB_CanCu"]
    assert basis.canh_le == body.canh_le == "deu"
    assert basis.gioi_han["cach_doan"] == body.gioi_han["cach_doan"]
    assert (basis.nghieng, body.nghieng) == (True, False)


def it_never_parts_a_heading_from_its_text(the_thuc: TheThuc) -> None:
    in_outline = [kieu for kieu in the_thuc.kieu.values() if kieu.muc_luc]
    assert len(in_outline) > 8
    assert all(kieu.giu_cung_doan_sau for kieu in in_outline)


def it_turns_the_page_with_its_margins(the_thuc: TheThuc) -> None:
    assert the_thuc.trang.text_width() == Mm(165)
    assert the_thuc.trang.text_width("ngang") == Mm(252)


def it_centres_a_rule_of_a_share_of_the_line(the_thuc: TheThuc) -> None:
    assert the_thuc.ke_ngang["VB_KeCoQuan"].indent(Mm(50), within=Mm(65)) == Mm(22.5)
    assert the_thuc.ke_ngang["VB_KeTieuNgu"].indent(Mm(120), within=Mm(100)) == Mm(0)


def it_makes_stamps_as_high_as_the_law_says(the_thuc: TheThuc) -> None:
    for stamp in the_thuc.con_dau.values():
        style = the_thuc.kieu[stamp.kieu]
        height = style.dong_co_dinh.pt + 2 * style.cach_khung.pt + 2 * style.khung.pt
        assert height == pytest.approx(stamp.cao.pt, abs=0.1), stamp.chu


def it_has_the_widest_stamp_of_a_style_last(the_thuc: TheThuc) -> None:
    for style in {stamp.kieu for stamp in the_thuc.con_dau.values()}:
        widths = [stamp.rong for stamp in the_thuc.con_dau.values() if stamp.kieu == style]
        assert widths == sorted(widths)


def it_sets_the_dashes_of_addressees_under_the_colon(the_thuc: TheThuc) -> None:
    one, several = the_thuc.kieu["VB_KinhGui"], the_thuc.kieu["VB_KinhGuiDong"]
    words = the_thuc.words("kinh_gui")
    begins = one.thut_trai + one.thut_dau_dong
    colon = begins + text_width(words[:-1], one.co_chu) + text_width(":", one.co_chu) // 2
    dash = several.thut_trai + several.thut_dau_dong + text_width("-", several.co_chu) // 2
    assert begins == Mm(35)
    assert dash.mm == pytest.approx(colon.mm, abs=0.3)
    for kieu, hanging in ((one, f"{words} "), (several, "- ")):
        assert -kieu.thut_dau_dong.mm == pytest.approx(text_width(hanging, kieu.co_chu).mm, abs=0.1)


def it_leaves_room_for_the_signature_below_the_title(the_thuc: TheThuc) -> None:
    assert Mm(25) <= the_thuc.kieu["VB_QuyenHan"].cach_sau <= Mm(30)
    assert the_thuc.kieu["VB_ChucVuKhac"].cach_truoc == the_thuc.kieu["VB_HoTen"].cach_truoc == 0


def it_sets_neighbours_of_two_sizes_on_one_line(the_thuc: TheThuc) -> None:
    """The top of a line stands its ascent, 0.891 of the size, over the letters."""
    for small, large in (("VB_SoKyHieu", "VB_DiaDanhNgay"), ("VB_NoiNhanTu", "VB_QuyenHan")):
        one, other = the_thuc.kieu[small], the_thuc.kieu[large]
        baselines = [style.cach_truoc.pt + 0.891 * style.co_chu.pt for style in (one, other)]
        assert baselines[0] == pytest.approx(baselines[1], abs=0.1)


def it_has_room_for_quoc_hieu_on_one_line(the_thuc: TheThuc) -> None:
    style = the_thuc.kieu["VB_QuocHieu"]
    line = text_width(the_thuc.words("quoc_hieu"), style.co_chu, style.dam, style.nghieng)
    assert line < the_thuc.trang.text_width() - the_thuc.trang.tieu_de_trai


def it_holds_from_the_day_of_the_decree() -> None:
    assert load("nha_nuoc", date(2020, 3, 5)).ma == "nd_30_2020"


def it_says_since_when_there_is_a_format() -> None:
    with pytest.raises(VanBanError, match="sớm nhất là Nghị định số 30/2020/NĐ-CP"):
        load("nha_nuoc", date(2020, 3, 4))


def it_says_that_a_profile_is_unknown() -> None:
    with pytest.raises(VanBanError, match="hồ sơ “quan_doi”"):
        load("quan_doi", date(2025, 7, 15))
