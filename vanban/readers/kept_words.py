"""The words of an issued set as its record holds them → the set as it is printed.

A record that somebody has changed and sealed anew has the right keys, yet may ask a writer for what it cannot write.
So it is also held to what every set that we print fulfils: what names a style, a picture or a footnote names one that
is there, cells fill their table, documents and bodies are not empty.
"""

import re
from collections.abc import Mapping

from vanban.doctypes import doctypes
from vanban.ids import is_id
from vanban.model.frozen import UsedFrame, UsedValue
from vanban.model.frozen_form import FORMS
from vanban.model.grid import Cell, Grid
from vanban.model.inline import NoteMark
from vanban.model.picture import Hinh
from vanban.model.printed import Para, PrintedDocument, PrintedSet
from vanban.model.rebuild import found
from vanban.plain_data import NotInForm, from_data

_STYLE = re.compile(r"VB_[A-Za-z]+")
# More footnotes than any set has.
_LAST_NOTE = 1_000_000


def read_words(
    version: int, words: object, values: object, files: Mapping[str, str]
) -> tuple[PrintedSet, tuple[UsedValue, ...]]:
    """The words and the figures of a record of that version; `files` are the fingerprints that it names.

    Raises NotInForm.
    """
    form = FORMS[version]
    printed = from_data(PrintedSet, words, form)
    if not isinstance(values, list):
        raise NotInForm("so_lieu")
    figures = tuple(from_data(UsedValue, each, form) for each in values)
    if not printed.documents or not all(_is_whole(each, {*files.values()}) for each in printed.documents):
        raise NotInForm("loi_van")
    return printed, figures


def read_frames(version: int, data: object) -> Mapping[str, UsedFrame]:
    """The frames by their names. Raises NotInForm."""
    if not isinstance(data, dict):
        raise NotInForm("khung_trang")
    return {name: from_data(UsedFrame, frame, FORMS[version]) for name, frame in data.items()}


def _is_whole(document: PrintedDocument, pictures: set[str]) -> bool:
    numbers = [note.number for note in document.notes]
    paras = [part for part in document.body if isinstance(part, Para)]
    grids = [part for part in document.body if isinstance(part, Grid)]
    kind = doctypes().get(document.loai_van_ban)
    return bool(
        (document.body or kind and kind.is_copy)  # a copy has no text of its own
        and len(numbers) == len(set(numbers))
        and all(0 < number < _LAST_NOTE for number in numbers)
        and {mark.number for mark in found(document, NoteMark)} <= set(numbers)
        and all(_STYLE.fullmatch(para.style) and _is_face(para.mark) for para in paras)
        and all(_is_drawn(para.picture, pictures) for para in paras if para.picture)
        and all(map(_is_full, grids))
    )


def _is_face(mark: tuple[str, str] | None) -> bool:
    return not (mark and mark[1]) or bool(_STYLE.fullmatch(mark[1]))


def _is_drawn(hinh: Hinh, pictures: set[str]) -> bool:
    """Whether its file is one of those that the record names, and its place on the page is known."""
    return bool(is_id(hinh.ma) and hinh.drawn and hinh.image and hinh.image.fingerprint in pictures)


def _is_full(grid: Grid) -> bool:
    """Whether the cells of every row, with those that reach down from above, cover its columns, each once."""
    reaching: dict[int, tuple[int, int]] = {}  # first column of such a cell → its columns, the rows left of it
    for row in (*grid.head, *grid.rows):
        cells, column, above = iter(row), 0, reaching
        reaching = {}
        while column < len(grid.widths):
            columns, rows = above.pop(column) if column in above else _size(next(cells, None))
            if not columns or not rows:
                return False
            if rows > 1:
                reaching[column] = columns, rows - 1
            column += columns
        if column > len(grid.widths) or above or next(cells, None):
            return False
    return bool(grid.widths and grid.rows) and not reaching and all(index < len(grid.rows) for index in grid.keep)


def _size(cell: Cell | None) -> tuple[int, int]:
    return (cell.columns, cell.rows) if cell and cell.paragraphs else (0, 0)
