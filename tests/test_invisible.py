"""No character that prints nothing, or something else on another machine, stands in a text unseen: all of Unicode asked."""

import unicodedata
from pathlib import Path

import pytest

from tests.support.content import PLAN, checked, project
from vanban.invisible import first_forbidden, forbidden, is_removable, name_of
from vanban.metrics import has_glyph
from vanban.pipeline import tidying
from vanban.readers.pasted import check_pasted
from vanban.readers.source import place_at, read_source

EVERY = [chr(code) for code in range(0x110000)]
# Of the Unicode property Default_Ignorable_Code_Point (DerivedCoreProperties.txt), what is of no category below.
IGNORED = (
    (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2065, 0x2065), (0x3164, 0x3164),
    (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF),
)
# What text is made of besides letters and signs: the line feed, the tab.
EXCEPTIONS = frozenset("\n\t")


def is_ignored(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in IGNORED)


def it_forbids_every_character_that_prints_nothing() -> None:
    """Controls, formats, private use, surrogates, and what is ignored by default."""
    missed = [name_of(c) for c in EVERY if (unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs") or is_ignored(c))
              and c not in EXCEPTIONS and not first_forbidden(c)]
    assert missed == []


def it_sees_every_character_that_is_none() -> None:
    """What Unicode has not given out is forbidden, or has no letter in the font."""
    assert [name_of(c) for c in EVERY if unicodedata.category(c) == "Cn" and not first_forbidden(c) and has_glyph(c)] == []


def it_forbids_no_letter_sign_or_blank() -> None:
    printed = [c for c in EVERY if unicodedata.category(c)[0] in "LNPSZ" and not is_ignored(c) and c not in "\u2028\u2029"]
    assert [name_of(c) for c in printed if first_forbidden(c)] == []


def it_takes_away_by_itself_only_what_prints_nothing() -> None:
    """Formats and selectors; no control (a line of Word's may be one), no blank, no letter of a font's own."""
    removable = [c for c in EVERY if first_forbidden(c) and is_removable(c)]
    assert {unicodedata.category(c) for c in removable} == {"Cf", "Mn", "Cn"}
    assert [name_of(c) for c in removable if not (is_ignored(c) or unicodedata.category(c) == "Cf")] == []
    assert not any(map(is_removable, "\x0b\u2028\u2029\u115f\u3164\uffa0\ufff9\ufffa\ufffb\uf0b7\u0600"))


def it_finds_each_in_a_text() -> None:
    text = "a".join(c for c in EVERY[:0x30000] if first_forbidden(c) and c != "\r")
    assert len(list(forbidden(text))) == (len(text) + 1) // 2


def found_in(text: str) -> list[tuple[str, int, int, str | None]]:
    source, findings = read_source("x.yaml", text.encode())
    assert [*check_pasted(text, lambda start, length: place_at(source, start, length))] == findings
    return [(f.code, f.line, f.column, f.fix.text if f.fix else None) for f in findings]


@pytest.mark.parametrize(("text", "expected"), [
    ("a: chữ\u200b nữa\n", [("S106", 1, 7, "")]),
    ("a: chữ\u200b\u200b nữa \u061cb\n", [("S106", 1, 7, ""), ("S106", 1, 14, "")]),
    ("a: \U000e0041b\u180e\n", [("S106", 1, 4, ""), ("S106", 1, 6, "")]),
    ("a: b\u3164c\ufff9d\uf0e0\n", [("S106", 1, 5, None), ("S106", 1, 7, None), ("S106", 1, 9, None)]),
    ("a: |\n  \uf0b7\tmột\n  \uf0b7 hai\nb: |\n  \uf0d8\tba\n", [("S304", 2, 3, "- một\n  - "), ("S304", 5, 3, "- ")]),
    ("a: |\n  \uf02d một \uf0e8 hai\n", [("S304", 2, 3, "- "), ("S106", 2, 9, None)]),
])
def it_tells_of_what_was_pasted(text: str, expected: list[tuple[str, int, int, str | None]]) -> None:
    assert found_in(text) == expected


def fixed(folder: Path, text: str) -> str:
    made = project(folder, ke_hoach=text)
    tidying.tidy(made)
    return (folder / "content/nghe_an/2025/ke_hoach.yaml").read_text("utf-8")


PASTED = PLAN.replace("      Theo phân công.\n", "{block}") + (
    "co_quan: ubnd_nghe_an\nngay_du_kien: 15/9/2025\nnoi_nhan: [Bộ Nội vụ]\nluu: VT\nnguoi_ky: nguyen_van_a\n"
)


def it_mends_what_prints_nothing_and_the_bullets_of_word(tmp_path: Path) -> None:
    typed = "      o\tXem;\n      o\tLập.\n\n      \uf0b7\tRà soát;\n      \uf0b7  Báo cáo.\n\n      Gồm:\n      • Một;\n      •Hai;\n      – Ba.\n"
    meant = "      - Xem;\n      - Lập.\n\n      - Rà soát;\n      - Báo cáo.\n\n      Gồm:\n      - Một;\n      - Hai;\n      - Ba.\n"
    assert fixed(tmp_path, PASTED.format(block=typed)) == PASTED.format(block=meant)


def it_takes_away_what_prints_nothing(tmp_path: Path) -> None:
    typed, meant = "      Rà\u200b soát\U000e0041 \u202aba\u202c việc.\n", "      Rà soát ba việc.\n"
    assert fixed(tmp_path, PASTED.format(block=typed)) == PASTED.format(block=meant)


@pytest.mark.parametrize("line", ["Rà\u3164soát", "o bế người quen", "–5 độ", "a\x0bb", "a \uf0e0 b"])
def it_leaves_alone_what_may_be_meant_otherwise(line: str, tmp_path: Path) -> None:
    text = PASTED.format(block=f"      {line}\n")
    assert fixed(tmp_path, text) == text


def it_tells_of_a_list_once(tmp_path: Path) -> None:
    block = "".join(f"      o\tViệc {n};\n" for n in range(9)) + "\n      Rồi:\n      1) một\n      2) hai\n"
    found = [f for f in checked(tmp_path, ke_hoach=PASTED.format(block=block)).findings if f.code == "S304"]
    assert [f.message.split("”")[0] for f in found] == ["“o", "“1)"]


@pytest.mark.parametrize(("typed", "way_out"), [
    ("🎉 ①", "“1” thay “①”"), ("giai đoạn Ⅳ", "“IV” thay “Ⅳ”"), ("a\u2011b", "“-” thay “\u2011”"), ("☑ có", "“[x]” thay “☑”"),
    ("漢字", "ký hiệu mà phông có."),
])
def it_names_letters_that_the_font_lacks_at_their_line(typed: str, way_out: str, tmp_path: Path) -> None:
    text = PASTED.format(block=f"      Một dòng.\n\n      Chào {typed}.\n")
    line = text[: text.index("Chào")].count("\n") + 1
    (found,) = [f for f in checked(tmp_path, ke_hoach=text).findings if f.code == "F116"]
    assert (found.line, found.level) == (line, "error")
    assert all(char in found.message for char in typed if not has_glyph(char))
    assert way_out in found.hint
