"""Random edits of the samples: never more changes than edits, and all changes put into the old lines give the new ones."""

import random
from functools import cache

import pytest

from tests.support.content import ROOT
from tests.support.edit_scripts import Script
from tests.support.reviewing import applied, told
from vanban.compare.comparing import compare
from vanban.compare.reading import Reading
from vanban.doctypes import doctypes
from vanban.model.change import Comparison
from vanban.model.document import BoVanBan
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.own_frames import NoLooks
from vanban.pipeline.project import Project
from vanban.pipeline.resolving import transformed
from vanban.pipeline.settings import setting_of


@cache
def samples() -> Checked:
    return check(Project(ROOT))


def reading(bo: BoVanBan) -> Reading:
    content = samples().content
    setting, _ = setting_of(content, bo, NoLooks(), content.registers)
    return Reading((transformed(bo, setting)[0],), content.places, lambda _: content.registers, doctypes())


@cache
def unchanged(number: int) -> Reading:
    return reading(samples().content.sets[number])


def tried(seed: int) -> tuple[Comparison, Script]:
    chance = random.Random(seed)
    sets = samples().content.sets
    number = chance.choice([at for at, bo in enumerate(sets) if len([*bo]) < 4])
    script = Script(chance, [])
    edited = script.edited(sets[number], chance.randint(1, 5))
    return compare(unchanged(number), reading(edited)), script


def hold(seed: int) -> None:
    comparison, script = tried(seed)
    for document in comparison.documents:
        if document.new and document.changes:
            assert applied(comparison, document) == [line.text for line in document.new.lines], (seed, script.made)
    changes = comparison.changes
    assert len(changes) <= len(script.made), (seed, script.made, told(comparison))


@pytest.mark.parametrize("start", range(0, 300, 30))
def it_never_tells_more_than_was_done_and_leaves_nothing_out(start: int) -> None:
    for seed in range(start, start + 30):
        hold(seed)


@pytest.mark.soak
@pytest.mark.parametrize("start", range(1000, 11_000, 500))
def it_holds_for_ten_thousand_scripts(start: int) -> None:
    for seed in range(start, start + 500):
        hold(seed)
