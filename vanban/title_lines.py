"""A title that is wider than its place → where it breaks: into as few lines as hold it, of about the same length.

A line ends between words. A word of two syllables that stands in `words_of_two.txt`, a proper name (syllables with
capitals, or what follows "tỉnh", "xã" …) and a number with its word stay whole; a break before a word that joins ("và",
"của", "năm" …) is better than any other, one beside a known word better than one between two syllables that may be a
word together, one behind a word that joins worse, and so is one inside a date or period ("tháng 11 | năm
2025") or inside a name that `names_in_titles.txt` has; the name of a school, made of such names and a proper one
that capitals do not show, rather has a line or two more. Where a title breaks by sense its writer says, with |.

The heads of columns break by themselves, but in no word (`whole_words`); headings in running text like the text, but
their last line is more than a syllable (`whole_end`): held like heads, they would be set with wide gaps.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from vanban.text import bind

_WORDS, _NAMES = (Path(__file__).with_name(name) for name in ("words_of_two.txt", "names_in_titles.txt"))
# A line may well begin with them, and should not end with them.
_JOINING = frozenset((
    "và", "hoặc", "của", "về", "trên", "trong", "cho", "tại", "theo", "năm", "giai", "đến", "từ", "để", "với", "do",
    "đối", "thuộc", "tỉnh", "thành", "xã", "phường", "giữa", "bằng", "vào", "như",
))
# What they are put before is a name, of two syllables mostly.
_BEFORE_NAMES = frozenset(("tỉnh", "xã", "phường"))
_NEUTRAL, _UNSURE, _BEHIND_JOINING, _IN_NAME = 0.03, 0.15, 0.5, 1.0
# Between words that make a longer one ("Ban | Thường trực"), inside a word: only where a title has no other break.
_IN_LONGER, _IN_WORD = 2.0, 6.0
# What a school is called, behind the kind that it is of: in capitals nothing else shows that it is a name.
_SYLLABLE = r"(?!(?:và|số|thị xã|thị trấn|thành phố|tỉnh|xã|phường|đặc khu|chuyên)\b)[^\W\d_]+"
_SCHOOL = re.compile(r"\btrường .*(?:trung học cơ sở|trung học phổ thông|tiểu học|mầm non|chuyên|chính trị) "
                     rf"(?P<name>{_SYLLABLE}(?: {_SYLLABLE})*)")
# What a date or a period goes on with: "15 | tháng 7", "quý III | năm 2025".
_GOES_ON, _COUNTED = ("tháng", "năm"), re.compile(r"[0-9]+|[IVX]+")
# A name that is no longer than this stands whole in a heading too.
_SHORT = 4
_NEVER = float("inf")
# What stands with the words behind it: for whom somebody signs ("TM.", "T/M"), the mark of a heading ("II.").
_OPENING = re.compile(r"[A-ZĐ]{1,4}\.|[A-Z]/[A-Z]{1,2}")
# A title of as many lines is none.
_MOST_LINES = 9
# What Word and LibreOffice round must not break a line that fits to the last unit: it may be so much wider.
SLACK = 1.005


def title_breaks(text: str, room: float, width_of: Callable[[str], float]) -> list[int]:
    """The spaces of `text` that become line breaks, by their places; none where it fits or cannot be broken so.

    room      what a line may be wide, in the unit of `width_of`
    width_of  the width of a piece of text on one line
    """
    if width_of(text) <= room:
        return []
    spaces = [at for at, char in enumerate(bind(text)) if char == " " and text[at] == " "]
    named = set(_inside_names(text))
    costs = {at: max(_cost(text, at), _IN_NAME if at in named else 0) for at in spaces}
    usable = [at for at in spaces if costs[at] < _NEVER]
    whole = [at for at in usable if at not in named]
    for count in range(2, _MOST_LINES):
        if found := _best(text, usable, costs, count, room, width_of):
            more = range(count + 1, count + 3) if _school(text) and named.intersection(found) else ()
            return next(filter(None, (_best(text, whole, costs, each, room, width_of) for each in more)), found)
    return _behind_opening(text, spaces, room, width_of)


def _behind_opening(text: str, spaces: list[int], room: float, width_of: Callable[[str], float]) -> list[int]:
    """The breaks of a title that cannot be broken between words alone: as few as can be are inside a word, and what
    opens it is not left alone even so."""
    opening, _, _ = text.partition(" ")
    if not _OPENING.fullmatch(opening):
        return []
    usable = [at for at in spaces if at > len(opening)]
    costs = {at: min(_cost(text, at), _IN_LONGER if _pair(text, at) in _chains() else _IN_WORD) for at in usable}
    found = filter(None, (_best(text, usable, costs, count, room, width_of) for count in range(2, _MOST_LINES)))
    return min(found, key=lambda breaks: sum(costs[at] for at in breaks if costs[at] >= _IN_LONGER), default=[])


def unsure_breaks(text: str, breaks: Sequence[int]) -> list[int]:
    """Those of the `breaks` that have two syllables around them of which nobody knows whether they are one word."""
    return [at for at in breaks if _cost(text, at) == _UNSURE]


def _best(
    text: str, usable: Sequence[int], costs: dict[int, float], count: int, room: float, width_of: Callable[[str], float]
) -> list[int]:
    """The cheapest way to break `text` into `count` lines; none where a line would be too wide."""
    mean = width_of(text) / count
    edges = [-1, *usable, len(text)]

    @cache
    def cheapest(start: int, lines: int) -> tuple[float, tuple[int, ...]]:
        """The cost of the text from edge number `start` on, in so many lines, and the edges that it is broken at."""
        best: tuple[float, tuple[int, ...]] = (_NEVER, ())
        ends = range(start + 1, len(edges)) if lines > 1 else [len(edges) - 1]
        for end in ends:
            width = width_of(text[edges[start] + 1:edges[end]])
            if width > room:
                break
            if lines == 1:
                return (width / mean - 1) ** 2, ()
            if end == len(edges) - 1:
                break
            rest, places = cheapest(end, lines - 1)
            total = (width / mean - 1) ** 2 + costs[edges[end]] + rest
            best = min(best, (total, (edges[end], *places)))
        return best

    cost, places = cheapest(0, count)
    return list(places) if cost < _NEVER else []


def _cost(text: str, at: int) -> float:
    """What it costs to break at a space, from 0 (before a word that joins) to never (inside a word or a name)."""
    before, behind = text[:at].split(), text[at:].split()
    if not before or not behind or _is_inside(before, behind) or len(before) == 1 and _OPENING.fullmatch(before[0]):
        return _NEVER
    if _plain(before[-1]) in _JOINING or behind[0][0].isdigit():
        return _BEHIND_JOINING
    if _plain(behind[0]) in _GOES_ON and _COUNTED.fullmatch(before[-1]):
        return _IN_NAME
    if _plain(behind[0]) in _JOINING:
        return 0
    return _NEUTRAL if _is_between_words(before, behind) else _UNSURE


def _is_between_words(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a word that is known, or a sign, ends before the space, or one begins behind it; else both syllables may
    be one word that nobody has written down."""
    ends = len(before) > 1 and f"{_plain(before[-2])} {_plain(before[-1])}" in _words_of_two()
    begins = len(behind) > 1 and f"{_plain(behind[0])} {_plain(behind[1])}" in _words_of_two()
    return ends or begins or not (before[-1].isalpha() and behind[0].isalpha())


