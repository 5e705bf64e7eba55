"""The pages of the built PDF, measured with a ruler against the figures of the decree."""

import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest

from tests.support.pages import ASCENT, DESCENT, SINGLE, Char, Line, Page, Rule, read_pages, split_documents
from tests.support.wordml import Element, Part, W, w
from vanban.the_thuc import Kieu, TheThuc
from vanban.units import Length, Mm, Pt

Documents = list[list[Page]]

# What a ruler does not see.
HAIR = Mm(0.3)
RULE_HAIR = Mm(0.5)
# LibreOffice leaves up to 1/12 of a line's height behind slanted letters, also at the end of a justified line.
SLANT = Mm(1)
SIGNATURE = ("VB_NoiNhanTu", "VB_NoiNhan", "VB_QuyenHan", "VB_HoTen")
ZONES = {
    "VB_QuocHieu", "VB_TieuNgu", "VB_CoQuanBanHanh", "VB_SoKyHieu", "VB_DiaDanhNgay", "VB_TrichYeu", "VB_ThamQuyen",
    "VB_CanCu", "VB_LoiBanHanh", "VB_Dieu", "VB_SoDieu", "VB_NoiDung", "VB_Khoan", "VB_Diem", "VB_Gach", "VB_KemTheo",
    *SIGNATURE, "VB_BangDau", "VB_BangNhom", "VB_BangChu", "VB_BangGiua", "VB_KetThuc",
}


@pytest.fixture(scope="module")
def pages(sample_pdf: Path) -> list[Page]:
    return read_pages(sample_pdf)


@pytest.fixture(scope="module")
def documents(pages: list[Page]) -> Documents:
    return split_documents(pages)


def near(length: Length, wanted: Length, hair: Length = HAIR) -> bool:
    return abs(length - wanted) <= hair


def _style(page: Page, style: str) -> Line:
    """The first line in that style."""
    return page.lines(style)[0]


# Letters


@pytest.mark.skipif(sys.platform != "linux", reason="only there the font is ours to choose")
def it_embeds_one_family_of_letters(sample_pdf: Path) -> None:
    names = set()
    for page in pypdf.PdfReader(sample_pdf).pages:
        for font in page["/Resources"]["/Font"].values():
            font = font.get_object()
            font = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            assert "/FontFile2" in font["/FontDescriptor"].get_object()
            names.add(font["/BaseFont"].partition("+")[2].partition("-")[0])
    assert names == {"LiberationSerif"}


def it_shows_every_zone(pages: list[Page]) -> None:
    assert {char["tag"] for page in pages for char in page.chars} >= ZONES


def it_sets_every_letter_as_its_style_says(pages: list[Page], the_thuc: TheThuc) -> None:
    wrong = {
        (char["tag"], char["fontname"].partition("+")[2], round(char["size"], 2))
        for page in pages for char in page.chars
        if not any(_is_set(char, kieu) for kieu in _styles(page, char, the_thuc))
    }
    assert wrong == set()


def _styles(page: Page, char: Char, the_thuc: TheThuc) -> list[Kieu]:
    """Which styles a letter may have: LibreOffice says of a heading its depth only."""
    tag = char["tag"]
    if tag == "Artifact":
        on_number = page.number_line is not None and char in page.number_line.chars
        return [the_thuc.kieu["VB_SoTrang" if on_number else "VB_BangDau"]]
    if tag[:1] == "H" and tag[1:].isdigit():
        return [kieu for kieu in the_thuc.kieu.values() if kieu.muc_luc == int(tag[1:])]
    return [the_thuc.kieu[tag]]


def _is_set(char: Char, kieu: Kieu) -> bool:
    face = ("Bold" in char["fontname"], "Italic" in char["fontname"]) == (kieu.dam, kieu.nghieng)
    return face and (kieu.loai == "chu" or abs(char["size"] - kieu.co_chu.pt) < 0.05)


def it_prints_letters_and_lines_in_black(pages: list[Page]) -> None:
    assert {char["non_stroking_color"] for page in pages for char in page.chars} == {(0.0, 0.0, 0.0)}


# Header


def it_keeps_quoc_hieu_on_one_line(documents: Documents, the_thuc: TheThuc) -> None:
    for first, *_ in documents[:2]:
        assert [line.text for line in first.lines("VB_QuocHieu")] == [the_thuc.words("quoc_hieu")]
        assert [line.text for line in first.lines("VB_TieuNgu")] == [the_thuc.words("tieu_ngu")]


