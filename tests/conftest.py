"""The sample set, built once for each worker: its DOCX always, its PDF where LibreOffice is. No test crashes unseen."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from lxml import etree

from tests.support import sharing
from tests.support.sample import Sample, build_sample
from tests.support.wordml import Element, Part, Styles, read_parts, split_sections, w
from vanban.pipeline import crashes
from vanban.the_thuc import TheThuc
from vanban.writers.to_pdf import is_ready

# `make test` tries the same examples of every property every time, so that what is green stays green; `make soak` tries
# ten times as many, others each time (`tests/support/examples.py`).
settings.register_profile("test", derandomize=True, deadline=None)
settings.register_profile("soak", max_examples=1000, deadline=None)
settings.load_profile("test")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the files of tests/golden anew, then compare")
    parser.addoption("--soak", action="store_true", help="run the long tests too, those marked `soak`")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--soak") and not os.environ.get("VANBAN_SOAK"):
        skip = pytest.mark.skip(reason="a long test: make soak")
        for item in items:
            if item.get_closest_marker("soak"):
                item.add_marker(skip)
    # What one worker does alone begins first, so that the other does not wait for it at the end.
    items.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)


@pytest.fixture(scope="session", autouse=True)
def shared() -> None:
    sharing.share()


@pytest.fixture(autouse=True)
def no_crash(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A fault of ours is told as a sentence and the rest goes on; a test that wants none of it must still see it."""
    seen: list[Exception] = []
    told = crashes.sentence

    def sentence(project: crashes.Project, what: str, error: Exception) -> str:
        seen.append(error)
        return told(project, what, error)

    monkeypatch.setattr(crashes, "sentence", sentence)
    if not request.node.get_closest_marker("crashes"):
        yield
        if seen:
            raise seen[0]
        return
    sharing.share_no_more()
    yield
    sharing.share()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return build_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def the_thuc(sample: Sample) -> TheThuc:
    """The format in force on the day of the sample."""
    return sample.the_thuc


@pytest.fixture(scope="session")
def sample_pdf(sample: Sample) -> Path:
    if not is_ready():
        pytest.skip("no LibreOffice with Liberation Serif 2 on this machine")
    return sample.to_pdf(sample.docx.with_suffix(".pdf"))


@pytest.fixture(scope="session")
def package(sample: Sample) -> dict[str, bytes]:
    """The members of the DOCX."""
    return read_parts(sample.docx)


@pytest.fixture(scope="session")
def body(package: dict[str, bytes]) -> Element:
    found = etree.fromstring(package["word/document.xml"]).find(w("body"))
    assert found is not None
    return found


@pytest.fixture(scope="session")
def parts(body: Element) -> list[Part]:
    """The documents of the set, in the order of print."""
    return split_sections(body)


@pytest.fixture(scope="session")
def styles(package: dict[str, bytes]) -> Styles:
    return Styles(etree.fromstring(package["word/styles.xml"]))
