"""A PDF prints what its DOCX says: every piece of text that goes missing is noticed, and nothing else is."""

import random
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.shared import Pt

from tests.support.content import project
from tests.support.sample import Sample
from vanban.errors import MachineError
from vanban.pipeline.reporting import report
from vanban.wordml.printed_words import PrintedDocument, PrintedWords, printed_words
from vanban.writers import _pdf_result, _pdf_words
from vanban.writers._pdf_text import bare, pages_of
from vanban.writers._pdf_words import Lost, lost_words
from vanban.writers.to_pdf import Converter, Job, is_ready

Pages = list[list[str]]
needs_libreoffice = pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine")


class Compare:
    """Compares what a test says that a DOCX and a PDF hold."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def __call__(self, printed: PrintedDocument | Sequence[str | PrintedWords], pages: Pages) -> list[tuple[str, bool]]:
        if not isinstance(printed, PrintedDocument):
            printed = PrintedDocument(
                tuple(PrintedWords(each) if isinstance(each, str) else each for each in printed), 0, 0
            )
        self._monkeypatch.setattr(_pdf_words, "printed_words", lambda _: printed)
        self._monkeypatch.setattr(_pdf_words, "pages_of", lambda *_: [[bare(each) for each in page] for page in pages])
        return [(each.words, each.is_sure) for each in lost_words(b"", b"")]


@pytest.fixture
def compare(monkeypatch: pytest.MonkeyPatch) -> Compare:
    return Compare(monkeypatch)


def it_finds_paragraphs_that_are_broken_over_lines_and_pages(compare: Compare) -> None:
    assert not compare(
        ["Căn cứ Luật Tổ chức chính quyền địa phương;", "Ô một dài hai dòng", "Ô hai", "Ghi chú"],
        [["Căn cứ Luật ", "Tổ chức chính"], ["quyền địa phương;", "Ô một dài ", "Ô hai", "Ghi"], ["hai dòng", "chú"]],
    )


@pytest.mark.parametrize(
    ("paragraphs", "pages", "lost"),
    [
        (["Một.", "Hai."], [["Một."]], "Hai."),
        (["Có", "Có"], [["Có"]], "Có"),
        (["Dòng 1 dài và dòng 2"], [["Dòng 1 ", "dài"]], "và dòng 2"),
        (["Dòng 1 dài", "và"], [["Dòng 1 "], ["và"]], "dài"),
        (["Sở Nội vụ", "Sở Nội vụ tỉnh"], [["Sở Nội vụ tỉnh"]], "Sở Nội vụ"),
        (["2"], [["12"]], "2"),
    ],
)
def it_names_what_is_not_there(paragraphs: list[str], pages: Pages, lost: str, compare: Compare) -> None:
    assert compare(paragraphs, pages) == [(lost, True)]


def heads(number: int, *words: str) -> list[PrintedWords]:
    return [PrintedWords(each, head=number) for each in words]


def it_takes_a_head_that_is_said_again_for_no_other_words(compare: Compare) -> None:
    table = [*heads(0, "STT", "Tên"), "1", "A", "2", "B"]
    assert not compare(table, [["STT", "Tên", "1", "A"], ["STT", "Tên", "2", "B"]])
    assert compare([*table, "Tên"], [["STT", "Tên", "1", "A"], ["STT", "Tên", "2", "B"]]) == [("Tên", True)]
    assert compare(table, [["STT", "1", "A"], ["STT", "Tên", "2", "B"]]) == [("Tên", True)]
    assert compare(table, [["1", "A"], ["STT", "Tên", "2", "B"]]) == [("STT", True), ("Tên", True)]


def it_finds_the_heads_of_tables_that_begin_a_page(compare: Compare) -> None:
    first, second = [*heads(0, "STT", "Tên"), "1", "A"], [*heads(1, "STT", "Tên"), "1", "A"]
    assert not compare([*first, *second], [["STT", "Tên", "1", "A"], ["STT", "Tên", "1", "A"]])


def it_takes_the_number_of_a_note_for_no_cell_of_the_next_page(compare: Compare) -> None:
    note = PrintedWords("2 Lời chú.", at_foot=True)
    assert not compare(["Một", "2", "Hai", note], [["Một", "2", "Lời chú."], ["2", "Hai"]])
    assert compare(["Một", "2", "Hai", note], [["Một", "2", "Lời chú."], ["Hai"]]) == [("2", True)]


def it_takes_the_beginning_of_one_paragraph_for_no_other(compare: Compare) -> None:
    """A short line of a narrow cell, the last of its page, is not where most of its words seem to begin."""
    cells, pages = ["quyền chính lý vị", "quyền chính tử"], [["quyền"], ["chính lý", "vị"], ["quyền", "chính", "tử"]]
    assert not compare(cells, pages)
    for number, page in enumerate(pages):
        for piece, _ in enumerate(page):
            assert any(sure for _, sure in compare(cells, dropped(pages, number, piece))), (number, piece)


def it_is_not_sure_where_the_pieces_stand_in_another_order(compare: Compare) -> None:
    assert compare(["Một hai ba"], [["ba", "Một ", "hai"]]) == [("ba", False)]
    assert compare([PrintedWords("Trang 5", unsure=True)], [["Trang 6"]]) == [("Trang 5", False)]


@pytest.mark.parametrize(("lost", "in_row", "words"), [
    ("1", False, "PDF không in “1” của đoạn “Nhiệm vụ1”, là chữ có trong DOCX. Mở tệp DOCX bằng Word"),
    ("1", True, "PDF không in “1” của đoạn “Nhiệm vụ1”, là chữ có trong DOCX. Ô bảng cao quá một trang"),
    ("Nhiệm vụ1", False, "PDF không in “Nhiệm vụ1”, là chữ có trong DOCX. Mở tệp DOCX bằng Word"),
])
def it_names_the_paragraph_of_what_is_lost_and_a_way_out_that_fits(
    lost: str, in_row: bool, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_pdf_result, "lost_words", lambda *_: [Lost(lost, True, "Nhiệm vụ1", in_row)])
    with pytest.raises(MachineError, match=f"^{words}"):
        _pdf_result._compared(b"", b"")


def it_speaks_of_cells_only_for_what_stands_in_them(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [Lost("Một", True, "Một", True), Lost("Hai", True, "Hai", False)]
    monkeypatch.setattr(_pdf_result, "lost_words", lambda *_: both)
    with pytest.raises(MachineError, match="thành nhiều dòng của bảng. Mở tệp DOCX bằng Word"):
        _pdf_result._compared(b"", b"")


def dropped(pages: Pages, number: int, piece: int) -> Pages:
    return [[*page[:piece], *page[piece + 1:]] if at == number else page for at, page in enumerate(pages)]


def pieces_of(printed: PrintedDocument, pages: Pages) -> Iterator[tuple[int, int]]:
    """Page and number of each piece, but for the heads that a page says again."""
    said = _pdf_words._heads(printed.paragraphs)
    begun: set[str] = set()
    for number, page in enumerate(pages):
        text = "".join(page)
        again = max((head for head in said & begun if text.startswith(head)), key=len, default="")
        begun |= {head for head in said if head in text}
        length = 0
        for piece, words in enumerate(page):
            if length >= len(again):
                yield number, piece
            length += len(words)


@needs_libreoffice
@pytest.mark.parametrize("count", [60, pytest.param(0, marks=pytest.mark.soak)])
def it_notices_each_piece_that_is_gone_from_a_sample(
    count: int, sample: Sample, sample_pdf: Path, compare: Compare
) -> None:
    printed = printed_words(sample.docx.read_bytes())
    pages = pages_of(sample_pdf.read_bytes(), printed.top, printed.bottom)
    assert compare(printed, pages) == []
    pieces = list(pieces_of(printed, pages))
    assert len(pieces) > 700
    for number, piece in random.Random(1).sample(pieces, count) if count else pieces:
        lost = compare(printed, dropped(pages, number, piece))
        assert any(sure for _, sure in lost), f"page {number + 1}: {pages[number][piece]}"


@needs_libreoffice
def it_leaves_no_pdf_whose_row_was_cut_at_the_end_of_the_page(tmp_path: Path) -> None:
    # LibreOffice cuts a row off that may not be split and has room on a page, but not below the head said again.
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    section = document.sections[0]
    section.page_height, section.top_margin, section.bottom_margin = Pt(840), Pt(70), Pt(70)
    rows = document.add_table(2, 1).rows
    for row, lines in zip(rows, (3, 34), strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for number in range(lines):
            paragraph = row.cells[0].add_paragraph(f"Dòng {number}.") if number else row.cells[0].paragraphs[0]
            paragraph.paragraph_format.line_spacing = Pt(20)
            paragraph.paragraph_format.space_after = Pt(0)
    rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.save(str(tmp_path / "cao.docx"))
    job = Job(tmp_path / "cao.docx", tmp_path / "cao.pdf", datetime(2025, 7, 15))
    with Converter() as converter, pytest.raises(MachineError, match="cao.docx: PDF không in “Dòng 32.”; “Dòng 33.”, là"):
        converter.convert(job)
    assert not job.pdf.exists()


ROW = """\
loai_van_ban: ke_hoach
ma: {ma}
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
trich_yeu: Hàng cao
de_muc:
  - tieu_de: Phân công
    bang_bieu:
      - ma: bang_cao
        cot: [{{ma: ten, tieu_de: Đơn vị}}, {{ma: viec, tieu_de: Việc}}]
        hang:
          - {{ten: Sở A, viec: ngắn}}
          - ten: Sở B
            viec: |
{lines}
          - {{ten: Sở C, viec: ngắn}}
