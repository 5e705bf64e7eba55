"""Three published documents and their samples: the same headings, footnotes and tables.

`skeletons/*.yaml` say what was counted by hand from the seeds, which are read only to check those files; the
samples in `content/` are compared with the files alone. What was counted: skeletons/README.md.
"""

import re
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.support.seeds import SEEDS, seed_footnotes, seed_lines, seed_tables
from tests.support.skeletons import (
    FILES,
    ROOT,
    Heading,
    Skeleton,
    SkeletonSet,
    Table,
    footnotes,
    headings,
    mark_and_words,
    read_skeletons,
    shape,
    tables,
)
from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.grid import Cell, Grid
from vanban.model.inline import Run
from vanban.model.running_text import Insert, Item, Paragraph, Text
from vanban.model.steps import STEPS, Step
from vanban.model.table import BangBieu
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project

SETS = [read_skeletons(path) for path in FILES]
of_each_set = pytest.mark.parametrize("found", SETS, ids=lambda found: found.name)
of_each_document = pytest.mark.parametrize(
    ("found", "skeleton"),
    [pytest.param(found, skeleton, id=f"{found.name}-{skeleton.ma}") for found in SETS for skeleton in found.documents],
)


# The files and their seeds


def seed_of(found: SkeletonSet) -> Path:
    if not SEEDS.is_dir():
        pytest.skip(f"the seed documents are not at {SEEDS}")
    return found.seed


@of_each_set
def it_holds_every_numbered_line_of_its_seed_in_order(found: SkeletonSet) -> None:
    typed: list[Heading] = []
    for line in seed_lines(seed_of(found)):
        mark, words = mark_and_words(line)
        if mark:
            typed.append(Heading(0, mark, words))
        elif typed and typed[-1].mark.startswith("Phần"):  # its title stands on the lines below
            typed[-1] = Heading(0, typed[-1].mark, f"{typed[-1].words} {line}")
    held = [heading for skeleton in found.documents for heading in skeleton.headings]
    assert [heading.typed for heading in held] == [line.mark for line in typed]
    differing = [(h.mark, h.words, line.words[:60]) for h, line in zip(held, typed, strict=True) if not line.has(h.words)]
    assert differing == []


@of_each_set
def it_holds_as_many_footnotes_as_stand_at_the_page_feet(found: SkeletonSet) -> None:
    count = sum(skeleton.footnotes for skeleton in found.documents)
    assert seed_footnotes(seed_of(found)) == list(range(1, count + 1))


@of_each_set
def it_holds_the_columns_and_rows_of_every_table_of_its_seed(found: SkeletonSet) -> None:
    held = [expected for skeleton in found.documents for expected in skeleton.tables]
    counted = [_of_seed(rows, with_groups=bool(e.table.groups)) for e, rows in zip(held, seed_tables(seed_of(found)), strict=True)]
    assert counted == [
        {
            "columns": e.table.columns - (_hidden(e.table.merged_in_head) if e.table.head_rows == 1 else 0),
            "head_rows": e.table.head_rows, "number_row": e.table.number_row, "groups": e.table.groups,
            "marked_rows": e.table.rows - e.unmarked + e.doubled,
        }
        for e in held
    ]


def _of_seed(rows: list[tuple[str, ...]], *, with_groups: bool) -> dict[str, Any]:
    """What the text of a table shows. A blank row below the head is the rest of cells that were merged over it."""
    numbers = next((at for at, row in enumerate(rows) if all(re.fullmatch(r"\(\d+\)", cell) for cell in row)), None)
    head, body = (rows[:numbers], rows[numbers + 1:]) if numbers else (rows[:1], rows[1:])
    marked = [row for row in body if row[0] and row != rows[0]]  # a page break prints the head again
    groups = [row for row in marked if with_groups and re.fullmatch("[IVX]+", row[0])]
    return {
        "columns": len(rows[numbers or 0]), "head_rows": sum(any(row) for row in head), "number_row": numbers is not None,
        "groups": len(groups), "marked_rows": len(marked) - len(groups),
    }


def _hidden(merged: str) -> int:
    """Columns that merged heads leave without a head of their own."""
    return sum(int(span.split("x")[0]) - 1 for span in merged.split())


@of_each_document
def it_numbers_the_headings_below_each_heading_from_the_first(found: SkeletonSet, skeleton: Skeleton) -> None:
    """So every heading stands at its level: a seed has marks in a row, the levels are of the one who counted."""
    below: dict[tuple[str, ...], list[str]] = {}
    path: tuple[str, ...] = ()
    for heading in skeleton.headings:
        path = (*path[:heading.level], heading.mark)
        assert len(path) == heading.level + 1, f"{heading.mark} {heading.words} stands too deep"
        below.setdefault(path[:-1], []).append(heading.mark)
    for outer, marks in below.items():
        numbered = [mark for mark in marks if mark != "Phần mở đầu"]
        label = outer[-1].strip(".") if outer else ""
        assert any(_counted(step, label, len(numbered)) == numbered for step in STEPS.values()), (outer, marks)


