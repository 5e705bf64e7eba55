"""The words of a DOCX as they are to be printed, paragraph by paragraph: what its PDF is held to.

Of headers and footers only the footer of page 1 counts: others come again on every page, and hold its number.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from vanban.wordml.elements import Element, R, W, number, parse, value
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.parts import DOCUMENT, FOOTNOTES, RELATIONS

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Whose words Word works out itself, or which are no letters.
_UNSURE = tuple(W + name for name in ("fldSimple", "instrText", "sym"))
_HYPHEN = "-"
_TWIPS = 20  # in a point
# Notes that no text has: the rules above notes.
_RULES = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """The words of one paragraph.

    head    the number of the table whose head they stand in, which is said again on each of its pages; None: in none
    unsure  whether they are not those of the file, as those of a field
    at_foot  whether they stand at the foot of a page, between what the body says on two of them
    in_row   whether they stand in a row below the head of a table
    """

    words: str
    head: int | None = None
    unsure: bool = False
    at_foot: bool = False
    in_row: bool = False


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """paragraphs  those that have words: of the body in the order of print, then of the footnotes
    top, bottom  the least margins of its pages, in points: what stands in them is header and footer
    """

    paragraphs: tuple[PrintedWords, ...]
    top: float
    bottom: float


def printed_words(docx: bytes) -> PrintedDocument:
    """What a DOCX prints. Raises NotAPackage, RefusedPackage, ForbiddenXml."""
    parts = read_parts(docx, OF_DOCUMENTS)
    body = parse(DOCUMENT, parts[DOCUMENT])
    numbers, noted = count(1), dict[str, str]()
    found, at_foot = list(_of_paragraphs(body, numbers, noted)), list[PrintedWords]()
    if FOOTNOTES in parts:
        for note in parse(FOOTNOTES, parts[FOOTNOTES]).iter(W + "footnote"):
            if value(note, "type") not in _RULES:
                at_foot += _of_paragraphs(note, numbers, noted)
    at_foot += [each for footer in _first_footers(body, parts) for each in _of_paragraphs(footer, numbers, noted)]
    found += [replace(each, at_foot=True) for each in at_foot]
    top, bottom = (margin(body, side) for side in ("top", "bottom"))
    return PrintedDocument(tuple(each for each in found if each.words.strip()), top, bottom)


def _first_footers(body: Element, parts: Mapping[str, bytes]) -> list[Element]:
    """The footer of page 1 of each section that has one."""
    named = {each.get("Id"): f"word/{each.get('Target')}" for each in parse(RELATIONS, parts[RELATIONS])}
    shown = [each for each in body.iter(W + "footerReference") if value(each, "type") == "first"]
    return [parse(name, parts[name]) for each in shown if (name := named.get(each.get(R + "id"), "")) in parts]


def margin(body: Element, side: str) -> float:
    """The least margin of all pages on one side ("top", "bottom"), in points. Word states one as below zero where
    nothing may push it."""
    return min((abs(number(each, side) or 0) for each in body.iter(W + "pgMar")), default=0) / _TWIPS


def _of_paragraphs(root: Element, numbers: Iterator[int], noted: dict[str, str]) -> Iterator[PrintedWords]:
    tables: dict[Element, int] = {}
    for paragraph in root.iter(W + "p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            inside = [each for each in paragraph.iter() if next(each.iterancestors(W + "p"), None) is paragraph]
            words = "".join(_words(each, numbers, noted) for each in inside)
            table = _headed_table(paragraph)
            is_head = table is not None and _is_head(next(paragraph.iterancestors(W + "tr")))
            head = tables.setdefault(table, len(tables)) if table is not None and is_head else None
            yield PrintedWords(words, head, any(each.tag in _UNSURE for each in inside),
                               in_row=table is not None and not is_head)


def _headed_table(paragraph: Element) -> Element | None:
    """The table with a head that the paragraph stands in."""
    table = next(paragraph.iterancestors(W + "tbl"), None)
    first = None if table is None else table.find(W + "tr")
    return table if first is not None and _is_head(first) else None


def _is_head(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}tblHeader") is not None


def _words(element: Element, numbers: Iterator[int], noted: dict[str, str]) -> str:
    """What one element prints. The mark of a footnote is its number, counted through the document; `noted` holds
    those that have one, by the id of the note."""
    match element.tag:
        case tag if tag == W + "t":
            return element.text or ""
        case tag if tag == W + "noBreakHyphen":
            return _HYPHEN
        case tag if tag in (W + "tab", W + "br", W + "cr"):
            return " "
        case tag if tag == W + "footnoteReference":
            return noted.setdefault(value(element, "id"), str(next(numbers)))
        case tag if tag == W + "footnoteRef":
            note = next(element.iterancestors(W + "footnote"))
            return noted.get(value(note, "id"), "")
    return ""
