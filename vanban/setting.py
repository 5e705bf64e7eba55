"""What one set of documents is resolved, checked and written with: all that may be asked besides the set itself.

There is one Setting for each set: an issued set keeps its registers, bodies have formats of their own, and an office
may have restyled its page. Whoever resolves a set makes it; transforms, layouts and rules only read it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vanban.doctypes import DocType
from vanban.facts import Facts
from vanban.model.document import BenLienTich, BoVanBan, VanBan
from vanban.model.places import Places
from vanban.model.registers import CoQuan, Registers
from vanban.the_thuc import TheThuc


@dataclass(frozen=True, slots=True)
class Setting:
    """registers  the bodies, acts and indicators that hold for the set: those kept at its issue, else those of today
    the_thuc   the format in force for its body on its day, with the page and styles of the office's own frame
    doctypes   the document types by id
    places     where every node was read from
    facts      the targets that the set may ask for, later states of tasks and figures of units
    """

    registers: Registers
    the_thuc: TheThuc
    doctypes: Mapping[str, DocType]
    places: Places
    facts: Facts = field(default_factory=Facts)

    def kind(self, van_ban: VanBan) -> DocType:
        """The type of a document; the reader let no unknown one through."""
        return self.doctypes[van_ban.loai_van_ban]

    def stands_alone(self, van_ban: VanBan) -> bool:
        """Whether a document is issued by itself."""
        return self.kind(van_ban).stands_alone(van_ban.co_quan)

    def partners(self, bo: BoVanBan) -> tuple[tuple[BenLienTich, CoQuan], ...]:
        """The bodies that issue a set together with the one that leads, those that the register knows."""
        bodies = self.registers.co_quan
        return tuple((ben, body) for ben in bo.van_ban.lien_tich if (body := bodies.get(ben.co_quan)))

    def issuer(self, bo: BoVanBan) -> CoQuan | None:
        """The body that issues a set; None where the register does not know it."""
        return self.registers.co_quan.get(bo.van_ban.co_quan)
