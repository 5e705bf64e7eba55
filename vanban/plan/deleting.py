"""A clause goes: with its line where it is all that stands there, else with the stop that parts it from the others."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace

from vanban.plan.changes import Changes, Span
from vanban.plan.clauses import Clause
from vanban.plan.item import AnswerRefused
from vanban.readers.spans import Path
from vanban.readers.year_pieces import Piece

_STOPS = ".;:,"
_OF_TASK = ("noi_dung", "san_pham", "ghi_chu")


def without(piece: Piece, clause: Clause) -> Changes:
    """What takes the clause out of its text. Raises AnswerRefused where the whole value would go and is needed."""
    if piece.style == "|":
        return _of_block(piece, clause)
    if piece.text.strip() == piece.text[clause.start : clause.end].strip().strip(_STOPS):
        if isinstance(piece.path[-1], int):
            return Changes(dropped=(piece.path,))
        if piece.path[0] == "nhiem_vu" and piece.path[-1] in _OF_TASK:
            # Without its name a task is none; what else is said of it may go alone.
            return Changes(dropped=(piece.path[:-1] if piece.path[-1] == "noi_dung" else piece.path,))
        raise AnswerRefused(f"mục “{piece.path[-1]}” không bỏ được; viết lại, hoặc sửa thẳng trong tệp mới")
    return _within(piece, clause, 0, len(piece.text))


def joined(changes: Changes, pieces: Iterable[Piece]) -> Changes:
    """The changes, where clauses that go beside each other go as one: with the stop between them, with their line."""
    by_path: dict[Path, list[Span]] = {}
    for span in changes.spans:
        by_path.setdefault(span.path, []).append(span)
    texts = {each.path: each for each in pieces}
    done = replace(changes, spans=())
    for path, spans in by_path.items():
        parts = [Changes((group[0],)) if len(group) == 1 else _as_one(texts[path], group) for group in _meeting(spans)]
        of_lines = [span for part in parts for span in part.spans]
        done += Changes(tuple(_union(group) for group in _meeting(of_lines)),
                        dropped=tuple(gone for part in parts for gone in part.dropped))
    return done


def _meeting(spans: Sequence[Span]) -> list[list[Span]]:
    """The spans in order, those that go and touch each other together."""
    groups: list[list[Span]] = []
    for span in sorted(spans, key=lambda each: (each.start, each.end)):
        before = groups[-1][-1] if groups else None
        if before and not (before.words or span.words) and span.start <= max(each.end for each in groups[-1]):
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _union(group: Sequence[Span]) -> Span:
    return replace(group[0], end=max(each.end for each in group))


def _as_one(piece: Piece, group: Sequence[Span]) -> Changes:
    start, end = group[0].start, max(each.end for each in group)
    if "\n" not in piece.text[start:end].strip():
        with suppress(AnswerRefused):
            return without(piece, Clause(start, start + len(piece.text[start:end].rstrip()), ()))
    return Changes((_union(group),))


def _of_block(piece: Piece, clause: Clause) -> Changes:
    text = piece.text
    first = text.rfind("\n", 0, clause.start) + 1
    end = text.find("\n", clause.end)
    last = len(text) if end < 0 else end
    before, behind = text[first : clause.start], text[clause.end : last]
    is_alone = not behind.strip().strip(_STOPS) and not _has_words(before)
    if not is_alone:
        return _within(piece, clause, first, last)
    below = text[last + 1 :].split("\n", 1)[0] if end >= 0 else ""
    if before.strip() and below.strip() and not _begins_an_item(below):
        # Its sign stays for what goes on below it.
        return Changes((Span(piece.path, clause.start, last + 1 + len(below) - len(below.lstrip()), ""),))
    start = first if end >= 0 or not first else first - 1
    return Changes((Span(piece.path, start, min(last + 1, len(text)) if end >= 0 else last, ""),))


def _within(piece: Piece, clause: Clause, first: int, last: int) -> Changes:
    """Of several clauses of a line: the stop behind it goes too; of the last one that before it."""
    text = piece.text
    behind = text[clause.end : last]
    stop = len(behind) - len(behind.lstrip(_STOPS + " "))
    if behind.strip().strip(_STOPS):
        return Changes((Span(piece.path, clause.start, clause.end + stop, ""),))
    before = text[first : clause.start].rstrip()
    start = first + len(before.rstrip(_STOPS)) if before[-1:] in ";,:" else first + len(before)
    closing = clause.end + 1 if before[-1:] == "." and behind[:1] in tuple(_STOPS) else clause.end
    return Changes((Span(piece.path, start, closing, ""),))


def _has_words(before: str) -> bool:
    """Whether something but the sign of the line stands there."""
    return len(before.split()) > 1 or before.strip().endswith((".", ";")) and len(before.strip()) > 4


def _begins_an_item(line: str) -> bool:
    words = line.split(maxsplit=1)
    return len(words) > 1 and (words[0] in "-+" or words[0].endswith((")", ".")) and len(words[0]) <= 4)
