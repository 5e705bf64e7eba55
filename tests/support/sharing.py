"""What the projects of tests have in common, made once for each worker: by its bytes, whatever folder it was copied to.

A run of the program makes frames, schemas and registers once too; a worker is thousands of runs with the same ones. What
a test has changed is other bytes, and made for it.
"""

from functools import cache, lru_cache
from pathlib import Path

from vanban.frames.prepared import prepare
from vanban.pipeline import offices, project
from vanban.readers.schemas import Schemas

_OURS = Path(__file__).parents[2] / "schemas"
_prepared = lru_cache(maxsize=128)(prepare)


def share() -> None:
    """From now on frames and schemas of the same bytes are made once, and so are registers that these hold together."""
    vars(offices)["prepare"] = _prepared
    vars(project)["Schemas"] = _schemas_of


def share_no_more() -> None:
    """From now on each project makes its own, for tests that put a fault where they are made, or time it."""
    vars(offices)["prepare"] = prepare
    vars(project)["Schemas"] = Schemas


def _schemas_of(folder: Path) -> Schemas:
    return _our_schemas() if _files(folder) == _our_files() else Schemas(folder)


@cache
def _our_schemas() -> Schemas:
    return Schemas(_OURS)


@cache
def _our_files() -> list[tuple[str, bytes]]:
    return _files(_OURS)


def _files(folder: Path) -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in sorted(folder.glob("*.json"))]
