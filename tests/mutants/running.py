"""A copy of the project, mutants put into it one after another, and the tests that have to see them."""

import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.mutants.catalogue import Mutant

ROOT = Path(__file__).parents[2]
_LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "node_modules", "outputs")
# Of pytest: all passed, some failed. Everything else says that the tests could not be run.
_PASSED, _FAILED = 0, 1

Fate = Literal["killed", "survived", "broken"]


@dataclass(frozen=True)
class Copy:
    """A copy of the project that tests run in."""

    root: Path

    @classmethod
    def of_the_project(cls, folder: Path) -> "Copy":
        shutil.copytree(ROOT, folder, ignore=_LEFT_OUT)
        return cls(folder)

    def failed(self, tests: tuple[str, ...]) -> bool | None:
        """Whether one of the test files fails; None where they could not be run. Stops at the first failure."""
        files = [f"tests/{name}.py" for name in tests]
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *files]
        done = subprocess.run(command, cwd=self.root, capture_output=True, check=False)
        return {_PASSED: False, _FAILED: True}.get(done.returncode)

    def fate(self, mutant: Mutant) -> Fate:
        """What becomes of a mutant; the copy is as it was before."""
        path = self.root / mutant.file
        before, stat = path.read_bytes(), path.stat()
        _write(path, before.decode().replace(mutant.old, mutant.new).encode())
        try:
            failed = self.failed(mutant.tests)
        finally:
            _write(path, before)
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        return "broken" if failed is None else "killed" if failed else "survived"


def _write(path: Path, source: bytes) -> None:
    """Python knows a changed source by its length and its second; a mutant may have both of its original."""
    path.write_bytes(source)
    Path(importlib.util.cache_from_source(path)).unlink(missing_ok=True)
