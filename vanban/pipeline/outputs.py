"""The folder that reports are written into: what a person has changed there since is never lost.

A file that is not as we wrote it goes aside before another takes its place: "ke_hoach.docx" → "ke_hoach.sua_tay.docx".
"""

from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Self

from vanban.errors import MachineError, VanBanError, cannot, system_words
from vanban.files import sweep_pieces, write_whole
from vanban.manifest import Manifest, Written, fingerprint
from vanban.pipeline.forms import names
from vanban.wordml.words_fingerprint import words_fingerprint

_DOCX, _TEXTS = ".docx", (".html", ".json")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# The record of an issued set, beside its DOCX.
_RECORD = "json"


@dataclass
class Outputs:
    """A folder, used in a `with` block for one run; told: what went aside and what was taken away, in sentences.

    Raises MachineError where the list of what was written there cannot be read.
    """

    folder: Path
    told: list[str] = field(default_factory=list)
    _dropped: list[Path] = field(default_factory=list)

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
            self._manifest.close()
        except (OSError, MachineError) as error:  # what was written is noted there line by line
            why = system_words(error) if isinstance(error, OSError) else error
            self.told.append(f"Chưa dọn gọn được danh sách các tệp đã tạo trong {self.folder.name}/: {why}.")

    def name(self, path: Path) -> str:
        """How a file is called in sentences."""
        return f"{self.folder.name}/{path.relative_to(self.folder).as_posix()}"

    def put(self, path: Path, data: bytes, source: str) -> None:
        """Writes a file that was made from `source`. Before a DOCX that is new its old other forms go.

        Raises OSError, and MachineError where a link leads out of the folder.
        """
        self._check_inside(path)
        is_new = _bytes(path) != data
        if is_new and path.suffix == _DOCX:
            self._drop_forms(path)
        if is_new:
            self._put_aside(path)
        chu = _words_fingerprint(path, data)
        self._manifest.note(Written(path.relative_to(self.folder).as_posix(), source, fingerprint(data), chu))
        if is_new:
            write_whole(path, data)

    def compare(self, path: Path, data: bytes) -> None:
        """Tells of a file that stays, though what is made now is from other data."""
        if path.is_file() and path.read_bytes() != data:
            self.told.append(f"{self.name(path)} là bản cũ, nội dung nay đã khác; tạo lại bằng “--format all”.")

    def wrote(self, path: Path) -> bool:
        """Whether a file of that name was ever written here."""
        return bool(self._manifest.of(path))

    def drop(self, path: Path) -> None:
        """Takes away a file that is no longer true. Raises as `put` does."""
        self._check_inside(path)
        self._put_aside(path)
        if path.is_file():
            path.unlink()
            self._dropped.append(path)

    def _drop_forms(self, docx: Path) -> None:
        for form in (*names(), _RECORD):
            self.drop(docx.with_suffix(f".{form}"))

    def clean(self) -> tuple[list[Path], list[str]]:
        """Deletes what we wrote, the list, and folders that are empty then; what was deleted, and a sentence for what
        could not be. Raises OSError for the list."""
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
                self.told.append(f"{self.name(path)} đã được sửa sau khi tạo; bản sửa được giữ ở {copy.name}.")
                return

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
