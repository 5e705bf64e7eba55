"""A file is written whole or not at all."""

from pathlib import Path

import pytest

from vanban.files import write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def it_writes_bytes_as_they_are_and_makes_the_folder(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b" / "tep.yaml", b"mot\r\nhai\x00")
    assert (tmp_path / "a" / "b" / "tep.yaml").read_bytes() == b"mot\r\nhai\x00"


def it_replaces_a_longer_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "tep.yaml"
    write_whole(target, b"dai hon nhieu")
    write_whole(target, b"ngan")
    assert target.read_bytes() == b"ngan"
    assert names(tmp_path) == ["tep.yaml"]


@pytest.mark.parametrize("step", ["write", "replace"])
def it_keeps_the_old_file_when_the_disk_fails(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "tep.yaml"
    target.write_bytes(b"cu")
    monkeypatch.setattr(*(("os.fsync", full) if step == "write" else (Path, "replace", full)))
    with pytest.raises(OSError, match="No space left"):
        write_whole(target, b"moi")
    assert target.read_bytes() == b"cu"
    assert names(tmp_path) == ["tep.yaml"]


def it_makes_no_file_where_there_was_none_when_the_disk_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(tmp_path / "tep.yaml", b"moi")
    assert names(tmp_path) == []


def it_shows_the_old_file_until_the_new_one_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    target = tmp_path / "tep.yaml"
    target.write_bytes(b"cu")
    monkeypatch.setattr("os.fsync", lambda _: seen.append(target.read_bytes()))
    write_whole(target, b"moi")
    assert seen == [b"cu"]
