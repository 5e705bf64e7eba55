"""What follows of what: lines that are other by themselves are led to the change, the figure or the register entry that
made them so.

A mark follows another scheme, else what is counted in front of it (`counting`); the number of a note what was done to
the notes (`note_numbers`); a reference what it leads to; a total the cells of its column; words of a register their
entry. What nothing is found for stands as a change of its own.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vanban.compare.counting import Counting, marked
from vanban.compare.listing import Derived, Unit, subject_of
from vanban.compare.note_numbers import NoteNumbers
from vanban.compare.pairing import Pairing
from vanban.compare.register_changes import EntryChange
from vanban.compare.sheet import Node, Sheet
from vanban.compare.sources import Source, SourceKind, sources
from vanban.model.change import Effect

_EFFECTS: Mapping[SourceKind, Effect] = {
    "figure": "figure", "register": "register", "target": "reference", "total": "total", "end_mark": "end_mark",
    "annex": "mark", "issuer": "zone", "body": "zone", "room": "again",
}
# What stands in no text of its own is still a change of a document where it says how long an entry holds.
_CITING = ("zone_line", "text", "heading", "cell", "note", "below")


@dataclass(eq=False, slots=True)
class Root:
    """A change, in a document on its two sides, with what follows of it, each with the document that it stands in.

    source  the figure or the register entry that was stated otherwise, where the change is that
    """

    unit: Unit
    old: Sheet | None
    new: Sheet | None
    source: Source | None = None
    consequences: list[tuple[Pairing, Derived, Effect]] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Compared:
    """A document that is on both sides, its changes.

    entries  what is other in the registers that it was resolved with
    """

    pairing: Pairing
    derived: Sequence[Derived]
    entries: Mapping[str, EntryChange]
    roots: list[Root] = field(default_factory=list)

    @property
    def issuing(self) -> str:
        return self.pairing.new.document.issuing


class Following:
    """All documents that are on both sides; `around` are changes that no document has for itself, by the set."""

    def __init__(self, documents: Sequence[Compared], around: Mapping[str, Root]) -> None:
        self._documents, self._around = documents, around
        self._marks: dict[Node, Root] = {}
        self._own: dict[tuple[object, str, str], Root] = {}

    def follow(self) -> None:
        for document in self._documents:
            found: dict[Node, Unit] = {}
            counting = Counting(document.pairing, [root.unit for root in document.roots], found)
            for each in document.derived:
                if each.is_mark:
                    found[each.new] = self._mark(document, counting, each).unit
            self._note_numbers(document)
        waiting: list[tuple[Compared, Derived, Source]] = []
        for document in self._documents:
            waiting += self._by_source(document)
        for document, each, source in sorted(waiting, key=lambda found: found[2].kind == "total"):
            self._attach(document, each, source)
        for document in self._documents:
            self._unseen(document)

    def _by_source(self, document: Compared) -> Iterator[tuple[Compared, Derived, Source]]:
        """What has other words, with where these come from; figures and entries get their roots at once."""
        by_themselves = {each.old: each for each in document.derived if not each.is_mark}
        pairing = document.pairing
        for old, new in pairing.pairs():
            each = by_themselves.get(old)
            if each is None and not _says_otherwise(pairing, old, new):
                continue
            found = sources((pairing.old, old), (pairing.new, new))
            each = each or Derived(old, new, is_mark=False)
            firm = [source for source in found if self._states(document, source)]
            for source in firm:
                self._state(document, each, source)
            if old in by_themselves and not firm:
                yield document, each, Source("room") if each.is_again else found[0] if found else Source("target")

    def _states(self, document: Compared, source: Source) -> bool:
        return source.kind == "figure" or source.kind == "register" and source.name in document.entries

    def _state(self, document: Compared, each: Derived, source: Source) -> None:
        """Puts a line below its figure, one for a set, or below its entry, one for a document."""
        scope: object = document.issuing if source.kind == "figure" else document
        key = scope, source.kind, source.name
        if root := self._own.get(key):
            _below(root, document, each, _EFFECTS[source.kind])
            return
        is_figure = source.kind == "figure"
        unit = Unit("figure" if is_figure else "register", "changed", "figure" if is_figure else "register",
                    [each.old], [each.new], [*each.old.lines], [*each.new.lines])
        self._own[key] = root = Root(unit, document.pairing.old, document.pairing.new, source)
        document.roots.append(root)

    # Marks

    def _mark(self, document: Compared, counting: Counting, each: Derived) -> Root:
        """What a mark follows: another scheme, which is a change of its own, else what is counted in front of it."""
        if scheme := counting.scheme(each):
            root = self._of_scheme(document, each, scheme)
        else:
            unit = counting.cause(each)
            root = next((root for root in document.roots if root.unit is unit), None) or self._alone(
                document, each, ("numbering",))
        self._marks[each.new] = root
        _below(root, document, each, "mark")
        return root

    def _of_scheme(self, document: Compared, each: Derived, scheme: tuple[str, Node | None]) -> Root:
        """One change for the headings of a document, for the columns and for the rows of a table."""
        root = self._alone(document, each, (scheme[0], str(id(scheme[1]))))
        if not root.unit.said[1]:
            old, new = marked(each.old), marked(each.new)
            root.unit.said = (old.series, new.series) if scheme[0] == "heading" else (
                _label(document.pairing.old, old), _label(document.pairing.new, new))
        return root

    def _note_numbers(self, document: Compared) -> None:
        """Puts notes and lines that show other numbers of notes below what was done; a line once."""
        for each, unit in [*NoteNumbers(document.pairing, [root.unit for root in document.roots]).follow()]:
            root = next((root for root in document.roots if root.unit is unit), None) or self._alone(
                document, each, ("numbering",))
            if all(there.new is not each.new for _, there, _ in root.consequences):
                _below(root, document, each, "mark")

    # Words

    def _attach(self, document: Compared, each: Derived, source: Source) -> None:
        root = self._root_of(document, each, source)
        if root is None:
            self._alone(document, each, ("words", str(id(each))))
        else:
            _below(root, document, each, _EFFECTS[source.kind])

    def _root_of(self, document: Compared, each: Derived, source: Source) -> Root | None:
        match source.kind:
            case "annex":
                return self._around.get(document.issuing)
            case "issuer":
                return self._of_issuer(document)
            case "body":
                return _first(self._issuing(document), lambda node: node.ma == "co_quan_ban_hanh")
            case "end_mark":
                return _first(document.roots, lambda node: node.above in (each.new.above, each.old.above))
            case "total" | "room":
                return self._of_table(document, each.new)
            case "target":
                return self._of_target(document, source)
            case "register":  # the entry is the same: it is cited in another form
                sign = f"[[{source.name.partition(' ')[2]}|"
                return _first(document.roots, lambda node: any(sign in below.typed for below in node.walk()))
        return None

    def _of_issuer(self, document: Compared) -> Root | None:
        """What was changed in number, day or head of the document that issues this one."""
        return next((root for subject in ("number_date", "zone", "register") for root in self._issuing(document)
                     if root.unit.subject == subject), None)

    def _issuing(self, document: Compared) -> list[Root]:
        """The changes of the document that issues this one."""
        return next((other.roots for other in self._documents
                     if other.pairing.new.document.name == document.issuing), [])

    def _of_table(self, document: Compared, cell: Node) -> Root | None:
        """A change of the cells above a total, else of the table."""
        table = cell.above.above if cell.above else None
        tables = {table, document.pairing.of(table)} - {None} if table else set()
        in_table = [root for root in document.roots for node in (root.unit.new or root.unit.old)
                    if not tables.isdisjoint(_around(node))]
        return next((root for root in in_table if any(node.ma == cell.ma for node in root.unit.new)),
                    in_table[0] if in_table else None)

    def _of_target(self, document: Compared, source: Source) -> Root | None:
        """Where the part, the table, the document that is referred to has another mark or title."""
        own = source.name.rpartition(".")[2]
        for other in self._documents:
            ma = other.pairing.new.document.head.ma
            if other.issuing != document.issuing:
                continue
            if ma == source.name and (root := _first(other.roots, _is_title)):
                return root
            nodes = [node for sheet in (other.pairing.new, other.pairing.old) for node in sheet.root.walk()
                     if node.ma == own] if source.van_ban in ("", ma) else []
            for node in nodes:
                if root := self._counting(node) or _holding(other.roots, node):
                    return root
        return self._around.get(document.issuing)

    def _counting(self, node: Node) -> Root | None:
        """What has made the mark of a node another one, or of what it stands in, by which it is called; a heading that
        runs on has its mark at the first line of its text."""
        marked = (each for level in _around(node) for each in (level, *level.children[:1]))
        return next((self._marks[each] for each in marked if each in self._marks), None)

    # Others

    def _alone(self, document: Compared, each: Derived, key: tuple[str, ...]) -> Root:
        """A change of its own, of marks one for a document."""
        name = document, "alone", " ".join(key)
        if root := self._own.get(name):
            return root
        subject = "numbering" if each.is_mark else subject_of(each.new)
        unit = Unit(subject, "changed", "numbering", [each.old], [each.new], [*each.old.lines], [*each.new.lines])
        self._own[name] = root = Root(unit, document.pairing.old, document.pairing.new)
        document.roots.append(root)
        return root

    def _unseen(self, document: Compared) -> None:
        """Entries whose validity is another one, which no word shows: at the first line that names them."""
        for name, entry in document.entries.items():
            if not entry.is_validity or (document, "register", name) in self._own:
                continue
            signs = f"[[{name.partition(' ')[2]}|", f"[{name}]"
            for old, new in document.pairing.pairs():
                if new.kind in _CITING and any(sign in new.typed for sign in signs):
                    self._state(document, Derived(old, new, is_mark=False), Source("register", name))
                    break


def _below(root: Root, document: Compared, each: Derived, effect: Effect) -> None:
    """Puts what follows below a change, but for lines that the change names itself."""
    is_there = root.new is document.pairing.new and {*each.new.lines} <= {*root.unit.new_lines}
    if not is_there:
        root.consequences.append((document.pairing, each, effect))


def _first(roots: Sequence[Root], fits: Callable[[Node], bool]) -> Root | None:
    return next((root for root in roots for node in (*root.unit.new, *root.unit.old) if fits(node)), None)


def _label(sheet: Sheet, node: Node) -> str:
    """The number of a row, the label of a column."""
    return sheet.words[node.lines[-1]] if node.lines else ""


def _is_title(node: Node) -> bool:
    return node.kind == "zone" and node.ma in ("trich_yeu", "ten_phu_luc")


def _holding(roots: Sequence[Root], node: Node) -> Root | None:
    """The change that takes in a node."""
    holders = {*_around(node)}
    return _first(roots, holders.__contains__)


def _around(node: Node) -> Iterator[Node]:
    """A node and all that it stands in."""
    level: Node | None = node
    while level:
        yield level
        level = level.above


def _says_otherwise(pairing: Pairing, old: Node, new: Node) -> bool:
    return [pairing.old.words[line] for line in old.lines] != [pairing.new.words[line] for line in new.lines]
