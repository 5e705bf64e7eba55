"""word/numbering.xml and the styles → the mark that Word puts before a paragraph: "Điều 1.", "2.3", "a)", "–".

Word counts through the list that several instances share (w:abstractNum); an instance that says where it begins counts
from there the first time it is met at that level. What stands below a level begins anew behind it (ECMA-376-1, 17.9).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from vanban.wordml.elements import Element, W, child, is_on, number, value
from vanban.wordml.reading.number_forms import in_form
from vanban.wordml.reading.symbols import bullet
from vanban.wordml.styles import StyleSheet

_LEVELS = 9
_BEHIND = {"": " ", "tab": " ", "space": " ", "nothing": ""}
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    words      what is printed, "%1" for the number of the first level: "Điều %1."
    like       the first of a series of the author's own, where form is "custom"
    behind     what stands between the mark and the words
    restart    the level, from 1, behind which it begins anew: 0 none, None any above it
    is_legal   whether all numbers in it are printed in digits (Điều II, then 2.01)
    style      the id of the style that belongs to it
    """

    start: int
    form: str
    words: str
    like: str = ""
    behind: str = " "
    restart: int | None = None
    is_legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """An instance (w:num): the id of what it counts with, its levels, where it says that it begins."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a package by their ids, and the styles that may name them."""

    lists: Mapping[str, _List]
    styles: StyleSheet
    _known: dict[str, tuple[str, int] | None] = field(default_factory=dict, repr=False)

    def place_of(self, properties: Element | None, style: str) -> tuple[str, int] | None:
        """The list and the level that a paragraph with these properties (w:pPr), of that style, is numbered by."""
        own = child(properties, "numPr")
        if style not in self._known:
            self._known[style] = self._by_style(style)
        from_style = self._known[style]
        list_, level = value(child(own, "numId")), number(child(own, "ilvl"))
        if not list_ and from_style:
            list_ = from_style[0]
        if level is None:
            level = from_style[1] if from_style and from_style[0] == list_ else 0
        return (list_, level) if list_ in self.lists and level in self.lists[list_].levels else None

    def _by_style(self, id_: str) -> tuple[str, int] | None:
        """What the nearest style that speaks of it says; the level is the one that names the style."""
        for style in self.styles.chain(id_):
            stated = style.find(f"{W}pPr/{W}numPr")
            if list_ := value(child(stated, "numId")):
                levels = self.lists[list_].levels if list_ in self.lists else {}
                named = (n for n, level in levels.items() if level.style == value(style, "styleId"))
                return list_, next(named, number(child(stated, "ilvl")) or 0)
        return None


@dataclass(slots=True)
class Marks:
    """Counts the paragraphs of one story, from its first to its last."""

    numbering: Numbering
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _met: set[tuple[str, int]] = field(default_factory=set)

    def next(self, properties: Element | None, style: str) -> str:
        """The mark of the next paragraph with what stands behind it, "" for none."""
        if (place := self.numbering.place_of(properties, style)) is None:
            return ""
        id_, at = place
        list_ = self.numbering.lists[id_]
        counts = self._count(id_, list_, at)
        level = list_.levels[at]
        words = _PLACE.sub(lambda match: _number(list_, counts, int(match[1]) - 1, level), level.words)
        return words + level.behind if words else ""

    def _count(self, id_: str, list_: _List, at: int) -> list[int | None]:
        counts = self._counts.setdefault(list_.abstract, [None] * _LEVELS)
        begun = counts[at]
        if at in list_.starts and (id_, at) not in self._met:
            counts[at] = list_.starts[at]
        else:
            counts[at] = list_.levels[at].start if begun is None else begun + 1
        self._met.add((id_, at))
        for above in range(at):  # a level that was never met counts as begun
            if counts[above] is None and above in list_.levels:
                counts[above] = list_.levels[above].start
        for below in range(at + 1, _LEVELS):
            restart = list_.levels[below].restart if below in list_.levels else None
            if restart is None or at < restart:
                counts[below] = None
        return counts


def _number(list_: _List, counts: list[int | None], at: int, shown_in: Level) -> str:
    level, count = list_.levels.get(at), counts[at]
    if level is None or count is None:
        return ""
    return str(count) if shown_in.is_legal and level.form != "decimalZero" else in_form(count, level.form, level.like)


def numbering(root: Element | None, styles: StyleSheet) -> Numbering:
    """The lists of word/numbering.xml; none where there is no such part."""
    if root is None:
        return Numbering({}, styles)
    abstract = {value(each, "abstractNumId"): each for each in root.iter(W + "abstractNum")}
    instances = {value(each, "numId"): each for each in root.iter(W + "num")}
    return Numbering({id_: _list(each, abstract, instances, styles) for id_, each in instances.items() if id_ != "0"},
                     styles)


def _list(instance: Element, abstract: Mapping[str, Element], instances: Mapping[str, Element],
          styles: StyleSheet) -> _List:
    id_ = value(instance.find(W + "abstractNumId"))
    levels: dict[int, Level] = {}
    for each in _levels_of(id_, abstract, instances, styles):
        levels[number(each, "ilvl") or 0] = _level(each)
    starts: dict[int, int] = {}
    for override in instance.iter(W + "lvlOverride"):
        at = number(override, "ilvl") or 0
        if (own := override.find(W + "lvl")) is not None:
            levels[at] = _level(own)
        if (start := number(override.find(W + "startOverride"))) is not None:
            starts[at] = start
    return _List(id_, {at: level for at, level in levels.items() if 0 <= at < _LEVELS}, starts)


def _levels_of(id_: str, abstract: Mapping[str, Element], instances: Mapping[str, Element],
               styles: StyleSheet) -> list[Element]:
    """The levels of a list, or those of the style of lists that it refers to."""
    seen: set[str] = set()
    while id_ in abstract and id_ not in seen:
        seen.add(id_)
        found = abstract[id_].findall(W + "lvl")
        linked = value(abstract[id_].find(W + "numStyleLink"))
        if found or linked not in styles.by_id:
            return found
        list_ = value(styles.by_id[linked].find(f"{W}pPr/{W}numPr/{W}numId"))
        id_ = value(instances[list_].find(W + "abstractNumId")) if list_ in instances else ""
    return []


def _level(element: Element) -> Level:
    form = next(element.iter(W + "numFmt"), None)  # the first choice where there are several
    start, words = number(element.find(W + "start")), value(element.find(W + "lvlText"))
    if value(form) == "bullet":
        words = bullet(words, value(element.find(f"{W}rPr/{W}rFonts"), "ascii"))
    return Level(
        start=0 if start is None else start, form=value(form), like=value(form, "format"),
        words=words,
        behind=_BEHIND.get(value(element.find(W + "suff")), " "),
        restart=number(element.find(W + "lvlRestart")),
        is_legal=is_on(element.find(W + "isLgl")), style=value(element.find(W + "pStyle")),
    )

