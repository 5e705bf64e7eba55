"""Two readings of one node whose words are others, though nobody typed other ones there → where they come from."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from vanban.compare.sheet import Node, Sheet
from vanban.compare.table_outline import TOTAL
from vanban.figure_words.periods import period_words
from vanban.findings import Place
from vanban.model.inline import Figure, Inline, Reference
from vanban.model.printed_lines import PrintedLine

# A figure; an entry of a register; what a reference leads to; a total; the sign that ends a line; the number of an
# annex; words of the document that issues this one; of the body that does; rows that no page has room for.
SourceKind = Literal["figure", "register", "target", "total", "end_mark", "annex", "issuer", "body", "room"]
_IN_REGISTERS = ("can_cu", "co_quan", "nhom_noi_nhan")
# In what was typed for a line: the entry that the machine takes words from, an id between brackets.
_ENTRY, _SIGN = re.compile(r"\[([a-z_]+ [^\[\]]+)\]"), re.compile(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")


@dataclass(frozen=True, slots=True)
class Source:
    """Where words come from.

    name      of a figure as it is called, of an entry its list and id, of a target its id
    van_ban   of a target the id of the document that it stands in
    old, new  the words on the two sides
    inputs    of a figure the origins of what it was worked out from, on the new side
    typed_at  of a figure of units the line in which a unit has typed another one; None of every other
    period    of one that is called with its period, that in words: "quý I năm 2026"
    """

    kind: SourceKind
    name: str = ""
    van_ban: str = field(default="", compare=False)
    old: str = ""
    new: str = ""
    inputs: tuple[int, ...] = ()
    typed_at: Place | None = field(default=None, compare=False)
    period: str = field(default="", compare=False)


def sources(old: tuple[Sheet, Node], new: tuple[Sheet, Node]) -> list[Source]:
    """The sources of a pair of nodes that give other words on the two sides; a source once."""
    known: dict[Source, list[tuple[str, str]]] = defaultdict(list)
    for source, words in _words(*old):
        known[source].append((source.van_ban, words))
    found: list[Source] = []
    for source, words in _words(*new):
        van_ban, before = known[source].pop(0) if known[source] else ("", words)
        if before != words:  # what leads nowhere any more has no document
            home = source.van_ban or van_ban
            was, now = _figure(*old, source.name), _figure(*new, source.name)
            inputs = now.value.inputs if now and now.value else ()
            found.append(Source(source.kind, source.name, home, before, words, inputs, _typed_at(was, now),
                                _period(now or was)))
    return [*{(each.kind, each.name): each for each in reversed(found)}.values()][::-1]


def _words(sheet: Sheet, node: Node) -> Iterator[tuple[Source, str]]:
    """Every source of a node with the words that it gives there."""
    lines = [sheet.lines[line].line for line in node.lines]
    if lines and lines[0].kind == "zone":
        for line in lines:
            yield from _of_zone(sheet, line)
        return
    words = " ".join(line.text for line in lines)
    if node.typed.startswith(TOTAL):
        yield Source("total"), words
    elif node.kind == "cell":
        yield from ((Source("register", name), words) for name in _ENTRY.findall(node.typed))
        if not any(isinstance(each, Reference) for line in lines for each in line.inlines):
            yield from ((Source("register", f"co_quan {ma}"), words) for ma in _SIGN.findall(node.typed))
    for line in lines:
        for inline in line.inlines:
            if source := _source(inline):
                yield source, inline.shown or ""  # type: ignore[union-attr]


def _source(inline: Inline) -> Source | None:
    match inline:
        case Figure():
            return Source("figure", inline.name)
        case Reference(ma=ma, target=target):
            kind = target.kind if target else ""
            if kind in _IN_REGISTERS:
                return Source("register", f"{kind} {ma}")
            return Source("target", ma, target.van_ban if target else "")
    return None


def _of_zone(sheet: Sheet, line: PrintedLine) -> Iterator[tuple[Source, str]]:
    if line.name == "phu_luc":
        yield Source("annex"), line.text
        return
    ends = ""
    for words in line.words:
        token = sheet.typing.token(words, line.name)
        sign = sheet.typing.sign(words)
        source = _source(sign) if sign else None
        if source:
            yield source, words.text
        elif entry := sheet.typing.entries.get(words.origin):
            yield Source("register", entry), words.text
            if sheet.typing.of_issuer(words):
                yield Source("body"), words.text
        elif token == "[]":
            yield Source("issuer"), words.text
        elif not token:
            ends += words.text
    yield Source("end_mark"), ends


def _figure(sheet: Sheet, node: Node, name: str) -> Figure | None:
    """The figure of a node that is called so."""
    inlines = (inline for line in node.lines for inline in sheet.lines[line].line.inlines)
    return next((each for each in inlines if isinstance(each, Figure) and each.name == name), None)


def _period(figure: Figure | None) -> str:
    if not (figure and figure.ky and figure.total):
        return ""
    try:
        return period_words(*figure.total.ky)
    except KeyError:
        return ""


def _typed_at(old: Figure | None, new: Figure | None) -> Place | None:
    """The first line in which a unit says something else now, of all that a total is made of."""
    if not (old and old.total and new and new.total):
        return None
    before = {each[:3]: each.reported for each in old.total.all_inputs}
    other = next((each for each in new.total.all_inputs if before.get(each[:3]) != each.reported), None)
    return Place(other.tep, other.reported.line, 1) if other else None
