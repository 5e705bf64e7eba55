"""Files that documents name: found as they are typed, on every machine, and nowhere but below one folder."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from vanban.text import nfc

# One name of a path on every system: not the folder itself, not the one above, no drive, no other path.
_BARE = re.compile(r"(?!\.{1,2}$)[^/\\:\x00-\x1f]{1,200}")


def inside(root: Path, name: str) -> Path | None:
    """Where `name` (“nghe_an/2025/kh.yaml”) leads from `root`, whether something is there or not; None for what leads
    out of it, also through a link."""
    path = root
    for part in name.split("/"):
        if not _BARE.fullmatch(part):
            return None
        path /= part
        if path.is_symlink():
            return None
    return path


@dataclass(slots=True)
class NamedFiles:
    """The files below `root`; each folder is looked into once."""

    root: Path
    _inside: dict[Path, dict[str, Path]] = field(default_factory=dict)

    def at(self, path: Path) -> Path | None:
        """The file at `path`, each name of the way as it is typed whatever the disk takes for the same; None for none.

        Windows and macOS do not tell "So_do.PNG" from "so_do.png", other machines do; macOS may write names in NFD.
        Raises OSError.
        """
        here = self.root
        for part in path.relative_to(self.root).parts:
            if here not in self._inside:
                entries = here.iterdir() if here.is_dir() else iter(())
                self._inside[here] = {nfc(entry.name): entry for entry in entries}
            if (found := self._inside[here].get(nfc(part))) is None:
                return None
            here = found
        return here if here.is_file() else None  # a pipe would never end
