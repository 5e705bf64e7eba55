"""What a review costs, and our tracked changes beside those of python-redlines (Docxodus) on the same pair: time, how many
revisions, whether accepting gives the new text and rejecting the old one.

Times are of the machine at hand; goals are said, not asserted.
"""

import importlib.util
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pypandoc
import pytest
from lxml import etree

from vanban.files import write_whole
from vanban.pipeline.diffing import compared
from vanban.pipeline.offices import OfficeLooks
from vanban.pipeline.project import Project
from vanban.pipeline.redlining import write_redlines
from vanban.pipeline.reporting import report
from vanban.pipeline.review_files import written
from vanban.wordml.elements import W
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.redline.packages import redline
from vanban.wordml.redline.proof import disproof
from vanban.wordml.redline.revisions import Pens

from .review_pair import EDITS, Pair, made
from .rounds import in_turn
from .sample import PROJECT
from .test_cost import _compared, _table

ROUNDS = 7
HERE = Path(__file__).parent
NOON = datetime(2025, 11, 20, 12)
_REVISIONS = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "cellIns", "cellDel"))
Results = dict[str, Any]


@pytest.fixture(scope="module")
def results() -> Iterator[Results]:
    found: Results = {"edits": EDITS}
    yield found
    write_whole(PROJECT.outputs / "bench_review.json", json.dumps(found, indent=1).encode())


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return made(tmp_path_factory.mktemp("pair"))


@pytest.fixture(scope="module")
def docx(pair: Pair) -> tuple[bytes, bytes]:
    """The two Word files, as `report` writes them."""
    sides = []
    for side in (pair.old, pair.new):
        done = report(Project(PROJECT.root, looks=OfficeLooks(), elsewhere=side / "content"), [], ["docx"], side / "out")
        sides.append(next(path for path in done.written if path.name == "quyet_dinh_de_an.docx").read_bytes())
    return sides[0], sides[1]


def it_reviews_sixty_pages(pair: Pair, results: Results, tmp_path: Path) -> None:
    """Both sides read and compared, the page, the proved redline: in a warm process, and as a command."""
    project, out = Project(PROJECT.root, looks=OfficeLooks()), tmp_path / "out"

    def review(*forms: str) -> None:
        with compared(project, str(pair.old), str(pair.new)) as both:
            assert both.diffed.review.comparison.changes
            if "html" in forms:
                written(project, both.diffed.review, "html", out)
            if "docx" in forms:
                assert not write_redlines(project, both, out).failures

    def command(*words: str) -> Callable[[], None]:
        line = [sys.executable, "build.py", "diff", str(pair.old), str(pair.new), *words]
        return lambda: subprocess.run(line, cwd=PROJECT.root, stdout=subprocess.DEVNULL, check=True) and None

    times = in_turn({
        "diff": review, "diff, page, redline": lambda: review("html", "docx"), "build.py diff": command(),
        "build.py … all": command("--format", "all", "--out", str(tmp_path / "all")),
    }, ROUNDS, warm_up=1)
    _table(f"{EDITS} edits in some 60 pages (goals: diff, page and redline ≤ 1000 ms warm; the command ≤ 1500 ms)", times)
    results["review"] = _compared(times, ())


def it_stands_beside_a_public_redliner(docx: tuple[bytes, bytes], results: Results) -> None:
    old, new = docx
    ours: Callable[[], bytes] = lambda: redline(old, new, Pens("Nguyễn Văn A", NOON))  # noqa: E731
    proved: Callable[[], bool] = lambda: disproof(ours(), old, new) is None  # noqa: E731
    engine = _engine()
    theirs: Callable[[], bytes] = lambda: engine.run_redline("Nguyễn Văn A", old, new)[0]  # noqa: E731
    times = in_turn({"python-redlines": theirs, "ours": ours, "ours, proved": proved}, ROUNDS, warm_up=1)
    _table(f"two Word files of 60 pages, {EDITS} edits → tracked changes", times)
    results["redline"] = _compared(times, (("python-redlines", "ours, proved", ""),))
    print(f"\n  {'':18}{'revisions':>10}  accept = new, reject = old (pandoc)   paragraph by paragraph, spaces too")
    for name, line in (("ours", ours()), ("python-redlines", theirs())):
        read, strict = [_read(line, way) == _read(side, "accept") for way, side in (("accept", new), ("reject", old))], \
            disproof(line, old, new)
        kinds = _revisions(line)
        told = "exact" if strict is None else f"{strict.where}: “{strict.expected[:40]}” → “{strict.found[:40]}”"
        print(f"  {name:18}{sum(kinds.values()):>10}  {read!s:37}{told}   {dict(kinds)}")
        results[name] = {"revisions": dict(kinds), "accept, reject": read, "strict": told}
    assert disproof(ours(), old, new) is None


def _engine() -> Any:
    """Docxodus behind its Python door, installed beside .venv's own libraries where it is not there."""
    home = Path(sys.prefix) / "redliners"
    if home.is_dir():
        sys.path.append(str(home))
    if importlib.util.find_spec("python_redlines_docxodus") is None:
        line = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--target", str(home),
                "-r", str(HERE / "redliners.txt")]
        if subprocess.run(line, check=False).returncode:
            pytest.skip("python-redlines cannot be installed here (tests/bench/redliners.txt)")
        sys.path.append(str(home))
        importlib.invalidate_caches()
    from python_redlines.engines import DocxodusEngine  # type: ignore[import-not-found]

    return DocxodusEngine(target_path=str(home / "engine"))


def _read(data: bytes, changes: str) -> str:
    return pypandoc.convert_text(data, "plain", format="docx", extra_args=["--wrap=none", f"--track-changes={changes}"])


def _revisions(data: bytes) -> Counter[str]:
    """How many marks of each kind."""
    parts = read_parts(data, OF_DOCUMENTS)
    return Counter(etree.QName(mark).localname for name, part in parts.items()
                   if name.startswith("word/") and name.endswith(".xml") for mark in etree.fromstring(part).iter(*_REVISIONS))