def it_rules_below_tieu_ngu_as_long_as_the_words(documents: Documents) -> None:
    for first, *_ in documents[:2]:
        line = _style(first, "VB_TieuNgu")
        rule = _rule_below(first, line)
        assert near(rule.width, line.width, RULE_HAIR), (rule.width, line.width)
        assert near(rule.centre, line.centre)


@pytest.mark.parametrize(
    ("document", "above", "name"),
    [(0, "VB_CoQuanBanHanh", "VB_KeCoQuan"), (1, "VB_CoQuanBanHanh", "VB_KeCoQuan"),
     (0, "VB_TrichYeu", "VB_KeTrichYeu"), (1, "VB_KemTheo", "VB_KeTrichYeu"), (2, "VB_KemTheo", "VB_KeTrichYeu")],
)
def it_rules_a_third_to_a_half_of_the_line_above(
    documents: Documents, the_thuc: TheThuc, document: int, above: str, name: str
) -> None:
    page = documents[document][0]
    line = page.lines(above)[-1]
    rule = _rule_below(page, line)
    assert the_thuc.ke_ngang[name].gioi_han["ty_le"].allows(rule.width / line.width), rule.width / line.width
    assert near(rule.centre, line.centre)
    assert Pt(2) < rule.down - line.baseline < Pt(14)


def it_draws_no_rule_but_those_of_the_decree(documents: Documents, the_thuc: TheThuc) -> None:
    assert [[len(page.rules()) for page in document][:2] for document in documents] == [[3, 0], [3, 0], [1, 0]]
    assert {rule.weight for document in documents for page in document for rule in page.rules()} == {
        the_thuc.kieu["VB_KeTieuNgu"].ke_tren
    }


def _rule_below(page: Page, line: Line) -> Rule:
    return next(rule for rule in page.rules() if rule.down > line.baseline and rule.left < line.centre < rule.right)


def it_sets_number_and_date_on_one_line(documents: Documents) -> None:
    page = documents[0][0]
    assert near(_style(page, "VB_SoKyHieu").baseline, _style(page, "VB_DiaDanhNgay").baseline)


def it_centres_quoc_hieu_tieu_ngu_and_date_on_one_axis(documents: Documents) -> None:
    page = documents[0][0]
    axis = _style(page, "VB_QuocHieu").centre
    assert near(_style(page, "VB_TieuNgu").centre, axis)
    assert near(_style(page, "VB_DiaDanhNgay").centre, axis)


def it_centres_the_number_below_the_body(documents: Documents) -> None:
    page = documents[0][0]
    names = page.lines("VB_CoQuanBanHanh")
    assert len(names) == 2
    assert all(near(name.centre, _style(page, "VB_SoKyHieu").centre) for name in names)


