"""Edits of a Word file as a text changes from one year to the next: words, paragraphs, rows, footnotes, looks."""

import random
from collections.abc import Callable, Sequence
from copy import deepcopy

from lxml import etree

from tests.support.wordml import Element, style_of, text_of, value, w
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.packing import deflated, pack
from vanban.wordml.parts import DOCUMENT

Edit = Callable[[Element, random.Random], None]
_NEW = ("mới", "97,5%", "2026", "báo cáo kết quả")


def edited(docx: bytes, chance: random.Random, edits: Sequence[Edit]) -> bytes:
    """The file after the edits, one after the other; one that finds nothing to do does nothing."""
    parts = read_parts(docx, OF_DOCUMENTS)
    root = etree.fromstring(parts[DOCUMENT])
    for edit in edits:
        edit(root[0], chance)
    parts[DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return pack({name: deflated(data) for name, data in parts.items()})


def reword(body: Element, chance: random.Random) -> None:
    text = chance.choice([each for each in body.iter(w("t")) if each.text])
    words = (text.text or "").split(" ")
    words[chance.randrange(len(words))] = chance.choice(_NEW)
    text.text = " ".join(words)


def shorten(body: Element, chance: random.Random) -> None:
    text = chance.choice([each for each in body.iter(w("t")) if each.text])
    text.text = (text.text or "")[: len(text.text or "") // 2] or "x"


def take_out(body: Element, chance: random.Random) -> None:
    if len(free := _free(body)) > 3:
        body.remove(chance.choice(free))


def put_in(body: Element, chance: random.Random) -> None:
    """A paragraph before or behind another, in a cell too."""
    beside = chance.choice([each for each in body.iter(w("p")) if text_of(each)])
    new = deepcopy(beside)
    for section in list(new.iter(w("sectPr"))):
        _parent(section).remove(section)
    next(new.iter(w("t"))).text = f"Đoạn thêm số {chance.randrange(100)}"
    is_last = beside.find(f"{w('pPr')}/{w('sectPr')}") is not None
    beside.addprevious(new) if is_last or chance.random() < 0.5 else beside.addnext(new)


def change_places(body: Element, chance: random.Random) -> None:
    one, other = chance.sample(_free(body), 2)
    copy = deepcopy(one)
    body.replace(one, deepcopy(other))
    body.replace(other, copy)


def embolden(body: Element, chance: random.Random) -> None:
    for run in _one_of([each for each in body.iter(w("r")) if each.find(w("rPr")) is None], chance):
        look = etree.Element(w("rPr"))
        etree.SubElement(look, w("rStyle")).set(w("val"), "VB_Dam")
        run.insert(0, look)


def restyle(body: Element, chance: random.Random) -> None:
    style = chance.choice(_free(body)).find(f"{w('pPr')}/{w('pStyle')}")
    if style is not None:
        style.set(w("val"), "VB_NoiDung" if value(style) != "VB_NoiDung" else "VB_CanCu")


def take_row(body: Element, chance: random.Random) -> None:
    for row in _one_of(_rows(body), chance):
        _parent(row).remove(row)


def put_row(body: Element, chance: random.Random) -> None:
    for row in _one_of(_rows(body), chance):
        row.addnext(deepcopy(row))


def take_note(body: Element, chance: random.Random) -> None:
    for mark in _one_of([*body.iter(w("footnoteReference"))], chance):
        run = _parent(mark)
        _parent(run).remove(run)


IN_TEXT: Sequence[Edit] = (reword, shorten, take_out, put_in, change_places, embolden, restyle, take_note)
ANY: Sequence[Edit] = (*IN_TEXT, take_row, put_row)


def _one_of(elements: list[Element], chance: random.Random) -> list[Element]:
    """One of them; none of none."""
    return [chance.choice(elements)] if elements else []


def _free(body: Element) -> list[Element]:
    """The paragraphs of the text that are not the last of a document: those stay."""
    return [each for each in body.iterchildren(w("p"))
            if each.find(f"{w('pPr')}/{w('sectPr')}") is None and style_of(each) != "VB_CuoiTrang"]


def _rows(body: Element) -> list[Element]:
    """Rows that no merged cell holds to another, in tables that have more than two."""
    return [row for row in body.iter(w("tr")) if row.find(f".//{w('vMerge')}") is None and len(_parent(row).findall(w("tr"))) > 2]


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent
