"""What stands inside a paragraph of any DOCX → its pieces, in the order of reading, and the boxes that float beside it.

How an element is read stands in tables of handlers: here for words and signs, in `inline_fields` for fields and links,
in `inline_drawings` for what is drawn. An element that no table knows is gone through: words in it are read as words.
Every element whose words were read is noted (`Context.seen`), so that what nobody read can be counted.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TypeAlias

from vanban.wordml.elements import Element, R, W, child, is_on, value
from vanban.wordml.opened import Opened, Relation
from vanban.wordml.reading.alternatives import EMOJI, MC, WORDS, copies, emoji, shown_branch
from vanban.wordml.reading.blocks import Block, Box, Change, Piece, PieceKind
from vanban.wordml.reading.fields import Field
from vanban.wordml.reading.formulas import STRUCTURES, line_of
from vanban.wordml.reading.noted import Noted, NoteKind
from vanban.wordml.reading.paragraph_styles import ParagraphStyles
from vanban.wordml.reading.symbols import has_private, in_font, symbol

CHANGES: Mapping[str, Change] = {
    W + "ins": "inserted", W + "del": "deleted", W + "moveTo": "moved_here", W + "moveFrom": "moved_away",
}
_NOTES: Mapping[str, NoteKind] = {
    W + "footnoteReference": "footnote", W + "endnoteReference": "endnote", W + "commentReference": "comment",
}
# What Word writes for the day and the page by itself, without a field.
_OWN_WORDS = tuple(W + name for name in (
    "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong", "pgNum",
))
_END, _HYPHEN = "¶", "-"
_JOINED = ("words", "instruction")


@dataclass
class Context:
    """What the stories of one part share.

    noted  the notes and comments that were met, in their order
    seen   the elements whose words were read
    """

    package: Opened
    part: str
    styles: ParagraphStyles
    noted: Noted
    seen: list[Element] = field(default_factory=list)

    def relation(self, element: Element, *attributes: str) -> Relation | None:
        """What the first of the attributes that is there names."""
        id_ = next((found for name in attributes if (found := element.get(R + name))), "")
        return self.package.relations(self.part).get(id_)


class Inline:
    """Reads the paragraphs of one story, one after the other; fields go on from one to the next.

    blocks_of  reads the paragraphs of a text box
    fields     the complex fields that are open here; around: links and simple fields
    said       what is said of the picture that comes
    """

    def __init__(self, context: Context, blocks_of: Callable[[Element], tuple[Block, ...]],
                 handlers: Mapping[str, "Handler"]) -> None:
        self.context, self.blocks_of, self._handlers = context, blocks_of, handlers
        self.fields: list[Field] = []
        self.around: list[Field] = []
        self.boxes: list[Box] = []
        self.said = ""
        self._pieces: list[Piece] = []
        self._change: Change = ""
        self._style, self._is_hidden, self._raised = "", False, ""
        self._is_struck = False
        self._run: Element | None = None

    def read(self, elements: Iterable[Element], style: str = "") -> tuple[tuple[Piece, ...], tuple[Box, ...]]:
        """The pieces and the boxes of a paragraph of that style, which holds `elements`."""
        self._pieces, self.boxes, self._style = [], [], style
        self._is_hidden = self.context.styles.is_hidden(None, style)
        self.each(elements)
        return tuple(_joined(self._pieces)), tuple(self.boxes)

    def each(self, elements: Iterable[Element]) -> None:
        """Reads one element after the other; properties (w:rPr, m:fPr …) hold no words."""
        for element in elements:
            if (handler := self._handlers.get(element.tag)) is not None:
                handler(self, element)
            elif not element.tag.endswith("Pr"):
                self.each(element)

    def put(self, text: str, kind: PieceKind = "words", print_: str = "") -> None:
        """Adds a piece; words in the code of a field are not printed."""
        if kind == "words" and not all(each.shows for each in self.fields):
            kind = "instruction"
        worked_out = ""
        for each in (*self.fields, *self.around):
            worked_out = worked_out or each.worked_out
            if each.shows:
                each.shown.append(text)
        self._pieces.append(Piece(text, kind, self._change, self._raised, self._is_hidden, print_, worked_out,
                                  self._is_struck))

    @contextmanager
    def changed(self, change: Change) -> Iterator[None]:
        """What is read meanwhile is part of a tracked change; what was taken out stays that, wherever it stands."""
        before = self._change
        self._change = before if before in ("deleted", "moved_away") else change
        yield
        self._change = before

    def branch(self, alternatives: Element) -> Element | None:
        """What Word shows of alternatives; the words of the others that are the same are taken for read."""
        branch = shown_branch(alternatives)
        if branch is not None:
            self.context.seen += copies(branch, (each for each in alternatives if each is not branch))
        return branch

    def words(self, element: Element) -> None:
        self.context.seen.append(element)
        if text := element.text:
            if has_private(text):
                text = in_font(text, self._font())
            self.put(text.replace("\n", " ").replace("\r", " "))

    def of_run(self, run: Element) -> None:
        """Reads a run; a run may stand in another (ruby)."""
        before = self._is_hidden, self._raised, self._run, self._is_struck
        self._run = run
        if (properties := run.find(W + "rPr")) is not None:
            self._is_hidden = self.context.styles.is_hidden(properties, self._style)
            self._raised = value(properties.find(W + "vertAlign")).replace("baseline", "")
            self._is_struck = any(is_on(properties.find(W + name)) for name in ("strike", "dstrike"))
        self.each(run)
        self._is_hidden, self._raised, self._run, self._is_struck = before

    def _font(self) -> str:
        fonts = child(child(self._run, "rPr"), "rFonts")
        return value(fonts, "ascii") or value(fonts, "hAnsi")


Handler: TypeAlias = Callable[[Inline, Element], None]


def end_mark(properties: Element | None) -> Piece | None:
    """The end of a paragraph with these properties (w:pPr), where Word tracks a change of it."""
    letters = child(properties, "rPr")
    found = (CHANGES[each.tag] for each in (() if letters is None else letters) if each.tag in CHANGES)
    return next((Piece(_END, "mark", change) for change in found), None)


def _deleted_words(inline: Inline, element: Element) -> None:
    with inline.changed("deleted"):
        inline.words(element)


def _tracked(inline: Inline, element: Element) -> None:
    with inline.changed(CHANGES[element.tag]):
        inline.each(element)


def _alternatives(inline: Inline, element: Element) -> None:
    if (branch := inline.branch(element)) is not None:
        inline.each(branch)


def _ruby(inline: Inline, element: Element) -> None:
    inline.each(element.findall(W + "rubyBase"))
    inline.put("(")
    inline.each(element.findall(W + "rt"))
    inline.put(")")


def _structure(inline: Inline, element: Element) -> None:
    for each in line_of(element):
        if not isinstance(each, str):
            inline.each([each] if each.tag in STRUCTURES else each)
        elif each:
            inline.put(each)


def _note(inline: Inline, element: Element) -> None:
    kind = _NOTES[element.tag]
    inline.put(inline.context.noted.mark(kind, value(element, "id")), kind)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Words that stand side by side under the same change are one piece."""
    for (kind, *_), alike in groupby(pieces, key=lambda each: (each.kind, each.change, each.raised, each.is_hidden,
                                                               each.field, each.is_struck)):
        first, *rest = alike
        if kind in _JOINED:
            yield replace(first, text="".join([first.text, *(each.text for each in rest)])) if rest else first
        else:
            yield from (first, *rest)


WORD_HANDLERS: Mapping[str, Handler] = {
    **dict.fromkeys(WORDS, Inline.words), W + "delText": _deleted_words, W + "r": Inline.of_run,
    **dict.fromkeys(CHANGES, _tracked), MC + "AlternateContent": _alternatives, **dict.fromkeys(_NOTES, _note),
    **dict.fromkeys((W + "br", W + "cr"), lambda inline, _: inline.put("\n", "break")),
    **dict.fromkeys((W + "tab", W + "ptab"), lambda inline, _: inline.put("\t")),
    **dict.fromkeys(_OWN_WORDS, lambda inline, element: inline.put(element.tag.removeprefix(W), "field")),
    W + "noBreakHyphen": lambda inline, _: inline.put(_HYPHEN),
    W + "sym": lambda inline, element: inline.put(symbol(value(element, "char"), value(element, "font"))),
    EMOJI: lambda inline, element: inline.put(emoji(element)),
    W + "ruby": _ruby, **dict.fromkeys(STRUCTURES, _structure),
}
