"""A report of every commune, checked and written in one process: the memory does not grow with their number."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.communes import TABLE, communes, write_communes

ROOT = Path(__file__).parents[2]
FEW, MOST_MORE = 300, 20  # MB
_WORK = """\
import sys, time
from pathlib import Path
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import report

begun = time.perf_counter()
result = report(Project(Path(sys.argv[1])), [], ["docx"])
taken = time.perf_counter() - begun
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
told = [each for each in result.findings if each.level != "info"]  # one name is so long that the machine says how it parts it
print(len(result.written), len(told) + len(result.failures), round(taken, 1), int(status["VmHWM"].split()[0]) // 1024)
"""

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not TABLE.exists(), reason="the table of communes is not on this machine (VANBAN_COMMUNES)"),
    pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is read from /proc"),
]


def reported(folder: Path) -> tuple[int, int, float, int]:
    """Files written, errors, warnings and failures told, seconds and megabytes at most, of `report --format docx` in a process of its own."""
    said = subprocess.run([sys.executable, "-c", _WORK, folder], cwd=ROOT, capture_output=True, text=True, check=True)
    written, told, seconds, megabytes = said.stdout.split()
    return int(written), int(told), float(seconds), int(megabytes)


def it_reports_of_all_communes_in_the_memory_of_a_few(tmp_path: Path) -> None:
    listed = communes()
    write_communes(tmp_path / "few", listed[:FEW], known=listed)
    write_communes(tmp_path / "all", listed)
    few, many = reported(tmp_path / "few"), reported(tmp_path / "all")
    print()
    for written, _, seconds, megabytes in (few, many):
        print(f"  {written:5} reports: {megabytes} MB at most, {seconds} s, {seconds / written * 1000:.1f} s a thousand")
    for part in ("few", "all"):
        shutil.rmtree(tmp_path / part)
    assert (few[:2], many[:2]) == ((FEW, 0), (len(listed), 0))
    assert many[3] - few[3] <= MOST_MORE
