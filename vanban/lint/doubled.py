"""A resolved set → the places where hands typed what the machine prints right before it: “Kính gửi: Kính gửi: …”."""

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import NamedTuple

from vanban.act_titles import opens_subject
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_again import Row, rows
from vanban.model.body import DeMuc
from vanban.model.grid import Cell
from vanban.model.inline import Line, Reference, Run
from vanban.model.line_signs import is_same_mark, typed_mark
from vanban.model.places import NOWHERE
from vanban.model.print_order import opening
from vanban.model.printed_lines import PrintedLine, PrintedWords
from vanban.model.registers import CanCu
from vanban.model.table import SO_THU_TU, BangBieu
from vanban.model.walk import de_mucs, inlines, tables

# What counted marks end with.
_COUNTS = (".", ")")
_COUNTED = "Chỉ viết phần chữ; số thứ tự do máy đếm và in."


# So many letters behind say which of several like ones is meant.
_ENOUGH = 12


class Doubled(NamedTuple):
    """Words that stand twice.

    origin   what they were typed in
    typed    the words, with the spaces and signs behind them
    behind   the first of the words behind
    printed  what the machine prints before them, "" where it prints nothing of that kind
    cach     what to do
    """

    origin: int
    typed: str
    behind: str
    printed: str
    cach: str

    @property
    def is_same(self) -> bool:
        """Whether the two say the same, so that nothing is lost without the typed one."""
        return is_same_mark(self.typed, self.printed)


def _opening(origin: int, text: str, typed: str, printed: str, cach: str) -> Doubled:
    """Of a text that begins with `typed`."""
    return Doubled(origin, typed, text[len(typed) : len(typed) + _ENOUGH], printed, cach)


def doubled(subject: SetSubject) -> Iterator[Doubled]:
    """What stands twice in a set and in the acts that it cites, each text once."""
    told: set[int] = set()
    for each in _everywhere(subject):
        if each.origin not in told:
            told.add(each.origin)
            yield each


def _everywhere(subject: SetSubject) -> Iterator[Doubled]:
    keys = {origin: key.split(".")[0] for van_ban in subject.bo for key, origin in van_ban.origins.items()}
    machine: dict[str, str] = {}
    for line in subject.lines:
        if line.kind == "zone":
            machine[line.name] = machine.get(line.name, "") + _by_machine(line).casefold()
    for line in subject.lines:
        if line.kind == "zone":
            yield from _in_zone(subject, line, keys, machine[line.name])
        else:
            yield from _in_line(subject, line)
    for van_ban in subject.bo:
        for node in de_mucs(van_ban.de_muc):
            yield from _in_heading(node)
        for table in tables(van_ban):
            yield from _in_rows(table)
    acts = {each.target.act.ma: each.target.act for van_ban in subject.bo for each in inlines(van_ban)
            if isinstance(each, Reference) and each.target and each.target.act}
    for act in acts.values() if subject.kept is None else ():  # what was issued was printed so, whatever registers say
        yield from _in_act(subject, act)


def _by_machine(line: PrintedLine) -> str:
    return "".join(words.text for words in line.words if words.origin == NOWHERE)


def _in_zone(subject: SetSubject, line: PrintedLine, keys: Mapping[int, str], machine: str) -> Iterator[Doubled]:
    """Of a line of a zone: what was typed in it, each piece by itself.

    keys     those of the documents by origin
    machine  what the machine prints of itself in the zone, in small letters
    """
    for words in line.words:
        key = keys.get(words.origin, "")
        row = _row(key, line.name, subject.bo.van_ban.loai_van_ban)
        found = row and words.origin != NOWHERE and row.pattern(subject.the_thuc).match(words.text)
        if row and found and _is_printed_too(row, found[0], machine, _before(line, words) if key else ""):
            printed = _mark_of_annex(subject, words.origin) if line.name == "ten_phu_luc" else _before(line, words)
            yield _opening(words.origin, words.text, found[0], printed or _of_frame(subject, row), row.cach)


def _is_printed_too(row: Row, found: str, machine: str, before: str) -> bool:
    """Whether the machine prints them as well, where the row asks for that; `before` is what it prints right before
    words of a document."""
    if row.sau_chu_may:  # words again behind words; a dash alone may stand before any: “- Xét đề nghị của …”
        return any(map(str.isalpha, before)) or bool(before) and not found[0].isalpha()
    return not row.khi_in or found.strip().casefold() in machine


