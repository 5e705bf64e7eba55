"""Lines of a literal block, removed and put in → the Fixes."""

from collections.abc import Collection, Mapping, Sequence

from vanban.edits.layout import count_lines, line_end, line_stop, row_start
from vanban.edits.refusals import not_there, refuse_unprintable, tried, unreadable
from vanban.findings import Fix
from vanban.readers.source import Source
from vanban.readers.spans import Path


def edit_lines(
    source: Source, path: Path, removed: Collection[int] = (), inserted: Mapping[int, Sequence[str]] | None = None
) -> list[Fix]:
    """The fixes that take lines out of the literal block at `path` and put others in.

    removed   lines of the block from 0
    inserted  by the line that they stand above; the number of the lines puts them at its end

    Raises EditRefused for lines that are not there, and where the block would not read as it is meant: it may not
    begin with a blank, and blank lines at its end are not read.
    """
    new, old = inserted or {}, lines_of(source, path)
    known = range(len(old))
    if not (set(removed) <= set(known) and set(new) <= {*known, len(old)}):
        raise not_there(source, path)
    meant = [line for at in range(len(old) + 1)
             for line in (*new.get(at, ()), *(old[at : at + 1] if at not in removed else ()))]
    fixes = [_without(source, path, line) for line in sorted(removed)]
    fixes += [_with(source, path, at, lines) for at, lines in sorted(new.items()) if lines]
    return tried(source, path, "\n".join(meant), fixes)


def replace_lines(source: Source, path: Path, lines: Sequence[str]) -> Fix:
    """The fix that gives the literal block at `path` other lines; header and indentation stay."""
    count = len(lines_of(source, path))
    first = row_start(source, source.span(path).line + 1)
    end = row_start(source, source.span(path).line + 1 + count)
    fix = Fix(first, end, _with(source, path, 0, lines).text)
    return tried(source, path, "\n".join(lines), [fix])[0]


def lines_of(source: Source, path: Path) -> list[str]:
    """The lines of the literal block at `path`. Raises EditRefused for what is none."""
    value, span = source.value(path), source.span(path)
    if span.style != "|":
        raise unreadable(source, span.start)
    return list(value.split("\n")[: count_lines(value)])


def _without(source: Source, path: Path, line: int) -> Fix:
    row = source.span(path).line + 1 + line
    return Fix(row_start(source, row), row_start(source, row + 1), "")


def _with(source: Source, path: Path, at: int, lines: Sequence[str]) -> Fix:
    text, ending = source.text, line_end(source.text, source.span(path).start)
    indent = " " * _indent(source, path)
    place = row_start(source, source.span(path).line + 1 + at)
    for line in lines:
        refuse_unprintable(line)
    written = [f"{indent}{line}" if line.strip() else "" for line in lines]
    if text[:place].endswith("\n"):
        return Fix(place, place, "".join(f"{line}{ending}" for line in written))
    return Fix(place, place, "".join(f"{ending}{line}" for line in written))  # the last line has no line end


def _indent(source: Source, path: Path) -> int:
    """How far the lines of the block are indented."""
    for row, line in enumerate(lines_of(source, path)):
        if line:
            return source.in_block(path, row, 0)[1]
    start = source.span(path).start
    header = source.text[start : line_stop(source.text, start)].partition("#")[0]
    stated = [int(sign) for sign in header if sign.isdigit()]
    return source.span(path[:-1]).column + (stated or [2])[0]
