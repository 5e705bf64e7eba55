"""The steps of a numbering scheme: how a heading of each kind is counted, printed and cited.

A scheme is written as its marks look, outermost first: "I. / 1. / a)". The words stand in the_thuc where
the decree has them (phần, chương, mục, tiểu mục, điều, khoản, điểm); the others are accepted practice.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from vanban.numerals import letter, ordinal, roman


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a scheme.

    key       as officers write it in `danh_so`, and as the style of its heading is named
    noun      what law calls it in a reference
    label     the bare number of the n-th; `outer` is the label of the heading above (for 1.1.); IndexError
              past the last letter
    before, after   what stands around the label in print
    through         it is counted through the whole text, not anew below each heading (Điều)
    alone           the mark stands on a line of its own above the title (Phụ lục I, II.6.đ)
    """

    key: str
    noun: str
    label: Callable[[int, str], str]
    before: str = ""
    after: str = ""
    through: bool = False
    alone: bool = False

    def mark(self, number: int, outer: str) -> str:
        """The printed mark, "II." or "Điều 3."."""
        return f"{self.before}{self.label(number, outer)}{self.after}"


def _digits(number: int, outer: str) -> str:
    return str(number)


def _dotted(number: int, outer: str) -> str:
    return f"{outer}.{number}" if outer else str(number)


_ALL = (
    Step("Phần thứ nhất", "phần", lambda n, _: f"thứ {ordinal(n)}", before="Phần ", alone=True),
    Step("Phần I", "phần", lambda n, _: roman(n), before="Phần ", alone=True),
    Step("Chương I", "chương", lambda n, _: roman(n), before="Chương ", alone=True),
    Step("Mục 1", "mục", _digits, before="Mục ", alone=True),
    Step("Tiểu mục 1", "tiểu mục", _digits, before="Tiểu mục ", alone=True),
    Step("Điều 1.", "điều", _digits, before="Điều ", after=".", through=True),
    Step("A.", "mục", lambda n, _: ascii_uppercase[n - 1], after="."),
    Step("I.", "mục", lambda n, _: roman(n), after="."),
    Step("1.", "khoản", _digits, after="."),
    Step("1.1.", "khoản", _dotted, after="."),
    Step("1.1.1.", "khoản", _dotted, after="."),
    Step("a)", "điểm", lambda n, _: letter(n), after=")"),
    Step("không số", "", lambda _n, _o: ""),
)
STEPS: dict[str, Step] = {step.key: step for step in _ALL}


# The steps that count the rows of a table: the mark is all that the column of numbers shows.
_ROWS = (
    Step("I", "", lambda n, _: roman(n)),
    Step("A", "", lambda n, _: ascii_uppercase[n - 1]),
    Step("1", "", _digits),
    Step("1.", "", _digits, after="."),
    Step("1.1", "", _dotted),
    Step("1.1.", "", _dotted, after="."),
    Step("a)", "", lambda n, _: letter(n), after=")"),
    Step("-", "", lambda _n, _o: "-"),
    Step("--", "", lambda _n, _o: "--"),
    Step("không số", "", lambda _n, _o: ""),
)
ROW_STEPS: dict[str, Step] = {step.key: step for step in _ROWS}


# The ladder of the law, outermost first, by the nouns of marks that have one.
LADDER = ("phần", "chương", "mục", "tiểu mục", "điều")


def counted_nouns(scheme: tuple[str, ...]) -> frozenset[str]:
    """The nouns of the marks of a scheme, and of the rungs of the ladder above them: of "Điều 1. / 1." all five."""
    depth = max((1 + LADDER.index(noun) for key in scheme if (noun := STEPS[key].before.strip().lower())), default=0)
    return frozenset(LADDER[:depth])


def parse_scheme(text: str, steps: Mapping[str, Step] = STEPS) -> tuple[str, ...]:
    """The keys of a scheme such as "I. / 1. / a)". Raises KeyError, with the part, for an unknown step."""
    keys = tuple(part.strip() for part in text.split("/"))
    for key in keys:
        steps[key]
    return keys
