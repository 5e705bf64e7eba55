"""Inline nodes → runs."""

from vanban.model.inline import Figure, Inline, Line, NoteMark, Question, Reference, Run
from vanban.writers.to_docx.ooxml import note_mark, run

# Character style by (bold, italic).
_FACES = {(False, False): "", (True, False): "VB_Dam", (False, True): "VB_Nghieng", (True, True): "VB_DamNghieng"}


def runs(line: Line, *, upper: bool = False, bound: bool = True) -> str:
    """The runs of a resolved line; `upper` writes capitals, `bound` keeps numbers with their words."""
    if len(line) == 1:
        return _run(line[0], upper, bound)
    return "".join([_run(inline, upper, bound) for inline in line])


def ended(line: Line, mark: str) -> Line:
    """`line` closed by `mark` in place of whatever punctuation was typed there, the mark itself included."""
    *before, last = line or (Run(""),)
    if isinstance(last, Run):
        return (*before, Run(last.text.rstrip(" .;,:/") + mark, last.bold, last.italic))
    return (*line, Run(mark))


def _run(inline: Inline, upper: bool, bound: bool) -> str:
    if isinstance(inline, Run):
        text = inline.text
    elif isinstance(inline, Figure | Reference) and inline.shown is not None:
        text = inline.shown
    elif isinstance(inline, NoteMark):
        return note_mark(inline.number)
    elif isinstance(inline, Question):
        return run(f"[XEM LẠI: {inline.ly_do}]", "VB_XemLai")
    else:
        raise ValueError(f"unresolved {inline!r} reached the writer")
    return run(text.upper() if upper else text, _FACES[inline.bold, inline.italic], bound)