def _counted(step: Step, outer: str, count: int) -> list[str]:
    """The first marks of a step."""
    try:
        return [step.mark(number, outer) for number in range(1, count + 1)]
    except IndexError:  # past the last letter
        return []


@of_each_document
def it_holds_key_words_and_no_sentence(found: SkeletonSet, skeleton: Skeleton) -> None:
    assert [heading.words for heading in skeleton.headings if len(heading.words.split()) > 7] == []


def it_holds_thirteen_documents_of_three_seeds() -> None:
    """What was counted by hand, so that a line lost from the files is seen where the seeds are missing too."""
    counts = {found.name: [len(skeleton.headings) for skeleton in found.documents] for found in SETS}
    assert counts == {"ha_tinh": [5, 108, 0, 0, 10, 0], "khanh_hoa": [69, 12], "tinh_uy": [41, 0, 0, 0, 0]}


# The samples


@cache
def documents_of(folder: Path) -> dict[str, VanBan]:
    """The resolved documents of a folder, by id and by name of the file."""
    result = check(Project(ROOT), [folder])
    every = [van_ban for bo in result.sets for van_ban in bo]
    by_file = {Path(result.content.file_of(van_ban)).stem: van_ban for van_ban in every}
    return by_file | {van_ban.ma: van_ban for van_ban in every}


def sample_of(found: SkeletonSet, skeleton: Skeleton) -> VanBan:
    if not (ROOT / found.sample).is_dir():
        pytest.fail(f"the sample {found.sample} is not there yet")
    documents = documents_of(ROOT / found.sample)
    if skeleton.ma not in documents:
        pytest.fail(f"the sample {found.sample} has no document {skeleton.ma}, only {', '.join(sorted(documents))}")
    return documents[skeleton.ma]


@of_each_document
def it_has_the_headings_of_its_seed_by_level_and_order(found: SkeletonSet, skeleton: Skeleton) -> None:
    sample = headings(sample_of(found, skeleton))
    assert [heading.shown for heading in sample] == [heading.shown for heading in skeleton.headings]
    lacking = [
        f"{have.mark} {have.words[:60]}: lacks {want.words}"
        for have, want in zip(sample, skeleton.headings, strict=True) if not have.has(want.words)
    ]
    assert lacking == []


@of_each_document
def it_has_as_many_footnotes_as_its_seed(found: SkeletonSet, skeleton: Skeleton) -> None:
    assert footnotes(sample_of(found, skeleton)) == skeleton.footnotes


@of_each_document
def it_has_the_tables_of_its_seed_with_their_columns_rows_and_merged_cells(found: SkeletonSet, skeleton: Skeleton) -> None:
    sample = tables(sample_of(found, skeleton))
    assert list(map(asdict, sample)) == [asdict(expected.table) for expected in skeleton.tables]


# How a sample is read


def _cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(((Run(text),),)) for text in texts)


def it_reads_the_shape_of_a_table_from_its_grid() -> None:
    def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
        return Cell(((Run(text),),), columns, rows)

    grid = Grid(
        (),
        ((cell("STT", 1, 2), cell("Số", 2)), _cells("A", "B"), _cells("(1)", "(2)", "(3)")),
        (
            (*_cells("I"), Cell(((Run("Nhóm"),),), columns=2, role="nhom")),
            (cell("1"), cell("x", 1, 2), cell("", 1, 2)),
            _cells("2"),
            (Cell(((Run("./."),),), columns=3, role="ket_thuc"),),
        ),
    )
    assert shape(grid) == Table(3, 2, True, 1, 2, "1x2 2x1", "1x2 1x2")


def it_reads_a_heading_and_a_numbered_line_of_text_alike() -> None:
    diem = Item("diem", (Run("Điểm"),), mark="a)")
    khoan = Item("khoan", (Run("Khoản"),), items=(diem, Item("gach", (Run("gạch"),), mark="-")), mark="1.")
    in_text = DeMuc((Run("Mục"),), Text((khoan,)), mark="I.")
    as_nodes = DeMuc(
        (Run("Mục"),),
        de_muc=(DeMuc((), Text((Paragraph((Run("Khoản"),)),)), (DeMuc((Run("Điểm"),), mark="a)"),), mark="1."),), mark="I.",
    )
    for node in (in_text, as_nodes):
        assert headings(VanBan("", "", "", de_muc=(node,))) == [
            Heading(0, "I.", "Mục"), Heading(1, "1.", "Khoản"), Heading(2, "a)", "Điểm")
        ]


def it_knows_an_abbreviation_for_its_words() -> None:
    assert Heading(0, "1.", "Cải cách TTHC của UBND").has("thủ tục hành chính, ủy ban nhân dân")
    assert not Heading(0, "1.", "Khách quan").has("khác")


def it_reads_tables_in_the_order_of_print() -> None:
    def table(ma: str, columns: int) -> BangBieu:
        return BangBieu(ma, "", grid=Grid((), (_cells(*"x" * columns),), ()))

    node = DeMuc(noi_dung=Text((Insert("b"),)), bang_bieu=(table("a", 1), table("b", 2)))
    document = VanBan("", "", "", de_muc=(node,), bang_bieu=(table("c", 3),))
    assert [each.columns for each in tables(document)] == [2, 1, 3]
