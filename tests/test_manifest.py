"""`clean` deletes what we wrote and nothing else."""

import json
from pathlib import Path

import pytest

from vanban.errors import MachineError
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


def it_forgets_what_someone_else_has_deleted(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        write_whole(tmp_path / name, b"x")
    Manifest(tmp_path).note([tmp_path / "a.docx", tmp_path / "b.docx"])
    (tmp_path / "a.docx").unlink()
    assert Manifest(tmp_path).clean() == [tmp_path / "b.docx"]


def it_removes_folders_that_are_empty_then_and_its_own_list(tmp_path: Path) -> None:
    path = tmp_path / "nghe_an" / "2025" / "a.docx"
    write_whole(path, b"x")
    Manifest(tmp_path).note([path])
    assert Manifest(tmp_path).clean() == [path]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../ngoai.docx", "a/../../ngoai.docx", "{outside}"])
def it_believes_no_name_that_leads_out_of_its_folder(name: str, tmp_path: Path) -> None:
    inside, outside = tmp_path / "outputs", tmp_path / "ngoai.docx"
    outside.write_bytes(b"x")
    write_whole(inside / "da_tao.json", json.dumps([name.format(outside=outside.as_posix())]).encode())
    assert Manifest(inside).clean() == []
    assert outside.exists()


def it_believes_no_entry_that_is_no_name(tmp_path: Path) -> None:
    write_whole(tmp_path / "da_tao.json", b'[1, null, {"a": 2}]')
    assert Manifest(tmp_path).clean() == []


def it_says_how_to_go_on_when_its_list_is_broken(tmp_path: Path) -> None:
    write_whole(tmp_path / "da_tao.json", b"[")
    with pytest.raises(MachineError, match="Xóa tệp này rồi chạy lại lệnh report"):
        Manifest(tmp_path).clean()


def it_deletes_no_folder_that_bears_a_noted_name(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    write_whole(tmp_path / "a.docx" / "cua_nguoi_khac.txt", b"x")
    write_whole(tmp_path / "da_tao.json", b'["a.docx"]')
    assert Manifest(tmp_path).clean() == []
    assert (tmp_path / "a.docx" / "cua_nguoi_khac.txt").exists()
