"""Who marks changes, and the marks: `w:ins`, `w:del`, ids unique over all parts of a file."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Literal

from lxml import etree

from vanban.errors import VanBanError
from vanban.wordml.elements import Element, W, child

Change = Literal["ins", "del"]
# Under this name stand the marks that the machine has counted anew; Word can hide the changes of one author.
RENUMBERED = "Đánh số lại"


# What a paragraph's end has; no part of how the paragraph looks.
_OF_THE_END = (W + "rPr", W + "sectPr", W + "pPrChange")


class Unmarkable(VanBanError):
    """Something that tracked changes cannot carry, or that we do not write."""


@dataclass
class Pens:
    """author  under whose name changes of words stand
    date       of the newer text, in UTC
    """

    author: str
    date: datetime
    _ids: "count[int]" = field(default_factory=lambda: count(1))

    def mark(self, change: Change, is_counted: bool = False) -> Element:
        """An empty `w:ins` or `w:del`. is_counted: the machine's numbering has changed, not a person's words."""
        mark = etree.Element(W + change)
        mark.set(W + "id", str(next(self._ids)))
        mark.set(W + "author", RENUMBERED if is_counted else self.author)
        mark.set(W + "date", self.date.strftime("%Y-%m-%dT%H:%M:%SZ"))
        return mark

    def mark_end(self, paragraph: Element, change: Change) -> None:
        """Marks the end of a paragraph (its pilcrow) as put in or taken out; both, where it stands in neither text."""
        properties = _first(paragraph, "pPr")
        look = child(properties, "rPr")
        if look is None:
            look = etree.Element(W + "rPr")
            before = [each for each in properties if each.tag not in _OF_THE_END]
            properties.insert(len(before), look)
        place = 1 if change == "del" and child(look, "ins") is not None else 0
        look.insert(place, self.mark(change))

    def mark_row(self, row: Element, change: Change) -> None:
        """Marks a whole row, with all that stands in it."""
        _first(row, "trPr").append(self.mark(change))
        for paragraph in row.iter(W + "p"):
            self.mark_words(paragraph, change)
            self.mark_end(paragraph, change)

    def mark_words(self, paragraph: Element, change: Change, is_counted: bool = False) -> None:
        """Marks all runs of a paragraph."""
        runs = [each for each in paragraph if each.tag != W + "pPr"]
        if runs:
            mark = self.mark(change, is_counted)
            runs[0].addprevious(mark)
            mark.extend(runs)
            if change == "del":
                as_deleted(mark)

    def tell_style(self, paragraph: Element, before: Element) -> None:
        """Tells that in the old text a paragraph had the style, and all else, of the properties `before`."""
        properties = _first(paragraph, "pPr")
        change = self.mark("ins")
        change.tag = W + "pPrChange"
        old = etree.SubElement(change, W + "pPr")
        old.extend([deepcopy(each) for each in before if each.tag not in _OF_THE_END])
        properties.append(change)


def as_deleted(mark: Element) -> None:
    """The words below `mark` written as words that were taken out."""
    for text in mark.iter(W + "t"):
        text.tag = W + "delText"


def _first(element: Element, name: str) -> Element:
    """The properties of a paragraph or a row, made where there are none."""
    found = child(element, name)
    if found is None:
        found = etree.Element(W + name)
        element.insert(0, found)
    return found
