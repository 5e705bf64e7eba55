"""A line that leads in a list of lines ("126 tỷ đồng, gồm:") → one sentence with the parts behind it."""

import re
from collections.abc import Iterator, Sequence

from vanban.lint.said_numbers import Sentence, sentences
from vanban.model.printed_lines import PrintedLine

_REMARK = re.compile(r" ?\([^()]*\)")
# Behind a part of such a list: what is told of it besides.
_BESIDES = re.compile(r"[,;.] (?=[^0-9]*\b(?:tăng|giảm|đạt|chiếm|bằng|so với|trong đó)\b)|\. ")


def with_its_list(lines: Sequence[PrintedLine], at: int) -> Iterator[Sentence]:
    """The last sentence of a line with the items that it leads in; nothing where it leads in none of one kind."""
    lead = words_of(lines[at])
    if not lead.endswith(":"):
        return
    items = list(_items(lines, at + 1))
    behind = lines[at + 1 + len(items)] if at + 1 + len(items) < len(lines) else None
    if len(items) < 2 or behind and _is_below(behind, lines[at + 1]):
        return
    *_, last = sentences(f"{lead} 1")  # so that there is one
    parts = "; ".join(_BESIDES.split(_REMARK.sub("", words_of(item)), maxsplit=1)[0].rstrip(" .;,") for item in items)
    yield from sentences(f"{last.text[:-2]} {parts}.")


def words_of(line: PrintedLine) -> str:
    """What a line says, without its mark."""
    return "".join(words.text for words in line.words).rstrip()


def _items(lines: Sequence[PrintedLine], start: int) -> Iterator[PrintedLine]:
    for line in lines[start:]:
        if line.kind != "paragraph" or not line.mark or _kind(line) != _kind(lines[start]):
            return
        yield line


def _kind(line: PrintedLine) -> str:
    """What its mark is like: "-", "+", or a letter or number with what closes it."""
    return line.mark[-1:] if line.mark[:1].isalnum() else line.mark


def _is_below(line: PrintedLine, item: PrintedLine) -> bool:
    """Whether a line is of another kind of list, which may go on with the parts of a part."""
    return line.kind == "paragraph" and bool(line.mark) and _kind(line) in ("-", "+") and _kind(line) != _kind(item)
