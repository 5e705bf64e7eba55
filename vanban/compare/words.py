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
# The same among other words.
_SIGNED = re.compile(rf"(?<![\w.,/:-]){_NUMBER.pattern}(?![\w.,/:%-]*\w)")
# A number behind one of these is part of a date, of a symbol, of the name of a provision, and no figure.
_NAMING = frozenset(("ngày", "tháng", "năm", "quý", "kỳ", "khóa", "số", "điều", "khoản", "điểm", "mục", "chương",
                     "phần", "lục", "biểu", "bảng", "hình", "mẫu", "lần", "cột", "hàng"))
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
    """The places where one number has become another one; the days of dates and the marks of provisions are none."""
    out: list[FigureChange] = []
    before = ""
    for one, other in zip(found, found[1:], strict=False):
        is_number = all(_NUMBER.fullmatch(each.words.strip()) for each in (one, other))
        if is_number and (one.of, other.of) == ("old", "new") and not _is_named(before):
            out.append(FigureChange(one.words.strip(), other.words.strip(), difference(one.words, other.words)))
        before = one.words if one.of == "both" else before
    return tuple(out)


def _is_named(before: str) -> bool:
    """Whether the words before a number say that it counts nothing."""
    words = before.replace("(", " ").split()
    return bool(words) and words[-1].casefold() in _NAMING


def difference(old: str, new: str) -> str:
    """New minus old, "+2%", as both are printed, of the one number that both have among the same words: "từ 95% trở
    lên"; "" where there is none or there are more, and where they have two units."""
    found = [_one_number(each) for each in (old, new)]
    if not (found[0] and found[1]) or found[0][1] != found[1][1]:
        return ""
    before, after = found[0][0], found[1][0]
    if before["unit"] != after["unit"]:
        return ""
    apart = _value(after) - _value(before)
    unit = " điểm phần trăm" if after["unit"] else ""
    return f"{'+' if apart > 0 else ''}{format_number(apart)}{unit}"


def _one_number(text: str) -> tuple[re.Match[str], str] | None:
    """The number of a text and the words around it; None where it has none, or several, or a sign apart from it."""
    found = [*_SIGNED.finditer(text)]
    if len(found) != 1:
        return None
    around = " ".join((text[:found[0].start()], text[found[0].end():]))
    is_alone = not any(letter.isdigit() for letter in around) and not text[:found[0].start()].rstrip().endswith("-")
    return (found[0], " ".join(around.split())) if is_alone else None


def _value(number: re.Match[str]) -> Decimal:
    return parse_number(f"{number['sign'] or ''}{number['digits'].replace('.', '')}")
