"""What stands around the columns of a table: its unit, the labels of the columns, columns that another table has."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, checked, resolved
from vanban.model.column_labels import count_labels, parse_labels
from vanban.model.document import BoVanBan
from vanban.model.grid import Grid
from vanban.model.inline import shown_text
from vanban.model.printed import Para
from vanban.model.printed_lines import printed_lines
from vanban.model.walk import tables
from vanban.readers.schemas import Schemas
from vanban.writers.to_docx.body import body
from vanban.writers.to_yaml import to_yaml

ROOT = Path(__file__).parents[1]
ALONE = DECISION.replace("Ban hành kèm theo Quyết định này [[kh]]", "Thực hiện Quyết định này").replace("kem_theo:\n  - kh\n", "")
COLUMNS = "cot: [{ma: ten, tieu_de: Tên}, {ma: nam, tieu_de: Năm 2025, kieu_o: so, do_rong: 30}, {ma: sau, tieu_de: Sau, kieu_o: so}]"
ROWS = "hang: [{ten: A, nam: 1, sau: 2}, {ten: B, nam: 3, sau: 4}, {tong_cong: true, ten: Cộng}]"


def decision(*listed: str) -> str:
    """A decision with tables in its Điều 1."""
    return ALONE.replace("noi_nhan:", "    bang_bieu:\n" + "".join(f"      - {{{each}}}\n" for each in listed) + "noi_nhan:")


def words(bo: BoVanBan) -> list[str]:
    return [line.text for line in printed_lines(bo) if line.kind in ("cell", "caption", "paragraph")]


@pytest.mark.parametrize(("typed", "columns", "labels"), [
    ("A / B / 1", 6, "A B 1 2 3 4"), ("A / 1", 2, "A 1"), ("(1)", 3, "(1) (2) (3)"), ("A", 3, "A B C"), ("A / (1)", 3, "A (1) (2)"),
    ("A / B / C / 1 / 3", 6, "A B C 1 3 4"), ("Z", 2, "Z "), ("A / B", 1, "A"),
])
def it_counts_the_labels_of_columns_on_behind_the_last_that_is_typed(typed: str, columns: int, labels: str) -> None:
    assert " ".join(count_labels(parse_labels(typed), columns)) == labels


@pytest.mark.parametrize("typed", ["a", "A, B", "0", "(1", "1)", "AB / 1", "A /", ""])
def it_refuses_what_is_no_label(typed: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="; ghi true"):
        parse_labels(typed)
    quoted = f'ma: b, danh_so_cot: "{typed}", {COLUMNS}, {ROWS}'
    assert {f.code for f in checked(tmp_path, qd=decision(quoted)).findings} == ({"C103"} if typed else set())


def it_prints_the_labels_and_cites_a_column_by_its_label(tmp_path: Path) -> None:
    table = f"ma: b, danh_so_cot: A / 1, {COLUMNS}, quan_he: [sau = nam + 1], {ROWS}"
    bo = resolved(tmp_path, qd=decision(table).replace("Quyết định này.", "Quyết định này, xem [[b.sau]]."))
    assert words(bo)[:8] == ["Tên", "Năm 2025", "Sau", "A", "1", "2", "A", "1"]
    assert "Cột 2 = 1 + 1." in words(bo)
    assert shown_text(bo.van_ban.de_muc[0].noi_dung.blocks[0].inlines).endswith("xem cột 2.")  # type: ignore[union-attr]


def it_prints_the_unit_above_the_table_at_the_right(tmp_path: Path) -> None:
    bo = resolved(tmp_path, qd=decision(f"ma: b, tieu_de: Kinh phí, don_vi_tinh: triệu đồng, {COLUMNS}, {ROWS}"))
    parts = body(bo.van_ban, "./.", "./.")
    above = [part for part in parts[: [type(part) for part in parts].index(Grid)] if isinstance(part, Para)][-2:]
    assert [(p.style, p.mark and p.mark[0], shown_text(p.line), p.keep) for p in above] == [
        ("VB_BangTen", None, "Kinh phí", ""), ("VB_BangPhai", "Đơn vị tính: ", "triệu đồng", "lien_sau")]
    assert "Đơn vị tính: triệu đồng" in words(bo)


@pytest.mark.parametrize("unit", ["Đơn vị tính: triệu đồng", "ĐVT: triệu đồng", "đơn vị: triệu đồng"])
def it_asks_for_the_unit_alone(unit: str, tmp_path: Path) -> None:
    found = checked(tmp_path, qd=decision(f'ma: b, don_vi_tinh: "{unit}", {COLUMNS}, {ROWS}')).findings
    assert [(f.code, "máy tự in" in f.message + f.hint) for f in found] == [("S205", True)]


def it_gives_a_table_the_columns_of_another_with_all_that_is_said_of_them(tmp_path: Path) -> None:
    bo = resolved(tmp_path, qd=decision(f"ma: mot, {COLUMNS}, {ROWS}", f"ma: hai, cot_nhu: mot, {ROWS}"))
    first, second = tables(bo.van_ban)
    assert second.grid
    assert first.grid
    assert [cell.paragraphs for row in (*second.grid.head, *second.grid.rows) for cell in row] == [
        cell.paragraphs for row in (*first.grid.head, *first.grid.rows) for cell in row]
    assert second.grid.widths == first.grid.widths


def it_takes_columns_from_a_table_of_another_document_of_the_set(tmp_path: Path) -> None:
    qd = DECISION.replace("noi_nhan:", f"    bang_bieu: [{{ma: mot, {COLUMNS}, {ROWS}}}]\nnoi_nhan:")
    kh = f"loai_van_ban: ke_hoach\nma: kh\ntrich_yeu: Cải cách\nde_muc: [{{tieu_de: A, bang_bieu: [{{ma: hai, cot_nhu: mot, {ROWS}}}]}}]\n"
    bo = resolved(tmp_path, qd=qd, kh=kh)
    assert words(bo).count("Năm 2025") == 2


def it_holds_the_cells_to_the_columns_that_it_has_from_elsewhere(tmp_path: Path) -> None:
    second = "ma: hai, cot_nhu: mot, hang: [{ten: A, nam: vài, la: 1}]"
    found = checked(tmp_path, qd=decision(f"ma: mot, {COLUMNS}, {ROWS}", second)).findings
    assert {"S207", "S311"} <= {f.code for f in found}  # no number, no such column


def it_tells_of_columns_that_are_nowhere(tmp_path: Path) -> None:
    found = checked(tmp_path, qd=decision(f"ma: mot, {COLUMNS}, {ROWS}", f"ma: hai, cot_nhu: mott, {ROWS}")).findings
    assert [(f.code, f.hint) for f in found][:1] == [("R119", "Có phải “mot”?")]


def it_writes_a_table_back_without_the_columns_of_the_other(tmp_path: Path) -> None:
    bo = resolved(tmp_path, qd=decision(f"ma: mot, danh_so_cot: A / 1, don_vi_tinh: đồng, {COLUMNS}, {ROWS}", f"ma: hai, cot_nhu: mot, {ROWS}"))
    schemas = Schemas(ROOT / "schemas")
    text = to_yaml(bo.van_ban, schemas.schema("quyet_dinh"), schemas.follow, "")
    assert text.count("tieu_de: Năm 2025") == 1
    assert "cot_nhu: mot" in text
    assert "danh_so_cot: A / 1" in text
    assert "don_vi_tinh: đồng" in text
