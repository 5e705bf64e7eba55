"""The sample content, its lines and signs thrown about: the check never fails, and tells of places that are there."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.support.copies import ROOT, copy_project
from tests.support.examples import examples
from tests.support.telling import faults_of_the_telling
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx

FILES = (
    "dung_chung/can_cu.yaml", "dung_chung/chi_tieu.yaml", "dung_chung/co_quan.yaml", "nghe_an/2025/ke_hoach_cchc.yaml",
    "nghe_an/2025/phu_luc_nhiem_vu.yaml", "nghe_an/2025/quyet_dinh_cchc.yaml",
)
ODD = (
    "\t", ": ", " #", '"', "'", "[", "]", "{", "}", "{{", "}}", "[[", "]]", "**", "*", "&x ", "!t ", "|", ">", "- ", "? ",
    "%", "@", "\\", "\n", "\r", "\n---\n", "\n...\n", "\u200b", "\u00a0", "\u0301", "😀", "đ", "<<: x\n", "{#ma}",
    "[^a]", "{XEM LẠI: ", "@chen x\n", "  ", "0", "31/2/2025", "1.000", "<", "&amp;", "\x00", "\ufeff", "x" * 300,
)
ORIGINALS = {name: (ROOT / "content" / name).read_text("utf-8") for name in FILES}

Change = Callable[[list[str], int, int, str], None]


def _delete(lines: list[str], at: int, other: int, odd: str) -> None:
    del lines[at]


def _repeat(lines: list[str], at: int, other: int, odd: str) -> None:
    lines.insert(other, lines[at])


def _swap(lines: list[str], at: int, other: int, odd: str) -> None:
    lines[at], lines[other] = lines[other], lines[at]


def _insert(lines: list[str], at: int, other: int, odd: str) -> None:
    column = other % (len(lines[at]) + 1)
    lines[at] = lines[at][:column] + odd + lines[at][column:]


def _cut(lines: list[str], at: int, other: int, odd: str) -> None:
    column = other % (len(lines[at]) + 1)
    lines[at] = lines[at][:column] + lines[at][column + 1 + len(odd) % 3:]


def _shift(lines: list[str], at: int, other: int, odd: str) -> None:
    lines[at] = " " * (other % 5) + lines[at].lstrip()


def _retype(lines: list[str], at: int, other: int, odd: str) -> None:
    lines[at] = re.sub(r":.*", lambda _: f": {odd}", lines[at])


def _empty(lines: list[str], at: int, other: int, odd: str) -> None:
    lines[at] = re.sub(r":.*", ":", lines[at])


CHANGES: tuple[Change, ...] = (_delete, _repeat, _swap, _insert, _cut, _shift, _retype, _empty)
MUTATIONS = st.lists(
    st.tuples(st.sampled_from(FILES), st.sampled_from(CHANGES), st.integers(0, 10_000), st.integers(0, 10_000),
              st.sampled_from(ODD)),
    min_size=1, max_size=6,
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return copy_project(tmp_path_factory.mktemp("fuzz"))


def mutated(text: str, changes: list[tuple[Change, int, int, str]]) -> str:
    lines = text.split("\n")
    for change, at, other, odd in changes:
        if lines:
            change(lines, at % len(lines), other % len(lines), odd)
    return "\n".join(lines)


@settings(max_examples=examples(80), deadline=None, suppress_health_check=list(HealthCheck))
@given(mutations=MUTATIONS)
@example(mutations=[(FILES[5], _retype, 11, 0, "31/6/2025")])
def it_tells_of_whatever_is_thrown_about(
    mutations: list[tuple[str, Change, int, int, str]], project: Project
) -> None:
    texts = dict(ORIGINALS)
    for name, *change in mutations:
        texts[name] = mutated(texts[name], [tuple(change)])  # type: ignore[list-item]
    for name, text in texts.items():
        (project.content / name).write_bytes(text.encode())
    checked = check(project)
    assert not checked.failures
    for found in checked.findings:
        name = found.file.removeprefix("content/")
        text = (texts.get(name) or (project.content / name).read_text("utf-8")).removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
        assert list(faults_of_the_telling(found, text)) == [], found
    at_fault = {found.file for found in checked.findings if found.level == "error"}
    for bo in checked.sound:
        assert not at_fault & set(checked.content.files_of(bo))
        assert docx(project, checked, bo)[:2] == b"PK"


@settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))
@given(
    name=st.sampled_from(FILES), at=st.integers(0, 100_000), odd=st.binary(max_size=4), length=st.integers(0, 4)
)
def it_tells_of_whatever_bytes_are_thrown_in(
    name: str, at: int, odd: bytes, length: int, project: Project
) -> None:
    for each, text in ORIGINALS.items():
        (project.content / each).write_bytes(text.encode())
    path = project.content / name
    raw = path.read_bytes()
    at %= len(raw)
    path.write_bytes(raw[:at] + odd + raw[at + length:])
    checked = check(project)
    assert not checked.failures
    for found in checked.findings:
        assert found.message
        assert found.line >= 1
        assert Path(found.file).suffix == ".yaml"