def it_centres_title_and_reference_on_the_text(documents: Documents, the_thuc: TheThuc) -> None:
    for document, turned in zip(documents, ("doc", "doc", "ngang"), strict=True):
        axis = Length(the_thuc.trang.le_trai + the_thuc.trang.text_width(turned) // 2)
        lines = document[0].lines("H1", "VB_TrichYeu", "VB_ThamQuyen", "VB_LoiBanHanh", "VB_KemTheo")
        assert len(lines) >= 3
        assert [line.text for line in lines if not near(line.centre, axis)] == []


# Signature


def it_sets_noi_nhan_level_with_the_office_of_the_signer(documents: Documents) -> None:
    page = documents[0][-1]
    assert near(_style(page, "VB_NoiNhanTu").baseline, _style(page, "VB_QuyenHan").baseline)


def it_sets_receivers_at_the_left_margin(documents: Documents, the_thuc: TheThuc) -> None:
    page = documents[0][-1]
    assert near(_style(page, "VB_NoiNhanTu").left, the_thuc.trang.le_trai)
    dashes = [line for line in page.lines("VB_NoiNhan") if line.text.startswith("- ")]
    assert len(dashes) > 2
    assert all(near(line.left, the_thuc.trang.le_trai) for line in dashes)


def it_centres_the_name_below_the_office_with_room_to_sign(documents: Documents, the_thuc: TheThuc) -> None:
    page = documents[0][-1]
    office, name = page.lines("VB_QuyenHan"), _style(page, "VB_HoTen")
    assert all(near(line.centre, name.centre) for line in office)
    assert name.baseline - office[-1].baseline >= the_thuc.kieu["VB_QuyenHan"].cach_sau
    assert office[0].left >= the_thuc.trang.le_trai + the_thuc.trang.text_width() // 2


def it_keeps_the_signature_block_on_one_page(pages: list[Page]) -> None:
    assert len([page for page in pages if page.lines(*SIGNATURE)]) == 1


def it_leaves_two_lines_of_text_with_the_signature(documents: Documents) -> None:
    page = documents[0][-1]
    top = _style(page, "VB_QuyenHan").baseline
    text = [line for line in page.lines() if line.baseline < top and line.style in ZONES]
    assert len(text) >= 2


# Pages


def it_turns_the_annex_only(documents: Documents, the_thuc: TheThuc) -> None:
    for document, turned in zip(documents, ("doc", "doc", "ngang"), strict=True):
        width, height = the_thuc.trang.size(turned)
        assert all(near(page.width, width, Pt(0.1)) and near(page.height, height, Pt(0.1)) for page in document)


def it_numbers_each_document_anew_and_hides_the_first(documents: Documents) -> None:
    assert [document[0].lines("H1")[0].text for document in documents] == ["QUYẾT ĐỊNH", "KẾ HOẠCH", "Phụ lục"]
    for document in documents:
        assert [page.number for page in document] == ["", *map(str, range(2, len(document) + 1))]


def it_centres_the_page_number_in_the_top_margin(pages: list[Page], the_thuc: TheThuc) -> None:
    margins = the_thuc.trang
    size = the_thuc.kieu["VB_SoTrang"].co_chu
    numbered = [page for page in pages if page.number_line]
    assert len(numbered) > 3
    for page in numbered:
        line = page.number_line
        assert line
        assert near(line.centre, Length((margins.le_trai + page.width - margins.le_phai) // 2))
        assert line.baseline - round(ASCENT * size) > 0
        assert line.baseline + round(DESCENT * size) < margins.le_tren


def it_leaves_the_margins_white(pages: list[Page], the_thuc: TheThuc) -> None:
    outside = [(page.number, text) for page in pages for text in _outside(page, the_thuc)]
    assert outside == []


def _outside(page: Page, the_thuc: TheThuc) -> Iterator[str]:
    """Letters and lines beyond a margin of the page, but for the page number."""
    trang = the_thuc.trang
    left, right = trang.le_trai - HAIR, page.width - trang.le_phai + HAIR
    top, bottom = trang.le_tren - HAIR, page.height - trang.le_duoi + HAIR
    numbers = page.number_line.chars if page.number_line else ()
    for char in page.chars:
        over, under = (Pt(part * char["size"]) for part in (ASCENT, DESCENT))
        down = page.baseline(char)
        inside = left <= Pt(char["x0"]) and Pt(char["x1"]) <= right and top <= down - over and down + under <= bottom
        if not inside and char not in numbers:
            yield f"{char['text']} ({Pt(char['x0']).mm:.2f}, {Pt(char['x1']).mm:.2f}, {down.mm:.2f} mm)"
    for stroke in page.strokes():
        if not (left <= stroke[0] and top <= stroke[1] and stroke[2] <= right and stroke[3] <= bottom):
            yield f"line {stroke}"


def it_ends_no_page_with_a_heading(pages: list[Page], the_thuc: TheThuc) -> None:
    for page in pages:
        last = page.lines()[-1]
        kieu = the_thuc.kieu.get(last.style)
        assert not last.style.startswith("H")
        assert not (kieu and kieu.giu_cung_doan_sau), last.text


def it_leaves_no_single_line_of_a_paragraph_alone_on_a_page(documents: Documents, the_thuc: TheThuc) -> None:
    """Neither its first at the foot nor its last at the head."""
    for before, after in pairwise(documents[1]):
        first, second, *_ = _body(after, the_thuc)
        if not _begins(first, the_thuc):
            assert not _begins(_body(before, the_thuc)[-1], the_thuc)
            assert not _begins(second, the_thuc)


# Body


def it_indents_first_lines_and_fills_the_others(documents: Documents, the_thuc: TheThuc) -> None:
    left, indent = the_thuc.trang.le_trai, the_thuc.kieu["VB_NoiDung"].thut_dau_dong
    for page in documents[0] + documents[1]:
        lines = _body(page, the_thuc)
        for line, below in pairwise(lines):
            assert near(line.left, left) or near(line.left, left + indent), line.text
            if not _begins(below, the_thuc):
                assert near(line.right, page.width - the_thuc.trang.le_phai, SLANT), line.text


def it_spaces_lines_and_paragraphs_within_the_bounds(documents: Documents, the_thuc: TheThuc) -> None:
    kieu = the_thuc.kieu["VB_NoiDung"]
    single = SINGLE * kieu.co_chu
    spacings, gaps = [], []
    for page in documents[0] + documents[1]:
        for line, below in pairwise(_body(page, the_thuc)):
            pitch = below.baseline - line.baseline
            if pitch > 3 * single:  # titles stand between
                continue
            if _begins(below, the_thuc):
                gaps.append(Length(round(pitch - kieu.cach_dong * single)))
            else:
                spacings.append(round(pitch / single, 2))
    assert len(spacings) > 100
    assert len(gaps) > 50
    assert all(kieu.gioi_han["cach_dong"].allows(spacing) for spacing in spacings), sorted(set(spacings))
    assert set(spacings) == {kieu.cach_dong}
    assert min(gaps) >= kieu.gioi_han["cach_doan"].tu - Pt(0.1)
    assert max(gaps) <= kieu.cach_doan + Pt(0.5)


def _body(page: Page, the_thuc: TheThuc) -> list[Line]:
    """The lines of running text and its headings, downwards."""
    running = [name for name, kieu in the_thuc.kieu.items() if name == "VB_NoiDung" or _is_running(kieu, the_thuc)]
    return page.lines(*running, "VB_SoDieu", "VB_Dam", "VB_Nghieng", "H3", "H4", "H5", "H6")


def _is_running(kieu: Kieu, the_thuc: TheThuc) -> bool:
    return bool(kieu.dua_tren) and (
        kieu.dua_tren == "VB_NoiDung" or _is_running(the_thuc.kieu[kieu.dua_tren], the_thuc)
    )


def _begins(line: Line, the_thuc: TheThuc) -> bool:
    """True for the first line of a paragraph: it is indented."""
    return line.left - the_thuc.trang.le_trai > the_thuc.kieu["VB_NoiDung"].thut_dau_dong // 2


# Tables


def it_repeats_the_head_of_the_table_on_every_page(documents: Documents) -> None:
    heads = [[_text(cell.words) for cell in page.table_rows()[0]] for page in documents[2]]
    assert len(heads) > 2
    assert all(head == heads[0] for head in heads)
    assert heads[0][0] == "STT"


def it_leaves_no_group_row_at_the_foot_of_a_page(documents: Documents) -> None:
    for page in documents[2]:
        rows = page.table_rows()
        assert len(rows) > 1
        assert len(rows[-1]) == len(rows[0])


def it_breaks_no_word_inside_a_cell(documents: Documents, parts: list[Part]) -> None:
    """A word, a date, a number with its noun stands on one line, in every cell of the table."""
    (table,) = parts[2].tables("VB_Bang")
    wanted = _cells_as_written(table)
    printed = [[cell.words for cell in row] for page in documents[2] for row in page.table_rows()[1:]]
    assert len(printed) > 20
    assert printed == wanted


def _cells_as_written(table: Element) -> list[list[list[str]]]:
    *rows, _end_mark = [row for row in table.iter(w("tr")) if row.find(f"{W}trPr/{W}tblHeader") is None]
    return [[_written(cell) for cell in row.iter(w("tc"))] for row in rows]


def _written(cell: Element) -> list[str]:
    paragraphs = ("".join(node.text or "" for node in p.iter(w("t"))) for p in cell.iter(w("p")))
    return [word for text in paragraphs for word in text.split(" ") if word]


def it_keeps_the_text_of_a_cell_off_its_borders(documents: Documents, the_thuc: TheThuc) -> None:
    room = the_thuc.kieu["VB_Bang"].le_o
    for page in documents[2]:
        for row in page.table_rows():
            for cell in row:
                for line in cell.lines:
                    assert line.left >= cell.left + room - HAIR, line.text
                    assert line.right <= cell.right - room + HAIR, line.text


def _text(words: list[str]) -> str:
    return " ".join(words)
