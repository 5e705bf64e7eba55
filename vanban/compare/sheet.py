"""A document as it is compared: its printed lines, and the tree of nodes that these lines stand in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from vanban.compare.typed import Typed
from vanban.model.document import BoVanBan, NhiemVu, VanBan
from vanban.model.identity import Addressed
from vanban.model.picture import Hinh
from vanban.model.places import Places
from vanban.model.printed import PrintedDocument
from vanban.model.registers import Registers
from vanban.model.table import BangBieu

NodeKind = Literal[
    "document", "zone", "zone_line", "body", "heading", "text", "table", "head", "column", "row", "cell", "below",
    "picture", "notes", "note",
]


@dataclass(eq=False, slots=True)
class Node:
    """A thing on paper that can be put in, taken out, moved or said otherwise.

    ma       an id that somebody gave it; "" where its words have to tell which it is
    place    where it stands, in the words of the paper
    lines    the numbers of its own lines, those of its children not counted
    typed    what was typed for them, signs in place of what the machine composes
    mark     of a heading, the number of a note
    series   what its mark counts: the sign of a line, the step of a heading
    under    of a line of running text the signed line that it belongs to, of a row its group; children of a heading,
             and rows of a table, stand side by side
    placed_by  of a table, of a picture the signed line in which it was placed (`@chen`)
    shown    the table, the picture that it is
    origin   of the node of the tree
    """

    kind: NodeKind
    ma: str = ""
    place: str = ""
    lines: list[int] = field(default_factory=list)
    typed: str = ""
    mark: str = ""
    series: str = ""
    children: list["Node"] = field(default_factory=list)
    above: "Node | None" = None
    under: "Node | None" = None
    placed_by: "Node | None" = None
    shown: BangBieu | Hinh | None = None
    origin: int = -1
    _key: int | None = None

    def add(self, node: "Node") -> "Node":
        node.above = self
        self.children.append(node)
        return node

    def walk(self) -> Iterator["Node"]:
        """It and all below it, in the order of print."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def key(self) -> int:
        """Equal for nodes in which, and below which, the same was typed; marks do not count."""
        if self._key is None:
            self._key = hash((self.kind, self.typed, tuple([child.key for child in self.children])))
        return self._key

    def all_lines(self) -> list[int]:
        """The numbers of its lines and of all below."""
        return sorted(line for node in self.walk() for line in node.lines)


@dataclass(frozen=True, eq=False, slots=True)
class Document:
    """A document on one side.

    name     folder and id: "nghe_an/2025/ke_hoach_cchc"
    title    what it is called: "Phụ lục II", "Kế hoạch cải cách hành chính …"
    issuing  the name of the document that issues it, its own where none does
    issuer   the id of the body that issues it; "" where none does yet
    number   its place among the documents of its side
    part     its node, without what is attached to it; of what was kept at its issue its words
    registers  those that it was resolved with
    entries  of these, by the origins of their words
    plan     what the plan is called whose tasks it prints, and these by their ids
    attached_to  the name of the document that lists it among its own; "" of one that is issued, and of what was kept
    unprinted  zones that the frames of its type have no place for
    """

    name: str
    file: str
    title: str
    issuing: str
    issuer: str
    number: int
    part: BoVanBan | PrintedDocument
    registers: Registers
    entries: Mapping[int, str]
    places: Places
    unprinted: frozenset[str] = frozenset()
    attached_to: str = ""
    plan: tuple[str, Mapping[str, NhiemVu]] = ("", MappingProxyType({}))

    @property
    def head(self) -> VanBan | PrintedDocument:
        """What has its id, its type and its title."""
        return self.part.van_ban if isinstance(self.part, BoVanBan) else self.part

    @property
    def path(self) -> str:
        """Its file, from the content folder, which may be called otherwise on the other side."""
        return self.file.partition("/")[2]

    @property
    def unit(self) -> str:
        """The folder of its office."""
        return self.name.partition("/")[0]

    @property
    def own_name(self) -> str:
        """Its id; without one the name of its file."""
        return self.name.rpartition("/")[2]


@dataclass(eq=False, slots=True)
class Sheet:
    """A document with its lines and its tree.

    typing   tells what was typed for a line; typed has that of each
    words    for each line its words, the mark left out
    """

    document: Document
    lines: list[Addressed]
    typing: Typed
    typed: list[str]
    words: list[str]
    root: Node
