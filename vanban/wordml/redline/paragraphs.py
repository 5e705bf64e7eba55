"""Two paragraphs → one: words that stay, words that go, words that come."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Literal

from lxml import etree

from vanban.wordml.elements import Element, W, child, style_of, value
from vanban.wordml.redline.atoms import Atom, runs
from vanban.wordml.redline.merging import NOTE, Merging
from vanban.wordml.redline.revisions import as_deleted

# The marks that are counted, at the head of their lines, or alone there: "Điều 5. ", "2.1. ", "đ) ", "Chương II". The
# space in them may be one that does not break.
_COUNTED = re.compile(
    r"(?:Điều\s\d+\.|(?:Phần|Chương|Mục|Tiểu mục|Phụ lục)\s(?:\d+|[IVXLC]+)\b[.:]?"
    r"|[IVXLC]+\.|(?:\d+\.)+\d*|\w{1,2}\)|\(\d+\))(?:\s+|$)"
)
# Whom a signature names, and the act that a basis is; the symbols of acts.
_PEOPLE, _ACT = ("VB_HoTen",), "VB_CanCu"
_SYMBOL = re.compile(r"\d+(?:/\d{4})?/[A-ZĐ][\w-]*|\d+-[A-ZĐ]+/\w+")
_DRAWING = f".//{W}drawing"  # its ids mean others in the other file
Kept = Literal["", "ins", "del"]
Stretch = tuple[Kept, Sequence[Atom]]


def merged_paragraph(old: Element, new: Element, merging: Merging, *, is_ordinal: bool = False) -> Element:
    """The new paragraph where nothing has changed in it; else one with the properties of the new, its words marked.

    is_ordinal  it is a number that the machine counts, as those of a first column
    """
    if old.find(_DRAWING) is None and etree.tostring(old) == etree.tostring(new):  # most are, and need not be cut
        merging.keep_notes(old, new)
        return new
    before, after = merging.old_atoms(old), merging.new_atoms(new)
    is_restyled = style_of(old) != style_of(new)
    if [each.key for each in before] == [each.key for each in after]:
        merging.keep_notes(old, new)
        if not is_restyled:
            return new
    paragraph = etree.Element(W + "p")
    properties = child(new, "pPr")
    if properties is not None:
        paragraph.append(deepcopy(properties))
    head = (len(before), len(after)) if is_ordinal else _counted(before, after)
    for change, atoms in _stretches(before[:head[0]], after[:head[1]], merging, is_whole=True):
        _put(paragraph, change, atoms, merging, is_counted=True)
    is_composed = merging.is_composed(before, after)
    is_other = _is_another(style_of(new), before, after)
    for change, atoms in _stretches(before[head[0]:], after[head[1]:], merging, is_whole=is_other):
        _put(paragraph, change, atoms, merging, is_counted=is_composed)
    if is_restyled and (was := child(old, "pPr")) is not None:
        merging.pens.tell_style(paragraph, was)
    return paragraph


def _is_another(style: str, old: Sequence[Atom], new: Sequence[Atom]) -> bool:
    """Whether a person or an act stands in place of another one: nobody reads half of either name."""
    if style in _PEOPLE:
        return True
    symbols = [_SYMBOL.findall(_text(each)) for each in (old, new)]
    return style == _ACT and all(symbols) and symbols[0] != symbols[1]


def _put(
    paragraph: Element, change: Kept, atoms: Sequence[Atom], merging: Merging, *, is_counted: bool = False
) -> None:
    if not change:
        paragraph.extend(runs(atoms))
        return
    mark = merging.pens.mark(change, is_counted)
    mark.extend(runs(atoms))
    if change == "del":
        as_deleted(mark)
        merging.gone.append(mark)
    paragraph.append(mark)


def _counted(old: Sequence[Atom], new: Sequence[Atom]) -> tuple[int, int]:
    """How many atoms of each are a counted mark, where both have one and they are not the same."""
    ends = [_end_of_mark(each) for each in (old, new)]
    if not all(ends) or _text(old[:ends[0]]) == _text(new[:ends[1]]):
        return 0, 0
    return ends[0], ends[1]


def _end_of_mark(atoms: Sequence[Atom]) -> int:
    """How many atoms the counted mark has; 0 for none, or one that ends within an atom."""
    found = _COUNTED.match(_text(atoms[:12]))
    reached = 0
    for number, atom in enumerate(atoms if found else (), 1):
        reached += len(atom.text)
        if found and reached >= found.end():
            return number if reached == found.end() else 0
    return 0


def _stretches(
    old: Sequence[Atom], new: Sequence[Atom], merging: Merging, *, is_whole: bool = False
) -> Iterator[Stretch]:
    """What stays, goes and comes, in order. is_whole: it is one mark, which is not cut."""
    if is_whole and [each.key for each in old] != [each.key for each in new]:
        if old:
            yield "del", old
        if new:
            yield "ins", new
        return
    matcher = SequenceMatcher(None, [each.key for each in old], [each.key for each in new], autojunk=False)
    for kind, begun, ended, start, end in _joined(matcher.get_opcodes(), new):
        gone, come = old[begun:ended], new[start:end]
        if kind == "equal":
            merging.kept += [(value(one.sign, "id"), value(other.sign, "id"))
                             for one, other in zip(gone, come, strict=True)
                             if one.sign is not None and one.sign.tag == NOTE]
            yield "", come
            continue
        if gone:
            yield "del", gone
        if come:
            yield "ins", come


Opcode = tuple[str, int, int, int, int]


def _joined(opcodes: Sequence[Opcode], new: Sequence[Atom]) -> Iterator[Opcode]:
    """Two changes with only a space or a sign between them are read as one."""
    last: Opcode | None = None
    for at, opcode in enumerate(opcodes):
        kind, _, ended, start, end = opcode
        is_between = 0 < at < len(opcodes) - 1 and kind == "equal" and not _holds_apart(new[start:end])
        if last and (kind != "equal" or is_between):
            last = ("replace", last[1], ended, last[3], end)
        elif kind != "equal":
            last = opcode
        else:
            if last:
                yield last
                last = None
            yield opcode
    if last:
        yield last


def _holds_apart(atoms: Sequence[Atom]) -> bool:
    """Whether it has words, or anything that is no text: those always stay."""
    return any(each.sign is not None or each.text[:1].isalnum() for each in atoms)


def _text(atoms: Sequence[Atom]) -> str:
    return "".join(each.text for each in atoms)
