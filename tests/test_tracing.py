"""Which commits have touched which lines: histories made by chance, of which is known what every commit did to what."""

import random
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

import pytest

from tests.support.examples import examples
from vanban.compare.tracing import FileDifference, Hunk, Step, carried, has_lost, touching_new, touching_old, turned

FILE = "kh.yaml"


def hunks(old: list[str], new: list[str]) -> tuple[Hunk, ...]:
    """As `git diff -U0` tells them."""
    found = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found.append(Hunk(start + (end > start), tuple(old[start:end]),
                              new_start + (new_end > new_start), tuple(new[new_start:new_end])))
    return tuple(found)


def difference(old: list[str], new: list[str]) -> tuple[FileDifference, ...]:
    return (FileDifference(FILE, FILE, hunks(old, new)),)


def only(*lines: int) -> dict[str, frozenset[int]]:
    return {FILE: frozenset(lines)}


@dataclass
class Past:
    """A file that commits have changed line by line; `touched` says by the id of a line which of them touched it."""

    chance: random.Random
    lines: list[tuple[int, int]] = field(default_factory=lambda: [(number, 0) for number in range(12)])
    touched: dict[int, set[str]] = field(default_factory=dict)
    count: int = 12

    def text(self) -> list[str]:
        """Of a line six words of its own and one that says how often it was reworded."""
        return [" ".join([*(f"d{number}{letter}" for letter in "abcdef"), f"lan{version}"]) for number, version in self.lines]

    def commit(self, name: str) -> None:
        at = self.chance.randrange(len(self.lines))
        number, version = self.lines[at]
        match self.chance.choice(("put in", "take out", "reword")):
            case "put in":
                number = self.count
                self.count += 1
                self.lines.insert(at, (number, 0))
            case "take out" if len(self.lines) > 3:
                del self.lines[at]
            case _:
                self.lines[at] = number, version + 1
        self.touched.setdefault(number, set()).add(name)


@pytest.mark.parametrize("seed", range(examples(30)))
def it_finds_the_commits_that_touched_a_line_and_no_other(seed: int) -> None:
    past = Past(random.Random(seed))
    texts, numbers = [past.text()], [[number for number, _ in past.lines]]
    names = [f"c{number}" for number in range(past.chance.randint(1, 12))]
    for name in names:
        past.commit(name)
        texts.append(past.text())
        numbers.append([number for number, _ in past.lines])
    parents = ["base", *names]
    steps = [Step(name, ((parent, difference(*texts[at:at + 2])),))
             for at, (parent, name) in enumerate(pairwise(parents))][::-1]
    for line, number in enumerate(numbers[-1], 1):
        assert touching_new(steps, only(line)) == past.touched.get(number, set()), (seed, number)
    for line, number in enumerate(numbers[0], 1):
        assert touching_old(steps, "base", only(line)) == past.touched.get(number, set()), (seed, number)


def it_asks_the_side_of_a_merge_that_a_line_came_from() -> None:
    base, mine, theirs = ["a", "b", "c"], ["a", "B", "c"], ["a", "b", "C"]
    both = ["a", "B", "C"]
    steps = [Step("merge", (("mine", difference(mine, both)), ("theirs", difference(theirs, both)))),
             Step("theirs", (("base", difference(base, theirs)),)), Step("mine", (("base", difference(base, mine)),))]
    assert touching_new(steps, only(2)) == {"mine"}
    assert touching_new(steps, only(3)) == {"theirs"}
    assert touching_new(steps, only(1)) == set()
    assert touching_old(steps, "base", only(3)) == {"theirs"}


def it_follows_a_file_that_was_renamed() -> None:
    renamed = (FileDifference("cu.yaml", FILE, hunks(["a", "b"], ["a", "B"])),)
    lines = carried({"cu.yaml": frozenset({2})}, renamed)
    assert (lines.lines, lines.was_touched) == (only(2), True)
    assert carried(only(1), turned(renamed)).lines == {"cu.yaml": frozenset({1})}


def it_says_what_was_lost_apart_from_what_was_reworded() -> None:
    old, new = ["một hai ba", "bốn năm sáu", "bảy"], ["một hai ba bốn", "bảy"]
    assert carried(only(1), difference(old, new)).has_lost is False
    assert carried(only(2), difference(old, new)).has_lost is True
    steps = [Step("c", (("base", difference(old, new)),))]
    assert touching_old(steps, "base", only(1), has_lost) == set()
    assert touching_old(steps, "base", only(2), has_lost) == {"c"}
