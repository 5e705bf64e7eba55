"""Which bound spaces LibreOffice is given as they are, and which as plain ones: no line may end where one was bound."""

import io
import random
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from hypothesis import given
from hypothesis import strategies as st

from tests.support.set_lines import set_paragraphs
from vanban.metrics import text_width
from vanban.units import Pt as Points
from vanban.writers._pdf_copy import print_copy
from vanban.writers._pdf_spaces import NBSP, Letters, needed_spaces
from vanban.writers.to_pdf import Converter, Job, is_ready

SIZE = Points(14)
BOUND = [f"Điều{NBSP}5", f"năm{NBSP}2025", f"2021{NBSP}-{NBSP}2025", f"khoản{NBSP}2 Mục{NBSP}III"]
WORDS = ["và", "của", "nghiêm", "trách nhiệm", "Ủy ban", "i", "CCHC,", *BOUND]


def _needed(text: str, room: int) -> set[int]:
    return needed_spaces([Letters(text, SIZE, bold=False, italic=False)], room, room)


def _set(text: str, room: int) -> list[str]:
    """Lines, each as many words as have room."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and text_width(longer := f"{lines[-1]} {word}", SIZE) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _loosened(text: str, needed: set[int]) -> str:
    return "".join(" " if char == NBSP and at not in needed else char for at, char in enumerate(text))


@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=60), st.integers(70, 400))
def it_leaves_the_lines_as_they_were(words: Sequence[str], points: int) -> None:
    text, room = " ".join(words), Points(points)
    loose = _loosened(text, _needed(text, room))
    assert [line.replace(NBSP, " ") for line in _set(loose, room)] == [line.replace(NBSP, " ") for line in _set(text, room)]


@given(st.lists(st.sampled_from(WORDS), min_size=20, max_size=60))
def it_needs_few_of_them(words: Sequence[str]) -> None:
    """Not more than two in a line, and none where all stands on one."""
    text = " ".join(words)
    assert len(_needed(text, Points(450))) <= 2 * len(_set(text, Points(450)))
    assert not _needed(text, text_width(text, SIZE) * 2)


def it_keeps_those_that_keep_a_place_free() -> None:
    text = f"Số:{NBSP * 8}/QĐ-UBND{NBSP}"
    assert _needed(text, Points(400)) == {at for at, char in enumerate(text) if char == NBSP}


def it_touches_only_what_is_justified() -> None:
    document = docx.Document()
    for align in (WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT):
        document.add_paragraph(BOUND[0]).alignment = align
    table = document.add_table(1, 1)
    table.cell(0, 0).paragraphs[0].add_run(BOUND[0])
    data = io.BytesIO()
    document.save(data)
    copy = docx.Document(io.BytesIO(print_copy(data.getvalue())))
    assert [each.text for each in copy.paragraphs] == ["Điều 5", BOUND[0]]
    assert copy.tables[0].cell(0, 0).text == BOUND[0]


@pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine")
def it_ends_no_line_of_a_pdf_at_one(tmp_path: Path) -> None:
    """In 80 paragraphs of all faces, widths and indents: what is worked out is what LibreOffice does."""
    chance, document = random.Random(9), docx.Document()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Times New Roman", Pt(14)
    for count in range(80):
        paragraph = document.add_paragraph(f"{'i' * (count % 40)} ")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Mm(chance.choice((0, 10, 12.7)))
        paragraph.paragraph_format.right_indent = Mm(chance.randrange(60))
        for word in chance.choices(WORDS, k=50):
            run = paragraph.add_run(f"{word} ")
            run.bold, run.italic = chance.random() < 0.2, chance.random() < 0.2
    path = tmp_path / "thu.docx"
    document.save(str(path))
    with Converter() as converter:
        converter.convert(Job(path, path.with_suffix(".pdf"), datetime(2025, 7, 15)))
    ends = [line.text for each in set_paragraphs(path.with_suffix(".pdf")) for line in each.lines[:-1]]
    assert len(ends) > 400
    assert [line for line in ends if line.endswith(("Điều", "năm", "2021", "-", "khoản", "Mục"))] == []
