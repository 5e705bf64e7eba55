"""Marks that Word counts by itself, of any DOCX: what it prints, this reads."""

from collections.abc import Mapping

import pytest

from tests.support.word_files import p, word_file
from vanban.wordml.reading.number_forms import in_form
from vanban.wordml.reading.stories import read
from vanban.writers.to_text import to_text


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    return to_text(read(word_file(body, {"numbering": numbering, "styles": styles}))).splitlines()


def level(at: int, words: str, form: str = "decimal", rest: str = '<w:start w:val="1"/>') -> str:
    return f'<w:lvl w:ilvl="{at}">{rest}<w:numFmt w:val="{form}"/><w:lvlText w:val="{words}"/></w:lvl>'


def abstract(id_: int, *levels: str, rest: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{id_}">{rest}{"".join(levels)}</w:abstractNum>'


def num(id_: int, abstract: int, rest: str = "") -> str:
    return f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{abstract}"/>{rest}</w:num>'


def item(words: str, at: int = 0, list_: int = 1, style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return p(words, f'{named}<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_}"/></w:numPr>')


THREE = abstract(0, level(0, "Điều %1."), level(1, "%1.%2"), level(2, "%3)", "lowerLetter")) + num(1, 0)


def it_counts_levels_and_begins_those_below_anew() -> None:
    body = item("a") + item("b", 1) + item("c", 2) + item("d", 2) + item("e", 1) + item("f", 2) + item("g") + item("h", 1)
    assert lines(body, THREE) == ["Điều 1. a", "1.1 b", "a) c", "b) d", "1.2 e", "a) f", "Điều 2. g", "2.1 h"]


def it_takes_a_level_that_was_skipped_for_begun() -> None:
    """As Word does: behind a lone second level the first level goes on with 2."""
    assert lines(item("a", 1) + item("b"), THREE) == ["1.1 a", "Điều 2. b"]


def it_goes_on_counting_in_another_instance_of_the_same_list_unless_that_begins_anew() -> None:
    again = num(2, 0) + num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>')
    body = item("a") + item("b", list_=2) + item("c", list_=3) + item("d", list_=3) + item("e")
    assert lines(body, THREE + again) == ["Điều 1. a", "Điều 2. b", "Điều 7. c", "Điều 8. d", "Điều 9. e"]


def it_takes_the_level_that_an_instance_has_in_place_of_the_list() -> None:
    own = num(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "%1/", "upperRoman")}</w:lvlOverride>')
    assert lines(item("a", list_=2), THREE + own) == ["I/ a"]


def it_begins_a_level_anew_only_behind_the_level_that_it_names() -> None:
    levels = [level(0, "%1."), level(1, "%2."), level(2, "%3.", rest='<w:start w:val="1"/><w:lvlRestart w:val="1"/>'),
              level(3, "%4.", rest='<w:start w:val="5"/><w:lvlRestart w:val="0"/>')]
    body = "".join(item("x", at) for at in (0, 1, 2, 3, 1, 2, 3, 0, 2, 3))
    assert lines(body, abstract(0, *levels) + num(1, 0)) == [f"{n}. x" for n in (1, 1, 1, 5, 2, 2, 6, 2, 1, 7)]


def it_prints_all_numbers_in_digits_where_a_level_asks_for_that() -> None:
    levels = [level(0, "Chương %1", "upperRoman"), level(1, "%1.%2", "decimalZero", '<w:start w:val="1"/><w:isLgl/>')]
    assert lines(item("a") + item("b", 1), abstract(0, *levels) + num(1, 0)) == ["Chương I a", "1.01 b"]


@pytest.mark.parametrize(("suffix", "line"), [("tab", "1. a"), ("space", "1. a"), ("nothing", "1.a")])
def it_puts_behind_the_mark_what_the_level_says(suffix: str, line: str) -> None:
    levels = level(0, "%1.", rest=f'<w:start w:val="1"/><w:suff w:val="{suffix}"/>')
    assert lines(item("a"), abstract(0, levels) + num(1, 0)) == [line]


def it_numbers_by_styles_each_by_the_level_that_names_it() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (f'<w:style w:type="paragraph" w:styleId="dieu">{numbered}</w:style><w:style w:type="paragraph" w:styleId="khoan">{numbered}</w:style>'
              '<w:style w:type="paragraph" w:styleId="con"><w:basedOn w:val="khoan"/></w:style>')
    levels = [level(0, "Điều %1.", rest='<w:start w:val="1"/><w:pStyle w:val="dieu"/>'),
              level(1, "%2.", rest='<w:start w:val="1"/><w:pStyle w:val="khoan"/>')]
    body = p("a", '<w:pStyle w:val="dieu"/>') + p("b", '<w:pStyle w:val="khoan"/>') + p("c", '<w:pStyle w:val="con"/>') + (
        item("d", 0, 0, "dieu") + item("e", 1, 1, "dieu"))
    assert lines(body, abstract(0, *levels) + num(1, 0), styles) == ["Điều 1. a", "1. b", "2. c", "d", "3. e"]


def it_follows_a_list_that_refers_to_a_style_of_lists() -> None:
    styles = '<w:style w:type="numbering" w:styleId="kieu"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    numbering = (abstract(0, rest='<w:numStyleLink w:val="kieu"/>') + abstract(1, level(0, "(%1)"), rest='<w:styleLink w:val="kieu"/>')
                 + abstract(2, rest='<w:numStyleLink w:val="vong"/>') + num(1, 0) + num(2, 1) + num(3, 2))
    loop = '<w:style w:type="numbering" w:styleId="vong"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    assert lines(item("a") + item("b", list_=3), numbering, styles + loop) == ["(1) a", "b"]


