"""What we wrote into outputs/, so that `clean` deletes that and nothing else."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vanban.errors import MachineError
from vanban.files import write_whole

_FILE = "da_tao.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The list of files below `folder`, kept in the folder itself."""

    folder: Path

    @property
    def _file(self) -> Path:
        return self.folder / _FILE

    def paths(self) -> set[Path]:
        """The files that were noted and are still there; a name that leads out of the folder is not believed."""
        if not self._file.exists():
            return set()
        try:
            names = json.loads(self._file.read_text("utf-8"))
        except ValueError as error:
            raise MachineError(
                f"Không đọc được {self._file}, danh sách các tệp đã tạo. Xóa tệp này rồi chạy lại lệnh report."
            ) from error
        paths = (self.folder / name for name in names if isinstance(name, str) and ".." not in name)
        return {path for path in paths if path.is_relative_to(self.folder) and path.is_file()}

    def note(self, written: Iterable[Path]) -> None:
        """Adds to the list."""
        names = sorted(path.relative_to(self.folder).as_posix() for path in {*self.paths(), *written})
        write_whole(self._file, json.dumps(names, ensure_ascii=False, indent=1).encode())

    def clean(self) -> list[Path]:
        """Deletes the listed files, the list, and folders that are empty then; what was deleted."""
        gone = sorted(self.paths())
        for path in gone:
            path.unlink()
        self._file.unlink(missing_ok=True)
        for folder in sorted((p for p in self.folder.rglob("*") if p.is_dir()), reverse=True):
            if not any(folder.iterdir()):
                folder.rmdir()
        return gone
