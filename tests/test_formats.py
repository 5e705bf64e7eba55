"""The hardest fragments of five real documents, in our source format: they read without a finding and as they look.

Beside each `formats/*.yaml` stands its outline, which a reviewer compares with the paper. After a wanted change:
`VANBAN_UPDATE_GOLDENS=1 python -m pytest tests/test_formats.py`, then read `git diff tests/formats`.

Tables are data here: what the files say about columns, rows and relations must hold together, so that whatever
reads tables later has to take the same files.
"""

import os
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.support.outline import outline
from tests.support.seeds import SEEDS
from vanban.doctypes import DocType
from vanban.model.body import DeMuc, Item, Note, Paragraph, Text
from vanban.model.document import BoVanBan, VanBan
from vanban.model.inline import Figure, Inline, NoteMark, Question, Reference, Run, shown_text
from vanban.model.places import Places
from vanban.model.steps import STEPS
from vanban.numerals import parse_number
from vanban.readers.build_document import build_document
from vanban.readers.check_schema import Schemas, check_schema
from vanban.readers.check_structure import check_structure
from vanban.readers.source import Source, read_source
from vanban.transforms.numbering import number

FORMATS = Path(__file__).parent / "formats"
FILES = sorted(FORMATS.glob("*.yaml"))
ROOT = Path(__file__).parents[1]
ANY_TYPE = {"": DocType("", "", "", "", "", "I. / 1. / a)")}
# What a row and a column may hold beside the cells: the words of the table format.
ROW_WORDS = {"nhom", "gom", "chia_theo", "danh_so", "de_trong"}
COLUMN_WORDS = {"ma", "tieu_de", "cot", "do_rong", "tach", "de_trong"}


def source_of(name: str) -> Source:
    path = FORMATS / f"{name}.yaml"
    source, findings = read_source(path.name, path.read_bytes())
    assert findings == []
    return source


def document_of(name: str) -> VanBan:
    """The document of a file, its marks counted."""
    source, places = source_of(name), Places()
    document, findings = build_document(source, source.data, places)
    assert findings == []
    counted, findings = number(BoVanBan(document), ANY_TYPE, places)
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
    assert len(FILES) == 6


@pytest.mark.parametrize("path", [p for p in FILES if b"bang_bieu:" not in p.read_bytes()], ids=lambda path: path.stem)
def it_is_a_body_that_the_schema_accepts(path: Path) -> None:
    head = b"loai_van_ban: phu_luc\nma: manh_thu\ntrich_yeu: X\n"
    source, _ = read_source(path.name, head + path.read_bytes())
    _, findings = check_schema(source, "phu_luc", Schemas(ROOT / "schemas"))
    assert findings == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def it_has_a_text_for_every_footnote_and_a_table_for_every_insert(path: Path) -> None:
    source, places = source_of(path.stem), Places()
    document, _ = build_document(source, source.data, places)
    not_yet_printable = "C104"
    assert {fault.code for fault in check_structure(document, places)} <= {not_yet_printable}


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
    figures = [(f.ma, f.don_vi) for f in second.inlines if isinstance(f, Figure)]
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


def tables() -> list[Any]:
    found = [
        pytest.param(table, id=f"{path.stem}-{table['ma']}")
        for path in FILES
        for table in source_of(path.stem).data.get("bang_bieu", [])
    ]
    assert len(found) == 2
    return found


