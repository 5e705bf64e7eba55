"""How the letters of a line look: bold, italic, above or below the line. Spaces have no look."""

from collections.abc import Iterable

from vanban.model.inline import Inline, NoteMark, Question, Script, shown_text
from vanban.model.printed_lines import PrintedLine

_Look = tuple[bool, bool, str]


def looks(lines: Iterable[PrintedLine]) -> list[_Look]:
    """The look of each letter of these lines."""
    return [look for line in lines for inline in line.inlines if not isinstance(inline, NoteMark)
            for look in [_look(inline)] * len("".join(shown_text((inline,)).split()))]


def notes_at(line: PrintedLine) -> dict[str, int]:
    """The footnotes that a line calls: by their ids how many letters stand before the mark."""
    found: dict[str, int] = {}
    count = 0
    for inline in line.inlines:
        if isinstance(inline, NoteMark):
            found.setdefault(inline.ma, count)
        else:
            count += len(shown_text((inline,)))
    return found


def _look(inline: Inline) -> _Look:
    if isinstance(inline, Question | NoteMark):
        return False, False, ""
    return inline.bold, inline.italic, inline.position if isinstance(inline, Script) else ""