noi_nhan:
  - Bộ Nội vụ
luu: VT, KSTT
nguoi_ky: nguyen_van_a
"""


@needs_libreoffice
def it_prints_every_line_of_a_row_however_high(tmp_path: Path) -> None:
    heights = (10, 24, 30, 36, *range(40, 54), 70, 110)
    documents = {f"cao_{height}": ROW.format(
        ma=f"cao_{height}", lines="\n".join(f"              Việc thứ {number}." for number in range(height))
    ) for height in heights}
    home = project(tmp_path, **documents)
    result = report(home, [], ["docx", "pdf"], tmp_path / "out")
    assert [str(each) for each in result.findings] == []
    assert result.failures == []
    assert len(result.written) == 2 * len(heights)


@needs_libreoffice
def it_leaves_no_signature_alone_behind_a_table(tmp_path: Path) -> None:
    """At least the last row stands with it, however many rows the table has."""
    counts = range(14, 26)
    documents = {f"ky_{count}": ROW.format(ma=f"ky_{count}", lines="              Việc.").replace(
        "          - {ten: Sở C, viec: ngắn}\n", "".join(f"          - {{ten: Hàng {n}, viec: ngắn}}\n" for n in range(count))
    ) for count in counts}
    result = report(project(tmp_path, **documents), [], ["docx", "pdf"], tmp_path / "out")
    assert result.failures == []
    for path in (path for path in result.written if path.suffix == ".pdf"):
        (signed,) = (page for page in pages_of(path.read_bytes()) if "nơinhận:" in page)
        assert "./." in signed
        assert any(piece.startswith("hàng") for piece in signed), path.name


# Marks of notes in heads


NOTED = """\
loai_van_ban: quyet_dinh
ma: {ma}
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
trich_yeu: Về việc giao nhiệm vụ
can_cu: [nq_76_2021]
dieu:
  - noi_dung: |
      Giao nhiệm vụ[^dau] như sau:
      [^dau]: Lời chú đầu.
    bang_bieu:
      - ma: bang_giao{title}
        cot:
          - {{ma: so_thu_tu, tieu_de: STT}}
          - {{ma: ten, tieu_de: "Đơn vị{second}", gop_doc: true}}
          - {{ma: viec, tieu_de: "Nhiệm vụ[^cot]"}}
        hang:
{rows}
    noi_dung_cuoi: |
      [^cot]: Lời chú cột.
{note}
  - noi_dung: |
      Các đơn vị chịu trách nhiệm thi hành[^cuoi].
      [^cuoi]: Lời chú cuối.
