"""What building costs, as a table and as outputs/bench.json.

Ratios are of medians of one run, side by side; milliseconds are of the machine at hand. Goals are said, not
asserted: the tests have a guard of their own (tests/test_speed.py).
"""

import json
import os
import platform
import subprocess
import sys
import zlib
from collections.abc import Iterator
from statistics import median
from typing import Any

import pytest
import yaml

from vanban.files import write_whole
from vanban.frames.prepared import Frame
from vanban.pipeline import checking, reporting, resolving
from vanban.pipeline.resolving import TRANSFORMS
from vanban.readers import content, shared, typed_file
from vanban.wordml.parts import DOCUMENT
from vanban.writers.to_docx import as_printed, package
from vanban.writers.to_docx import document as document_part

from . import plain, sample
from .rounds import Shares, Times, in_turn

ROUNDS = 21
# Of rendering: turns of so many documents in a row, as the build of a province's units writes them.
TURNS, IN_A_ROW = 7, 20
_LEVEL = 6  # of the zip
SETS = {"sample": sample.sample, "de_an": sample.de_an}
# The ratio to docxtpl that is aimed at.
GOALS = {"sample": 16, "de_an": 7}

each_set = pytest.mark.parametrize("name", SETS)
Results = dict[str, Any]


@pytest.fixture(scope="module")
def results() -> Iterator[Results]:
    """What the bench has found; written when all of it is known."""
    found: Results = {
        "python": platform.python_version(), "machine": platform.machine(), "processors": os.cpu_count(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }
    yield found
    write_whole(sample.PROJECT.outputs / "bench.json", json.dumps(found, indent=1).encode())


@each_set
def it_compares_like_with_like(name: str) -> None:
    bench = SETS[name]()
    template = plain.template(bench.bo, bench.frame_of)
    assert plain.outline(plain.render(template, plain.context(bench.bo))) == plain.outline(bench.docx())


@each_set
def it_renders(name: str, results: Results) -> None:
    bench = SETS[name]()
    template, context = plain.template(bench.bo, bench.frame_of), plain.context(bench.bo)
    document = _document_part(bench.docx())
    times = in_turn({
        "docxtpl": lambda: plain.render(template, context),
        "ours": bench.docx,
        "deflate alone": lambda: zlib.compress(document, _LEVEL),
    }, TURNS, in_a_row=IN_A_ROW)
    paragraphs = len(plain.outline(bench.docx()))
    _table(f"resolved tree → DOCX bytes, {name}: {paragraphs} paragraphs, {len(document) // 1024} KB of XML", times)
    results[f"render_{name}"] = _compared(
        times, (("docxtpl", "ours", f"goal ≥ {GOALS[name]}"), ("ours", "deflate alone", "goal ≤ 2.5"))
    )


@each_set
def it_goes_from_yaml_to_docx(name: str, results: Results) -> None:
    """Both sides read the same files from the disk, and write the one set."""
    bench = SETS[name]()
    template, context = plain.template(bench.bo, bench.frame_of), plain.context(bench.bo)
    times = in_turn({
        "plain": lambda: _plainly(bench, template, context),
        "ours": lambda: _all_anew(bench),
        "registers known": lambda: _from_yaml_to_docx(bench),
    }, ROUNDS)
    _table(f"{len(bench.files)} YAML files → checked → DOCX, one warm process, {name} (plain: SafeLoader + jsonschema + "
           "docxtpl)", times)
    results[f"yaml_to_docx_{name}"] = _compared(
        times, (("plain", "ours", "goal ≥ 4"), ("plain", "registers known", "goal ≥ 6"))
    )


@each_set
def it_shares_the_time_among_stages(name: str, results: Results, monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = list(_shares(SETS[name](), monkeypatch))
    stages = {stage: median(own[stage] for own in rounds) for stage in rounds[0]}
    whole = sum(stages.values())
    print(f"\n\nWhere the {whole:.1f} ms of YAML → checked → DOCX go, {name}")
    for stage, taken in stages.items():
        print(f"  {stage:24}{taken:8.2f} ms {taken / whole:6.0%}")
    results[f"stages_{name}"] = {stage: round(taken, 3) for stage, taken in stages.items()}


def it_checks_one_file(results: Results) -> None:
    file = sample.sample().folder / "ke_hoach_cchc.yaml"
    times = in_turn({
        "build.py check FILE": lambda: _python("build.py", "check", str(file)),
        "build.py help": lambda: _python("build.py", "help"),
        "python alone": lambda: _python("-c", "pass"),
    }, rounds=7, warm_up=1)
    _table("commands, from start to end (goal: check under 300 ms)", times)
    results["commands"] = _compared(times, ())


def _all_anew(bench: sample.Bench) -> bytes:
    shared._read.cache_clear()
    return _from_yaml_to_docx(bench)


def _from_yaml_to_docx(bench: sample.Bench) -> bytes:
    checked = checking.check(sample.PROJECT, [bench.file])
    [bo] = checked.sound
    return reporting.docx(sample.PROJECT, checked, bo)


def _plainly(bench: sample.Bench, template: bytes, context: plain.Words) -> bytes:
    """The same files as somebody would do it who knows the three libraries: no places kept, nothing resolved.

    The lists that the template takes are given, though somebody has to make them: in favour of this side.
    """
    for file in bench.files:
        data = yaml.safe_load(file.read_text("utf-8"))
        kind = data.get("loai_du_lieu") or data["loai_van_ban"]
        for fault in sample.PROJECT.schemas.validator(kind).iter_errors(data):
            raise fault
    return plain.render(template, context)


def _shares(bench: sample.Bench, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, float]]:
    """The own milliseconds of every stage, round by round."""
    shares = Shares()
    for owner, name, stage in calls():
        monkeypatch.setattr(owner, name, shares.timed(stage, getattr(owner, name)))
    work = shares.timed("the rest", lambda: _all_anew(bench))
    for count in range(ROUNDS + 2):
        shares.own.clear()
        work()
        if count >= 2:
            yield dict(shares.own)


def calls() -> Iterator[tuple[Any, str, str]]:
    """The calls that begin a stage, by the one who makes them, and the stage."""
    yield typed_file, "read_source", "read YAML"
    yield typed_file, "check_schema", "schema"
    yield shared, "build_registers", "registers"
    yield content, "build_document", "documents"
    yield content.PictureFiles, "look", "pictures"
    yield checking, "open_library", "catalogue"
    yield checking, "read_content", "sets"
    yield checking, "findings_of_content", "lint of files"
    yield resolving, "setting_of", "setting"
    for transform in TRANSFORMS:
        yield transform, "apply", transform.__name__.rpartition(".")[2]
    yield resolving, "lint", "lint"
    yield as_printed, "_body", "body"
    yield document_part, "body_xml", "body XML"
    yield reporting, "to_docx", "zones and properties"
    yield Frame, "fill", "frame fill"
    yield package, "deflated", "zip"
    yield package, "pack", "zip"


def _compared(times: dict[str, Times], pairs: tuple[tuple[str, str, str], ...]) -> Results:
    """`times` for the JSON, with the ratios of `pairs`, which are printed too."""
    found: Results = {name: each.as_json() for name, each in times.items()}
    for slow, fast, goal in pairs:
        ratio = times[slow].median / times[fast].median
        print(f"  {f'{slow} : {fast}':24}{ratio:8.1f} ×   ({goal})")
        found[f"{slow} : {fast}"] = round(ratio, 2)
    return found


def _table(title: str, times: dict[str, Times]) -> None:
    print(f"\n\n{title}\n  {'ms':24}{'min':>8}{'median':>10}{'max':>10}{'first':>10}")
    for name, each in times.items():
        print(f"  {name:24}{each.least:8.2f}{each.median:10.2f}{each.most:10.2f}{each.first:10.2f}")


def _document_part(package: bytes) -> bytes:
    return plain.parts_of(package)[DOCUMENT]


def _python(*words: str) -> None:
    subprocess.run([sys.executable, *words], cwd=sample.PROJECT.root, stdout=subprocess.DEVNULL, check=True)
