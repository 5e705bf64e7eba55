"""What is drawn of a document → the plain data of it, as short as can be: most of a page is this."""

from vanban.reviews._page._blocks import Block, DrawnCell
from vanban.reviews._page._drawing import Drawn, Part
from vanban.reviews._page._entries import State
from vanban.reviews._page._lines import Line

Data = dict[str, object]
_STATES: dict[State, str] = {"both": "", "added": "+", "removed": "-", "to": ">", "from": "<"}
_ALIGNS = {"trai": "", "giua": "c", "phai": "r"}
# Of the first heading in what is folded so many letters are shown.
_LETTERS = 90


def document_data(page: Drawn, is_whole: bool) -> Data:
    """Its parts and tables; without what is folded where the page does not hold the whole."""
    return {
        "tables": [{"columns": [[column.width, _STATES[column.state]] for column in table.columns],
                    "head": [_block(row) for row in table.head]} for table in page.tables],
        "parts": [_part(part, is_whole) for part in page.parts],
    }


def _part(part: Part, is_whole: bool) -> Data:
    shown: Data = {"first": part.first, "blocks": [_block(block) for block in part.blocks]}
    if not part.is_folded:
        return shown
    return {**(shown if is_whole else {}), "folded": len(part.blocks), "unit": part.unit,
            "heading": part.heading[:_LETTERS], "effects": sum(1 for block in part.blocks if block.effect)}


def _block(block: Block) -> Data:
    data: Data = {"kind": block.kind, "state": _STATES[block.state], "changes": block.changes}
    if block.cells:
        data |= {"table": block.table, "head": block.is_head, "cells": [_cell(cell) for cell in block.cells]}
    else:
        data |= {"label": block.label, "words": block.lines[0].words}
    if block.effect:
        data["effect"] = block.effect
    return {key: value for key, value in data.items() if value is not False and value not in ("", [])}


def _cell(cell: DrawnCell) -> list[object]:
    """Column, columns, state, looks, lines; those of a cell whose lines differ each with its state."""
    look = _ALIGNS[cell.align] + ("h" if cell.role in ("dau", "so_cot", "nhom") else "")
    return [cell.column, cell.columns, _STATES[cell.state], look, [_line(line, cell) for line in cell.lines]]


def _line(line: Line, cell: DrawnCell) -> object:
    return line.words if line.state == cell.state else {"state": _STATES[line.state], "words": line.words}
