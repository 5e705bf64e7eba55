"""Two sets as they are printed → where their words differ, for people: document, place, both wordings."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from itertools import zip_longest
from os.path import commonprefix
from typing import NamedTuple

from vanban.glossary import names
from vanban.model.grid import Grid
from vanban.model.inline import shown_text
from vanban.model.printed import Para, PrintedDocument, PrintedSet
from vanban.model.zones import Zones
from vanban.text import unbroken

# So many letters of a wording are told, the first that differs among them.
_SHOWN, _BEFORE = 60, 15


@dataclass(frozen=True, slots=True)
class Difference:
    """The title of a document, the place in it, the words there in the one set and in the other; "" for none."""

    document: str
    where: str
    kept: str
    today: str

    @property
    def sentence(self) -> str:
        kept, today = _told(self.kept, self.today)
        return f"{self.document}, {self.where}: đã ban hành {kept}, nay {today}"


def differences(kept: PrintedSet, today: PrintedSet) -> list[Difference]:
    """Every place where the words of `today` are not those of `kept`, in the order of print."""
    if kept == today:
        return []
    found = [each for pair in zip(kept.documents, today.documents, strict=False) for each in _of_document(*pair)]
    count = len(kept.documents), len(today.documents)
    if count[0] != count[1]:
        found.append(Difference("Bộ văn bản", "số văn bản", str(count[0]), str(count[1])))
    return found


def _of_document(kept: PrintedDocument, today: PrintedDocument) -> Iterator[Difference]:
    title = unbroken(f"{kept.ten_loai} {kept.trich_yeu}")
    for field in fields(Zones):
        before, after = (getattr(each.zones, field.name).text for each in (kept, today))
        if before != after:
            yield Difference(title, names()[field.name].label.lower(), before, after)
    old, new = list(_lines(kept)), list(_lines(today))
    matcher = SequenceMatcher(None, [line.words for line in old], [line.words for line in new])
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            pairs = zip_longest(old[start:end], new[new_start:new_end], fillvalue=_NOTHING)
            yield from (Difference(title, before.where or after.where, before.words, after.words)
                        for before, after in pairs)


class _Line(NamedTuple):
    where: str
    words: str


_NOTHING = _Line("", "")


def _lines(document: PrintedDocument) -> Iterator[_Line]:
    """Every line of the body and the footnotes, with what a reader calls its place."""
    count = tables = 0
    for part in document.body:
        if isinstance(part, Para):
            count += 1
            words = shown_text(part.line)
            mark = part.mark[0] if part.mark else ""
            yield _Line(f"đoạn {count}", f"{mark}{words.upper() if part.capitals else words}")
        else:
            tables += 1
            for row, words in _rows(part):
                yield _Line(f"bảng thứ {tables}, hàng {row}", words)
    for note in document.notes:
        yield _Line(f"chú thích {note.number}", shown_text(note.inlines))


def _rows(grid: Grid) -> Iterator[tuple[int, str]]:
    for count, row in enumerate((*grid.head, *grid.rows), 1):
        yield count, " | ".join(" ".join(map(shown_text, cell.paragraphs)) for cell in row)


def _told(kept: str, today: str) -> tuple[str, str]:
    """Both wordings in quotation marks, of long ones the part where they begin to differ."""
    start = max(0, len(commonprefix([kept, today])) - _BEFORE)
    return _quoted(kept, start), _quoted(today, start)


def _quoted(words: str, start: int) -> str:
    if not words:
        return "không có"
    end = start + _SHOWN
    shown = " ".join(words[start:end].split())
    return f"“{'…' if start else ''}{shown}{'…' if end < len(words) else ''}”"