noi_nhan: [Như Điều 2]
luu: VT, NC
nguoi_ky: nguyen_van_a
"""


def noted(ma: str, chance: random.Random) -> str:
    """A table of several pages with groups of rows, high and low, that keep together; notes before, in and behind it."""
    rows = list[str]()
    for number in range(chance.randint(3, 9)):
        lines = "".join(f"              - Việc phải làm thứ {n} của các cơ quan, đơn vị, địa phương trong tỉnh năm 2026.\n"
                        for n in range(chance.randint(1, 9)))
        rows.append(f"          - ten: Đơn vị {number}\n            viec: |\n{lines}".rstrip())
        rows += [f"          - viec: Việc ngắn {n}." for n in range(chance.randint(0, 4))]
    second = chance.random() < 0.4
    return NOTED.format(ma=ma, rows="\n".join(rows), title=chance.choice(["", "\n        tieu_de: Nhiệm vụ năm 2026"]),
                        second="[^hai]" if second else "", note="      [^hai]: Lời chú hai." if second else "")


@needs_libreoffice
def it_prints_the_notes_of_heads_and_their_marks_on_every_page(tmp_path: Path) -> None:
    chance = random.Random(5)
    home = project(tmp_path, **{f"chu_{number}": noted(f"chu_{number}", chance) for number in range(16)})
    made = report(home, [], ["docx", "pdf"], tmp_path / "out")
    assert [each.message for each in made.findings if each.level == "error"] == []
    assert (made.failures, made.warnings) == ([], [])
    pdfs = [path for path in made.written if path.suffix == ".pdf"]
    assert len(pdfs) == 16
    for pdf in pdfs:
        text = ["".join(page) for page in pages_of(pdf.read_bytes(), 50, 50)]
        heads = [page for page in text if "stt" in page]
        has_second = "lờichúhai." in "".join(text)
        numbered = f"{3 if has_second else 2}lờichúcột."
        assert [number for number, page in enumerate(text) if numbered in page] == [text.index(heads[0])], pdf.stem
        mark = "stt" + ("đơnvị2nhiệmvụ3" if has_second else "đơnvịnhiệmvụ2")
        assert all(mark in page for page in heads), pdf.stem
        assert f"{4 if has_second else 3}lờichúcuối." in text[-1]


def it_takes_the_mark_of_a_head_for_no_cell_below_it(compare: Compare) -> None:
    table = [*heads(0, "STT", "Việc1"), "1", "A", "2", "B"]
    pages = [["STT", "Việc", "1", "1", "A"], ["STT", "Việc", "1", "2", "B"]]
    assert not compare(table, pages)
    for number, piece in ((0, 2), (0, 3), (0, 4), (1, 3), (1, 4)):
        assert any(sure for _, sure in compare(table, dropped(pages, number, piece))), (number, piece)
