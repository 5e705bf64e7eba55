"""What LibreOffice is given of a DOCX: the same, but that lines end in no symbol."""

import io
from datetime import datetime
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm

from tests.support.pages import Page, read_pages
from tests.support.sample import Sample
from tests.support.word_files import p, run, t, word_file
from tests.support.wordml import read_parts
from vanban.wordml.styles import style_sheet
from vanban.writers._pdf_copy import print_copy
from vanban.writers._pdf_ends import kept_paragraphs
from vanban.writers.to_pdf import Converter, Job, is_ready

JOINER = "\N{WORD JOINER}"


def _paragraph(*runs: str) -> docx.document.Document:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text in runs:
        paragraph.add_run(text)
    return document


def _copied(document: docx.document.Document) -> list[str]:
    data = io.BytesIO()
    document.save(data)
    copy = docx.Document(io.BytesIO(print_copy(data.getvalue())))
    return [run.text for run in copy.paragraphs[0].runs]


@pytest.mark.parametrize(("runs", "copied"), [
    (["số 2228/QĐ-UBND"], [f"số 2228/QĐ-{JOINER}UBND"]),
    (["số 2228/QĐ", "-", "UBND ngày"], ["số 2228/QĐ", f"-{JOINER}", "UBND ngày"]),
    (["giai đoạn 2021", "-2025, e-mail"], ["giai đoạn 2021", f"-{JOINER}2025, e-mail"]),
    (["kinh tế", " - xã hội"], ["kinh tế", " - xã hội"]),
])
def it_holds_symbols_together_however_they_are_cut_into_runs(runs: list[str], copied: list[str]) -> None:
    assert _copied(_paragraph(*runs)) == copied


def it_keeps_nothing_with_what_begins_a_page_by_itself() -> None:
    """A heading whose text begins a page, by a section or by a break of its own, stands where it stands."""
    document = docx.Document()
    for words in ("Tiêu đề", "Trang sau", "Đoạn"):
        document.add_paragraph(words).paragraph_format.keep_with_next = words != "Đoạn"
    document.paragraphs[1].paragraph_format.page_break_before = True
    sheet = style_sheet(document.styles.element, None)
    assert [each.letters for each in kept_paragraphs(document.element, sheet)] == ["trangsau"]
    document.paragraphs[1].paragraph_format.page_break_before = False
    assert [each.letters for each in kept_paragraphs(document.element, sheet)] == ["tiêuđề", "trangsau"]
    document.paragraphs[0]._p.get_or_add_pPr().append(OxmlElement("w:sectPr"))
    assert [each.letters for each in kept_paragraphs(document.element, sheet)] == ["trangsau"]


def it_joins_nothing_across_what_is_no_text() -> None:
    document = _paragraph("2021-", "2025")
    document.paragraphs[0].runs[0]._r.append(OxmlElement("w:br"))
    assert _copied(document) == ["2021-\n", "2025"]


def it_changes_nothing_else_in_a_sample(sample: Sample) -> None:
    before, copy = read_parts(sample.docx), {}
    aside = sample.docx.with_name("ban_in.docx")
    aside.write_bytes(print_copy(sample.docx.read_bytes()))
    copy = read_parts(aside)
    assert list(copy) == list(before)
    changed = {name for name in before if copy[name] != before[name]}
    assert changed <= {"word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/header2.xml"}
    assert JOINER in copy["word/document.xml"].decode()
    assert JOINER not in before["word/document.xml"].decode()


@pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine")
@pytest.mark.parametrize("symbol", ["3798/SNV-CCHC&VTLT", "12/TTr-SNV", "2021-2025", "2021–2025", "30/2020/NĐ-CP"])
def it_ends_no_line_in_a_symbol_wherever_it_stands(tmp_path: Path, symbol: str) -> None:
    """Moved letter by letter to the end of the line and beyond; the DOCX stays as it was."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.sections[0].right_margin = document.sections[0].page_width - document.sections[0].left_margin - Mm(80)
    for count in range(40):
        paragraph = document.add_paragraph(f"{'i' * count} số {symbol} ngày 15")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    path = tmp_path / "thu.docx"
    document.save(str(path))
    data = path.read_bytes()
    with Converter() as converter:
        converter.convert(Job(path, path.with_suffix(".pdf"), datetime(2025, 7, 15)))
    with pypdfium2.PdfDocument(path.with_suffix(".pdf")) as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    assert text.count(symbol) == 40
    assert JOINER not in text
    assert path.read_bytes() == data


# Footnotes


@pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine")
@pytest.mark.parametrize("of_word", ["", '<w:style w:type="character" w:styleId="Word"><w:name w:val="footnote reference"/></w:style>'])
def it_raises_the_number_in_front_of_a_footnote_like_its_mark(tmp_path: Path, of_word: str) -> None:
    """Also where an office's frame has Word's own style for it beside the one that the number has."""
    def marked(sign: str) -> str:
        return f'<w:r><w:rPr><w:rStyle w:val="Dau"/></w:rPr>{sign}</w:r>'
    path = tmp_path / "chu_thich.docx"
    path.write_bytes(word_file(p(run(t("Chữ")) + marked('<w:footnoteReference w:id="2"/>')), {
        "styles": of_word + '<w:style w:type="character" w:styleId="Dau"><w:name w:val="VB_DauChuThich"/>'
                            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
        "footnotes": f'<w:footnote w:id="2">{p(marked("<w:footnoteRef/>") + run(t("Lời")))}</w:footnote>',
    }))
    with Converter() as converter:
        converter.convert(Job(path, path.with_suffix(".pdf"), datetime(2025, 7, 15)))
    (page,) = read_pages(path.with_suffix(".pdf"))
    assert _raised(page, "Chữ") == pytest.approx(_raised(page, "Lời"), abs=0.1)
    assert _raised(page, "Lời") > 2


def _raised(page: Page, word: str) -> float:
    """How far the "1" beside a word stands above it."""
    letter = next(char for char in page.chars if char["text"] == word[0])
    number = min((char for char in page.chars if char["text"] == "1"), key=lambda char: abs(char["top"] - letter["top"]))
    return float(page.baseline(letter).pt - page.baseline(number).pt)
