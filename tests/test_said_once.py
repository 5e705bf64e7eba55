"""A title and the name of a body, a collective and the body it is of: no word stands twice, beside others or alone."""

from datetime import date
from itertools import pairwise

import pytest

from tests.test_collectives import EXAMPLES, FORMS
from vanban.body_names import collective_of
from vanban.model.registers import NO_COLLECTIVE, CoQuan, NguoiKy
from vanban.model.validity import HieuLuc
from vanban.said_once import said_once
from vanban.the_thuc import latest
from vanban.transforms._signing import quyen_han
from vanban.transforms.zones import _tham_quyen

STATE, PARTY = latest("nha_nuoc"), latest("dang")
TERM = HieuLuc(date(2025, 7, 1))


@pytest.mark.parametrize(("first", "second", "printed"), [
    ("Trưởng ban", "Ban Tổ chức", "Trưởng Ban Tổ chức"), ("Trưởng phòng", "Phòng Kinh tế", "Trưởng Phòng Kinh tế"),
    ("Chánh Văn phòng", "Văn phòng Tỉnh ủy", "Chánh Văn phòng Tỉnh ủy"), ("Chủ tịch", "Chủ tịch Ủy ban nhân dân", "Chủ tịch Ủy ban nhân dân"),
    ("Hiệu trưởng", "Trường Tiểu học Lê Lợi", "Hiệu trưởng Trường Tiểu học Lê Lợi"), ("Giám đốc Sở Y tế", "Sở Y tế", "Giám đốc Sở Y tế"),
    ("Cục trưởng", "Cục Thuế", "Cục trưởng Cục Thuế"), ("Chủ tịch Hội đồng", "Hội đồng Thi đua", "Chủ tịch Hội đồng Thi đua"),
    ("Phó Chủ tịch Uỷ ban nhân dân", "Ủy ban nhân dân xã Ta", "Phó Chủ tịch Ủy ban nhân dân xã Ta"),
    ("Giám đốc Sở Y tế tỉnh Ta", "Sở Y tế", "Giám đốc Sở Y tế tỉnh Ta"), ("Trưởng | Ban", "Ban Dân vận", "Trưởng Ban Dân vận"),
    ("Ban Thường vụ Tỉnh ủy", "Tỉnh ủy Ta", "Ban Thường vụ Tỉnh ủy Ta"), ("", "Sở Y tế", "Sở Y tế"), ("Giám đốc", "", "Giám đốc"),
])
def it_says_no_word_of_a_title_twice(first: str, second: str, printed: str) -> None:
    assert " ".join(filter(None, said_once(first, second))) == printed


def body(name: str, head: str, *, at_the_head: str = "", ho_so: str = "nha_nuoc") -> CoQuan:
    lines = tuple(line.strip() for line in (at_the_head or name).split("|"))
    collective = collective_of(name)
    return CoQuan("a", name, lines, cap_truong=head, ho_so=ho_so,  # type: ignore[arg-type]
                  tap_the=collective or NO_COLLECTIVE)


def signed(of: CoQuan, title: str = "", right: str = "cap_truong") -> list[str]:
    """The lines above a signature beside those of other bodies."""
    signer = NguoiKy("b", "Lê Văn A", title or of.cap_truong, right, TERM)  # type: ignore[arg-type]
    lines = quyen_han(of, signer, PARTY if of.ho_so == "dang" else STATE, together=True)
    return [line.text for part in lines for line in part]


def doubled(line: str) -> list[str]:
    words = line.casefold().split()
    pairs = [*pairwise(words)]
    return [one for one, other in pairs if one == other] + [" ".join(one) for one, other in zip(pairs, pairs[2:], strict=False) if one == other]


