"""Where a mention stands: its sentence, row and line, and the key of the node."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

# Where one sentence ends and another begins: behind its stop, between cells, at the end of a line; a line that goes on
# with a small letter is the same sentence.
SMALL = "a-zà-ýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_END = re.compile(
    rf"(?<=[.!?…])[*_”\")]*[ ]+(?=[“\"*_(]*[^{SMALL}\s\d])|\t| \| |\|$|\|(?=\s*\n)|\n(?!\s*[{SMALL}])"
    r"|\n(?=\s*[a-zđ]\))",
    re.MULTILINE,
)


# How far from a mention what is said of it may stand.
_NEAR = 500


@dataclass(frozen=True, slots=True)
class Node:
    """What is known of the text as a whole.

    key    the key under which it stands: “trich_yeu”, “thoi_gian”, “can_cu”; "" where there is no structure
    path   the keys above it, from the outside
    """

    key: str = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """left, right  the sentence before the mention and behind it
    row    the line before the mention
    line   the whole line
    above  the line before it that has words

    Of what is very long only what stands near the mention.
    """

    left: str
    right: str
    row: str
    line: str
    above: str


@dataclass
class Text:
    """A folded text that is asked for the settings of its mentions."""

    text: str

    @cached_property
    def _ends(self) -> list[int]:
        return [0, *(found.end() for found in _END.finditer(self.text)), len(self.text) + 1]

    def sentence(self, at: int) -> tuple[int, int]:
        """The offsets of the sentence in which `at` stands."""
        number = bisect_right(self._ends, at)
        return self._ends[number - 1], min(self._ends[number], len(self.text))

    def clause(self, at: int) -> tuple[int, int]:
        """The offsets of the part of the sentence in which `at` stands; parts end with a semicolon."""
        first, last = self.sentence(at)
        return self.text.rfind(";", first, at) + 1 or first, (self.text.find(";", at, last) + 1 or last)

    def spot(self, start: int, end: int) -> Spot:
        """The setting of what stands from `start` to `end`."""
        first, last = self.sentence(start)[0], self.sentence(max(start, end - 1))[1]
        first, last = max(first, start - _NEAR), min(last, end + _NEAR)
        line_start = max(self.text.rfind("\n", 0, start) + 1, start - _NEAR)
        line_end = self.text.find("\n", end, end + _NEAR)
        line_end = min(len(self.text), end + _NEAR) if line_end < 0 else line_end
        above = self.text[max(0, line_start - _NEAR):line_start].rstrip()
        return Spot(
            _one_line(self.text[first:start]), _one_line(self.text[end:last]), self.text[line_start:start],
            self.text[line_start:line_end], above[above.rfind("\n") + 1:],
        )


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
