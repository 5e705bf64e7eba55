"""A block of running text → its lines as an officer would type them: marks counted, a paragraph a line, notes last.

A blank line stands only where the grammar needs it: between an item and the unsigned paragraph behind it. Nesting is
said by the signs alone, so the tree that comes back is that of the signs (`- ` below `1. `, whatever stood above it).
"""

import re
from collections.abc import Iterator

from vanban.model.counting import count_items
from vanban.model.inline import Line
from vanban.model.line_signs import INSERT, LOOKALIKES, NOTE, sign_of
from vanban.model.noun_marks import looks_counted
from vanban.model.quotations import MARKS as QUOTES
from vanban.model.quotations import Quotations, quotations
from vanban.model.running_text import Insert, Item, Paragraph, Text
from vanban.writers.to_yaml.inline import inline_source

_BLANK = re.compile(r"\s")
_INDENT = re.compile("[\t\N{NO-BREAK SPACE}]")
# A line, and whether it is quoted.
_Line = tuple[str, bool]


def text_lines(text: Text, khoan_before: int = 0) -> tuple[str, ...]:
    """The lines of one literal block.

    khoan_before  how many khoản of the node stand in front of this block, in `noi_dung` before `noi_dung_cuoi`
    """
    typed = _lines(text, khoan_before, plain=True)
    written = tuple(line for line, _ in typed)
    if quotations(written) == Quotations(frozenset(number for number, (_, is_quoted) in enumerate(typed) if is_quoted)):
        return written
    # Marks that would make other quotations than the tree has are letters.
    return tuple(QUOTES.sub(_literal, line) for line, _ in _lines(text, khoan_before, plain=False))


def _literal(mark: re.Match[str]) -> str:
    return mark[0] if mark[0].startswith("\\") else f"\\{mark[0]}"


def _lines(text: Text, khoan_before: int, *, plain: bool) -> list[_Line]:
    """The lines of the text; with `plain` those that are quoted as they are typed inside of a quotation."""
    lines: list[_Line] = []
    after_item = False
    for block in count_items(text.blocks, khoan_before):
        if isinstance(block, Paragraph) and block.composed:
            continue
        if isinstance(block, Paragraph):
            is_plain = plain and block.quoted
            lines += [("", False)] * (after_item and not is_plain)
            source = _typed(block.inlines, block.ma)
            lines.append((source if is_plain else _paragraph(source), is_plain))
        else:
            lines += _block(block, plain)
        after_item = isinstance(block, Item)
    return [*lines, *((_signed(f"[^{note.ma}]:", inline_source(note.inlines)), False) for note in text.notes)]


def _block(block: Item | Insert, plain: bool) -> Iterator[_Line]:
    if isinstance(block, Insert):
        yield f"@chen {block.ma}", False
        return
    yield _signed(block.mark or "y)", _typed(block.inlines, block.ma)), False  # past y any letter will do
    for paragraph in block.paragraphs:
        if isinstance(paragraph, Insert):
            yield from _block(paragraph, plain)
        else:
            source = _typed(paragraph.inlines, paragraph.ma)
            is_plain = plain and paragraph.quoted
            yield (source, True) if is_plain else (f"  {_further(source)}", False)
    for item in block.items:
        yield from _block(item, plain)


def _typed(inlines: Line, ma: str) -> str:
    source = inline_source(inlines)
    if ma and source == "\\":  # in front of the space behind it, it would take that literally
        source *= 2
    return " ".join(filter(None, (source, ma and f"{{#{ma}}}")))


def _signed(sign: str, source: str) -> str:
    """A line with a sign; the blanks behind it would go with it."""
    return " ".join(filter(None, (sign, "\\" + source if _BLANK.match(source) else source)))


def _further(source: str) -> str:
    """What follows the two spaces of a further paragraph."""
    if note := NOTE.match(source):
        return _not_a_note(source, note)
    looks_signed = sign_of(source) or INSERT.fullmatch(source) or _INDENT.match(source) or looks_counted(source)
    return f"\\{source}" if looks_signed else source


def _paragraph(source: str) -> str:
    """An unsigned line, whose beginning is no sign of a line and looks like none."""
    if note := NOTE.match(source):
        return _not_a_note(source, note)
    looks_signed = sign_of(source) or INSERT.fullmatch(source) or _INDENT.match(source) or looks_counted(source)
    if looks_signed or any(pattern.match(source) for pattern, _ in LOOKALIKES):
        return f"\\{source}"
    return source


def _not_a_note(source: str, note: re.Match[str]) -> str:
    """A line that begins with the mark of a footnote and a colon: the mark is one; the colon must be no sign."""
    mark_end = note.end(1) + 1
    return f"{source[:mark_end]}\\{source[mark_end:]}"
