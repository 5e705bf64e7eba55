"""Footnotes that have another number now are told below what made it so, and so are the lines that call them."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN
from tests.support.reviewing import compared, of_plan
from vanban.model.change import Comparison
from vanban.reviews._sentences import place_of

FIRST = "1. Việc thứ nhất của kế hoạch[^a].\n[^a]: Chú thích đầu.\n"
SECOND = "1. Việc thứ hai của các cơ quan[^b].\n[^b]: Chú thích sau."
WITHOUT = "1. Việc thứ nhất của kế hoạch.\n"
CALLED_ONE = "khoản 1 Mục I: 1. Việc thứ nhất của kế hoạch. → 1. Việc thứ nhất của kế hoạch."
CALLED_TWO = "khoản 2 Mục I: 2. Việc thứ hai của các cơ quan. → 2. Việc thứ hai của các cơ quan."
SCRIPTS = {
    "a note taken out": (FIRST + SECOND, WITHOUT + SECOND, [
        "removed note, chú thích 1: Chú thích đầu.", f"  mark, {CALLED_ONE}", f"  mark, {CALLED_TWO}",
        "  mark, chú thích 1: Chú thích sau. → Chú thích sau.",
    ]),
    "a note put in": (WITHOUT + SECOND, FIRST + SECOND, [
        "added note, chú thích 1: Chú thích đầu.", f"  mark, {CALLED_ONE}", f"  mark, {CALLED_TWO}",
        "  mark, chú thích 2: Chú thích sau. → Chú thích sau.",
    ]),
    "a line taken out with its note": (FIRST + SECOND, SECOND, [
        "removed text, khoản 1 Mục I: 1. Việc thứ nhất của kế hoạch. / Chú thích đầu.",
        "  mark, khoản 1 Mục I: 2. Việc thứ hai của các cơ quan. → 1. Việc thứ hai của các cơ quan.",
        "  mark, chú thích 1: Chú thích sau. → Chú thích sau.",
    ]),
    "a line moved with its note": (FIRST + SECOND, f"{SECOND}\n{FIRST}".rstrip(), [
        "moved text, khoản 1 Mục I: 1. Việc thứ hai của các cơ quan.",
        "  mark, khoản 2 Mục I: 1. Việc thứ nhất của kế hoạch. → 2. Việc thứ nhất của kế hoạch.",
        "  mark, chú thích 1: Chú thích sau. → Chú thích sau.",
        "  mark, chú thích 2: Chú thích đầu. → Chú thích đầu.",
    ]),
    "a line that says otherwise and has lost its note": (FIRST + SECOND, f"1. Việc đầu tiên của đề án.\n{SECOND}", [
        "changed text, khoản 1 Mục I: 1. Việc thứ nhất của kế hoạch. → 1. Việc đầu tiên của đề án.",
        "removed note, chú thích 1: Chú thích đầu.", f"  mark, {CALLED_TWO}",
        "  mark, chú thích 1: Chú thích sau. → Chú thích sau.",
    ]),
}


@pytest.mark.parametrize("words", SCRIPTS)
def it_tells_the_notes_that_have_another_number_and_the_lines_that_call_them(words: str, tmp_path: Path) -> None:
    old, new, expected = SCRIPTS[words]
    assert of_plan(tmp_path, old, new) == expected


def it_says_in_words_what_has_become_of_a_note(tmp_path: Path) -> None:
    def plan(text: str) -> str:
        return PLAN.replace("      Theo phân công.\n", "".join(f"      {line}\n" for line in text.splitlines()))

    comparison: Comparison = compared(tmp_path, {"qd": DECISION, "kh": plan(FIRST + SECOND)},
                                      {"qd": DECISION, "kh": plan(WITHOUT + SECOND)})
    assert [place_of(each) for each in comparison.changes[0].consequences] == [
        "số chú thích ở khoản 1 Mục I", "số chú thích ở khoản 2 Mục I", "chú thích 2 nay là chú thích 1"]
