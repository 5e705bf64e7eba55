"""A paragraph → its pieces: texts with their faces, letters above and below the line, marks of footnotes, a picture.

Spaces that must not break are set here, over the whole paragraph. What cuts the pieces further (into words, or into
runs of two authors) therefore cuts bound text, and cannot lose such a space at a border.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from vanban.model.inline import Figure, Inline, NoteMark, Question, Reference, Run, Script
from vanban.model.picture import Hinh
from vanban.model.printed import Para, Words
from vanban.model.scripts import ScriptPosition
from vanban.text import bind, bind_dashes, cut, parted_by_questions

# Character style by (bold, italic).
_FACES = {(False, False): "", (True, False): "VB_Dam", (False, True): "VB_Nghieng", (True, True): "VB_DamNghieng"}
_ASKS = "VB_XemLai"
# What stands for a piece that is no text while the words on its two sides are bound: it keeps them apart.
_NO_TEXT = "\N{OBJECT REPLACEMENT CHARACTER}"
# The id of a footnote in its part, by the number that the tree has counted.
NoteIds = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The mark of a footnote in the text: the id of the footnote in its part. The number that is seen is Word's."""

    id: int


@dataclass(frozen=True, slots=True)
class NoteSign:
    """The number of a footnote in front of its own text, which Word counts."""


@dataclass(frozen=True, slots=True)
class ScriptWords:
    """Words above or below the line, and their face."""

    text: str
    face: str
    position: ScriptPosition


Piece = Words | ScriptWords | NoteRef | NoteSign | Hinh


def pieces(para: Para, notes: NoteIds) -> list[Piece]:
    """The pieces of a paragraph, left to right, bound."""
    mark, line, way = para.mark, para.line, bind_dashes if para.narrow else bind
    if len(line) == 1 and isinstance(only := line[0], Run):
        text, face = _words(only, para.capitals)
        if mark is None:
            return [(way(text), face)]
        whole, ends = way(mark[0] + text), len(mark[0])
        return [(whole[:ends], mark[1]), (whole[ends:], face)]
    if para.picture is not None:
        return [para.picture]
    found: list[Piece] = [mark] if mark else []
    for inline in line:
        if isinstance(inline, NoteMark):
            found.append(NoteRef(notes[inline.number]))
            continue
        if isinstance(inline, Script):
            text = inline.text.upper() if para.capitals else inline.text
            found.append(ScriptWords(text, _FACES[inline.bold, inline.italic], inline.position))
            continue
        text, face = words = _words(inline, para.capitals)
        if "XEM" in text and isinstance(inline, Figure | Reference):
            # A composed one may hold a question that stands in a register or a title.
            found += [(part, _ASKS if asks else face) for part, asks in parted_by_questions(text)]
        else:
            found.append(words)
    return _bound(found, way)


def _bound(found: list[Piece], way: Callable[[str], str]) -> list[Piece]:
    """The pieces with spaces that do not break."""
    texts = [_text(each) for each in found]
    whole = "".join(texts)
    bound = way(whole)
    if bound == whole:
        return found
    pairs = zip(found, cut(bound, texts), strict=True)
    return [_with(each, text) for each, text in pairs]


def _with(piece: Piece, text: str) -> Piece:
    if isinstance(piece, ScriptWords):
        return replace(piece, text=text)
    return (text, piece[1]) if isinstance(piece, tuple) else piece


def _text(piece: Piece) -> str:
    if isinstance(piece, ScriptWords):
        return piece.text
    return piece[0] if isinstance(piece, tuple) else _NO_TEXT


def _words(inline: Inline, upper: bool) -> Words:
    if isinstance(inline, Run):
        if not (upper or inline.bold or inline.italic):
            return inline.text, ""
        text = inline.text
    elif isinstance(inline, Figure) and inline.is_open and inline.shown is not None:
        return inline.shown, _ASKS
    elif isinstance(inline, Figure | Reference) and inline.shown is not None:
        text = inline.shown
    elif isinstance(inline, Question):
        return f"[XEM LẠI: {inline.ly_do}]", _ASKS
    else:
        raise ValueError(f"unresolved {inline!r} reached the writer")
    return text.upper() if upper else text, _FACES[inline.bold, inline.italic]