@pytest.mark.parametrize("form", range(len(FORMS)))
def it_doubles_no_word_of_any_body_whose_form_is_known(form: int) -> None:
    said, name = FORMS[form], EXAMPLES[form]
    at_the_head = said.get("ten_dong", "").removeprefix("? ").format(noi="tỉnh Ta", nganh="Nội vụ", ten="Ta", cap_uy="Tỉnh ủy Ta")
    head = said["cap_truong"].removeprefix("?").strip() or "Trưởng"
    of = body(name, head, at_the_head=at_the_head, ho_so=said.get("ho_so", "nha_nuoc"))
    printed = ["".join(piece.words for piece in _tham_quyen(of))]
    for right, title in {"cap_truong": head, "cap_pho": f"Phó {head}", "quyen_cap_truong": head, "thua_lenh": "Chánh Văn phòng"}.items():
        printed += [" ".join(signed(of, title, right))]
    assert [(line, words) for line in printed if (words := doubled(line))] == []


@pytest.mark.parametrize(("of", "lines"), [
    (body("Ban Tổ chức Tỉnh ủy Ta", "Trưởng Ban", at_the_head="Ban Tổ chức"), ["TRƯỞNG BAN TỔ CHỨC"]),
    (body("Phòng Kinh tế xã Ta", "Trưởng phòng", at_the_head="Phòng Kinh tế"), ["TRƯỞNG PHÒNG KINH TẾ"]),
    (body("Văn phòng Ủy ban nhân dân tỉnh Ta", "Chánh Văn phòng", at_the_head="Văn phòng"), ["CHÁNH VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH TA"]),
    (body("Thanh tra tỉnh Ta", "Chánh Thanh tra"), ["CHÁNH THANH TRA TỈNH TA"]),
    (body("Ban Thường vụ Tỉnh ủy", "Bí thư", at_the_head="Tỉnh ủy Ta", ho_so="dang"), ["T/M BAN THƯỜNG VỤ", "TỈNH ỦY", "BÍ THƯ"]),
    (body("Thường trực Hội đồng nhân dân xã Ta", "Chủ tịch", at_the_head="Hội đồng nhân dân | xã Ta"),
     ["TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", "XÃ TA", "CHỦ TỊCH"]),
    (body("Ủy ban nhân dân tỉnh Ta", "Chủ tịch", at_the_head="Ủy ban nhân dân | tỉnh Ta"), ["TM. ỦY BAN NHÂN DÂN", "TỈNH TA", "CHỦ TỊCH"]),
    (CoQuan("a", "Hội Nông dân tỉnh Ta", ("Hội Nông dân", "tỉnh Ta"), cap_truong="Chủ tịch", tap_the="Ban Thường vụ"),
     ["TM. BAN THƯỜNG VỤ", "HỘI NÔNG DÂN", "TỈNH TA", "CHỦ TỊCH"]),
    (CoQuan("a", "Tỉnh ủy Ta", ("Tỉnh ủy", "Ta"), cap_truong="Bí thư", tap_the="Ban Thường vụ Tỉnh ủy", ho_so="dang"),
     ["T/M BAN THƯỜNG VỤ", "TỈNH ỦY", "TA", "BÍ THƯ"]),
])
def it_names_the_collective_and_the_body_beside_others(of: CoQuan, lines: list[str]) -> None:
    assert signed(of) == lines


@pytest.mark.parametrize(("of", "decides"), [
    (CoQuan("a", "Tỉnh ủy Ta", tap_the="Ban Thường vụ", ho_so="dang"), "BAN THƯỜNG VỤ TỈNH ỦY TA"),
    (CoQuan("a", "Ban Thường vụ Tỉnh ủy", tap_the="Ban Thường vụ", ho_so="dang"), "BAN THƯỜNG VỤ TỈNH ỦY"),
    (CoQuan("a", "Phòng Kinh tế xã Ta", cap_truong="Trưởng phòng"), "TRƯỞNG PHÒNG KINH TẾ XÃ TA"),
    (CoQuan("a", "Ủy ban nhân dân xã Ta", cap_truong="Chủ tịch", tap_the="Ủy ban nhân dân"), "ỦY BAN NHÂN DÂN XÃ TA"),
])
def it_says_who_decides_in_the_words_of_who_signs(of: CoQuan, decides: str) -> None:
    assert "".join(piece.words for piece in _tham_quyen(of)) == decides
