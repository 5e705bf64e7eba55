"""The mutants of tests/mutants can be put in; whether the tests kill them `make mutants` shows."""

import pytest

from tests.mutants.catalogue import FIRST_EIGHT, MUTANTS, Mutant
from tests.mutants.running import ROOT

IDS = [f"{mutant.file}: {mutant.harm}" for mutant in MUTANTS]


@pytest.mark.parametrize("mutant", MUTANTS, ids=IDS)
def it_finds_what_a_mutant_changes_exactly_once(mutant: Mutant) -> None:
    assert (ROOT / mutant.file).read_text("utf-8").count(mutant.old) == 1, (
        f"{mutant.file} was changed: give the mutant its new place in tests/mutants/catalogue.py"
    )


@pytest.mark.parametrize("mutant", MUTANTS, ids=IDS)
def it_leaves_python_that_can_be_run(mutant: Mutant) -> None:
    changed = (ROOT / mutant.file).read_text("utf-8").replace(mutant.old, mutant.new)
    compile(changed, mutant.file, "exec")
    assert mutant.old != mutant.new


def it_names_tests_that_are_there() -> None:
    named = {name for mutant in MUTANTS for name in mutant.tests}
    assert {name for name in named if not (ROOT / "tests" / f"{name}.py").exists()} == set()


def it_has_no_mutant_twice() -> None:
    assert len(FIRST_EIGHT) == 8
    assert len({(mutant.file, mutant.old, mutant.new) for mutant in MUTANTS}) == len(MUTANTS)