def _is_inside(before: Sequence[str], behind: Sequence[str]) -> bool:
    last, first = before[-1], behind[0]
    if last[-1] in ",;:.)":
        return False
    if f"{_plain(last)} {_plain(first)}" in _words_of_two():
        return True
    if _plain(last) in _BEFORE_NAMES or len(before) > 1 and _plain(before[-2]) in _BEFORE_NAMES:
        return _plain(first) not in _JOINING
    whole = [*before, *behind]
    in_capitals = all(word.isupper() for word in whole if word.isalpha())
    return not in_capitals and last[:1].isupper() and first[:1].isupper() and not last.isupper()


def whole_words(text: str) -> str:
    """`text` with spaces that do not break inside words of two syllables and short names."""
    held = {at for at in _spaces(text) if _pair(text, at) in _words_of_two() - _chains()}
    return _held(text, held | set(_inside_names(text, _SHORT)))


def whole_end(text: str) -> str:
    """`text` with a space that does not break between its last two syllables."""
    return _held(text, {at for at in _spaces(text)[-1:] if text[at - 1].isalpha()})


def _held(text: str, held: set[int]) -> str:
    return "".join("\N{NO-BREAK SPACE}" if at in held else char for at, char in enumerate(text))


def _spaces(text: str) -> list[int]:
    return [at for at, char in enumerate(text) if char == " "]


def _pair(text: str, at: int) -> str:
    """The two syllables around a space."""
    return f"{_plain(text[:at].split(' ')[-1])} {_plain(text[at + 1:].split(' ')[0])}"


def _inside_names(text: str, most: int = 99) -> Iterator[int]:
    """The spaces inside names of as many syllables at most."""
    found = [*_names().finditer(text.lower())]
    if school := _school(text):
        found.append(school)
    for each in found:
        start, end = each.span("name") if each.re is _SCHOOL else each.span()
        if len(text[start:end].split()) <= most:
            yield from (start + at for at in _spaces(text[start:end]))


def _school(text: str) -> re.Match[str] | None:
    return _SCHOOL.search(text.lower()) if text.isupper() else None


def _plain(word: str) -> str:
    return word.lower().strip("“”\"'(),;:.")


@cache
def _words_of_two() -> frozenset[str]:
    return frozenset(word for line in _lines(_WORDS) for word in line)


@cache
def _chains() -> frozenset[str]:
    """Those that hold longer words together: they stand in the first line."""
    return frozenset(_lines(_WORDS)[0])


@cache
def _names() -> re.Pattern[str]:
    names = sorted((name for line in _lines(_NAMES) for name in line), key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names))


def _lines(file: Path) -> list[list[str]]:
    """What the lines of a file list, between commas; a name may have one, before a blank and a word of its own."""
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [[word.strip() for word in line.split(",") if word.strip()] for line in lines]
