"""Widths of text: against measured lines, and against the font itself."""

from unicodedata import normalize

import pytest

from vanban.metrics import text_width
from vanban.units import Length, Pt

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"


@pytest.mark.parametrize(
    ("text", "size", "mm"),
    [(QUOC_HIEU, Pt(13), 95.6), (QUOC_HIEU, Pt(12), 88.2), (TIEU_NGU, Pt(14), 60.4), (TIEU_NGU, Pt(13), 56.1)],
)
def it_measures_bold_lines_as_they_print(text: str, size: Length, mm: float) -> None:
    assert text_width(text, size, bold=True).mm == pytest.approx(mm, abs=0.15)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def it_finds_no_letter_wider_for_its_tone(bold: bool, italic: bool) -> None:
    for letter in VOWELS + VOWELS.upper():
        bare = _without_tone(letter)
        assert text_width(letter, Pt(14), bold, italic) == text_width(bare, Pt(14), bold, italic), letter


def _without_tone(letter: str) -> str:
    """ệ → ê: the five tone marks go, the marks that make another letter stay."""
    return normalize("NFC", "".join(c for c in normalize("NFD", letter) if c not in "\u0300\u0301\u0303\u0309\u0323"))


def it_grows_with_the_size_and_adds_up() -> None:
    assert text_width("Nghệ An", Pt(28)).mm == pytest.approx(2 * text_width("Nghệ An", Pt(14)).mm, abs=0.001)
    assert text_width("", Pt(14)) == Length(0)


def it_takes_a_non_breaking_space_for_a_space() -> None:
    assert text_width("Điều\N{NO-BREAK SPACE}1", Pt(14)) == text_width("Điều 1", Pt(14))


def it_takes_an_unknown_letter_for_an_n() -> None:
    assert text_width("漢", Pt(14)) == text_width("n", Pt(14))


def it_has_the_widths_of_the_installed_font() -> None:
    pytest.importorskip("fontTools", reason="fonttools is not installed")
    import font_widths

    if not font_widths.FONTS.is_dir():
        pytest.skip(f"Liberation Serif 2 is not at {font_widths.FONTS}")
    assert font_widths.FILE.read_text(encoding="utf-8") == font_widths.as_json()
