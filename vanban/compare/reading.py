"""One side of a comparison: resolved sets, the registers that each was resolved with, where everything stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from vanban.doctypes import DocType
from vanban.model.document import BoVanBan, VanBan
from vanban.model.places import Places
from vanban.model.printed import PrintedSet
from vanban.model.registers import Registers


@dataclass(frozen=True, slots=True)
class Reading:
    """registers  those that a set was resolved with, maybe what was kept at its issue; they remember no asking
    kept       the words that were kept of a set at its issue, which its copies print"""

    sets: tuple[BoVanBan, ...]
    places: Places
    registers: Callable[[BoVanBan], Registers]
    doctypes: Mapping[str, DocType]
    kept: Callable[[BoVanBan], PrintedSet | None] = lambda _: None

    def file(self, van_ban: VanBan) -> str:
        """The file of a document, as findings name it."""
        return self.places.file(van_ban.origin)

    def name(self, van_ban: VanBan) -> str:
        """Folder and id: "nghe_an/2025/ke_hoach_cchc"; without an id the name of its file."""
        folder, _, file = self.file(van_ban).partition("/")[2].rpartition("/")
        return f"{folder}/{van_ban.ma or file.removesuffix('.yaml')}".lstrip("/")
