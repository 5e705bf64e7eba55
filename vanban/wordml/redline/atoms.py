"""A paragraph → its atoms: words, numbers, spaces and signs, each with the look of its run: so it is cut."""

import re
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from vanban.wordml.elements import Element, W, child
from vanban.wordml.redline.revisions import Unmarkable

# A number with its separators and its per cent is one word; a space that does not break is another than one that does.
_WORDS = re.compile(r"\d+(?:[.,/]\d+)*%?|[^\W\d_]+|\s|.", re.DOTALL)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# The words of a footnote or the sum of a picture, by the element that stands for it in the text: what it is known by.
Known = Callable[[Element], str]


@dataclass(frozen=True, slots=True)
class Atom:
    """text  what is read; "" for what is no text
    look     the properties of its run, as XML; "" for none
    sign     the element that is no text: a line break, the mark of a footnote, a picture
    known    what the sign is known by in either text
    """

    text: str
    look: str = ""
    sign: Element | None = None
    known: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Alike in both texts where this is alike."""
        return self.text, self.look, self.known


def atoms(paragraph: Element, known: Known) -> list[Atom]:
    """The atoms of a paragraph, left to right. Raises Unmarkable for what no frame of ours has."""
    found: list[Atom] = []
    for run in paragraph:
        if run.tag == W + "r":
            found += _of_run(run, known)
        elif run.tag not in (W + "pPr", W + "proofErr", W + "bookmarkStart", W + "bookmarkEnd"):
            raise Unmarkable(f"Đoạn có “{etree.QName(run).localname}”, là phần mà bản sửa đổi không đánh dấu được.")
    return found


def _of_run(run: Element, known: Known) -> Iterator[Atom]:
    properties = child(run, "rPr")
    look = "" if properties is None else _canonical(properties)
    for inside in run:
        if inside.tag == W + "t":
            for word in _WORDS.findall(inside.text or ""):
                yield Atom(word, look)
        elif inside.tag != W + "rPr":
            yield Atom("", look, inside, known(inside) or _canonical(inside))


def runs(of: Iterable[Atom]) -> list[Element]:
    """Atoms as runs, those of one look in one."""
    return [_run(look, list(alike)) for look, alike in groupby(of, key=lambda atom: atom.look)]


def _run(look: str, alike: list[Atom]) -> Element:
    run = etree.Element(W + "r")
    if look:
        run.append(etree.fromstring(look))
    for is_text, group in groupby(alike, key=lambda atom: atom.sign is None):
        if is_text:
            text = etree.SubElement(run, W + "t")
            text.text = "".join(atom.text for atom in group)
            text.set(_SPACE, "preserve")
        else:
            run.extend(deepcopy(atom.sign) for atom in group if atom.sign is not None)
    return run


def _canonical(element: Element) -> str:
    return etree.tostring(element, method="c14n", exclusive=True).decode()
