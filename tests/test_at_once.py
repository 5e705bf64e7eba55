"""Two runs at once: each reads what the other has written, or waits; who comes too late is told, and tears nothing."""

import re
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from tests.support.content import ROOT, project
from tests.test_taken_back import DRAFT, FILE
from vanban.errors import EditRefused, MachineError, VanBanError
from vanban.files import put_with
from vanban.locks import LOCK, alone_in
from vanban.pipeline import issuing, supplementing
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project
from vanban.pipeline.supplementing import supplement

DAY = date(2025, 7, 15)
_HOLDING = """\
import sys, time
from pathlib import Path
from vanban.locks import alone_in
with alone_in(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def at_once(*works: Callable[[], object]) -> list[object]:
    """What comes of each, as if typed at the same time; of what raises the error."""
    ready, done = threading.Barrier(len(works)), dict[int, object]()

    def run(number: int, work: Callable[[], object]) -> None:
        ready.wait()
        try:
            done[number] = work()
        except VanBanError as error:
            done[number] = error

    threads = [threading.Thread(target=run, args=each) for each in enumerate(works)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return [done[number] for number in range(len(works))]


@pytest.mark.parametrize("time", range(3))
def it_issues_once_where_two_issue_the_same_draft(time: int, tmp_path: Path) -> None:
    home = project(tmp_path, tb=DRAFT)
    done = at_once(*(partial(issue, Project(home.root), home.root / FILE, number, DAY) for number in ("33", "34")))
    (loser,) = (each for each in done if isinstance(each, VanBanError))
    assert "tb.yaml đã có số và ngày ban hành; " in str(loser)
    (number,) = re.findall(r'so_van_ban: "(\d+)"', (home.root / FILE).read_text("utf-8"))
    assert [each.message for each in check(home).findings] == []
    beside = sorted(path.name for path in (home.root / FILE).parent.iterdir())
    assert (number in ("33", "34"), beside) == (True, ["tb.ban_hanh.json", "tb.yaml"])


@pytest.mark.parametrize("before", [None, b"{}"])
@pytest.mark.parametrize("fault", [EditRefused("tb.yaml vừa được sửa"), OSError(28, "no space"), KeyboardInterrupt()])
def it_leaves_no_record_of_an_issue_that_wrote_no_number(
    before: bytes | None, fault: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = project(tmp_path, tb=DRAFT)
    record = (home.root / FILE).with_suffix(".ban_hanh.json")
    if before is not None:
        record.write_bytes(before)
    there = {path.name: path.read_bytes() for path in record.parent.iterdir()}

    def refused(*_: object) -> None:
        raise fault

    monkeypatch.setattr(issuing, "write_edited", refused)
    with pytest.raises(type(fault)):
        issue(home, home.root / FILE, "33", DAY)
    assert {path.name: path.read_bytes() for path in record.parent.iterdir()} == there


def it_keeps_the_words_once_where_two_keep_them(tmp_path: Path) -> None:
    home = project(tmp_path, tb=DRAFT)
    issue(home, home.root / FILE, "33", DAY)
    (home.root / FILE).with_suffix(".ban_hanh.json").unlink()
    done = at_once(*(lambda: supplement(Project(home.root), home.root / FILE) for _ in range(2)))
    records = [each.record for each in done if isinstance(each, supplementing.Supplemented)]
    assert sorted(map(bool, records)) == [False, True]


def it_waits_for_a_run_and_for_none_that_was_killed(tmp_path: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", _HOLDING, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE)
    assert other.stdout
    assert other.stdout.readline().strip() == b"held"
    with pytest.raises(MachineError, match="lệnh này chưa ghi gì"), alone_in(tmp_path, patience=0.1):
        pass
    other.kill()
    other.communicate()
    assert [path.name for path in tmp_path.iterdir()] == [LOCK]
    with alone_in(tmp_path, patience=0):
        pass
    assert not list(tmp_path.iterdir())


def it_lets_one_in_at_a_time(tmp_path: Path) -> None:
    inside, most = list[int](), list[int]()

    def work() -> None:
        for _ in range(30):
            with alone_in(tmp_path):
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    at_once(*[work] * 4)
    assert (max(most), len(most), list(tmp_path.iterdir())) == (1, 120, [])


def _fails_over(file: Path) -> None:
    assert file.read_bytes() == b"moi"
    raise ZeroDivisionError


def it_puts_back_what_stood_there(tmp_path: Path) -> None:
    file = tmp_path / "a"
    for before in (None, b"cu"):
        with pytest.raises(ZeroDivisionError), put_with(file, b"moi"):
            _fails_over(file)
        assert (file.read_bytes() if file.exists() else None) == before
        file.write_bytes(b"cu")