def leaves(columns: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The columns that have cells, left to right."""
    return [leaf for column in columns for leaf in (leaves(column["cot"]) if "cot" in column else [column])]


def rows(tree: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in tree:
        yield row
        yield from rows(row.get("gom", []))


def head_depth(columns: list[dict[str, Any]]) -> int:
    return 1 + max((head_depth(column["cot"]) for column in columns if "cot" in column), default=0)


@pytest.mark.parametrize("table", tables())
def it_names_every_column_once(table: dict[str, Any]) -> None:
    names = [leaf["ma"] for leaf in leaves(table["cot"])]
    assert len(set(names)) == len(names)
    assert names[0] == "so_thu_tu"


@pytest.mark.parametrize("table", tables())
def it_says_of_a_column_only_what_the_format_knows(table: dict[str, Any]) -> None:
    def check(columns: list[dict[str, Any]]) -> None:
        for column in columns:
            assert set(column) <= COLUMN_WORDS
            assert column["tieu_de"]
            assert ("cot" in column) != ("ma" in column), "a head above others has no cells, so no id"
            check(column.get("cot", []))

    check(table["cot"])


@pytest.mark.parametrize("table", tables())
def it_gives_every_cell_of_a_row_a_column(table: dict[str, Any]) -> None:
    known = {leaf["ma"] for leaf in leaves(table["cot"])}
    for row in rows(table["hang"]):
        assert set(row) - ROW_WORDS <= known - {"so_thu_tu"}, "a number in STT is the machine's"
        assert "chia_theo" not in row or row["gom"]


@pytest.mark.parametrize("table", tables())
def it_fills_the_width_of_a_landscape_page(table: dict[str, Any]) -> None:
    assert sum(parse_number(leaf["do_rong"]) for leaf in leaves(table["cot"])) == Decimal(252)


@pytest.mark.parametrize("table", tables())
def it_relates_known_columns_only(table: dict[str, Any]) -> None:
    known = {leaf["ma"] for leaf in leaves(table["cot"])}
    for relation in table.get("quan_he", []):
        result, equals, parts = relation.partition(" = ")
        assert equals
        assert {result, *parts.split(" + ")} <= known


def it_heads_the_party_annex_in_two_rows_over_eight_numbered_columns() -> None:
    (table,) = source_of("tinh_uy_phu_luc_1").data["bang_bieu"]
    assert head_depth(table["cot"]) == 2
    assert len(leaves(table["cot"])) == 8
    assert table["danh_so_cot"] == "true"


def it_adds_columns_four_to_eight_of_the_party_annex_to_column_three() -> None:
    (table,) = source_of("tinh_uy_phu_luc_1").data["bang_bieu"]
    order = [leaf["ma"] for leaf in leaves(table["cot"])]
    (relation,) = table["quan_he"]
    result, _, parts = relation.partition(" = ")
    assert order.index(result) + 1 == 3
    assert [order.index(part) + 1 for part in parts.split(" + ")] == [4, 5, 6, 7, 8]


def it_leaves_the_total_of_the_party_annex_without_a_number() -> None:
    (table,) = source_of("tinh_uy_phu_luc_1").data["bang_bieu"]
    assert [row["co_quan"] for row in rows(table["hang"])][-1] == "TỔNG CỘNG"
    assert table["hang"][-1]["danh_so"] in STEPS
    assert [len(row.get("gom", [])) for row in table["hang"]] == [0, 0, 2, 0]


def it_places_the_party_table_before_the_note_below_it() -> None:
    blocks = document_of("tinh_uy_phu_luc_1").mo_dau.blocks
    assert [type(block).__name__ for block in blocks] == ["Insert", "Paragraph"]


def it_splits_one_column_of_khanh_hoa_for_the_six_rows_of_a_breakdown() -> None:
    (table,) = source_of("khanh_hoa_bang_2").data["bang_bieu"]
    assert [(leaf["ma"], leaf["tach"]) for leaf in leaves(table["cot"]) if "tach" in leaf] == [("tieu_chi", "2")]
    assert [len(row["gom"]) for row in rows(table["hang"]) if "chia_theo" in row] == [6]
    assert len(table["hang"]) == 7


def it_leaves_six_years_of_khanh_hoa_blank_in_every_row() -> None:
    (table,) = source_of("khanh_hoa_bang_2").data["bang_bieu"]
    years = {leaf["ma"] for leaf in leaves(table["cot"]) if leaf.get("de_trong") == "true"}
    assert years == {f"nam_{year}" for year in range(2015, 2021)}
    assert not any(years & set(row) for row in rows(table["hang"]))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _runs(text: str, length: int) -> Iterator[str]:
    parts = text.split()
    yield from (" ".join(parts[start:start + length]) for start in range(len(parts) - length + 1))
