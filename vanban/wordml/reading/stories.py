"""The bytes of any DOCX → what it says (`reading`): one story after the other, every word read or counted.

The one reading of Word's text for `build.py text`, and for what comes: reading Word files in, judging their form.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from vanban.wordml.elements import Element, R, W, value
from vanban.wordml.opened import Opened, opened
from vanban.wordml.package import OF_FOREIGN, Limits
from vanban.wordml.reading.alternatives import MC, WORDS, paragraph_of
from vanban.wordml.reading.blocks import Block, Change, Paragraph, Reading, Row, Story, StoryKind, Table, Unread
from vanban.wordml.reading.inline import CHANGES, WORD_HANDLERS, Context, Inline, end_mark
from vanban.wordml.reading.inline_drawings import DRAWING_HANDLERS
from vanban.wordml.reading.inline_fields import FIELD_HANDLERS
from vanban.wordml.reading.noted import Noted, NoteKind
from vanban.wordml.reading.numbering import Marks, Numbering, numbering
from vanban.wordml.reading.paragraph_styles import ParagraphStyles, paragraph_styles

# What may stand between paragraphs and belongs into one.
_LOOSE = tuple(W + name for name in ("r", "hyperlink", "fldSimple", "t", "bdo", "dir"))
_ALTERNATIVES = MC + "AlternateContent"
# Notes that no text has: the rules above notes.
_RULES = ("separator", "continuationSeparator", "continuationNotice")
_NOTES: tuple[tuple[NoteKind, str], ...] = (("footnote", "footnotes"), ("endnote", "endnotes"), ("comment", "comments"))
# Relations to files of another form, which nobody looks into.
_FOREIGN = ("package", "oleObject", "aFChunk", "subDocument")
_HANDLERS = {**WORD_HANDLERS, **FIELD_HANDLERS, **DRAWING_HANDLERS}
_MAY_HOLD_WORDS = re.compile(rb"[<:](?:t|delText)[\s/>]")


def read(docx: bytes, limits: Limits = OF_FOREIGN) -> Reading:
    """What a DOCX says. Raises NotAPackage, RefusedPackage."""
    package = opened(docx, limits)
    return _Reader(package).reading()


class _Reader:
    def __init__(self, package: Opened) -> None:
        self._package = package
        self._noted = Noted()
        self._styles: ParagraphStyles = paragraph_styles(package.related(package.main, "styles"))
        self._numbering = numbering(package.related(package.main, "numbering"), self._styles.sheet)
        self._seen: list[Element] = []

    def reading(self) -> Reading:
        main = self._package.root(self._package.main)
        assert main is not None
        stories = [self._story("body", self._package.main, chain.from_iterable(main.findall(W + "body")))]
        for kind, part in _NOTES:
            stories += self._notes(kind, self._package.target(self._package.main, part))
        stories += self._around(main)
        return Reading(tuple(each for each in stories if each.blocks), tuple(self._unread()))

    def _story(self, kind: StoryKind, part: str, root: Iterable[Element], mark: str = "", author: str = ""
               ) -> Story:
        context = Context(self._package, part, self._styles, self._noted, self._seen)
        return Story(kind, StoryReader(context, self._numbering).blocks(root), mark, author)

    def _notes(self, kind: NoteKind, part: str) -> Iterator[Story]:
        """Those that the text refers to in its order; behind them comments that it does not refer to."""
        root = self._package.root(part) if part else None
        notes = {} if root is None else {value(each, "id"): each for each in root if value(each, "type") not in _RULES}
        if kind == "comment":
            for id_ in notes:
                self._noted.mark(kind, id_)
        for id_, mark in list(self._noted.of(kind).items()):
            if id_ in notes:
                yield self._story(kind, part, notes[id_], mark, value(notes[id_], "author"))

    def _around(self, main: Element) -> Iterator[Story]:
        """Headers and footers, each once, in the order of the sections."""
        done: set[str] = set()
        relations = self._package.relations(self._package.main)
        for reference in main.iter(W + "headerReference", W + "footerReference"):
            relation = relations.get(reference.get(R + "id", ""))
            if relation and relation.target not in done:
                done.add(relation.target)
                root = self._package.root(relation.target)
                kind: StoryKind = "header" if reference.tag == W + "headerReference" else "footer"
                yield self._story(kind, relation.target, () if root is None else root, value(reference, "type"))

    def _unread(self) -> Iterator[Unread]:
        seen = set(self._seen)
        for name in self._package.parts:
            if words := _count(each for each in self._words_of(name) if each not in seen):
                yield Unread(name, words)
        yield from (Unread(name) for name in self._foreign())
        yield from (Unread(name, is_broken=True) for name in self._package.broken)
        yield from (Unread(name, is_missing=True) for name in self._package.missing)

    def _words_of(self, name: str) -> Iterator[Element]:
        if _MAY_HOLD_WORDS.search(self._package.parts[name].replace(b"\0", b"")):
            root = self._package.root(name)
            yield from () if root is None else root.iter(*WORDS)

    def _foreign(self) -> list[str]:
        sources = [name.replace("_rels/", "").removesuffix(".rels") for name in self._package.parts
                   if name.endswith(".rels")]
        related = (each for source in sources for each in self._package.relations(source).values())
        return sorted({each.target for each in related if each.kind in _FOREIGN and not each.is_external})


def _count(elements: Iterable[Element]) -> int:
    """How many words they hold; pieces of one word that stand in one paragraph are that word."""
    paragraphs = groupby(elements, key=paragraph_of)
    return sum(len("".join(each.text or "" for each in inside).split()) for _, inside in paragraphs)


class StoryReader:
    """Reads one story. Text boxes are counted apart from the text beside which they stand."""

    def __init__(self, context: Context, numbering: Numbering) -> None:
        self._context, self._marks = context, Marks(numbering)
        self._numbering = numbering
        self._in_boxes: StoryReader | None = None
        self._inline = Inline(context, self._of_box, _HANDLERS)

    def blocks(self, parent: Iterable[Element]) -> tuple[Block, ...]:
        """The paragraphs and tables of a body, a cell, a note …"""
        return tuple(self._blocks(parent))

    def _blocks(self, parent: Iterable[Element]) -> Iterator[Block]:
        for child in parent:
            if child.tag == W + "p":
                yield self._paragraph(child)
            elif child.tag == W + "tbl":
                yield Table(tuple(self._rows(child, "")), child)
            elif child.tag == _ALTERNATIVES:
                yield from self._blocks(branch if (branch := self._inline.branch(child)) is not None else ())
            elif child.tag in _LOOSE or not _holds_blocks(child):
                yield from self._loose(child)
            elif child.tag in CHANGES:
                with self._inline.changed(CHANGES[child.tag]):
                    yield from self.blocks(child)
            else:
                yield from self._blocks(child)

    def _paragraph(self, element: Element) -> Paragraph:
        properties = element.find(W + "pPr")
        style = self._context.styles.of(properties)
        label = self._marks.next(properties, style)
        pieces, boxes = self._inline.read(element, style)
        if mark := end_mark(properties):
            pieces += (mark,)
        return Paragraph(pieces, label, self._context.styles.level(properties, style), boxes, element)

    def _loose(self, element: Element) -> Iterator[Paragraph]:
        """Words that stand outside of any paragraph."""
        pieces, boxes = self._inline.read([element])
        if pieces or boxes:
            yield Paragraph(pieces, boxes=boxes, element=element)

    def _rows(self, parent: Element, change: Change) -> Iterator[Row]:
        for child in parent:
            if child.tag == W + "tr":
                cells = tuple(self.blocks(cell) for cell in _inside(child, W + "tc"))
                yield Row(cells, _row_change(child) or change)
            elif not str(child.tag).endswith("Pr"):
                yield from self._rows(child, CHANGES.get(child.tag, change))

    def _of_box(self, element: Element) -> tuple[Block, ...]:
        self._in_boxes = self._in_boxes or StoryReader(self._context, self._numbering)
        return self._in_boxes.blocks(element)


def _holds_blocks(element: Element) -> bool:
    return next(element.iter(W + "p", W + "tbl"), None) is not None


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The elements of that kind in `parent`, through whatever stands around them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif not str(child.tag).endswith("Pr"):
            yield from _inside(child, tag)


def _row_change(row: Element) -> Change:
    properties = row.find(W + "trPr")
    found = (CHANGES[each.tag] for each in (() if properties is None else properties) if each.tag in CHANGES)
    return next(iter(found), "")
