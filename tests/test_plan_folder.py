"""The folder of the new year: a run that is stopped loses nothing, what lies in the way is named, nothing outside of it
is touched."""

import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.support.planning import NEW, answer, asked, carried, change, texts
from vanban.files import write_whole
from vanban.pipeline.planning import Asked, plan
from vanban.pipeline.project import Project

ONE = "      Hoàn thành trước ngày 31/7/2025; giai đoạn 2021 - 2025 báo cáo.\n      Trong năm 2025 rà soát.\n"
BASE = ".chuyen_nam.json"


@pytest.fixture
def home(tmp_path: Path) -> Project:
    made = project(tmp_path / "home", qd=DECISION, kh=PLAN.replace("      Theo phân công.\n", ONE))
    carried(made)
    return made


def folder_of(home: Project) -> Path:
    return home.root / NEW


def has_something_to_write(home: Project) -> None:
    (told,) = asked(carried(home), "31/7/2025")
    answer(home, told.vi_tri, "chuyển")


# A run that is stopped

class Stopped(Exception):
    """The run is killed."""


def stops(patch: pytest.MonkeyPatch, at: int) -> Callable[[], int]:
    """Every step of putting files in place counts, and that one is the last; gives how many there were."""
    done = [0]

    def counted(function: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: Any, **named: Any) -> Any:
            done[0] += 1
            if done[0] > at:
                raise Stopped
            return function(*given, **named)
        return step
    patch.setattr("vanban.folders.write_whole", counted(write_whole))
    patch.setattr(Path, "rename", counted(Path.rename))
    patch.setattr(Path, "unlink", counted(Path.unlink))
    patch.setattr(Path, "replace", counted(Path.replace))
    return lambda: done[0]


@pytest.mark.parametrize("again", [False, True], ids=["first", "again"])
@pytest.mark.parametrize("at", range(22))
def it_is_completed_by_the_next_run_wherever_it_was_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, again: bool
) -> None:
    home = project(tmp_path / "home", qd=DECISION, kh=PLAN.replace("      Theo phân công.\n", ONE))
    folder = folder_of(home)
    if again:
        carried(home)
        has_something_to_write(home)
        change(folder / "chuyen_nam.yaml", "ngay_du_kien: 31/12/2025", "ngay_du_kien: 22/12/2025")
        (folder / "cua_toi.txt").write_text("công của tôi", "utf-8")
    before = texts(folder)
    shutil.copytree(home.root, tmp_path / "whole")
    carried(Project(tmp_path / "whole"))
    after = texts(tmp_path / "whole" / NEW)
    with monkeypatch.context() as patch:
        stops(patch, at)
        with suppress(Stopped):
            carried(home)
    there = texts(folder)
    assert there == {} or before.keys() <= there.keys()
    assert all(data in (before.get(name), after.get(name)) for name, data in there.items() if name[-4:] != ".tmp")
    assert not carried(home).findings
    assert {name: data for name, data in texts(folder).items() if name[-4:] != ".tmp"} == after
    assert [path.name for path in folder.parent.iterdir() if path.name[-4:] != ".tmp"] in (["2025", "2026"], ["2026", "2025"])