def it_shows_bullets_of_fonts_of_signs_and_marks_without_words() -> None:
    font = '<w:rPr><w:rFonts w:ascii="{}"/></w:rPr>'.format
    levels = [level(0, "\uf0b7", "bullet").replace("</w:lvl>", font("Symbol") + "</w:lvl>"),
              level(1, "\uf04c", "bullet").replace("</w:lvl>", font("Wingdings") + "</w:lvl>"),
              level(2, "o", "bullet").replace("</w:lvl>", font("Courier New") + "</w:lvl>"), level(3, "-", "bullet")]
    body = "".join(item("x", at) for at in range(4)) + item("", 3)
    assert lines(body, abstract(0, *levels) + num(1, 0)) == ["• x", "• x", "◦ x", "- x", "-"]


def it_counts_text_boxes_headers_and_cells_each_in_its_story() -> None:
    boxed = f"<w:p><w:r><w:txbxContent>{item('trong khung')}</w:txbxContent></w:r></w:p>"
    cell = f"<w:tbl><w:tr><w:tc>{item('trong ô')}</w:tc></w:tr></w:tbl>"
    assert lines(item("a") + boxed + cell + item("b"), THREE) == ["Điều 1. a", "[khung] Điều 1. trong khung", "| Điều 2. trong ô |", "Điều 3. b"]


def it_leaves_without_a_mark_what_names_no_list_and_survives_odd_figures() -> None:
    odd = abstract(0, level(0, "%1. %9", rest='<w:start w:val="9e400"/>'), level(0, "%1)", rest='<w:start w:val="chín"/>'),
                   level(44, "%1"))
    assert lines(item("a") + item("b", 44) + item("c", 0, 9) + item("d", 0, 0), odd + num(1, 0)) == ["0) a", "b", "c", "d"]


FORMS: Mapping[str, str] = {
    "decimal": "1 2 5 21", "upperRoman": "I II V XXI", "lowerRoman": "i ii v xxi", "upperLetter": "A B E U",
    "lowerLetter": "a b e u", "decimalZero": "01 02 05 21", "vietnameseCounting": "một|hai|năm|hai mươi mốt",
    "decimalEnclosedCircle": "① ② ⑤ 21", "decimalEnclosedParen": "⑴ ⑵ ⑸ 21", "decimalEnclosedFullstop": "⒈ ⒉ ⒌ 21",
    "chicago": "* † ** ******", "hex": "1 2 5 15", "numberInDash": "- 1 -|- 2 -|- 5 -|- 21 -", "none": "|||", "japaneseCounting": "1 2 5 21",
}


@pytest.mark.parametrize("form", FORMS)
def it_writes_numbers_in_the_forms_of_word(form: str) -> None:
    expected = FORMS[form].split("|" if "|" in FORMS[form] else " ")
    assert [in_form(number, form) for number in (1, 2, 5, 21)] == expected


@pytest.mark.parametrize(("number", "words"), [(10, "mười"), (15, "mười lăm"), (20, "hai mươi"), (24, "hai mươi bốn"), (55, "năm mươi lăm"), (100, "100")])
def it_counts_in_vietnamese(number: int, words: str) -> None:
    assert in_form(number, "vietnameseCounting") == words


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("number", [-1, 0, 27, 700, 4000, 10**30])
def it_has_digits_where_a_form_ends(form: str, number: int) -> None:
    assert len(in_form(number, form)) < 50


def it_repeats_letters_and_follows_a_series_of_the_authors_own() -> None:
    assert [in_form(number, "lowerLetter") for number in (26, 27, 53)] == ["z", "aa", "aaa"]
    assert in_form(7, "custom", "001, 002, 003, ...") == "007"
