"""A resolved document → its sheet: every printed line with its address, and the tree of what stands in what."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from vanban import printer
from vanban.compare.printed_outline import printed_sheet
from vanban.compare.reading import Reading
from vanban.compare.sheet import Document, Node, Sheet
from vanban.compare.table_outline import TableOutline
from vanban.compare.typed import Typed, entries_by_origin
from vanban.compare.wording import quoted, zone_words
from vanban.doctypes import DocType
from vanban.model.address import Address, addresses
from vanban.model.body import DeMuc
from vanban.model.document import NhiemVu, VanBan
from vanban.model.expression import show
from vanban.model.identity import Addressed, addressed_lines
from vanban.model.inline import shown_text
from vanban.model.picture import Hinh
from vanban.model.places import NOWHERE
from vanban.model.print_order import Node as Printed
from vanban.model.print_order import in_print_order, opening
from vanban.model.printed import PrintedDocument
from vanban.model.rebuild import found
from vanban.model.running_text import Insert, Item, Note, Paragraph, Text
from vanban.model.table import BangBieu, QuanHe
from vanban.model.zones import BY_LINES
from vanban.text import lower_first, unbroken


def documents(reading: Reading) -> list[Document]:
    """The documents of a side, a set's in the order of print."""
    known: dict[int, dict[int, str]] = {}
    out: list[Document] = []
    plans, nothing = _plans(reading), ("", dict[str, NhiemVu]())
    for bo in reading.sets:
        registers = reading.registers(bo)
        if id(registers) not in known:
            known[id(registers)] = entries_by_origin(registers)
        holders = {id(below): reading.name(part.van_ban) for part in bo.parts() for below in part.kem_theo}
        for part in bo.parts():
            van_ban = part.van_ban
            told = bo.ket_qua_nhiem_vu(van_ban)
            out.append(Document(
                reading.name(van_ban), reading.file(van_ban), _title(van_ban, reading), reading.name(bo.van_ban),
                bo.van_ban.co_quan, len(out), replace(part, kem_theo=()), registers, known[id(registers)],
                reading.places, unprinted_of(reading.doctypes[van_ban.loai_van_ban]),
                holders.get(id(part), ""), plans.get(told.theo_ke_hoach, nothing) if told else nothing,
            ))
    return out


def _plans(reading: Reading) -> dict[str, tuple[str, dict[str, NhiemVu]]]:
    """The documents that have tasks, by their names: what each is called, its tasks by their ids."""
    return {reading.name(van_ban): (_title(van_ban, reading),
                                    {task.ma: task for group in van_ban.nhiem_vu for task in group.gom if task.ma})
            for bo in reading.sets for van_ban in bo if van_ban.nhiem_vu}


def unprinted_of(kind: DocType) -> frozenset[str]:
    """The zones that every document has and that only some frames print: the line of the one who decides."""
    return frozenset() if kind.names_authority else frozenset({"tham_quyen"})


def sheet(document: Document) -> Sheet:
    """A document with everything that is printed of it."""
    if isinstance(document.part, PrintedDocument):
        return printed_sheet(document, document.part)
    lines = [each for each in addressed_lines(document.part)
             if each.line.kind != "zone" or each.line.name not in document.unprinted]
    typing = Typed(document.part.van_ban, document.file, document.issuer,
                   document.name == document.issuing, document.places, document.entries)
    words = ["".join([each.text for each in line.line.words]) for line in lines]
    made = Sheet(document, lines, typing, [typing.of(line.line) for line in lines], words,
                 Node("document", origin=document.part.van_ban.origin))
    _Outliner(made, document.part.van_ban).outline()
    return made


def _title(van_ban: VanBan, reading: Reading) -> str:
    """"Phụ lục II", "Kế hoạch cải cách hành chính …"."""
    kind = reading.doctypes[van_ban.loai_van_ban]
    if kind.attached == "phu_luc" and van_ban.mark:
        return f"{kind.ten_loai} {van_ban.mark}"
    return f"{kind.ten_loai} {lower_first(unbroken(van_ban.trich_yeu))}".rstrip()  # a copy has no trích yếu


def _stated(relation: QuanHe) -> str:
    """A relation by the ids of its columns, which the note below the table calls by their labels or heads."""
    return f"[{relation.cot} = {show(relation.bieu_thuc, lambda each: f'{each.bang_bieu}.{each.cot}')}]"


