"""mc:AlternateContent: the branch that Word shows, and those that say the same for older programs (ECMA-376-3, 10)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from vanban.wordml.elements import Element, W

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# The elements that hold words.
WORDS = (W + "t", W + "delText", M + "t", A + "t")
EMOJI = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}symEx"
# Namespaces of branches that Word of today shows.
_KNOWN = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/")


def shown_branch(element: Element) -> Element | None:
    """The branch that is shown."""
    branches = [*element.findall(MC + "Choice"), *element.findall(MC + "Fallback")]
    known = (each for each in branches if each.tag == MC + "Fallback" or _is_known(each))
    return next(known, branches[0] if branches else None)


def _is_known(choice: Element) -> bool:
    required = (choice.nsmap.get(prefix) or "" for prefix in choice.get("Requires", "").split())
    return all(namespace.startswith(_KNOWN) for namespace in required)


def copies(original: Element, others: Iterable[Element]) -> list[Element]:
    """The elements with words in `others`, of those paragraphs whose words all stand in `original` too, each once."""
    left = Counter(word for words, _ in _paragraphs(original) for word in words)
    found: list[Element] = []
    for words, elements in (each for other in others for each in _paragraphs(other)):
        if all(left[word] >= times for word, times in Counter(words).items()):
            left.subtract(words)
            found += elements
    return found


def _paragraphs(root: Element) -> Iterator[tuple[list[str], list[Element]]]:
    """The words of each paragraph, and the elements in which they stand."""
    for _, inside in groupby(root.iter(*WORDS, EMOJI), key=paragraph_of):
        elements = [*inside]
        yield "".join(map(_said, elements)).split(), elements


def paragraph_of(element: Element) -> Element | None:
    return next(element.iterancestors(W + "p", A + "p"), None)


def emoji(element: Element) -> str:
    """The character of w16se:symEx, for which older programs have a w:t."""
    try:
        return chr(int(element.get(EMOJI.replace("symEx", "char"), ""), 16))
    except (ValueError, OverflowError):
        return ""


def _said(element: Element) -> str:
    return emoji(element) if element.tag == EMOJI else element.text or ""
