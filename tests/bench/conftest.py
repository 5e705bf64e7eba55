"""Keeps the bench out of the test suite: it is collected only where the command line names its folder. It times what a run
of the program does, which shares nothing with runs before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import sharing

_HERE = Path(__file__).parent


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    named = (Path(config.invocation_params.dir, argument.split("::")[0]).resolve() for argument in config.args)
    return None if any(path == _HERE or _HERE in path.parents for path in named) else True


@pytest.fixture(scope="module", autouse=True)
def nothing_shared() -> Iterator[None]:
    sharing.share_no_more()
    yield
    sharing.share()
