"""A printed line → what was typed for it: in place of what the machine composes stands what it composes it from.

So a line whose words differ only because something else changed (a number, a name in a register, a target) is the same
line here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from vanban.model.document import VanBan
from vanban.model.inline import Figure, Inline, Line, NoteMark, Question, Reference, Run, Script
from vanban.model.places import NOWHERE, Places
from vanban.model.printed_lines import PrintedLine, PrintedWords
from vanban.model.registers import CoQuan, Registers

# The zone that follows from who issues a document.
_OF_ISSUER = "co_quan_ban_hanh"


def entries_by_origin(registers: Registers) -> dict[int, str]:
    """The entries of the registers, "co_quan so_noi_vu", of a signer with his id, by the origins of their words."""
    found: dict[int, str] = {}
    for kind, entries in registers.lists.items():
        for ma in entries:
            entry = entries[ma]
            found[entry.origin] = f"{kind} {ma}"
            if isinstance(entry, CoQuan):
                found |= {person.origin: f"{kind} {ma} {person.ma}" for person in entry.nguoi_ky}
    return found


@dataclass(slots=True)
class Typed:
    """What was typed for the lines of one document.

    file     that of the document
    issuer   the id of the body that issues it; issues: whether it is the document that says so
    """

    van_ban: VanBan
    file: str
    issuer: str
    issues: bool
    places: Places
    entries: Mapping[int, str]
    _signs: dict[int, Inline] = field(default_factory=dict)

    def __post_init__(self) -> None:
        van_ban = self.van_ban
        lines = (*van_ban.can_cu, *van_ban.noi_nhan, *van_ban.kinh_gui, van_ban.theo_de_nghi)
        self._signs = {each.origin: each for line in lines for each in line if isinstance(each, Figure | Reference)}

    def of(self, line: PrintedLine) -> str:
        if line.name == "phu_luc" and line.kind == "zone":  # the machine counts
            return ""
        if line.kind == "zone":
            tokens = filter(None, [self.token(words, line.name) for words in line.words])
            return "".join(token for token, _ in groupby(tokens))  # in how many pieces a name comes says nothing
        return typed_line(line.inlines) if line.inlines else "".join([words.text for words in line.words])

    def sign(self, words: PrintedWords) -> Inline | None:
        """The sign that words of a zone were composed from, where there is one."""
        return self._signs.get(words.origin)

    def of_issuer(self, words: PrintedWords) -> bool:
        """Whether words of a zone are those of the body that issues the set, or of somebody who signs for it."""
        return self.entries.get(words.origin, "").split(" ")[:2] == ["co_quan", self.issuer]

    def token(self, words: PrintedWords, zone: str) -> str:
        """What was typed for words of a zone: "" for those of the format, an entry for those of a register ("[co_quan
        so_noi_vu]"), "[]" for those of the document that issues this one. Who issues it is said in one zone; in the
        others its words are "[co_quan]"."""
        if words.origin == NOWHERE:
            return ""
        sign = self.sign(words)
        if sign:
            return words.text if _is_group(sign) else typed_line((sign,))
        if entry := self.entries.get(words.origin):
            kind, _, person = entry.partition(f" {self.issuer}")
            is_said = self.issues and zone == _OF_ISSUER
            return f"[{kind}{person}]" if self.of_issuer(words) and not is_said else f"[{entry}]"
        return words.text if self.places.file(words.origin) == self.file else "[]"


def typed_line(line: Line) -> str:
    return "".join(_typed(line))


def _typed(line: Iterable[Inline]) -> Iterator[str]:
    for inline in line:
        match inline:
            case Run(text=text):
                yield text
            case Script(text=text, position=position):
                yield f"[{position} {text}]"
            case Figure():
                yield f"{{{{{inline.name}|{inline.cach_in} {inline.co_so}}}}}"
            case Reference(ma=ma, cach_in=form):
                yield f"[[{ma}|{form}]]"
            case Question(ly_do=asked):
                yield f"{{{asked}}}"
            case NoteMark():
                pass


def _is_group(sign: Inline) -> bool:
    """Whether a sign prints several lines, which its id does not tell apart."""
    return isinstance(sign, Reference) and sign.target is not None and sign.target.kind == "nhom_noi_nhan"
