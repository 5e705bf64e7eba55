"""A text in words, and two texts word by word: what stayed, what went, what came.

A Vietnamese word is a syllable here: between two spaces nobody can tell for sure how many make one. A number with its
sign, a date, a symbol is one word: "98,77%", "15/7/2025", "30/2020/NĐ-CP".
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher

from vanban.model.change import FigureChange, Piece
from vanban.numerals import format_number, parse_number

_WORD = re.compile(r"\d[\w.,/:-]*\w%?|\d%?|\w+(?:[-/–&]\w+)*|\s+|.", re.DOTALL)
_NUMBER = re.compile(r"(?P<sign>-)?(?P<digits>\d+(?:\.\d{3})*(?:,\d+)?)(?P<unit>%?)")
# Less than this in common: all of the old words out, all of the new ones in, which is read more easily than shreds.
_SHREDS = 0.35


def words_of(text: str) -> list[str]:
    """The words and what stands between them, in order; put together they are the text."""
    return _WORD.findall(text)


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts in one row, the old words before the new ones where they differ."""
    if not old or not new:
        return tuple(filter(lambda piece: piece.words, (Piece(old, "old"), Piece(new, "new"))))
    before, after = words_of(old), words_of(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _SHREDS:
        return Piece(old, "old"), Piece(new, "new")
    return tuple(_joined(_blocks(before, after, matcher)))


_Block = tuple[str, str, bool]  # old words, new words, whether they are the same


def _blocks(old: Sequence[str], new: Sequence[str], matcher: "SequenceMatcher[str]") -> list[_Block]:
    """The differences with what stands between them; a mere space between two of them parts nothing."""
    found: list[_Block] = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        words, others = "".join(old[start:end]), "".join(new[new_start:new_end])
        is_same = tag == "equal"
        if found and not found[-1][2] and (not is_same or words.isspace() and (end < len(old) or new_end < len(new))):
            found[-1] = found[-1][0] + words, found[-1][1] + others, False
        else:
            found.append((words, others, is_same))
    return found


def _joined(blocks: Sequence[_Block]) -> Iterator[Piece]:
    for old, new, is_same in blocks:
        if is_same:
            yield Piece(old, "both")
        else:
            if old:
                yield Piece(old, "old")
            if new:
                yield Piece(new, "new")


def figure_changes(found: Sequence[Piece]) -> tuple[FigureChange, ...]:
    """The places where one number has become another one."""
    pairs = zip(found, found[1:], strict=False)
    return tuple(FigureChange(one.words.strip(), other.words.strip(), difference(one.words, other.words))
                 for one, other in pairs if (one.of, other.of) == ("old", "new")
                 and _NUMBER.fullmatch(one.words.strip()) and _NUMBER.fullmatch(other.words.strip()))


def difference(old: str, new: str) -> str:
    """New minus old, "+2%", as both are printed; "" where one is no number, or they have two units."""
    before, after = _NUMBER.fullmatch(old.strip()), _NUMBER.fullmatch(new.strip())
    if not (before and after) or before["unit"] != after["unit"]:
        return ""
    apart = _value(after) - _value(before)
    unit = " điểm phần trăm" if after["unit"] else ""
    return f"{'+' if apart > 0 else ''}{format_number(apart)}{unit}"


def _value(number: re.Match[str]) -> Decimal:
    return parse_number(f"{number['sign'] or ''}{number['digits'].replace('.', '')}")
