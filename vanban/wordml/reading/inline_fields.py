"""Fields and links inside a paragraph, for `Inline`: what they show is read as words, what else they say is told."""

from collections.abc import Mapping

from vanban.wordml.elements import Element, W, value
from vanban.wordml.reading.fields import Field
from vanban.wordml.reading.inline import Handler, Inline


def _part(inline: Inline, element: Element) -> None:
    """One of the three marks of a complex field."""
    match value(element, "fldCharType"):
        case "begin":
            inline.fields.append(Field(form=element.find(W + "ffData")))
        case "separate" if inline.fields:
            inline.fields[-1].shows = True
        case "end" if inline.fields:
            _finish(inline, inline.fields.pop())


def _code(inline: Inline, element: Element) -> None:
    if inline.fields:
        inline.fields[-1].code.append(element.text or "")


def _simple(inline: Inline, element: Element) -> None:
    field = Field([value(element, "instr")], shows=True)
    _within(inline, field, element)
    _finish(inline, field)


def _hyperlink(inline: Inline, element: Element) -> None:
    link = Field(shows=True)
    _within(inline, link, element)
    if (relation := inline.context.relation(element, "id")) and relation.is_external:
        _tell(inline, relation.target, link)


def _within(inline: Inline, field: Field, element: Element) -> None:
    """Reads what is the result of a field, or of a link; complex fields may end in it that began before."""
    inline.around.append(field)
    inline.each(element)
    inline.around.pop()


def _finish(inline: Inline, field: Field) -> None:
    if form := field.in_form():
        inline.put(form)
    elif address := field.address:
        _tell(inline, address, field)
    elif code := field.unprinted():
        inline.put(code, "field")


def _tell(inline: Inline, address: str, shown_by: Field) -> None:
    """Where a link leads, unless its words say that."""
    bare = address.removeprefix("mailto:").removeprefix("https://").removeprefix("http://").rstrip("/")
    if bare and bare not in "".join(shown_by.shown):
        inline.put(address, "link")


FIELD_HANDLERS: Mapping[str, Handler] = {
    W + "fldChar": _part, W + "instrText": _code, W + "fldSimple": _simple, W + "hyperlink": _hyperlink,
}
