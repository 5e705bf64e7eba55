"""The list that a body is before it is XML: where each paragraph comes from, and what a cut through one leaves whole."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.sample import ROOT
from vanban.model.document import VanBan
from vanban.model.grid import placed
from vanban.model.inline import Inline, Line, NoteMark, Run
from vanban.model.places import NOWHERE
from vanban.model.printed import Para
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.project import Project
from vanban.writers.to_docx.as_printed import notes_of
from vanban.writers.to_docx.body import body
from vanban.writers.to_docx.footnotes import note_ids, note_para
from vanban.writers.to_docx.pieces import NoteIds, NoteRef, Piece, pieces
from vanban.writers.to_docx.runs import runs
from vanban.writers.to_docx.table import cell_paras

WRITERS = Path(__file__).parent.parent / "vanban" / "writers"
# So many lines below its origin the words of a heading may stand: behind keys of its own that are written first.
COMPOSED = re.compile(r"\.(quan_he|ngay_thong_qua|co_quan$)")
NEAR = 12


@pytest.fixture(scope="module")
def samples() -> Checked:
    return check(Project(ROOT))


def documents(checked: Checked) -> list[VanBan]:
    return [van_ban for bo in checked.sound for van_ban in bo]


def running(van_ban: VanBan) -> Iterator[Para]:
    """The paragraphs outside of tables, footnotes too."""
    yield from (part for part in body(van_ban, "./.", "./.") if isinstance(part, Para))
    yield from map(note_para, notes_of([van_ban]))


def in_cells(van_ban: VanBan) -> Iterator[Para]:
    grids = [part for part in body(van_ban, "./.", "./.") if not isinstance(part, Para)]
    for grid in grids:
        assert grid.origin != NOWHERE
        for rows in (grid.head, grid.rows):
            for column, cell in placed(rows):
                yield from cell_paras(cell, grid, column)


def ids_of(van_ban: VanBan) -> NoteIds:
    return note_ids(notes_of([van_ban]))


def text_of(found: list[Piece]) -> str:
    return "".join(piece[0] if isinstance(piece, tuple) else "*" for piece in found)


# Origins


def it_leads_every_paragraph_home_to_the_lines_that_it_was_typed_in(samples: Checked) -> None:
    led = 0
    for van_ban in documents(samples):
        lines = (ROOT / samples.content.file_of(van_ban)).read_text("utf-8").splitlines()
        for para in running(van_ban):
            place = samples.content.places[para.origin]
            assert para.origin != NOWHERE
            assert place.file == samples.content.file_of(van_ban)
            # The words below a table that state a relation are composed, who passed a resolution on which day, who introduces.
            if (typed := _three_words(para.line)) and not COMPOSED.search(place.path):
                near = " ".join(" ".join(lines[place.line - 1:place.line + NEAR]).split())
                assert typed in near, (place, typed)
                led += 1
    assert led > 1000


def _three_words(line: Line) -> str:
    """Three words as they were typed, behind a first that the machine may have put there; "" for a line without."""
    words = next((run.text.split() for run in line if isinstance(run, Run) and len(run.text.split()) > 4), [])
    return "" if any(sign in word for word in words[1:4] for sign in "./") else " ".join(words[1:4])


def it_leads_every_cell_home_to_the_table_or_record_of_its_document(samples: Checked) -> None:
    found = [(bo, van_ban, para) for bo in samples.sound for van_ban in bo for para in in_cells(van_ban)]
    assert len(found) > 1000
    for bo, van_ban, para in found:
        assert para.origin != NOWHERE
        place = samples.content.places[para.origin]
        # What has become of tasks is said in the report; an annex may list it.
        said_by = [each for each in bo if each is van_ban or each.ket_qua_nhiem_vu]
        assert place.file in {samples.content.file_of(each) for each in said_by}
        assert place.line > 1


# Cuts


def it_binds_the_same_however_a_line_was_cut_into_runs(samples: Checked) -> None:
    bound = 0
    for van_ban in documents(samples):
        ids = ids_of(van_ban)
        for para in (*running(van_ban), *in_cells(van_ban)):
            whole = text_of(pieces(para, ids))
            assert text_of(pieces(replace(para, line=tuple(_in_words(para.line))), ids)) == whole
            bound += whole.count("\N{NO-BREAK SPACE}")
    assert bound > 500


def _in_words(line: Line) -> Iterator[Inline]:
    """The line with a run for each word and each space."""
    for inline in line:
        if isinstance(inline, Run):
            yield from (replace(inline, text=word) for word in re.split(r"( )", inline.text))
        else:
            yield inline


def it_keeps_every_no_break_space_when_the_pieces_are_cut_into_words(samples: Checked) -> None:
    for van_ban in documents(samples):
        ids = ids_of(van_ban)
        for para in running(van_ban):
            found = pieces(para, ids)
            words = [cut for piece in found for cut in _words(piece)]
            assert _texts(runs(words)) == _texts(runs(found))


def _words(piece: Piece) -> list[Piece]:
    return [(word, piece[1]) for word in re.split(r"(\s)", piece[0])] if isinstance(piece, tuple) else [piece]


def _texts(xml: str) -> str:
    """What a reader sees of runs: their texts, breaks and marks of footnotes."""
    return re.sub(r"<(?!w:br/|w:footnoteReference)[^>]*>", "", xml)


@pytest.mark.parametrize(("line", "mark", "printed"), [
    ((Run("Quyết định số "), Run("76", bold=True)), None, "Quyết định số\N{NO-BREAK SPACE}76"),
    ((Run("theo "), Run("Điều", italic=True), Run(" 5")), None, "theo Điều\N{NO-BREAK SPACE}5"),
    ((Run("giai đoạn 2021"), Run(" - 2030")), None, "giai đoạn 2021\N{NO-BREAK SPACE}-\N{NO-BREAK SPACE}2030"),
    ((Run("Quy định chung"),), ("Điều 1. ", ""), "Điều\N{NO-BREAK SPACE}1. Quy định chung"),
    ((Run("số"), NoteMark("a", 1), Run(" 76")), None, "số* 76"),
])
def it_binds_across_the_borders_of_runs(line: Line, mark: tuple[str, str] | None, printed: str) -> None:
    assert text_of(pieces(Para("VB_NoiDung", line, mark), {1: 2})) == printed


def it_binds_dashes_only_where_a_cell_is_narrow() -> None:
    line = (Run("Điều 5 "), Run("- 6"))
    assert text_of(pieces(Para("VB_BangChu", line, narrow=True), {})) == "Điều 5\N{NO-BREAK SPACE}- 6"


# Runs and notes


def it_makes_runs_in_one_module() -> None:
    makers = [path.name for path in sorted(WRITERS.rglob("*.py")) if re.search(r"<w:r[ >]", path.read_text("utf-8"))]
    assert makers == ["runs.py"]


def it_takes_the_id_of_a_footnote_from_who_asks_for_the_pieces() -> None:
    """The number that the tree counts ties mark and text together; the id is of the part that both are written to."""
    para = Para("VB_NoiDung", (Run("chữ"), NoteMark("a", 1)))
    assert pieces(para, {1: 40}) == [("chữ", ""), NoteRef(40)]
