"""The environment of `.venv/`: when it is made, when it is believed. The network is never asked."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from vanban import bootstrap

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for pip is a shell script")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose environment has a shell script for a Python: it takes down its calls and does as `pip` says."""

    def make_venv(home: Path) -> None:
        python = home / "bin" / "python"
        python.parent.mkdir(parents=True, exist_ok=True)
        (home / bootstrap._STAMP).unlink(missing_ok=True)
        python.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\n. {tmp_path}/pip\n', "utf-8")
        python.chmod(0o755)

    monkeypatch.setattr(bootstrap, "_make_venv", make_venv)
    (tmp_path / "requirements.lock").write_text("mot==1\n", "utf-8")
    (tmp_path / "pip").write_text("", "utf-8")
    return tmp_path


def installs(root: Path) -> int:
    return len((root / "calls").read_text("utf-8").splitlines())


def it_installs_once_with_hashes(root: Path) -> None:
    python = bootstrap.ensure(root)
    assert bootstrap.ensure(root) == python == root / ".venv" / "bin" / "python"
    assert installs(root) == 1
    assert "--require-hashes" in (root / "calls").read_text("utf-8")


def it_installs_again_when_the_lock_changes(root: Path) -> None:
    bootstrap.ensure(root)
    (root / "requirements.lock").write_text("mot==2\n", "utf-8")
    bootstrap.ensure(root)
    assert installs(root) == 2


def it_does_not_clear_what_a_link_leads_to(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = root / "khac"
    other.mkdir()
    (other / "thu_vien").touch()
    (root / ".venv").symlink_to(other)
    with pytest.raises(SystemExit):
        bootstrap.ensure(root)
    assert "là liên kết" in capsys.readouterr().err
    assert (other / "thu_vien").exists()


@pytest.mark.parametrize("lost", [bootstrap._STAMP, "bin/python"])
def it_does_not_believe_half_an_environment(lost: str, root: Path) -> None:
    bootstrap.ensure(root)
    (root / ".venv" / lost).unlink()
    bootstrap.ensure(root)
    assert installs(root) == 2


def it_says_in_vietnamese_why_pip_failed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "pip").write_text("seq 1 50; echo ERROR: No matching distribution >&2; exit 1\n", "utf-8")
    with pytest.raises(SystemExit) as caught:
        bootstrap.ensure(root)
    said = capsys.readouterr().err
    assert caught.value.code == 3
    assert "không có mạng" in said
    assert "ERROR: No matching distribution" in said
    assert "\n40\n" not in said  # only the last lines; all of them are in the file
    assert "\n40\n" in (root / ".venv" / "cai_dat.log").read_text("utf-8")
    (root / "pip").write_text("", "utf-8")
    bootstrap.ensure(root)
    assert installs(root) == 2


def it_installs_once_when_two_come_together(root: Path) -> None:
    (root / "pip").write_text("sleep 0.5\n", "utf-8")
    both = [threading.Thread(target=bootstrap.ensure, args=(root,)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert installs(root) == 1


def it_runs_the_same_command_in_a_real_environment(tmp_path: Path) -> None:
    (tmp_path / "requirements.lock").write_text("# no library at all\n", "utf-8")
    (tmp_path / "build.py").write_text(
        f"import sys, pathlib\nsys.path.insert(0, {str(ROOT)!r})\nfrom vanban import bootstrap\n"
        "bootstrap.reexec(pathlib.Path(__file__).parent)\nprint(sys.prefix, *sys.argv[1:])\nsys.exit(7)\n", "utf-8"
    )
    command = [sys.executable, "build.py", "report", "một hai"]
    done = subprocess.run(command, cwd=tmp_path, env={**os.environ, "PIP_NO_INDEX": "1"}, capture_output=True,
                          encoding="utf-8")
    assert done.returncode == 7
    assert done.stdout == f"{tmp_path / '.venv'} report một hai\n"
    assert done.stderr.count("\n") == 1  # one line says what is being done, and pip is quiet