def _before(line: PrintedLine, typed: PrintedWords) -> str:
    """What the machine prints in the line right before these words."""
    before = list(takewhile(lambda words: words is not typed, line.words))
    own = takewhile(lambda words: words.origin == NOWHERE, reversed(before))
    return "".join(reversed([words.text for words in own])).strip()


def _row(key: str, zone: str, loai_van_ban: str) -> Row | None:
    """The row of a key, else of the zone."""
    known = rows("thanh_phan")
    return next((row for row in (known.get(key), known.get(zone)) if row and row.is_of(loai_van_ban)), None)


def _mark_of_annex(subject: SetSubject, origin: int) -> str:
    """What stands above the title of the annex whose title was typed at `origin`."""
    return next((part.zones.phu_luc.text for part in subject.bo.parts()
                 if part.zones and part.van_ban.origins.get("trich_yeu") == origin), "")


def _of_frame(subject: SetSubject, row: Row) -> str:
    """The words that the frame has in front of a zone."""
    known = subject.the_thuc.loi_van
    return next((known[name].chu for name in row.loi_van if name in known and not row.khi_in), "")


def _in_heading(node: DeMuc) -> Iterator[Doubled]:
    """Of a heading with a mark: one typed before its title, or before the sentence that runs on behind the mark."""
    first = opening(node)
    text = _first_words(first.inlines if first else node.tieu_de)
    if typed := node.mark and typed_mark(text, in_sentence=first is not None):
        yield _opening(first.origin if first else node.origin, text, typed, node.mark, _COUNTED)


def _in_line(subject: SetSubject, line: PrintedLine) -> Iterator[Doubled]:
    """Of signed lines, captions, notes: the mark typed behind the mark."""
    if not line.words or line.words[0].origin == NOWHERE:
        return
    first = line.words[0]
    if line.kind == "paragraph" and line.mark[-1:] in _COUNTS:
        if (typed := typed_mark(first.text)) and is_same_mark(typed, line.mark):
            yield _opening(first.origin, first.text, typed, line.mark, _COUNTED)
    elif row := rows("dau_dong").get("gach" if line.kind == "paragraph" and line.mark else line.kind):
        found = row.pattern(subject.the_thuc).match(first.text)
        if found and not first.text[found.end() : found.end() + 1].isdecimal():
            yield _opening(first.origin, first.text, found[0], line.mark, row.cach)


def _in_rows(table: BangBieu) -> Iterator[Doubled]:
    """Of the rows of a table that counts them: the number typed behind the number, in a cell that is no list."""
    if not table.grid or not table.leaves or table.leaves[0].ma != SO_THU_TU:
        return
    for number, *cells in table.grid.rows:
        mark, text = _words(number), _words(cells[0]) if cells and len(cells[0].paragraphs) == 1 else ""
        if mark and (typed := typed_mark(text)) and is_same_mark(typed, mark):
            yield _opening(cells[0].origin, text, typed, mark, _COUNTED)


def _words(cell: Cell) -> str:
    return _first_words(cell.paragraphs[0]) if cell.paragraphs else ""


def _first_words(line: Line) -> str:
    """Those that a line begins with, up to the first sign in it."""
    return line[0].text if line and isinstance(line[0], Run) else ""


def _in_act(subject: SetSubject, act: CanCu) -> Iterator[Doubled]:
    """Of an act of the register: words that its citation says before each part."""
    for key, row in rows("so_can_cu").items():
        text = getattr(act, key)
        if found := row.pattern(subject.the_thuc).match(text):
            yield _opening(act.origin, text, found[0], "", row.cach)
    typed, rest = act.trich_yeu[: len(act.ten_loai) + 1], act.trich_yeu[len(act.ten_loai) + 1 :]
    if typed.casefold() == f"{act.ten_loai.casefold()} " and (act.is_law or opens_subject(rest)):
        yield _opening(act.origin, act.trich_yeu, typed, act.ten_loai, "Chỉ ghi phần sau tên loại; tên loại do máy in.")
