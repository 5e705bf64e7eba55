"""Documents as an officer might have changed them: a few edits made by chance in the tree of a set, before anything is
counted and composed."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from vanban.model.body import DeMuc
from vanban.model.document import BoVanBan, NhiemVu, NhomNhiemVu, VanBan
from vanban.model.inline import Line, Run
from vanban.model.rebuild import found, rebuilt
from vanban.model.running_text import Item, Note, Paragraph, Text
from vanban.model.table import WRITTEN_OUT, BangBieu, Entry, Hang

_SAID = ("rà soát", "bổ sung quy định", "công khai", "trước ngày 30/9/2026", "98,5%", "các sở, ngành", "nâng cao chất lượng",
         "theo phân công", "số 76/NQ-CP", "hằng quý", "kiểm tra", "12 nhiệm vụ", "người dân, doanh nghiệp", "tập huấn")
# A list of nodes that stand side by side: what holds it, the field, the list.
_Listed = tuple[Any, str, tuple[Any, ...]]


@dataclass
class Script:
    """Edits by chance; `made` says in words what was done."""

    chance: random.Random
    made: list[str]

    def edited(self, bo: BoVanBan, count: int) -> BoVanBan:
        """The set after so many edits, each in one of its documents."""
        for _ in range(count):
            at = self.chance.randrange(len([*bo]))
            edit = self.chance.choice((self._words, self._words, self._words, self._put_in, self._put_in, self._take_out,
                                       self._move, self._target, self._recipient, self._cell))
            number = iter(range(len([*bo])))
            bo = bo.map(lambda van_ban: edit(van_ban) if next(number) == at else van_ban)  # noqa: B023
        return bo

    def sentence(self) -> str:
        said = [self.chance.choice(_SAID) for _ in range(self.chance.randint(4, 9))]
        return f"{' '.join(said).capitalize()} {self.chance.randint(1, 10**6)};"

    # Words

    def _words(self, van_ban: VanBan) -> VanBan:
        """Other words in one line: some of them, or all."""
        lines = [each for each in found(van_ban, Paragraph, Item, Note) if _run(each.inlines)]
        lines += [each for each in found(van_ban, DeMuc) if _run(each.tieu_de)]  # type: ignore[misc]
        if not lines:
            return van_ban
        node: Any = self.chance.choice(lines)
        name = "tieu_de" if isinstance(node, DeMuc) else "inlines"
        self.made.append(f"words of {node.origin}")
        return _with(van_ban, node, **{name: self._reworded(getattr(node, name))})

    def _reworded(self, line: Line) -> Line:
        run = _run(line)
        assert run
        words = run.text.split(" ")
        if self.chance.random() < 0.2:
            words = [self.sentence()]
        for _ in range(self.chance.randint(1, 2)):
            words[self.chance.randrange(len(words))] = self.chance.choice(_SAID)
        return tuple(replace(run, text=" ".join(words)) if each is run else each for each in line)

    # Lists

    def _put_in(self, van_ban: VanBan) -> VanBan:
        listed = [each for each in _lists(van_ban) if each[2]]
        if not listed:
            return van_ban
        holder, name, nodes = self.chance.choice(listed)
        beside = self.chance.choice(nodes)
        at = self.chance.randint(0, len(nodes))
        self.made.append(f"put in {type(beside).__name__} at {at} of {name}")
        return _with(van_ban, holder, **{name: (*nodes[:at], self._new(beside), *nodes[at:])})

    def _new(self, beside: Any) -> Any:
        """A node as the one beside it, with words of its own."""
        line = (Run(self.sentence()),)
        match beside:
            case Item():
                return Item(beside.sign, line, origin=beside.origin)
            case DeMuc():
                return DeMuc(line, Text((Paragraph((Run(self.sentence()),), origin=beside.origin),)),
                             danh_so=beside.danh_so, khong_danh_so=beside.khong_danh_so, origin=beside.origin)
            case Hang() if beside.nhom:
                return Hang(nhom=line, gom=tuple(map(self._new, beside.gom[:3])), origin=beside.origin)
            case NhomNhiemVu():
                return replace(beside, nhom=self.sentence(), gom=tuple(map(self._new, beside.gom[:3])))
            case Hang():
                entries = tuple(Entry(each.cot, Text((Paragraph((Run(self.sentence()),), origin=each.origin),)), each.origin)
                                for each in beside.entries)
                return Hang(entries, origin=beside.origin)
            case NhiemVu():
                return replace(beside, ma=f"nv_moi_{self.chance.randint(1, 10**6)}", noi_dung=line)
        return Paragraph(line, origin=beside.origin)

    def _take_out(self, van_ban: VanBan) -> VanBan:
        listed = [each for each in _lists(van_ban) if len(each[2]) > 1]
        if not listed:
            return van_ban
        holder, name, nodes = self.chance.choice(listed)
        at = self.chance.randrange(len(nodes))
        self.made.append(f"take out {type(nodes[at]).__name__} {nodes[at].origin}")
        return _with(van_ban, holder, **{name: nodes[:at] + nodes[at + 1:]})

    def _move(self, van_ban: VanBan) -> VanBan:
        listed = [each for each in _lists(van_ban) if len(each[2]) > 1]
        if not listed:
            return van_ban
        holder, name, nodes = self.chance.choice(listed)
        start = self.chance.randrange(len(nodes))
        left = nodes[:start] + nodes[start + 1:]
        end = self.chance.randint(0, len(left))
        self.made.append(f"move {type(nodes[start]).__name__} {nodes[start].origin} from {start} to {end}")
        return _with(van_ban, holder, **{name: (*left[:end], nodes[start], *left[end:])})

    # What is no text

    def _cell(self, van_ban: VanBan) -> VanBan:
        """Other words in a cell of a table that was typed."""
        entries = [entry for table in found(van_ban, BangBieu) if table.bo_cuc == WRITTEN_OUT
                   for row in table.rows() for entry in row.entries if _run(_only(entry))]
        if not entries:
            return van_ban
        entry = self.chance.choice(entries)
        self.made.append(f"cell {entry.origin}")
        text = Text((Paragraph((Run(self.sentence()),), origin=entry.origin),), entry.noi_dung.notes)
        return _with(van_ban, entry, noi_dung=text, value=None)

    def _target(self, van_ban: VanBan) -> VanBan:
        targets = [each for each in van_ban.muc_tieu if each.gia_tri is not None]
        if not targets:
            return van_ban
        target = self.chance.choice(targets)
        self.made.append(f"target {target.chi_tieu}")
        raised = tuple(replace(each, gia_tri=each.gia_tri and each.gia_tri + 1) if each is target else each
                       for each in van_ban.muc_tieu)
        return replace(van_ban, muc_tieu=raised)

    def _recipient(self, van_ban: VanBan) -> VanBan:
        """One recipient more, or less."""
        if len(van_ban.noi_nhan) < 2:
            return van_ban
        at = self.chance.randrange(len(van_ban.noi_nhan))
        new = ((Run(f"Sở {self.chance.choice(_SAID)} {self.chance.randint(1, 10**6)}"),),) if self.chance.random() < 0.5 else ()
        self.made.append(f"recipient {at} {'in' if new else 'out'}")
        return replace(van_ban, noi_nhan=van_ban.noi_nhan[:at] + new + van_ban.noi_nhan[at + (not new):])


def _run(line: Line) -> Run | None:
    """The longest text of a line, where it has words."""
    runs = [each for each in line if isinstance(each, Run) and len(each.text.split()) > 2]
    return max(runs, key=lambda run: len(run.text), default=None)


def _only(entry: Entry) -> Line:
    match entry.noi_dung.blocks:
        case (Paragraph(inlines=line),):
            return line
    return ()


def _lists(van_ban: VanBan) -> Iterator[_Listed]:
    """What an officer adds to, takes from, and orders anew."""
    for text in found(replace(van_ban, bang_bieu=()), Text):
        yield text, "blocks", text.blocks
        for block in text.walk():
            if isinstance(block, Item) and block.items:
                yield block, "items", block.items
    if len(van_ban.de_muc) > 1:
        yield van_ban, "de_muc", van_ban.de_muc
    for node in found(van_ban.de_muc, DeMuc):
        yield node, "de_muc", node.de_muc
    for table in found(van_ban, BangBieu):
        # Where a cell reaches over several rows, to move one of them changes others on paper.
        reach = any(leaf.gop_doc for leaf in table.leaves)
        if table.bo_cuc == WRITTEN_OUT and not reach and all(row.is_plain or _is_plain_group(row) for row in table.hang):
            yield table, "hang", table.hang
            yield from ((row, "gom", row.gom) for row in table.hang if row.gom)
    if len(van_ban.nhiem_vu) > 1:
        yield van_ban, "nhiem_vu", van_ban.nhiem_vu
    for group in van_ban.nhiem_vu:
        yield group, "gom", group.gom


def _is_plain_group(row: Hang) -> bool:
    """Whether it is a group of rows that say nothing but what stands in their cells."""
    return bool(row.nhom and row.gom) and not row.danh_so and all(below.is_plain for below in row.gom)


def _with(van_ban: VanBan, node: Any, **fields: Any) -> VanBan:
    """The document with other fields of one node."""
    if node is van_ban:
        return replace(van_ban, **fields)
    change: Callable[[Any], Any] = lambda each: replace(each, **fields) if each is node else each  # noqa: E731
    return rebuilt(van_ban, {type(node): change})

