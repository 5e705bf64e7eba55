"""Temporary folders: what a killed run left goes with the next one, what a live run needs stays."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from vanban import files
from vanban.files import sweep_pieces, write_whole
from vanban.rooms import room, sweep

ROOT = Path(__file__).parents[1]
_RUN = """\
import sys, tempfile, time
tempfile.tempdir = sys.argv[1]
from vanban.rooms import room
with room() as folder:
    (folder / "profile").mkdir()
    print(folder, flush=True)
    time.sleep(60)
"""
_CONVERTER = "import sys, time; time.sleep(60)"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def run(home: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """Another run, and its folder."""
    process = subprocess.Popen([sys.executable, "-c", _RUN, str(home)], cwd=ROOT, stdout=subprocess.PIPE,
                               encoding="utf-8")
    assert process.stdout
    folder = Path(process.stdout.readline().strip())
    yield process, folder
    process.kill()
    process.communicate()


def it_leaves_nothing_behind(home: Path) -> None:
    with room() as folder:
        (folder / "a").mkdir()
    assert not list(home.iterdir())


def it_takes_away_what_a_killed_run_has_left(run: tuple[subprocess.Popen[str], Path], home: Path) -> None:
    process, folder = run
    process.kill()
    process.wait()
    assert folder.exists()
    with room() as other:
        assert list(home.iterdir()) == [other]


@pytest.mark.parametrize("stopped_at", range(4))
def it_takes_away_what_a_run_left_that_was_stopped_while_it_took_its_folder_away(
    stopped_at: int, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = 0

    def stopping(taken: Callable[..., None]) -> Callable[..., None]:
        def take(*words: object, **more: object) -> None:
            nonlocal done
            done += 1
            if done > stopped_at:
                raise KeyboardInterrupt
            taken(*words, **more)
        return take

    with monkeypatch.context() as patched, suppress(KeyboardInterrupt), room() as folder:
        for name in ("a", "b"):
            (folder / name).mkdir()
            (folder / name / "1.pdf").touch()
        (folder / "c").touch()
        patched.setattr(shutil, "rmtree", stopping(shutil.rmtree))
        patched.setattr(Path, "unlink", stopping(Path.unlink))
    sweep()
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("stopped_at", range(4))
def it_takes_its_folder_away_for_one_who_is_stopped_meanwhile(
    stopped_at: int, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = 0

    def stopping(taken: Callable[..., None]) -> Callable[..., None]:
        def take(*words: object, **more: object) -> None:
            nonlocal done
            done += 1
            if done == stopped_at + 1:
                raise KeyboardInterrupt
            taken(*words, **more)
        return take

    with monkeypatch.context() as patched, suppress(KeyboardInterrupt), room() as folder:
        for name in ("a", "b"):
            (folder / name).mkdir()
            (folder / name / "1.pdf").touch()
        (folder / "c").touch()
        patched.setattr(shutil, "rmtree", stopping(shutil.rmtree))
        patched.setattr(Path, "unlink", stopping(Path.unlink))
    assert done > stopped_at
    assert list(home.iterdir()) == []


def it_takes_away_later_what_a_converter_wrote_while_its_folder_was_taken_away(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched, room() as folder:
        (folder / "profile").mkdir()
        patched.setattr(shutil, "rmtree", lambda path, **more: (path / "registry.xcu").touch())
    assert sorted(path.name for path in folder.iterdir()) == [".khoa", "profile"]
    sweep()
    assert list(home.iterdir()) == []


def it_never_touches_what_a_live_run_needs(run: tuple[subprocess.Popen[str], Path]) -> None:
    _, folder = run
    with room() as own:
        sweep()
        assert own.exists()
    assert (folder / "profile").exists()


def it_leaves_alone_what_is_not_its_own(home: Path) -> None:
    (home / "vanban-khac").mkdir()
    (home / "vanban-khac" / "tep").touch()
    (home / "vanban-tep").touch()
    (home / "vanban-lien-ket").symlink_to(ROOT, target_is_directory=True)
    (home / "vanban-trong").mkdir()
    sweep()
    assert sorted(path.name for path in home.iterdir()) == ["vanban-khac", "vanban-lien-ket", "vanban-tep"]
    assert (ROOT / "vanban").is_dir()


@pytest.mark.skipif(sys.platform != "linux", reason="only there the system tells what was started with which words")
def it_stops_the_converter_of_a_killed_run_and_no_other(run: tuple[subprocess.Popen[str], Path]) -> None:
    process, folder = run
    left, other = (
        subprocess.Popen([sys.executable, "-c", _CONVERTER, f"-env:UserInstallation=file://{each}/profile"])
        for each in (folder, folder.with_name("vanban-khac"))
    )
    process.kill()
    process.wait()
    sweep()
    assert left.wait(timeout=10) == -signal.SIGKILL
    assert other.poll() is None
    other.kill()
    other.wait()


def _ended() -> int:
    """The number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file by itself")
def it_takes_away_pieces_of_files_that_a_killed_run_has_left(home: Path) -> None:
    names = [f".a.docx.{_ended()}.tmp", f".a.{'9' * 30}.tmp", f".b.docx.{os.getpid()}.tmp", ".c.docx.tmp", "d.1.tmp", ".e.1x.tmp"]
    for name in names:
        (home / "nghe_an").mkdir(exist_ok=True)
        (home / "nghe_an" / name).touch()
    sweep_pieces(home)
    assert sorted(path.name for path in (home / "nghe_an").iterdir()) == sorted(names[2:])


def it_names_pieces_so_that_they_are_known_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda _: seen.extend(path.name for path in home.iterdir()))
    write_whole(home / "a.docx", b"x")
    (name,) = seen
    found = files._PIECE.fullmatch(name)
    assert found
    assert int(found["pid"]) == os.getpid()


def it_waits_for_nobody(run: tuple[subprocess.Popen[str], Path]) -> None:
    began = time.monotonic()
    sweep()
    assert time.monotonic() - began < 2
