"""The hardest fragments of five real documents, and hard forms that offices issue, in our source format: they read
without a finding and as they look. Those that are no annex say of which type they are.

Beside each `formats/*.yaml` stands its outline, which a reviewer compares with the paper. After a wanted change:
`VANBAN_UPDATE_GOLDENS=1 python -m pytest tests/test_formats.py`, then read `git diff tests/formats`.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.support.outline import outline
from tests.support.seeds import SEEDS
from tests.support.setting import plain_setting
from vanban import printer
from vanban.doctypes import DocType, doctypes
from vanban.lint.engine import lint
from vanban.lint.subjects import DocumentSubject
from vanban.model import expression
from vanban.model.body import DeMuc
from vanban.model.document import BoVanBan, VanBan
from vanban.model.grid import Grid
from vanban.model.inline import Figure, Inline, NoteMark, Question, Reference, Run, shown_text
from vanban.model.places import Places
from vanban.model.running_text import Item, Note, Paragraph, Text
from vanban.model.table import BangBieu
from vanban.readers.build_document import build_document
from vanban.readers.check_schema import check_schema
from vanban.readers.schemas import Schemas
from vanban.readers.source import Source, read_source
from vanban.tables._draw import draw
from vanban.transforms import numbering
from vanban.units import Mm

FORMATS = Path(__file__).parent / "formats"
FILES = sorted(FORMATS.glob("*.yaml"))
ROOT = Path(__file__).parents[1]
ANY_TYPE = {"": DocType("", "", "", "", "", "I. / 1. / a)"), **doctypes()}
PLACES, SCHEMAS = Places(), Schemas(ROOT / "schemas")
# What a fragment does not have of what its type needs.
HEAD = {"ma": "manh_thu", "trich_yeu": "X", "co_quan": "ubnd_nghe_an", "can_cu": "[nq_76_2021]", "noi_nhan": "[Bộ Nội vụ]",
        "luu": "VT", "nguoi_ky": "nguyen_van_a"}


def source_of(name: str) -> Source:
    path = FORMATS / f"{name}.yaml"
    source, findings = read_source(path.name, path.read_bytes())
    assert findings == []
    return source


def type_of(name: str) -> str:
    return str(source_of(name).data.get("loai_van_ban", "phu_luc"))


@cache
def document_of(name: str) -> VanBan:
    """The document of a file, its marks counted."""
    source = source_of(name)
    source_data = SCHEMAS.typed(type_of(name), source.data)
    document, findings = build_document(source, source_data, PLACES)
    assert findings == []
    counted, findings = numbering.apply(BoVanBan(document), replace(plain_setting(PLACES), doctypes=ANY_TYPE))
    assert findings == []
    return counted.van_ban


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def it_reads_as_its_outline_shows(path: Path) -> None:
    golden = path.with_suffix(".outline.txt")
    found = outline(document_of(path.stem))
    if os.environ.get("VANBAN_UPDATE_GOLDENS"):
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text(encoding="utf-8")


def it_has_an_outline_for_every_fragment_and_none_too_many() -> None:
    assert {path.stem for path in FILES} == {p.name.removesuffix(".outline.txt") for p in FORMATS.glob("*.txt")}
    assert len(FILES) == 12


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def it_is_a_body_that_the_schema_accepts(path: Path) -> None:
    kind = type_of(path.stem)
    missing = "".join(f"{key}: {value}\n" for key, value in HEAD.items() if key in SCHEMAS.schema(kind)["required"])
    named = "" if "loai_van_ban" in source_of(path.stem).data else "loai_van_ban: phu_luc\n"
    source, _ = read_source(path.name, f"{named}{missing}".encode() + path.read_bytes())
    _, findings = check_schema(source, kind, SCHEMAS)
    assert findings == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def it_has_a_text_for_every_footnote_and_a_table_for_every_insert(path: Path) -> None:
    source, places = source_of(path.stem), Places()
    document, _ = build_document(source, source.data, places)
    assert lint(DocumentSubject(document, places)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def it_takes_no_sentence_from_the_published_documents(path: Path) -> None:
    """Titles, names and figures are facts; eleven words in a row that are not of a heading would be a sentence."""
    if not SEEDS.is_dir():
        pytest.skip(f"the seed documents are not at {SEEDS}")
    seeds = " ".join(_words(p.read_text(encoding="utf-8")) for p in SEEDS.glob("*.txt"))
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not re.match(r"\s*(#|- tieu_de:)", line)]
    taken = [run for line in lines for run in _runs(_words(line), 11) if run in seeds]
    assert taken == []


# Running text


def _nodes(nodes: tuple[DeMuc, ...]) -> Iterator[DeMuc]:
    for node in nodes:
        yield node
        yield from _nodes(node.de_muc)


def node_titled(name: str, title: str) -> DeMuc:
    """The one heading of a file whose title begins so."""
    found = [n for n in _nodes(document_of(name).de_muc) if shown_text(n.tieu_de).startswith(title)]
    assert len(found) == 1
    return found[0]


def _items(text: Text) -> list[Item]:
    return [block for block in text.blocks if isinstance(block, Item)]


def _inlines(name: str) -> Iterator[Inline]:
    for node in _nodes(document_of(name).de_muc):
        for text in (node.noi_dung, node.noi_dung_cuoi):
            yield from (inline for block in (*text.blocks, *text.notes) for inline in _of(block))


def _of(block: Any) -> Iterator[Inline]:
    if isinstance(block, Item | Paragraph | Note):
        yield from block.inlines
    if isinstance(block, Item):
        for inner in (*block.paragraphs, *block.items):
            yield from _of(inner)


def bold_words(name: str) -> list[str]:
    return [inline.text for inline in _inlines(name) if isinstance(inline, Run) and inline.bold]


def italic_words(name: str) -> list[str]:
    return [inline.text for inline in _inlines(name) if isinstance(inline, Run) and inline.italic]


def it_numbers_the_six_steps_of_ha_tinh() -> None:
    marks = [node.mark for node in _nodes(document_of("ha_tinh_muc_2_2").de_muc)]
    assert marks == [
        "Phần thứ nhất", "A.", "I.", "1.", "2.", "2.1.", "2.2.", "2.2.1.", "2.2.2.", "2.2.3.", "2.3.", "2.3.1."
    ]


def it_keeps_colons_numbers_and_number_signs_of_a_line_as_typed() -> None:
    first, second, third = _items(node_titled("ha_tinh_muc_2_2", "Về tình hình").noi_dung)
    assert shown_text(first.inlines) == (
        "Dịch vụ một phần (mức độ 3): 289 dịch vụ, gồm cấp tỉnh 276, mỗi huyện 10, mỗi xã 3. "
        "Có phát sinh hồ sơ: 50 dịch vụ (cấp tỉnh: 47, cấp huyện: 02, cấp xã: 01). "
        "Tỷ lệ phát sinh: 48,67% (1.597/3.281)."
    )
    assert shown_text(second.inlines).endswith("26,78% (14.862/55.489).")
    assert "tại quầy #1 đến #9 (09 sở)" in shown_text(third.inlines)


def it_asks_a_person_where_ha_tinh_left_a_figure_open() -> None:
    questions = [inline.ly_do for inline in _inlines("ha_tinh_muc_2_2") if isinstance(inline, Question)]
    assert questions == ["con số 08 địa phương là của năm nào?"]


def it_keeps_a_line_that_begins_with_a_quotation_mark() -> None:
    (paragraph,) = node_titled("ha_tinh_muc_2_2", "Cải cách thể chế").noi_dung.blocks
    assert isinstance(paragraph, Paragraph)
    assert shown_text(paragraph.inlines).startswith('"Một đầu mối, một quy trình"')


def it_keeps_a_dash_that_begins_in_bold() -> None:
    assert bold_words("ha_tinh_muc_2_2") == ["786 đơn vị sự nghiệp"]
    bold = _items(node_titled("ha_tinh_muc_2_2", "Sắp xếp, kiện toàn").noi_dung)[1]
    assert bold.inlines[0] == Run("786 đơn vị sự nghiệp", bold=True)
    assert "102 thuộc sở & 674" in shown_text(bold.inlines)


def it_joins_each_footnote_of_ha_tinh_to_one_mark() -> None:
    marks = [inline.ma for inline in _inlines("ha_tinh_muc_2_2") if isinstance(inline, NoteMark)]
    notes = [note for node in _nodes(document_of("ha_tinh_muc_2_2").de_muc) for note in node.noi_dung.notes]
    assert marks == [note.ma for note in notes] == ["ra_soat", "cap_pho", "thanh_vien", "cap_xa"]
    long = shown_text(notes[1].inlines)
    assert long.startswith("Cấp phó của sở, ban, ngành: 54 người")
    assert long.endswith("1.033 người, giảm 239 người.")


def it_cites_four_acts_by_id_in_ha_tinh() -> None:
    cited = [inline.ma for inline in _inlines("ha_tinh_muc_2_2") if isinstance(inline, Reference)]
    assert cited == ["qd_27_2016_ha_tinh", "qd_37_2018_ha_tinh", "kh_223_2021_ha_tinh", "qd_468_2021_ttg"]


def it_hangs_the_dashes_of_khanh_hoa_below_their_diem() -> None:
    items = _items(node_titled("khanh_hoa_muc_2_1", "Cải cách thủ tục").de_muc[0].noi_dung)
    assert [(item.mark, len(item.items)) for item in items] == [("a)", 0), ("b)", 3), ("c)", 0), ("d)", 5), ("đ)", 0)]


def it_hangs_the_plusses_of_khanh_hoa_below_their_dash() -> None:
    a, b, c = _items(node_titled("khanh_hoa_muc_2_1", "Hiện đại hóa").de_muc[0].noi_dung)
    assert (a.items, c.items) == ((), ())
    assert [(dash.mark, [plus.mark for plus in dash.items]) for dash in b.items if isinstance(dash, Item)] == [
        ("-", ["+"] * 2), ("-", ["+"] * 3), ("-", ["+"] * 2)
    ]


def it_keeps_the_italic_bracket_notes_that_name_who_reports() -> None:
    assert italic_words("khanh_hoa_muc_2_1") == ["Sở Nội vụ tổng hợp chung", "Sở Thông tin và Truyền thông báo cáo"]


def it_numbers_a_heading_of_khanh_hoa_that_has_no_text() -> None:
    last = node_titled("khanh_hoa_muc_2_1", "Những tồn tại, hạn chế")
    assert (last.mark, last.noi_dung.blocks) == ("2.2.", ())


def it_counts_the_diem_of_each_of_the_six_fields_of_nghe_an_from_a() -> None:
    fields = node_titled("nghe_an_nhiem_vu", "Nhiệm vụ").de_muc
    assert [(node.mark, len(node.noi_dung.blocks)) for node in fields] == [
        ("1.", 5), ("2.", 8), ("3.", 6), ("4.", 6), ("5.", 5), ("6.", 5)
    ]
    assert " ".join(item.mark for item in _items(fields[1].noi_dung)) == "a) b) c) d) đ) e) g) h)"


def it_points_from_the_end_of_nghe_ans_tasks_to_the_annex() -> None:
    end = node_titled("nghe_an_nhiem_vu", "Nhiệm vụ").noi_dung_cuoi
    (paragraph,) = end.blocks
    assert isinstance(paragraph, Paragraph)
    assert [inline.ma for inline in paragraph.inlines if isinstance(inline, Reference)] == ["phu_luc_nhiem_vu"]


def it_takes_the_target_of_nghe_an_from_data_and_gives_the_other_one_an_id() -> None:
    first, second = _items(node_titled("nghe_an_nhiem_vu", "Mục tiêu").noi_dung)
    assert first.ma == "mt_vbqppl"
    assert shown_text(first.inlines).endswith("đúng tiến độ.")
    figures = [(f.nguon_so_lieu, f.ma) for f in second.inlines if isinstance(f, Figure)]
    assert figures == [("muc_tieu", "ty_le_dung_han")]


def it_keeps_the_deadlines_of_plan_205_bold() -> None:
    assert bold_words("ke_hoach_205_muc_3_va_5") == [
        "trước ngày 25/4/2025", "trước ngày 20/5/2025", "trước ngày 30/6/2025", "Sở Tài chính:"
    ]


def it_counts_khoan_4_of_plan_205_after_the_paragraph_that_follows_the_diem() -> None:
    text = node_titled("ke_hoach_205_muc_3_va_5", "Thời gian").noi_dung
    shape = [block.mark if isinstance(block, Item) else "đoạn" for block in text.blocks]
    assert shape == ["1.", "2.", "3.", "đoạn", "4."]
    diem = [item.mark for item in _items(text)[2].items if isinstance(item, Item)]
    assert diem == ["a)", "b)", "c)", "d)", "đ)", "e)"]


def it_counts_a_run_in_khoan_of_plan_205_among_the_titled_ones() -> None:
    nodes = node_titled("ke_hoach_205_muc_3_va_5", "Tổ chức").de_muc
    assert [(node.mark, bool(node.tieu_de)) for node in nodes] == [
        ("1.", True), ("2.", True), ("3.", False), ("4.", True)
    ]


def it_ends_part_five_of_plan_205_with_a_paragraph_of_the_whole_part() -> None:
    (paragraph,) = node_titled("ke_hoach_205_muc_3_va_5", "Tổ chức").noi_dung_cuoi.blocks
    assert isinstance(paragraph, Paragraph)


# Tables


def table_of(name: str) -> BangBieu:
    (table,) = document_of(name).bang_bieu
    return table


def grid_of(name: str) -> Grid:
    """The table of a file, drawn on a landscape page."""
    grid, findings = draw(table_of(name), replace(document_of(name), kho_giay="ngang"), plain_setting(PLACES))
    assert findings == []
    return grid


def first_column(name: str) -> list[str]:
    """What the column of numbers shows, row by row."""
    return [shown_text(row[0].paragraphs[0]) for row in grid_of(name).rows]


@pytest.mark.parametrize("name", ["khanh_hoa_bang_2", "tinh_uy_phu_luc_1"])
def it_fills_the_width_of_a_landscape_page(name: str) -> None:
    assert sum(grid_of(name).widths) == Mm(252)


def it_heads_the_party_annex_in_two_rows_over_eight_numbered_columns() -> None:
    upper, lower, numbers = grid_of("tinh_uy_phu_luc_1").head
    assert [(cell.columns, cell.rows) for cell in upper] == [(1, 2), (1, 2), (1, 2), (3, 1), (1, 2), (1, 2)]
    assert [shown_text(cell.paragraphs[0]) for cell in lower] == ["Trước hạn", "Đúng hạn", "Trễ hạn"]
    assert [shown_text(cell.paragraphs[0]) for cell in numbers] == [f"({n})" for n in range(1, 9)]


def it_adds_columns_four_to_eight_of_the_party_annex_to_column_three() -> None:
    table = table_of("tinh_uy_phu_luc_1")
    (relation,) = table.quan_he
    named = [printer.column(table, column.cot) for column in expression.columns(relation.bieu_thuc)]
    assert printer.column(table, relation.cot) == "cột (3)"
    assert named == ["cột (4)", "cột (5)", "cột (6)", "cột (7)", "cột (8)"]


def it_leaves_the_total_of_the_party_annex_without_a_number() -> None:
    assert first_column("tinh_uy_phu_luc_1") == ["I", "II", "III", "1", "2", ""]


def it_places_the_note_of_the_party_below_its_table() -> None:
    (note,) = table_of("tinh_uy_phu_luc_1").ghi_chu_cuoi.blocks
    assert isinstance(note, Paragraph)
    cited = [inline.ma for inline in note.inlines if isinstance(inline, Reference)]
    assert cited == ["ket_qua_giai_quyet.tre_han", "ket_qua_giai_quyet.ton_dong", "phu_luc_1a"]


def it_splits_one_column_of_khanh_hoa_for_the_six_rows_of_a_breakdown() -> None:
    rows = grid_of("khanh_hoa_bang_2").rows
    assert len(rows) == 13
    assert [(cell.columns, cell.rows) for cell in rows[0][:3]] == [(1, 1), (2, 1), (1, 1)]
    assert [(cell.columns, cell.rows) for cell in rows[1][:3]] == [(1, 6), (1, 6), (1, 1)]
    assert [len(row) for row in rows] == [9, 10, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9]


def it_leaves_six_years_of_khanh_hoa_blank_in_every_row() -> None:
    assert all(cell.paragraphs == ((),) for row in grid_of("khanh_hoa_bang_2").rows for cell in row[-6:])


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _runs(text: str, length: int) -> Iterator[str]:
    parts = text.split()
    yield from (" ".join(parts[start:start + length]) for start in range(len(parts) - length + 1))
