"""What lies in the place of the folder of the new year, or of a file of it, and is none that could be written to."""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from vanban.findings import Finding, Place, finding
from vanban.pipeline.planned_files import BASE, PAGE, YAML, Stored

_LINK, _FOLDER, _FILE = stat.S_IFLNK, stat.S_IFDIR, stat.S_IFREG
_WORDS = {_LINK: "một liên kết", _FOLDER: "một thư mục", _FILE: "một tệp"}
_AWAY = "Chuyển nó đi nơi khác hoặc đổi tên, rồi chạy lại."


class NotPlanned(Exception):
    """There is no plan that could be carried over as it was asked; the finding says why and what can be done."""

    def __init__(self, file: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.finding = finding("C163", Place(file), f"{message}; chưa tệp nào được viết.", hint)


def obstacles(stored: Stored) -> Iterator[Finding]:
    """What keeps the folder, and what is kept in it from one run to the next, from being read."""
    folder = stored.folder
    if (kind := _kind(folder)) not in (None, _FOLDER):
        yield _in_place_of("thư mục năm mới", _place(folder, folder), kind)
        return
    yield from _left_by_others(folder)
    odd = [*odd_files(folder, (YAML, PAGE, BASE))]
    yield from odd
    if not odd and (folder / BASE).exists() and stored.base is None:
        yield finding("C160", _place(folder / BASE, folder),
                      "Tệp ghi những gì lần chạy trước đã viết bị hỏng hoặc bị sửa tay nên không tin được; chưa tệp "
                      "nào được viết.", "Lấy lại tệp này từ git rồi chạy lại.")


def odd_files(folder: Path, names: Iterable[str]) -> Iterator[Finding]:
    """Of these files those that are there and are no text."""
    for path in (folder / name for name in sorted(names)):
        if (kind := _kind(path)) not in (None, _FILE):
            yield _in_place_of("tệp này", _place(path, folder), kind)
        elif kind and not _is_text(path):
            yield finding("C160", _place(path, folder),
                          "Tệp không phải là tệp chữ UTF-8 nên máy không đọc, không viết vào; chưa tệp nào được viết.",
                          "Mở tệp, lưu lại bằng mã UTF-8; hoặc chuyển tệp đi nơi khác, rồi chạy lại.")


def _left_by_others(folder: Path) -> Iterator[Finding]:
    """Folders in which an earlier version kept the old folder while it put the new one there: files of a person may be
    in them."""
    year = folder.name
    for path in (folder.with_name(f".{year}.{name}") for name in ("cu", "moi")):
        if _kind(path):
            yield finding("C160", _place(path, folder),
                          f"Bên cạnh thư mục {year} còn {path.name} của một lần chạy bị dừng giữa chừng; trong đó có "
                          "thể có tệp của người soạn; chưa tệp nào được viết.",
                          f"Xem bên trong: thư mục {year} không còn thì đổi tên nó thành {year}; không thì chép tệp "
                          "còn cần ra rồi xóa nó.")


def _kind(path: Path) -> int | None:
    """What stands at a path itself, not where it leads to; None for nothing."""
    try:
        return stat.S_IFMT(path.lstat().st_mode)
    except FileNotFoundError:
        return None


def _is_text(path: Path) -> bool:
    if path.name == BASE:
        return True
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return path.name == YAML  # which is told where it is read
    return True


def _in_place_of(what: str, place: Place, kind: int | None) -> Finding:
    there = _WORDS.get(kind or 0, "một ống dẫn hoặc thiết bị")
    return finding("C160", place, f"Ở chỗ của {what} là {there} nên máy không viết vào; chưa tệp nào được viết.",
                   _AWAY)


def _place(path: Path, folder: Path) -> Place:
    return Place(path.relative_to(folder.parents[2]).as_posix())
