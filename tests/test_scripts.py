"""Letters above and below the line: `m^2^`, `CO~2~`, from the file to the page and back."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.content import DECISION, PLAN, checked, resolved
from vanban.findings import Place
from vanban.model.inline import Inline, Run, Script, shown_text
from vanban.model.places import Places
from vanban.model.printed import Para
from vanban.model.walk import inlines
from vanban.readers.inline_text import parse_inline
from vanban.readers.line_maps import map_of_line
from vanban.readers.source import read_source
from vanban.writers.to_docx.pieces import pieces
from vanban.writers.to_docx.runs import runs
from vanban.writers.to_yaml.inline import inline_source


def read(text: str) -> tuple[list[Inline], list[tuple[str, int]]]:
    """The nodes of a line, and its findings: code and column."""
    found = parse_inline(text, lambda column, length: Place("x", 1, column + 1), Places())
    return found.inlines, [(f.code, f.column) for f in found.findings]


def signs(text: str) -> str:
    """A line with what stands above in ⟨^ ⟩, below in ⟨_ ⟩."""
    inlines, findings = read(text)
    assert findings == []
    return "".join(f"⟨{'^' if i.position == 'tren' else '_'}{i.text}⟩" if isinstance(i, Script) else i.text for i in inlines)  # type: ignore[union-attr]


@pytest.mark.parametrize(("text", "seen"), [
    ("diện tích 40 m^2^.", "diện tích 40 m⟨^2⟩."),
    ("NH~4~^+^ và PO~4~^3-^", "NH⟨_4⟩⟨^+⟩ và PO⟨_4⟩⟨^3-⟩"),
    ("C~6~H~12~O~6~", "C⟨_6⟩H⟨_12⟩O⟨_6⟩"),
    ("10^6^ đồng, 95%^(1)^, (x)^2^, PM~2,5~, NC~1~", "10⟨^6⟩ đồng, 95%⟨^(1)⟩, (x)⟨^2⟩, PM⟨_2,5⟩, NC⟨_1⟩"),
    ("**CO~2~** và *m^3^*, **m**^2^", "CO⟨_2⟩ và m⟨^3⟩, m⟨^2⟩"),
    (r"m\^2^ và CO\~2~", "m^2^ và CO~2~"),
])
def it_reads_letters_above_and_below_the_line(text: str, seen: str) -> None:
    assert signs(text) == seen


@pytest.mark.parametrize("text", [
    "khoảng ~5%", "2^10 và 2^10", "từ ~5 đến ~7", "5~7 ngày, 8~9 ngày", "mục 1~3,5~7", "https://vi-du.example/~van_thu/~a",
    "~/thu_muc", "TAILIEU~1.DOC", "a ^ b ^ c", "^2^ đầu dòng", "~2~ đầu dòng", "Ctrl^C", "a^ b^", "~~gạch~~", "3^2", "^^", "~",
    "Email: a~b", "C:\\PROGRA~1", "tuần 1~tuần 2", "A4~A3",
])
def it_leaves_other_carets_and_tildes_alone(text: str) -> None:
    assert signs(text) == text


@pytest.mark.parametrize(("text", "column"), [
    ("40 m^2", 5), ("40 km^2 đất", 6), ("CO~2 và", 3), ("NH~4^+^", 3), ("m^2 và m^3", 2), ("dm^-1", 3), ("rộng 5 m^2 ^", 9), ("m^ 2^", 2), ("10^6 m^3^", 3), ("10^-3 g", 3),
])
def it_tells_of_a_sign_that_was_not_finished(text: str, column: int) -> None:
    assert read(text)[1][0] == ("S301", column)


def it_prints_them_as_word_does_in_the_face_of_their_words() -> None:
    line = tuple(read("**CO~2~**, m^2^")[0])
    xml = re.sub(r' xml:space="preserve"', "", runs(pieces(Para("VB_NoiDung", line), {})))
    bold, plain = '<w:rStyle w:val="VB_Dam"/>', ""
    assert xml == (
        f"<w:r><w:rPr>{bold}</w:rPr><w:t>CO</w:t></w:r>"
        f'<w:r><w:rPr>{bold}<w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r>'
        "<w:r><w:t>, m</w:t></w:r>"
        f'<w:r><w:rPr>{plain}<w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
    )


PIECES = st.lists(st.one_of(
    st.builds(Run, st.text("mCO1 5%^~*\\,.)]", min_size=1, max_size=4), st.booleans(), st.booleans()),
    st.builds(Script, st.sampled_from(["2", "+", "3-", "a", "(1)"]), st.sampled_from(["tren", "duoi"]), st.booleans(), st.booleans()),
), max_size=5)


@given(PIECES)
def it_writes_what_reads_as_the_same_words(line: list[Inline]) -> None:
    again, findings = read(inline_source(tuple(line)))
    assert findings == [] or {code for code, _ in findings} == {"S301"} and "**" in inline_source(tuple(line))
    assert shown_text(again).strip() == shown_text(line).strip()


@pytest.mark.parametrize("text", ["m^2^ và CO~2~", "**NH~4~^+^** ở đây", "10^6^", r"m\^2^", r"CO\~2", "2^10", "~5%", "*m^2^*"])
def it_writes_a_line_as_it_was_typed(text: str) -> None:
    assert inline_source(tuple(read(text)[0])) == text


def it_leads_the_words_beside_a_sign_home_and_takes_none_apart() -> None:
    source, _ = read_source("t.yaml", "x: rộng 40 m^2^ đất\n".encode())
    found = map_of_line(source, ("x",))
    assert found.words == "rộng 40 m2 đất"
    assert source.text[slice(*(found.span(9, 10) or (0, 0)))] == "^2^"
    assert source.text[slice(*(found.span(8, 10) or (0, 0)))] == "m^2^"


def it_prints_them_in_text_cells_and_notes(tmp_path: Path) -> None:
    text = DECISION.replace("Ban hành kèm theo Quyết định này [[kh]].", "Rộng 40 m^2^[^n].\n      [^n]: Tính cả CO~2~.").replace("kem_theo:\n  - kh\n", "")
    text = text.replace("noi_nhan:", "    bang_bieu: [{ma: b, cot: [{ma: a, tieu_de: 'Số m^3^'}], hang: [{a: '10^6^ m^2^'}]}]\nnoi_nhan:")
    bo = resolved(tmp_path, qd=text)
    assert [(i.text, i.position) for i in inlines(bo.van_ban) if isinstance(i, Script)] == [
        ("2", "tren"), ("2", "duoi"), ("3", "tren"), ("6", "tren"), ("2", "tren")]


def it_refuses_them_where_words_are_printed_as_they_are_typed(tmp_path: Path) -> None:
    text = DECISION.replace("trich_yeu: Ban hành Kế hoạch", "trich_yeu: Về việc giao 40 m^2^ đất").replace("Ban hành kèm theo Quyết định này [[kh]].", "Giao đất.").replace("kem_theo:\n  - kh\n", "")
    assert [f.code for f in checked(tmp_path, qd=text).findings] == ["C116"]


def it_prints_figures_of_a_recipient_as_the_characters_that_look_so(tmp_path: Path) -> None:
    bo = resolved(tmp_path, qd=DECISION.replace("- Bộ Nội vụ", "- Phòng NC~1~").replace("Ban hành kèm theo Quyết định này [[kh]].", "Giao đất.").replace("kem_theo:\n  - kh\n", ""))
    assert bo.zones is not None
    assert bo.zones.noi_nhan.lines[0].text == "- Phòng NC₁;"


@pytest.mark.parametrize(("line", "way"), [
    ("Khoảng 10¹⁰ tế bào.", "“^10^” thay “¹⁰”"), ("Dài 10⁻³ m.", "“^-3^” thay “⁻³”"), ("Ion Ca²⁺.", "“^2+^” thay “²⁺”"),
    ("Đạt m⁰.", "“^0^” thay “⁰”"), ("Chất H₂O₊.", "“~+~” thay “₊”"),
])
def it_says_how_a_row_of_raised_figures_is_typed_that_the_font_has_not_all(line: str, way: str, tmp_path: Path) -> None:
    """And what it says is taken, and prints the row: “¹0” would be another number."""
    (found,) = (each for each in checked(tmp_path, qd=DECISION, kh=PLAN.replace("Theo phân công.", line)).findings
                if each.code == "F116")
    assert way in found.hint
    new, old = re.findall("“([^”]+)”", way)
    mended = checked(tmp_path, qd=DECISION, kh=PLAN.replace("Theo phân công.", line.replace(old, new)))
    assert not mended.findings


def it_advises_no_sign_behind_nothing(tmp_path: Path) -> None:
    (found,) = (each for each in checked(tmp_path, qd=DECISION, kh=PLAN.replace("Theo phân công.", "Số ⁰ này.")).findings
                if each.code == "F116")
    assert "thay" not in found.hint
