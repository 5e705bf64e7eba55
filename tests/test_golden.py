"""The built sample beside the copies that a reviewer has read: `make golden` writes them, git shows the change.

document.xml, styles.xml   the parts of the DOCX in canonical form, one element a line
outline.txt                the DOCX as `build.py text` shows it
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.support.canonical import canonical
from tests.support.sample import Sample
from tests.support.wordml import read_parts
from vanban.wordml.reading.stories import read
from vanban.writers.to_text import to_text

GOLDEN = Path(__file__).parent / "golden" / "quyet_dinh_cchc"


def _part(name: str) -> Callable[[Path], str]:
    return lambda docx: canonical(etree.fromstring(read_parts(docx)[name]))


def _outline(docx: Path) -> str:
    # What nobody would see: non-breaking spaces.
    return to_text(read(docx.read_bytes())).replace("\N{NO-BREAK SPACE}", " ")


READ: dict[str, Callable[[Path], str]] = {
    "document.xml": _part("word/document.xml"),
    "styles.xml": _part("word/styles.xml"),
    "outline.txt": _outline,
}


@pytest.mark.parametrize("name", READ)
def it_builds_what_a_reviewer_has_read(name: str, sample: Sample, request: pytest.FixtureRequest) -> None:
    built, golden = READ[name](sample.docx), GOLDEN / name
    if request.config.getoption("--golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(built, encoding="utf-8", newline="\n")
    there = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if built != there:
        todo = f"If that is meant: `make golden`, then read `git diff {_told(golden)}`."
        pytest.fail(f"{_first_difference(there, built)}\n{todo}", pytrace=False)


def _first_difference(there: str, built: str) -> str:
    before, after = there.splitlines(), built.splitlines()
    at = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    shown = [f"{sign} {line.strip()}" for sign, lines in (("-", before), ("+", after)) for line in lines[at:at + 1]]
    return "\n".join([f"The sample is not as it was read, from line {at + 1} on:", *shown])


def _told(golden: Path) -> str:
    return golden.relative_to(Path(__file__).parents[1]).as_posix()
