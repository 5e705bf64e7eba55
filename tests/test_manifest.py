"""`clean` deletes what we wrote and nothing else."""

from pathlib import Path

from vanban.files import write_whole
from vanban.manifest import Manifest


def it_deletes_what_was_noted_and_leaves_a_strangers_file(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "a" / "b.docx", tmp_path / "c" / "d.docx"
    for path in (ours, theirs):
        write_whole(path, b"x")
    manifest = Manifest(tmp_path)
    manifest.note([ours])
    assert manifest.clean() == [ours]
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")) == ["c", "c/d.docx"]


def it_adds_to_what_an_earlier_run_noted(tmp_path: Path) -> None:
    first, second = tmp_path / "a.docx", tmp_path / "b.docx"
    for path in (first, second):
        write_whole(path, b"x")
        Manifest(tmp_path).note([path])
    assert Manifest(tmp_path).paths() == {first, second}


def it_cleans_an_empty_folder_without_a_word(tmp_path: Path) -> None:
    assert Manifest(tmp_path).clean() == []