def it_asks_for_no_more_steps_than_are_tried(home: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    has_something_to_write(home)
    with monkeypatch.context() as patch:
        steps = stops(patch, 1000)
        carried(home)
    assert 8 < steps() < 22


@pytest.mark.parametrize("at", range(1, 22, 2))
def it_mixes_no_day_that_a_stopped_run_was_asked_for_with_the_one_before(
    home: Project, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """What was asked for is in place before the drafts that follow from it."""
    before = texts(folder_of(home))
    with monkeypatch.context() as patch:
        stops(patch, at)
        with suppress(Stopped):
            plan(home, Asked("nghe_an", 2025, 2026, date(2025, 12, 22)))
    assert not carried(home).held
    there = {name: data for name, data in texts(folder_of(home)).items() if name[-4:] != ".tmp"}
    plan(home, Asked("nghe_an", 2025, 2026, date(2025, 12, 22)))
    assert there in (before, texts(folder_of(home)))


def it_takes_away_what_killed_runs_have_left(home: Project) -> None:
    has_something_to_write(home)
    folder = folder_of(home)
    left = folder.with_name(".2026.999999999.tmp")
    left.mkdir()
    (left / "kh.yaml").write_text("nửa chừng", "utf-8")
    (folder / ".kh.yaml.999999999.tmp").write_text("nửa chừng", "utf-8")
    carried(home)
    assert sorted(path.name for path in folder.parent.iterdir()) == ["2025", "2026"]
    assert not [*folder.glob("*.tmp")]


# What lies in the way

def here(path: Path) -> dict[str, object]:
    """What lies below a folder, links and pipes as what they are."""
    return {each.relative_to(path).as_posix(): str(each.readlink()) if each.is_symlink() else each.read_bytes()
            if each.is_file() else each.is_dir() for each in sorted(path.rglob("*"))}


def a_link(path: Path) -> None:
    elsewhere = path.parents[3] / "noi_khac"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


def a_link_to_nothing(path: Path) -> None:
    gone(path)
    path.symlink_to("khong_co")


def a_folder(path: Path) -> None:
    gone(path)
    path.mkdir()


def a_pipe(path: Path) -> None:
    gone(path)
    os.mkfifo(path)


def a_file(path: Path) -> None:
    gone(path)
    path.write_text("tôi là tệp", "utf-8")


def gone(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    elif path.exists():
        path.unlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
@pytest.mark.parametrize("name", ["", "chuyen_nam.yaml", "chuyen_nam.md", BASE, "kh.yaml"])
@pytest.mark.parametrize("becomes", [a_link, a_link_to_nothing, a_folder, a_pipe, a_file])
@pytest.mark.parametrize("dry_run", [False, True])
def it_names_what_stands_in_the_place_of_its_folder_or_a_file_and_writes_nothing(
    home: Project, name: str, becomes: Callable[[Path], None], dry_run: bool
) -> None:
    if (becomes, name) in [(a_folder, ""), (a_file, "kh.yaml"), (a_file, "chuyen_nam.md"), (a_file, "chuyen_nam.yaml")]:
        pytest.skip("what is meant to stand there")
    has_something_to_write(home)
    becomes(folder_of(home) / name)
    before = here(home.root.parent)
    (told,) = carried(home, dry_run=dry_run).findings
    assert (told.code, told.file) == ("C160", f"{NEW}/{name}".rstrip("/"))
    assert here(home.root.parent) == before


@pytest.mark.parametrize("name", [".2026.cu", ".2026.moi"])
@pytest.mark.parametrize("becomes", [a_folder, a_file, a_link_to_nothing])
def it_names_a_folder_that_an_earlier_version_has_left(
    home: Project, name: str, becomes: Callable[[Path], None]
) -> None:
    becomes(home.content / "nghe_an" / name)
    before = here(home.root)
    (told,) = carried(home, dry_run=True).findings
    assert (told.code, told.file) == ("C160", f"content/nghe_an/{name}")
    assert carried(home).findings == (told,)
    assert here(home.root) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def it_leaves_other_things_within_as_they_are(home: Project) -> None:
    has_something_to_write(home)
    a_pipe(folder_of(home) / "ong_dan")
    a_link_to_nothing(folder_of(home) / "lien_ket.txt")
    assert carried(home).written
    assert (folder_of(home) / "ong_dan").is_fifo()
    assert (folder_of(home) / "lien_ket.txt").readlink() == Path("khong_co")


@pytest.mark.parametrize("apply", [False, True])
def it_writes_nothing_into_a_draft_that_is_no_text(home: Project, apply: bool) -> None:
    has_something_to_write(home)
    draft = folder_of(home) / "kh.yaml"
    draft.write_bytes(draft.read_text("utf-8").encode("utf-16"))
    before = here(home.root)
    (told,) = carried(home, apply=apply).findings
    assert (told.code, told.file) == ("C160", f"{NEW}/kh.yaml")
    assert here(home.root) == before


# What is kept from one run to the next lies in git: everybody may write to it

def kept(home: Project, **changed: object) -> bytes:
    return json.dumps(json.loads((folder_of(home) / BASE).read_bytes()) | changed).encode()


def naming(name: str, text: str = "của tôi\n") -> Callable[[Project], bytes]:
    def damaged(home: Project) -> bytes:
        return kept(home, da_viet=json.loads((folder_of(home) / BASE).read_bytes())["da_viet"] | {name: text})
    return damaged


def without(key: str) -> Callable[[Project], bytes]:
    return lambda home: json.dumps({name: value for name, value in json.loads(kept(home)).items() if name != key}).encode()


@pytest.mark.parametrize("damaged", [
    *map(naming, ["../cua_toi.yaml", "../../../../cua_toi.yaml", "/cua_toi.yaml", "con/cua_toi.yaml", "..\\cua_toi.yaml", "C:cua_toi.yaml",
                  "", ".", "..", ".an.yaml", "a\0b.yaml", "a\nb.yaml", "a" * 300 + ".yaml", "cua_toi.txt", "chuyen_nam.yaml",
                  BASE, "\ud800.yaml"]),
    naming("x.yaml", "\ud800"), *map(without, ["phien_ban", "typed_as", "da_viet"]),
    *(lambda home, value=value: kept(home, phien_ban=value) for value in (2, None, "1", [])),
    *(lambda home, value=value: kept(home, da_viet=value) for value in (None, [], "x", 1, {"kh.yaml": None}, {"kh.yaml": []})),
    *(lambda home, value=value: kept(home, typed_as=value) for value in (None, [], {"x": 1})),
    *(lambda home, raw=raw: raw for raw in (b"", b"[]", b"null", b"12", b'"a"', b"\xff\xfe{}", b"[" * 100_000, b"{" + b"9" * 5000,
                                            b'{"phien_ban": ' + b"9" * 5000 + b', "typed_as": {}, "da_viet": {}}')),
    lambda home: kept(home)[:200], lambda home: b"<<<<<<< HEAD\n" + kept(home),
], ids=lambda _: "")
def it_believes_nothing_of_what_was_kept_when_anything_in_it_is_not_its_own(
    home: Project, damaged: Callable[[Project], bytes]
) -> None:
    has_something_to_write(home)
    (home.content / "nghe_an" / "cua_toi.yaml").write_text("của tôi\n", "utf-8")
    (home.root.parent / "cua_toi.yaml").write_text("của tôi\n", "utf-8")
    (folder_of(home) / "cua_toi.txt").write_text("của tôi\n", "utf-8")
    (folder_of(home) / BASE).write_bytes(damaged(home))
    before = here(home.root.parent)
    for apply in (False, True):
        (told,) = carried(home, apply=apply).findings
        assert (told.code, told.file) == ("C160", f"{NEW}/{BASE}")
        assert "từ git" in told.hint
    assert here(home.root.parent) == before
