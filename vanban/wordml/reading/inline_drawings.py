"""What is drawn inside a paragraph, for `Inline`: pictures and objects are pieces, words in shapes boxes beside it."""

from collections.abc import Iterable, Iterator, Mapping

from vanban.wordml.elements import Element, W
from vanban.wordml.reading.alternatives import A, copies
from vanban.wordml.reading.blocks import Box, BoxKind, Paragraph, Piece
from vanban.wordml.reading.drawings import CX, DIAGRAM, C, drawn_lines
from vanban.wordml.reading.inline import Handler, Inline

_V, _O = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"


def _drawing(inline: Inline, element: Element) -> None:
    inline.said = element.get("alt", "")
    inline.each(element)


def _properties(inline: Inline, element: Element) -> None:
    inline.said = element.get("descr") or element.get("title") or inline.said
    inline.each(element)


def _picture(inline: Inline, element: Element) -> None:
    if relation := inline.context.relation(element, "embed", "link", "id"):
        sum_ = inline.context.package.sums.get(relation.target)
        known_by = relation.target if relation.is_external or sum_ is None else f"{sum_:08x}"
        inline.put(inline.said, "picture", known_by)
    inline.each(element)


def _object(inline: Inline, element: Element) -> None:
    inline.put(element.get("ProgID", ""), "object")


def _file(inline: Inline, element: Element) -> None:
    """A part of another form that Word puts in here when it opens the file."""
    if relation := inline.context.relation(element, "id"):
        inline.put(relation.target, "file")


def _text_box(inline: Inline, element: Element) -> None:
    inline.boxes.append(Box("box", inline.blocks_of(element)))


def _shape_words(inline: Inline, element: Element) -> None:
    found = [*element.iter(A + "t")]
    inline.context.seen += found
    inline.boxes.append(_lines("shape", ["".join(each.text or "" for each in found)]))


def _word_art(inline: Inline, element: Element) -> None:
    inline.boxes.append(_lines("word_art", [element.get("string", "")]))


def _chart(inline: Inline, element: Element) -> None:
    _drawn(inline, element, "chart", "id")


def _diagram(inline: Inline, element: Element) -> None:
    if (part := _drawn(inline, element, "diagram", "dm")) is not None:
        inline.context.seen += copies(part, _drawn_copies(inline))


def _drawn(inline: Inline, element: Element, kind: BoxKind, attribute: str) -> Element | None:
    """Reads what is a part of its own."""
    relation, package = inline.context.relation(element, attribute), inline.context.package
    part = None if relation is None or relation.is_external else package.root(relation.target)
    if part is not None:
        found = [*drawn_lines(part)]
        inline.context.seen += (each for _, read in found for each in read)
        inline.boxes.append(_lines(kind, [line for line, _ in found]))
    return part


def _drawn_copies(inline: Inline) -> Iterator[Element]:
    """The diagrams of this part as they were drawn last, for programs that cannot draw them."""
    package = inline.context.package
    for relation in package.relations(inline.context.part).values():
        if relation.kind == "diagramDrawing" and (root := package.root(relation.target)) is not None:
            yield root


def _lines(kind: BoxKind, lines: Iterable[str]) -> Box:
    return Box(kind, tuple(Paragraph((Piece(line),)) for line in lines if line.strip()))


DRAWING_HANDLERS: Mapping[str, Handler] = {
    **dict.fromkeys((W + "drawing", _V + "shape", _V + "rect"), _drawing),
    **dict.fromkeys((_WP + "docPr", _PIC + "cNvPr"), _properties),
    **dict.fromkeys((A + "blip", _V + "imagedata"), _picture), _O + "OLEObject": _object,
    **dict.fromkeys((W + "altChunk", W + "subDoc"), _file),
    W + "txbxContent": _text_box, A + "p": _shape_words, _V + "textpath": _word_art,
    **dict.fromkeys((C + "chart", CX + "chart"), _chart), DIAGRAM + "relIds": _diagram,
}
