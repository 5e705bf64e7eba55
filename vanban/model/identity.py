"""Every printed line of a set with its address: what it is called while the words around it change.

An id that was given comes first (of a heading, an item, a row, a table, an act in căn cứ); a recipient is known by his
words; else the place counts, in the words of the law ("muc_ii__khoan_1__diem_a"). Addresses are of one document and
unique there.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from vanban.model.address import addresses
from vanban.model.document import BoVanBan, VanBan
from vanban.model.inline import Reference
from vanban.model.print_order import in_print_order
from vanban.model.printed_lines import PrintedLine, printed_lines
from vanban.model.table import BangBieu
from vanban.model.zones import BY_LINES
from vanban.text import fold_ascii

# So much of a recipient's name tells him from others.
_LETTERS = 60


@dataclass(frozen=True, slots=True)
class Addressed:
    """A printed line, the id of its document, its address there."""

    van_ban: str
    address: str
    line: PrintedLine


def addressed_lines(bo: BoVanBan) -> Iterator[Addressed]:
    """The printed lines of a numbered set, in the order of print."""
    for part in bo.parts():
        names = _Names(part.van_ban)
        for line in printed_lines(replace(part, kem_theo=())):
            yield Addressed(part.van_ban.ma, names.of(line), line)


@dataclass(slots=True)
class _Names:
    """The addresses of one document, each given once."""

    van_ban: VanBan
    _by_origin: dict[int, str] = field(default_factory=dict)
    _given: Counter[str] = field(default_factory=Counter)
    _above: str = ""

    def __post_init__(self) -> None:
        for node, address in addresses(self.van_ban):
            self._by_origin[node.origin] = node.ma or address.eid
        self._by_origin |= {act.origin: act.ma for acts in self.van_ban.can_cu for act in acts[:1]
                            if isinstance(act, Reference)}
        for table in in_print_order(self.van_ban):
            if isinstance(table, BangBieu):
                self._by_origin |= _of_cells(table)

    def of(self, line: PrintedLine) -> str:
        """The address of the next line, in the order of print."""
        name = self._name(line)
        self._given[name] += 1
        return name if self._given[name] == 1 else f"{name}__{self._given[name]}"

    def _name(self, line: PrintedLine) -> str:
        known = self._by_origin.get(line.origin, "")
        match line.kind:
            case "zone" if line.name in BY_LINES:
                acts = (self._by_origin.get(words.origin, "") for words in line.words)
                return f"{line.name}__{next(filter(None, acts), _slug(line.text))}"
            case "zone":
                return line.name
            case "heading":
                self._above = known
                return known or "de_muc"
            case "paragraph" if line.name:
                return f"{line.name}__ghi_chu"
            case "paragraph" if line.mark:
                self._above = known
                return known
            case "paragraph":
                return "__".join(filter(None, (self._above, "doan")))
            case "caption" | "picture":
                return line.name
            case "cell":
                return known or f"{line.name}__o"
            case _:
                return "chu_thich"


def _of_cells(table: BangBieu) -> dict[int, str]:
    """The addresses of what stands in a table, by origin: of cells those of row and column."""
    found = {cot.origin: f"{table.ma}__{cot.ma}" for cot in table.leaves}
    for address, row in table.addressed_rows():
        found[row.origin] = address
        found |= {entry.origin: f"{address}__{entry.cot}" for entry in row.entries if entry.origin != row.origin}
    return found


def _slug(words: str) -> str:
    """Words as an id: "Bộ Nội vụ;" → "bo_noi_vu"."""
    letters = "".join(letter if letter.isalnum() else " " for letter in fold_ascii(words).lower())
    return "_".join(letters[:_LETTERS].split())
