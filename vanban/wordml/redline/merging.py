"""What the merging of two files carries along: who marks, what signs are known by, which footnotes stay."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vanban.wordml.elements import Element, W, value
from vanban.wordml.redline.atoms import Atom, Known, atoms
from vanban.wordml.redline.revisions import Pens

NOTE = W + "footnoteReference"
# What names the bytes of a picture by their relation, and the relation.
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def _read(atom: Atom) -> str:
    return " " if atom.sign is not None and atom.sign.tag == W + "br" else atom.text


def plainly(text: str) -> str:
    """A line without what typesetting adds to it: the kinds of its spaces, its capitals, the sign at its end."""
    return " ".join(text.split()).rstrip(";.,").casefold()


@dataclass
class Merging:
    """known_old, known_new  what a sign of either text is known by
    kept      the ids of footnotes that stand in both texts: of the old one, of the new one
    gone      what stands in the old text alone, copied: it may hold marks of footnotes, and pictures
    ordinals  the columns, from 0, whose cells the machine counts, by the `w:tbl` of the new text
    composed  lines whose words the machine has composed anew, `plainly` told: as they were, as they are
    """

    pens: Pens
    known_old: Known
    known_new: Known
    ordinals: Mapping[Element, frozenset[int]] = field(default_factory=dict)
    composed: frozenset[tuple[str, str]] = frozenset()
    kept: list[tuple[str, str]] = field(default_factory=list)
    gone: list[Element] = field(default_factory=list)
    _atoms: dict[Element, list[Atom]] = field(default_factory=dict)

    def old_atoms(self, paragraph: Element) -> list[Atom]:
        return self._of(paragraph, self.known_old)

    def new_atoms(self, paragraph: Element) -> list[Atom]:
        return self._of(paragraph, self.known_new)

    def keep_notes(self, old: Element, new: Element) -> None:
        """The footnotes below two elements of equal words, each with that of the other text."""
        marks = ([value(each, "id") for each in element.iter(NOTE)] for element in (old, new))
        self.kept += zip(*marks, strict=True)

    def is_composed(self, old: Sequence[Atom], new: Sequence[Atom]) -> bool:
        """Whether a paragraph is other only because the machine composes its words."""
        was, now = (plainly("".join(map(_read, atoms))) for atoms in (old, new))
        return (was, now) in self.composed

    def _of(self, paragraph: Element, known: Known) -> list[Atom]:
        if paragraph not in self._atoms:
            self._atoms[paragraph] = atoms(paragraph, known)
        return self._atoms[paragraph]
