"""The folder that reports are written into: what a person has changed there since is never lost.

A file that is not as we wrote it goes aside before another takes its place: "ke_hoach.docx" → "ke_hoach.sua_tay.docx".
Two runs at once put their files one after another, and each knows what the other has written.
"""

import errno
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Self

from vanban.errors import MachineError, VanBanError, cannot, system_words
from vanban.files import sweep_pieces, write_whole
from vanban.locks import alone_in
from vanban.manifest import Manifest, Written, fingerprint
from vanban.pipeline.forms import names
from vanban.wordml.words_fingerprint import words_fingerprint

_DOCX, _TEXTS = ".docx", (".html", ".json")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# The record of an issued set, beside its DOCX.
_RECORD = "json"


@dataclass(frozen=True, slots=True)
class MadeOf:
    """The DOCX that another form is made of, and the fingerprint of its bytes as they were written."""

    docx: Path
    dau_van_tay: str

    def is_there(self) -> bool:
        """Whether that DOCX still lies there: no other run has put another, and nobody has changed it."""
        data = _bytes(self.docx)
        return data is not None and fingerprint(data) == self.dau_van_tay


@dataclass
class Outputs:
    """A folder, used in a `with` block for one run; told: what went aside and what was taken away, in sentences.

    Raises MachineError where the list of what was written there cannot be read.
    """

    folder: Path
    told: list[str] = field(default_factory=list)
    _dropped: list[Path] = field(default_factory=list)
    _stamp: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        self._manifest = Manifest(self.folder)

    def __enter__(self) -> Self:
        sweep_pieces(self.folder)
        return self

    def __exit__(self, *_: object) -> None:
        """Ends a run: tells of what was taken away and has not come again."""
        self.told += (f"Đã xóa {self.name(path)}: bản cũ, không còn khớp với nội dung."
                      for path in self._dropped if not path.exists())
        self._dropped.clear()
        try:
            if not self._manifest.is_closed():
                with self._alone():
                    self._manifest.close()
        except (OSError, MachineError) as error:  # what was written is noted there line by line
            why = system_words(error) if isinstance(error, OSError) else error
            self.told.append(f"Chưa dọn gọn được danh sách các tệp đã tạo trong {self.folder.name}/: {why}.")

    def name(self, path: Path) -> str:
        """How a file is called in sentences."""
        return f"{self.folder.name}/{path.relative_to(self.folder).as_posix()}"

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """No other run puts a file here meanwhile, and what others have noted is known."""
        with alone_in(self.folder):
            if self._manifest.stamp() != self._stamp:
                self._manifest = Manifest(self.folder)
            yield
            self._stamp = self._manifest.stamp()

    def put(self, path: Path, data: bytes, source: str, of: MadeOf | None = None) -> None:
        """Writes a file that was made from `source`, and as another form from `of`. Before a DOCX that is new its old
        other forms go.

        Raises OSError, and MachineError where a link leads out of the folder, or the DOCX is another one by now.
        """
        self._check_inside(path)
        if path.is_dir():
            raise OSError(errno.EISDIR, "", str(path))
        if self._is_noted(path, data, source):
            return
        with self._alone():
            if of and not of.is_there():
                raise MachineError(f"Chưa ghi {self.name(path)}: {of.docx.name} vừa được tạo lại hoặc sửa ở nơi khác "
                                   "trong lúc xuất tệp này. Chạy lại lệnh.")
            self._put(path, data, source)

    def _put(self, path: Path, data: bytes, source: str) -> None:
        is_new = _bytes(path) != data
        if is_new and path.suffix == _DOCX:
            self._drop_forms(path)
        if is_new:
            self._put_aside(path)
        self._manifest.note(self._written(path, data, source))
        if is_new:
            write_whole(path, data)

    def _is_noted(self, path: Path, data: bytes, source: str) -> bool:
        """Whether the file is there already, and the last that is noted of it: then there is nothing to write."""
        return _bytes(path) == data and self._manifest.of(path)[-1:] == [self._written(path, data, source)]

    def _written(self, path: Path, data: bytes, source: str) -> Written:
        chu = _words_fingerprint(path, data)
        return Written(path.relative_to(self.folder).as_posix(), source, fingerprint(data), chu)

    def compare(self, path: Path, data: bytes, made: Collection[str]) -> None:
        """Tells of a DOCX that stays, though what is made now is from other data, and of its other forms but those that
        are `made`."""
        if path.is_file() and path.read_bytes() != data:
            others = (path.with_suffix(f".{form}") for form in names() if form not in made)
            old = " và ".join([self.name(path), *(each.name for each in others if each.is_file())])
            self.told.append(f"{old} là bản cũ, nội dung nay đã khác; tạo lại bằng “--format all”.")

    def wrote(self, path: Path) -> bool:
        """Whether a file of that name was ever written here."""
        return bool(self._manifest.of(path))

    def written(self) -> list[Path]:
        """The files that were written here and are still there."""
        return self._manifest.paths()

    def drop(self, path: Path, of: MadeOf | None = None) -> None:
        """Takes away a file that is no longer true; a form that could not be made of `of` only where that is still
        there: else it is the other DOCX's. Raises as `put` does."""
        self._check_inside(path)
        if path.is_file():
            with self._alone():
                if of is None or of.is_there():
                    self._drop(path)

    def _drop(self, path: Path) -> None:
        self._put_aside(path)
        if path.is_file():
            path.unlink()
            self._dropped.append(path)

    def _drop_forms(self, docx: Path) -> None:
        for form in (*names(), _RECORD):
            self._check_inside(other := docx.with_suffix(f".{form}"))
            self._drop(other)

    def clean(self) -> tuple[list[Path], list[str]]:
        """Deletes what we wrote, the list, and folders that are empty then; what was deleted, and a sentence for what
        could not be. Raises OSError for the list."""
        if not self.folder.is_dir():
            return [], []
        with self._alone():
            return self._clean()

    def _clean(self) -> tuple[list[Path], list[str]]:
        gone: list[Path] = []
        failures: list[str] = []
        sweep_pieces(self.folder)
        for path in self._manifest.paths():
            try:
                self._put_aside(path)
                if path.exists():
                    path.unlink()
                    gone.append(path)
            except OSError as error:
                failures.append(cannot("xóa được", self.name(path), error))
        self._manifest.close()
        for folder in sorted((p for p in self.folder.rglob("*") if p.is_dir() and not p.is_symlink()), reverse=True):
            with suppress(OSError):  # it is not empty, or somebody has it open
                folder.rmdir()
        return gone, failures

    def _check_inside(self, path: Path) -> None:
        if not path.resolve().is_relative_to(self.folder.resolve()):
            raise MachineError(f"Không ghi {path}: đường dẫn này dẫn ra ngoài {self.folder}.")

    def orphans(self, root: Path) -> list[tuple[Path, str]]:
        """The files whose source, from `root`, is no longer there, each with its source."""
        made = ((path, self._manifest.of(path)[-1].nguon) for path in self._manifest.paths())
        return [(path, source) for path, source in made if source and not (root / source).exists()]

    def _put_aside(self, path: Path) -> None:
        """Renames a file that is not as we wrote it."""
        data = _bytes(path)
        if data is None or self._is_ours(path, data):
            return
        for number in count(1):
            copy = path.with_name(f"{path.stem}.sua_tay{'' if number == 1 else f'_{number}'}{path.suffix}")
            if not copy.exists():
                path.replace(copy)
                self.told.append(self._told_aside(path, copy))
                return

    def _told_aside(self, path: Path, copy: Path) -> str:
        if self._manifest.of(path):
            return f"{self.name(path)} đã được sửa sau khi tạo; bản sửa được giữ ở {copy.name}."
        return (f"{self.name(path)} không còn dấu của lần tạo trước nên máy không biết tệp đã được sửa hay chưa; "
                f"bản cũ được giữ ở {copy.name}.")

    def _is_ours(self, path: Path, data: bytes) -> bool:
        noted = self._manifest.of(path)
        if any(written.is_of(data) for written in noted):
            return True
        known = {written.chu for written in noted if written.chu}
        try:
            return bool(known) and _words_fingerprint(path, data) in known
        except VanBanError:  # no Word file any more
            return False


def _words_fingerprint(path: Path, data: bytes) -> str:
    """Of what a file says, which is the same where a program has only opened and saved it: ends of lines and byte order
    marks of a text are no words; "" where the bytes alone say it. Raises VanBanError for what is no Word file."""
    if path.suffix == _DOCX:
        return words_fingerprint(data)
    return fingerprint(b" ".join(data.removeprefix(_BYTE_ORDER_MARK).split())) if path.suffix in _TEXTS else ""


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
