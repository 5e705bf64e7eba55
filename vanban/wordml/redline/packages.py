"""Two packages → one: the new one, with what was merged in place of its text, and what the old one alone had."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePosixPath

from lxml import etree

from vanban.wordml.elements import Element, R, W, parse, value
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.packing import deflated, pack
from vanban.wordml.parts import CONTENT_TYPES, DOCUMENT, FOOTNOTES, RELATIONS
from vanban.wordml.redline.atoms import Known
from vanban.wordml.redline.blocks import merge_cells
from vanban.wordml.redline.bodies import merge_bodies
from vanban.wordml.redline.merging import BLIP, RELATION, Merging, plainly
from vanban.wordml.redline.notes import Notes, known_notes, merge_notes, notes_of
from vanban.wordml.redline.revisions import Pens, Unmarkable

_DRAWING = W + "drawing"
_NAMED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DEFAULT = "{http://schemas.openxmlformats.org/package/2006/content-types}Default"
_TABLE_STYLE = f"{W}tblPr/{W}tblStyle"
# The tables of the text; others are those of a frame.
_OF_TEXT = "VB_Bang"


@dataclass
class Side:
    """One of the two files: its parts, those of XML as trees when they are asked for."""

    parts: dict[str, bytes]
    _roots: dict[str, Element] = field(default_factory=dict)

    def root(self, name: str) -> Element | None:
        if name not in self._roots and name in self.parts:
            self._roots[name] = parse(name, self.parts[name])
        return self._roots.get(name)

    def the(self, name: str) -> Element:
        """A part that each file of ours has."""
        if (root := self.root(name)) is None:
            raise Unmarkable(f"Tệp không có phần “{name}”.")
        return root

    @property
    def body(self) -> Element:
        return self.the(DOCUMENT)[0]

    @property
    def notes(self) -> Notes:
        return notes_of(self.root(FOOTNOTES))

    def target(self, id_: str) -> str:
        """The name of the part that the text names by that id."""
        named = (each.get("Target", "") for each in self.the(RELATIONS).iter(RELATION) if each.get("Id") == id_)
        return f"word/{next(named, '')}"


def redline(
    old: bytes, new: bytes, pens: Pens, ordinals: Sequence[frozenset[int]] = (),
    composed: Iterable[tuple[str, str]] = (),
) -> bytes:
    """The new file with what has changed since the old one as tracked changes.

    ordinals  of each table of the new text, in the order of print, the columns (from 0) whose cells the machine counts
    composed  lines that read otherwise by themselves, as they did and as they do: a reference, a name of a register

    Raises Unmarkable, NotAPackage, RefusedPackage, ForbiddenXml.
    """
    before, after = (Side(read_parts(each, OF_DOCUMENTS)) for each in (old, new))
    merging = Merging(pens, _known(before, after), _known(after, before), _ordinals(after.body, ordinals),
                      frozenset((plainly(was), plainly(now)) for was, now in composed))
    merge_bodies(before.body, after.body, merging)
    if (part := after.root(FOOTNOTES)) is not None:
        merge_notes(before.notes, after.notes, part, merging)
    for name in _around(before, after):
        merge_cells(before.the(name), after.the(name), merging)
    _bring_pictures(before, after, merging.gone)
    written = {name: _bytes(root) for name, root in after._roots.items()}
    return pack({name: deflated(data) for name, data in (after.parts | written).items()})


def _around(before: Side, after: Side) -> list[str]:
    """Headers and footers that both files have, and that are not the same."""
    return [name for name in after.parts if name.startswith(("word/header", "word/footer")) and name in before.parts
            and before.parts[name] != after.parts[name]]


def _ordinals(body: Element, ordinals: Sequence[frozenset[int]]) -> Mapping[Element, frozenset[int]]:
    tables = [each for each in body.iter(W + "tbl") if value(each.find(_TABLE_STYLE)) == _OF_TEXT]
    return dict(zip(tables, ordinals, strict=False))


def _known(own: Side, other: Side) -> Known:
    notes = known_notes(own.notes, other.notes)

    def known(sign: Element) -> str:
        return _picture(sign, own) if sign.tag == _DRAWING else notes(sign)

    return known


def _picture(drawing: Element, side: Side) -> str:
    """A picture by its bytes, its size and what it says of itself; not by the ids that one file gives it."""
    copy = deepcopy(drawing)
    for blip in copy.iter(BLIP):
        blip.set(R + "embed", sha256(side.parts.get(side.target(blip.get(R + "embed", "")), b"")).hexdigest())
    for named in copy.iter(_NAMED):
        named.set("id", "")
    return etree.tostring(copy, method="c14n", exclusive=True).decode()


def _bring_pictures(before: Side, after: Side, gone: Sequence[Element]) -> None:
    """Pictures of the old text: their bytes, relations and kinds go into the new file, their ids follow its own."""
    drawings = [each for block in gone for each in block.iter(_DRAWING)]
    used = [int(each.get("id", "0")) for each in after.body.iter(_NAMED)]
    for number, drawing in enumerate(drawings, 1):
        for blip in drawing.iter(BLIP):
            blip.set(R + "embed", _brought(before, after, blip.get(R + "embed", ""), number))
        for named in drawing.iter(_NAMED):
            named.set("id", str(max(used, default=0) + number))


def _brought(before: Side, after: Side, id_: str, number: int) -> str:
    """The id in the new file of a picture of the old one."""
    source = before.target(id_)
    (relation,) = (each for each in before.the(RELATIONS).iter(RELATION) if each.get("Id") == id_)
    path = PurePosixPath(source)
    name = f"media/cu_{number}{path.suffix}"
    after.parts[f"word/{name}"] = before.parts[source]
    copy = deepcopy(relation)
    copy.set("Id", f"rIdCu{number}")
    copy.set("Target", name)
    after.the(RELATIONS).append(copy)
    _know_kind(before, after, path.suffix.lstrip("."))
    return f"rIdCu{number}"


def _know_kind(before: Side, after: Side, extension: str) -> None:
    kinds = after.the(CONTENT_TYPES)
    if not any(each.get("Extension") == extension for each in kinds.iter(_DEFAULT)):
        stated = [each for each in before.the(CONTENT_TYPES).iter(_DEFAULT) if each.get("Extension") == extension]
        kinds[:0] = deepcopy(stated)


def _bytes(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
