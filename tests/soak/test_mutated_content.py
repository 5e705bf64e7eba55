"""3,000 files spoiled by hand's, editors' and merges' mistakes: nothing crashes, nothing typed is lost in silence.

Each is one of the samples with a few changes (tests/support/mutations.py), reported as `build.py report` does. What is
built is held to an oracle of its own (tests/support/typed_words.py). A failure names its seed: `VANBAN_SEEDS="17 2040"`
tries those alone.
"""

import os
import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.support.mutations import mutated
from tests.support.telling import faults_of_the_telling
from tests.support.typed_words import lost_words, printed_words, raw_words
from vanban.findings import Finding
from vanban.pipeline.offices import OfficeLooks
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import Report, report

ROOT = Path(__file__).parents[2]
SEED, IN_ALL, AT_A_TIME = 9_000_000, 3000, 50
NAMED = [int(seed) for seed in os.environ.get("VANBAN_SEEDS", "").split()]
ALL = [range(SEED + start, SEED + start + AT_A_TIME) for start in range(0, IN_ALL, AT_A_TIME)]
TENTH = len(ALL) // 10
PARTS = [pytest.param(NAMED, id="named")] if NAMED else [
    pytest.param(part, id=str(part[0] - SEED), marks=pytest.mark.soak if number >= TENTH else ())
    for number, part in enumerate(ALL)
]
# The document that the figures of the sample's units are called into.
OF_FIGURES = "so_noi_vu_nghe_an/2026/bao_cao_sau_thang.yaml"
# What no page prints unless its line is told of, or a backslash stands in front.
_MARKUP = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{#|\[\^|@chen|\{XEM|\{%")


@dataclass(frozen=True)
class Spoiled:
    """A file of the project, what it said, and what it says now."""

    file: Path
    before: str
    text: str

    @property
    def changes(self) -> str:
        """What was changed, as `diff` shows it."""
        lines = unified_diff(self.before.split("\n"), self.text.split("\n"), lineterm="", n=1)
        return "\n".join([str(self.file), *list(lines)[2:]])[:2000]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("spoiled")
    for name in ("schemas", "templates", "content"):
        shutil.copytree(ROOT / name, folder / name)
    return Project(folder, looks=OfficeLooks())


def is_document(file: Path) -> bool:
    """Whether a file is printed itself; registers, and figures of units, are in the words of others."""
    return file.parent.name not in ("dung_chung", "so_lieu")


def spoil(home: Project, chance: random.Random) -> Spoiled:
    """Spoils one file: of the documents mostly, else of the registers and of what units report."""
    files = sorted(home.content.rglob("*.yaml"))
    told_of = [file for file in files if not is_document(file)]
    file = chance.choice(told_of if chance.random() < 0.1 else list(filter(is_document, files)))
    before, *others = (each.read_text("utf-8") for each in (file, *chance.sample(files, 3)))
    text = mutated(before, chance, others)
    file.write_bytes(text.encode())
    return Spoiled(file, before, text)


def faults(home: Project, seed: int) -> Iterator[str]:
    """What is wrong with the way one spoiled file is dealt with."""
    chance = random.Random(seed)
    spoiled = spoil(home, chance)
    prints = is_document(spoiled.file)
    documents = [home.content / OF_FIGURES] if spoiled.file.parent.name == "so_lieu" else [
        file for file in sorted(home.content.rglob("*.yaml")) if is_document(file)]
    try:
        done = report(home, [spoiled.file if prints else chance.choice(documents)], ["docx"])
        name = spoiled.file.relative_to(home.root).as_posix()
        own = [found for found in done.findings if found.file == name]
        found = [*done.failures, *_of_findings(own, spoiled.text)]
        if prints:
            found += _of_words(spoiled, own, done)
    finally:
        spoiled.file.write_text(spoiled.before, "utf-8")
        shutil.rmtree(home.outputs, ignore_errors=True)
    yield from (f"seed {seed}: {each}\n{spoiled.changes}" for each in found)


def _of_findings(own: list[Finding], text: str) -> Iterator[str]:
    for found in own:
        for fault in faults_of_the_telling(found, text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")):
            yield f"{fault} in {found}"


def _of_words(spoiled: Spoiled, own: list[Finding], done: Report) -> Iterator[str]:
    """Words and signs of a spoiled document that are neither printed nor told; words printed in spite of an error."""
    text, is_copy = spoiled.text, "sao_tu:" in spoiled.before
    # What it is a copy of is written beside a copy, and is as sound as ever.
    files = [path.read_bytes() for path in done.written
             if path.suffix == ".docx" and (path.stem == spoiled.file.stem or not is_copy)]
    if not files:
        if not done.has_errors:
            yield "nothing is written, and no error told"
        return
    if any(found.level == "error" for found in own):
        yield "written in spite of an error"
    for lost in lost_words(text, "\n".join(map(printed_words, files)), own):
        yield f"lost: {lost}"
    told = {line for found in own for line in range(found.line, max(found.line, found.end_line) + 1)}
    said = [line for number, line in enumerate(text.split("\n"), 1) if number in told or "\\" in line]
    printed = "\n".join(map(raw_words, files))
    for sign in {*_MARKUP.findall(printed), *(["**"] if printed.count("*") == 2 and "**" in printed else [])}:
        if not any(sign in line for line in said):
            yield f"printed: {sign}"


@pytest.mark.parametrize("seeds", PARTS)
def it_prints_or_tells_of_whatever_hands_have_typed(home: Project, seeds: range | list[int]) -> None:
    found = [fault for seed in seeds for fault in faults(home, seed)]
    assert not found, "\n\n".join(found)
