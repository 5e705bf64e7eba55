"""`python -m tests.mutants [WORD …]`: puts in the mutants whose file or harm has one of the words, else all.

Exit code 0 when every one was killed. A mutant that survives asks for a better test, never for a smaller mutant.
"""

import sys
import tempfile
from pathlib import Path

from tests.mutants.catalogue import MUTANTS, Mutant
from tests.mutants.running import Copy


def main(words: list[str]) -> int:
    chosen = [mutant for mutant in MUTANTS if not words or any(word in mutant.file + mutant.harm for word in words)]
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy.of_the_project(Path(folder) / "vanban")
        files = tuple(sorted({name for mutant in chosen for name in mutant.tests}))
        if not chosen or copy.failed(files) is not False:
            print("The tests fail without any mutant." if chosen else "No mutant has these words.")
            return 1
        alive = [mutant for mutant in chosen if not _is_killed(copy, mutant)]
    print(f"{len(chosen) - len(alive)} of {len(chosen)} mutants were killed.")
    return 1 if alive else 0


def _is_killed(copy: Copy, mutant: Mutant) -> bool:
    fate = copy.fate(mutant)
    print(f"{fate:8} {mutant.file}: {mutant.harm}", flush=True)
    return fate == "killed"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
