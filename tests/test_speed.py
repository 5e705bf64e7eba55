"""Rendering stays several times as fast as docxtpl used plainly, on the same words, in the same styles.

Medians of one run side by side, and a bound well under what the bench shows (`build.py bench`): a busy machine
does not fail it, a template prepared anew for every document does.
"""

from tests.bench import plain, sample
from tests.bench.rounds import in_turn
from tests.bench.test_cost import calls

_AT_LEAST = 6


def it_renders_several_times_as_fast_as_docxtpl() -> None:
    bench = sample.sample()
    template, context = plain.template(bench.bo, bench.frame_of), plain.context(bench.bo)
    assert plain.outline(plain.render(template, context)) == plain.outline(bench.docx())
    times = in_turn({"docxtpl": lambda: plain.render(template, context), "ours": bench.docx}, rounds=5, in_a_row=5)
    assert times["docxtpl"].median >= _AT_LEAST * times["ours"].median, times


def it_finds_every_call_that_the_bench_times() -> None:
    assert [f"{owner.__name__}.{name}" for owner, name, _ in calls() if not callable(getattr(owner, name, None))] == []