@dataclass(slots=True)
class _Outliner:
    sheet: Sheet
    van_ban: VanBan
    _at: int = 0
    _owners: dict[int, DeMuc] = field(default_factory=dict)
    _unders: dict[int, Item] = field(default_factory=dict)
    _placers: dict[str, Item] = field(default_factory=dict)
    _addresses: dict[int, Address] = field(default_factory=dict)
    _nodes: dict[int, Node] = field(default_factory=dict)
    _counts: dict[int, int] = field(default_factory=dict)

    def outline(self) -> None:
        """Gives the sheet its tree."""
        self._addresses = {id(node): address for node, address in addresses(self.van_ban)}
        self._own(self.van_ban.de_muc)
        for text in found(self.van_ban, Text):
            for block in text.walk():
                if isinstance(block, Item):
                    self._unders |= {id(below): block for below in (*block.paragraphs, *block.items)}
                    self._placers |= {each.ma: block for each in block.paragraphs if isinstance(each, Insert)}
        self._zones()
        self._body()
        self._zones()
        self._notes()
        if self._at != len(self.sheet.lines):
            raise ValueError(f"{self.sheet.document.name}: {len(self.sheet.lines) - self._at} lines stand nowhere")

    def _own(self, nodes: tuple[DeMuc, ...]) -> None:
        """Notes which heading everything below it stands in."""
        for node in nodes:
            for text in (node.noi_dung, node.noi_dung_cuoi):
                self._owners |= {id(block): node for block in text.walk()}
            self._owners |= {id(each): node for each in (*node.bang_bieu, *node.hinh, *node.de_muc)}
            self._own(node.de_muc)

    # Lines

    def _take(self, node: Node) -> Node:
        """Gives `node` the next line."""
        node.lines.append(self._at)
        typed = self.sheet.typed[self._at]
        if len(node.lines) == 1:
            node.typed = typed
        elif not (node.kind == "zone" and typed.startswith("[") and node.typed.endswith(typed)):
            node.typed += f"\n{typed}"  # in how many lines a name is broken is the register's
        self._at += 1
        return node

    def _next(self) -> Addressed | None:
        return self.sheet.lines[self._at] if self._at < len(self.sheet.lines) else None

    # Zones

    def _zones(self) -> None:
        while (line := self._next()) and line.line.kind == "zone":
            name = line.line.name
            zone = self.sheet.root.add(Node("zone", name, zone_words(name), origin=line.line.origin))
            while (line := self._next()) and line.line.kind == "zone" and line.line.name == name:
                if name in BY_LINES:
                    count = len(zone.children) + 1
                    ma = line.address if name == "can_cu" and "[[" in self.sheet.typed[self._at] else ""
                    origins = [words.origin for words in line.line.words if words.origin != NOWHERE]
                    origin = origins[0] if origins else line.line.origin
                    self._take(zone.add(Node("zone_line", ma, zone_words(name, count), origin=origin)))
                else:
                    self._take(zone)

    # Body

    def _body(self) -> None:
        body = self.sheet.root.add(Node("body", "noi_dung", origin=self.van_ban.origin))
        nodes = iter(in_print_order(self.van_ban))
        for node in nodes:
            owner = self._owners.get(id(node))
            above = self._nodes[id(owner)] if owner else body
            self._node(node, nodes, above)

    def _node(self, node: Printed, behind: Iterator[Printed], above: Node) -> None:
        match node:
            case DeMuc():
                address = self._addresses[id(node)]
                title = unbroken(shown_text(node.tieu_de))
                place = address.words if node.mark or not title else printer.heading(title, address)
                here = above.add(Node("heading", node.ma, place, mark=node.mark, series=node.step, origin=node.origin))
                self._nodes[id(node)] = here
                if first := opening(node):  # the first line of its text, behind its mark
                    next(behind)
                    self._counts[id(here)] = 1
                    own = self._take(here.add(Node("text", first.ma, place, origin=first.origin)))
                    self._nodes[id(first)] = own
                else:
                    self._take(here)
            case Paragraph() | Item():
                under = self._nodes.get(id(self._unders.get(id(node))))
                place = self._place(node, above, under)
                series = node.sign if isinstance(node, Item) else ""
                line = Node("text", node.ma, place, series=series, under=under, origin=node.origin)
                here = self._take(above.add(line))
                self._nodes[id(node)] = here
            case BangBieu():
                self._table(node, above)
            case Hinh():
                self._picture(node, above)

    def _place(self, node: Paragraph | Item, above: Node, under: Node | None) -> str:
        """"khoản 2 Mục III"; of what has no mark the place among those that have none: "đoạn 2 Mục III"."""
        address = self._addresses[id(node)]
        if isinstance(node, Item):
            return address.words
        inside = under or above
        self._counts[id(inside)] = count = self._counts.get(id(inside), 1 if under else 0) + 1
        return f"đoạn {count} {inside.place}".rstrip()

    def _table(self, table: BangBieu, above: Node) -> None:
        among = [*found(self.van_ban, BangBieu)]
        count = next(index for index, each in enumerate(among, 1) if each is table)
        name = f"bảng {quoted(shown_text(table.tieu_de))}" if table.tieu_de else \
            "bảng" if len(among) == 1 else f"bảng thứ {count}"
        here = above.add(Node("table", table.ma, name, placed_by=self._placer(table), shown=table, origin=table.origin))
        for _ in range(bool(table.tieu_de) + bool(table.don_vi_tinh)):
            self._take(here)
        if table.grid:
            TableOutline(table, here, self.van_ban, self._take, self.sheet.document.plan[1]).outline()
        else:
            self._take(here)
        stated = {each.origin: _stated(each) for each in table.quan_he}
        while (line := self._next()) and line.line.kind == "paragraph" and line.line.name == table.ma:
            note = self._take(here.add(Node("below", place=f"ghi chú dưới {name}", origin=line.line.origin)))
            note.typed = stated.get(note.origin, note.typed)

    def _placer(self, placed: BangBieu | Hinh) -> Node | None:
        return self._nodes.get(id(self._placers.get(placed.ma)))

    def _picture(self, picture: Hinh, above: Node) -> None:
        here = self._take(above.add(Node("picture", picture.ma, picture.words, placed_by=self._placer(picture),
                                         shown=picture, origin=picture.origin)))
        here.typed += f" {picture.image.fingerprint if picture.image else picture.tep}"
        if picture.tieu_de:
            self._take(here)

    # Notes

    def _notes(self) -> None:
        notes = self.sheet.root.add(Node("notes", "chu_thich", "chú thích", origin=self.van_ban.origin))
        counted = sorted((note for note in found(self.van_ban, Note) if note.number), key=lambda note: note.number)
        for note in counted:
            place = f"chú thích {note.number}"
            self._take(notes.add(Node("note", note.ma, place, mark=str(note.number), origin=note.origin)))
