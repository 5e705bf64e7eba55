"""What we wrote into a folder: of each file which source it came from, and how to know it again.

The list is a file of lines, one for each time that something was written. A line comes before what it tells of, so that
a run which is stopped leaves no file that nobody knows; a line that was cut in two by that is not believed.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cached_property
from os import SEEK_END
from pathlib import Path
from typing import BinaryIO

from vanban.errors import MachineError
from vanban.files import write_whole

_FILE = "da_tao.jsonl"
# The list as versions to 0.3.0 wrote it: names alone.
_OLD_FILE = "da_tao.json"


@dataclass(frozen=True, slots=True)
class Written:
    """tep          a file, from the folder
    nguon        the source it was made from, "" for none
    dau_van_tay  of its bytes, "" where that is not known
    chu          of its words and pictures, where Word may save the same ones in other bytes; else ""
    """

    tep: str
    nguon: str = ""
    dau_van_tay: str = ""
    chu: str = ""

    def is_of(self, data: bytes) -> bool:
        """Whether a file with these bytes is as it was written; any is, of which no fingerprint is known."""
        return not self.dau_van_tay or self.dau_van_tay == fingerprint(data)


def fingerprint(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True)
class Manifest:
    """The list of files below `folder`, kept in the folder itself. Raises MachineError where it cannot be read."""

    folder: Path

    def of(self, path: Path) -> list[Written]:
        """What was noted of a file, the oldest first: it may be as it was written any of these times."""
        return self._entries.get(path.relative_to(self.folder).as_posix(), [])

    def stamp(self) -> tuple[int, ...]:
        """Of the list as it lies there, by which one sees that another run has noted something; () where none is."""
        try:
            seen = self._file.stat()
        except OSError:
            return ()
        return seen.st_ino, seen.st_size, seen.st_mtime_ns

    def note(self, written: Written) -> None:
        """Adds a line, unless it would say the last one of that file again. Raises OSError."""
        noted = self._entries.setdefault(written.tep, [])
        if noted[-1:] == [written]:
            return
        noted.append(written)
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._file.open("ab+") as file:
            file.truncate(_whole_lines(file))
            file.write(_line(written))

    def paths(self) -> list[Path]:
        """The files that were noted and are still there; a name that leads out of the folder is not believed."""
        home = self.folder.resolve()
        named = (self.folder / name for name in sorted(self._entries))
        return [path for path in named if path.is_file() and path.resolve().is_relative_to(home)]

    def close(self) -> None:
        """Writes the list anew, with what others have noted meanwhile: the last line of each file that is still there;
        no list where there is none. Raises OSError."""
        data = self._closed()
        if data and not (self._file.exists() and self._file.read_bytes() == data):
            write_whole(self._file, data)
        for file in (self.folder / _OLD_FILE, *([] if data else [self._file])):
            if file.exists():
                file.unlink()

    def is_closed(self) -> bool:
        """Whether the list is already as `close` would write it."""
        there = self._file.read_bytes() if self._file.exists() else b""
        return self._closed() == there and bool(there) == self._file.exists() and not (self.folder / _OLD_FILE).exists()

    def _closed(self) -> bytes:
        now = Manifest(self.folder)
        return b"".join(_line(now.of(path)[-1]) for path in now.paths())

    @property
    def _file(self) -> Path:
        return self.folder / _FILE

    @cached_property
    def _entries(self) -> dict[str, list[Written]]:
        found: dict[str, list[Written]] = {}
        for written in (*_names(self.folder / _OLD_FILE), *_lines(self._file)):
            found.setdefault(written.tep, []).append(written)
        return found


def _whole_lines(file: BinaryIO) -> int:
    """How many bytes of the list are whole lines; a stopped run leaves a piece of one behind them."""
    end = file.seek(0, SEEK_END)
    while end and (file.seek(end - 1), file.read(1)) != (end - 1, b"\n"):
        end -= 1
    return end


def _line(written: Written) -> bytes:
    return json.dumps(asdict(written), ensure_ascii=False).encode("utf-8", "surrogateescape") + b"\n"


def _lines(file: Path) -> list[Written]:
    """The entries of a list; what stands behind the last line end was cut off."""
    if not file.exists():
        return []
    *whole, _ = _read(file).split("\n")
    try:
        return [Written(**_texts(json.loads(line))) for line in whole if line.strip()]
    except (ValueError, TypeError, RecursionError) as error:
        raise _broken(file) from error


def _names(file: Path) -> list[Written]:
    if not file.exists():
        return []
    try:
        names = json.loads(_read(file))
        return [Written(name) for name in names if isinstance(name, str) and name]
    except (ValueError, TypeError, RecursionError) as error:
        raise _broken(file) from error


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "surrogateescape")


def _texts(entry: object) -> dict[str, str]:
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise ValueError(entry)
    return entry


def _broken(file: Path) -> MachineError:
    return MachineError(f"Không đọc được {file}, danh sách các tệp đã tạo. Xóa tệp này rồi chạy lại lệnh; tệp nào đã "
                        "có sẵn mà khác bản mới thì máy giữ lại một bản sao.")
