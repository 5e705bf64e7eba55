"""The folder that reports are written into: what a person has changed there since is never lost.

A file that is not as we wrote it goes aside before another takes its place: "ke_hoach.docx" → "ke_hoach.sua_tay.docx".
"""

from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from vanban.errors import MachineError, VanBanError
from vanban.files import write_whole
from vanban.manifest import Manifest, Written, fingerprint
from vanban.wordml.words_fingerprint import words_fingerprint

# The other forms of a DOCX, which are old as soon as it is new.
_FORMS = (".pdf", ".html", ".json")


@dataclass
class Outputs:
    """told  what went aside and what was taken away, in sentences"""

    folder: Path
    told: list[str] = field(default_factory=list)
    _dropped: list[Path] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._manifest = Manifest(self.folder)

    def put(self, path: Path, data: bytes, source: str) -> None:
        """Writes a file that was made from `source`. Before a DOCX that is new its old other forms go.

        Raises OSError, and MachineError where a link leads out of the folder.
        """
        if not path.resolve().is_relative_to(self.folder.resolve()):
            raise MachineError(f"Không ghi {path}: đường dẫn này dẫn ra ngoài {self.folder}.")
        is_new = _bytes(path) != data
        for form in _FORMS if is_new and path.suffix == ".docx" else ():
            self.drop(path.with_name(path.stem + form))
        if is_new:
            self._put_aside(path)
        chu = words_fingerprint(data) if path.suffix == ".docx" else ""
        self._manifest.note(Written(path.relative_to(self.folder).as_posix(), source, fingerprint(data), chu))
        if is_new:
            write_whole(path, data)

    def drop(self, path: Path) -> None:
        """Takes away a file that is no longer true."""
        self._put_aside(path)
        if path.is_file():
            path.unlink()
            self._dropped.append(path)

    def close(self) -> None:
        """Ends a run: tells of what was taken away and has not come again."""
        self.told += (f"Đã xóa {path}: bản cũ, không còn khớp với DOCX." for path in self._dropped if not path.exists())
        self._dropped.clear()
        self._manifest.close()

    def clean(self) -> list[Path]:
        """Deletes what we wrote, the list, and folders that are empty then; what was deleted."""
        gone: list[Path] = []
        for path in self._manifest.paths():
            self._put_aside(path)
            if path.exists():
                path.unlink()
                gone.append(path)
        self._manifest.close()
        for folder in sorted((p for p in self.folder.rglob("*") if p.is_dir() and not p.is_symlink()), reverse=True):
            if not any(folder.iterdir()):
                folder.rmdir()
        return gone

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
                self.told.append(f"{path} đã được sửa sau khi tạo; bản sửa được giữ ở {copy.name}.")
                return

    def _is_ours(self, path: Path, data: bytes) -> bool:
        noted = self._manifest.of(path)
        if any(written.is_of(data) for written in noted):
            return True
        known = {written.chu for written in noted if written.chu}
        try:
            return bool(known) and words_fingerprint(data) in known
        except VanBanError:  # no Word file any more
            return False


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
