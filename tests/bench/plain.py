"""docxtpl used plainly: one template with loops over paragraphs and rows, filled from plain lists.

The template is what somebody would draw in Word who knows docxtpl and not us: the page heads with their variables,
`{%p for %}` over the paragraphs of a body with a branch for each style, `{%tr for %}` over the rows of a table,
a section for each document, RichText where a line may hold bold or italic. It is made from our frames and from the
shape of a set, in the same package as ours (a template saved by Word is larger, which would be in our favour).
"""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from docxtpl import DocxTemplate, RichText
from lxml import etree

from vanban.doctypes import doctypes
from vanban.model.document import BoVanBan, VanBan
from vanban.model.grid import Grid
from vanban.model.printed import Para
from vanban.text import bind
from vanban.wordml.parts import DOCUMENT
from vanban.writers.to_docx.body import body
from vanban.writers.to_docx.document import FrameOf
from vanban.writers.to_docx.ooxml import paragraph
from vanban.writers.to_docx.pieces import NoteIds, pieces
from vanban.writers.to_docx.runs import para_xml, runs
from vanban.writers.to_docx.sections import section
from vanban.writers.to_docx.table import table
from vanban.writers.to_docx.titles import broken_headings

from . import sample

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = f"{{{_NAMESPACE}}}"
# A variable of a frame: {{ x }}, {%p if x %}, {%p for dong in x %}; `dong` is that of the loop.
_VARIABLE = re.compile(r"(?<=\{\{ )(?!dong\b)(?=\w)|(?<=%p if )|(?<= in )")
_SLOT = "{{p noi_dung }}"

Words = dict[str, Any]
# Marks of footnotes are looked past here.
_NOTES: NoteIds = defaultdict(int)


def render(template: bytes, context: Words) -> bytes:
    """The document, as docxtpl's own manual renders it: open, render, save. Nothing is kept between two."""
    document = DocxTemplate(io.BytesIO(template))
    document.render({name: _rich(words) for name, words in context.items()}, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _rich(words: Words) -> Words:
    """`words` of one document with the runs of its paragraphs as docxtpl wants them."""
    pieces = [[_rich_paragraph(each) if "chu" in each else each for each in piece] for piece in words["phan"]]
    return words | {"phan": pieces}


def _rich_paragraph(words: Words) -> Words:
    rich = RichText()
    for face, text in words["chu"]:
        rich.add(text, style=face or None)
    return words | {"chu": rich}


def context(bo: BoVanBan) -> Words:
    """What the template is filled with: for each document its zones, the words of its paragraphs and rows."""
    return {part.van_ban.ma: _words(part) for part in bo.parts()}


def template(bo: BoVanBan, frame_of: FrameOf) -> bytes:
    """The template for sets of the shape of `bo`: the package of the issuing document's frame, one long body."""
    kinds, the_thuc = doctypes(), sample.the_thuc()
    issuing, *attached = bo.parts()
    package = _package(kinds[bo.van_ban.loai_van_ban].frame)
    root = etree.fromstring(package[DOCUMENT])
    [whole] = root.iter(f"{_W}body")
    headers = frame_of(kinds[bo.van_ban.loai_van_ban].frame).headers
    breaks = [_element(section(the_thuc, headers, part.van_ban.kho_giay)) for part in (issuing, *attached)]
    drawn = _drawn(issuing, root)
    drawn[-1].find(f"{_W}pPr").append(breaks[0])  # the empty paragraph behind the signature
    for part, ending in zip(attached, breaks[1:], strict=True):
        frame = etree.fromstring(_package(kinds[part.van_ban.loai_van_ban].attached)[DOCUMENT])
        drawn += _drawn(part, frame)
        if part is attached[-1]:
            drawn.append(ending)
        else:
            drawn[-1].find(f"{_W}pPr").append(ending)
    whole[:] = drawn
    package[DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _zip(package)


def outline(package: bytes) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every paragraph of a DOCX, in order: its style, and its text by character style. In this two must agree."""
    root = etree.fromstring(parts_of(package)[DOCUMENT])
    return [(_style(each), _faces(each)) for each in root.iter(f"{_W}p")]


def _body(van_ban: VanBan, end_mark: str) -> tuple[list[list[Any] | Grid], Any]:
    """The body as runs of paragraphs and tables between them, and its last paragraph, which stands alone."""
    the_thuc = sample.the_thuc()
    width = the_thuc.trang.text_width(van_ban.kho_giay)
    *parts, last = broken_headings(list(body(van_ban, end_mark, end_mark)), the_thuc, width)
    if isinstance(last, Grid):  # with us the end mark is its last row; here a paragraph of its own
        end = len(last.rows) - 1
        parts.append(replace(last, rows=last.rows[:end], keep=last.keep - {end - 1}))
        last = Para("VB_KetThuc", mark=(end_mark, ""))
    runs = groupby(parts, key=lambda part: isinstance(part, Grid))
    return [piece for is_grid, group in runs for piece in (group if is_grid else [list(group)])], _element(_xml(last))


def _stretches(part: BoVanBan) -> tuple[list[list[Any] | Grid], Any]:
    return _body(part.van_ban, sample.the_thuc().words("ket_thuc"))


def _words(part: BoVanBan) -> Words:
    stretches, last = _stretches(part)
    zones = part.zones
    words: Words = {name: "\n".join(getattr(zones, name).texts) for name in type(zones).__slots__}
    return words | {
        "can_cu": list(map(bind, zones.can_cu.texts)),
        "noi_nhan": list(map(bind, zones.noi_nhan.texts)),
        "kem_theo": _kem_theo(part),
        "phan": [_rows(piece) if isinstance(piece, Grid) else _paragraphs(piece) for piece in stretches],
        "cuoi": _text(last),
    }


def _kem_theo(part: BoVanBan) -> str:
    """"(Kèm theo …)" on one line where the page is wide enough, as ours prints it."""
    return (" " if part.van_ban.kho_giay == "ngang" else "\n").join(part.zones.kem_theo.texts)


def _paragraphs(stretch: list[Para]) -> list[Words]:
    return list(map(_paragraph, stretch))


def _paragraph(para: Para) -> Words:
    found = pieces(para, _NOTES)
    mark, line = (found[:1], found[1:]) if para.mark else ([], found)
    faces = _faces(_element(paragraph("", runs(line))))
    return {"kieu": para.style, "dau": _text(_element(paragraph("", runs(mark)))), "chu": faces}


def _rows(grid: Grid) -> list[Words]:
    rows = _element(table(grid, _NOTES)).findall(f"{_W}tr")[len(grid.head):]
    return [
        {"la_nhom": _is_group(grid, index), "o": [_text(cell.find(f"{_W}p")) for cell in row.iter(f"{_W}tc")]}
        for index, row in enumerate(rows)
    ]


def _is_group(grid: Grid, index: int) -> bool:
    return any(cell.role == "nhom" for cell in grid.rows[index])


def _drawn(part: BoVanBan, frame: Any) -> list[Any]:
    """The body of one document of the template: the frame with its variables, loops in the place of the slot."""
    name = part.van_ban.ma
    for text in frame.iter(f"{_W}t"):
        if text.text != _SLOT:
            text.text = _VARIABLE.sub(f"{name}.", text.text)
    elements = [each for each in frame.find(f"{_W}body") if each.tag != f"{_W}sectPr"]
    [slot] = [index for index, each in enumerate(elements) if _text(each) == _SLOT]
    stretches, last = _stretches(part)
    loops = [each for index, piece in enumerate(stretches) for each in _loop(f"{name}.phan[{index}]", piece)]
    _say(last, f"{{{{ {name}.cuoi }}}}")
    behind = [_element(paragraph("VB_CuoiTrang", ""))] if _style(last) == "VB_KetThuc" else []
    return [*elements[:slot], *loops, last, *behind, *elements[slot + 1 :]]


def _loop(name: str, piece: list[Para] | Grid) -> list[Any]:
    return [_table_loop(name, piece)] if isinstance(piece, Grid) else list(_paragraph_loop(name, piece))


def _paragraph_loop(name: str, stretch: list[Para]) -> Iterator[Any]:
    """A branch for every style; the mark has a run of its own, in the face that it has with us."""
    marks = {each.style: each.mark[1] if each.mark else "" for each in stretch}
    yield _tag(f"{{%p for doan in {name} %}}")
    for count, (style, face) in enumerate(marks.items()):
        yield _tag(f"{{%p {'elif' if count else 'if'} doan.kieu == '{style}' %}}")
        yield _element(paragraph(style, _run("{{ doan.dau }}", face) + _run("{{r doan.chu }}")))
    yield _tag("{%p endif %}")
    yield _tag("{%p endfor %}")


def _table_loop(name: str, grid: Grid) -> Any:
    """The table with its head, a pattern of a group row and one of a row."""
    drawn = _element(table(grid, _NOTES))
    rows = drawn.findall(f"{_W}tr")[len(grid.head):]
    group = next(row for index, row in enumerate(rows) if _is_group(grid, index))
    plain = next(row for index, row in enumerate(rows) if not _is_group(grid, index))
    for row in rows:
        drawn.remove(row)
    for pattern in (group, plain):
        for index, cell in enumerate(pattern.iter(f"{_W}tc")):
            _say(cell.find(f"{_W}p"), f"{{{{ dong.o[{index}] }}}}")
    columns = len(grid.widths)
    for row in (f"for dong in {name}", "if dong.la_nhom", group, "else", plain, "endif", "endfor"):
        drawn.append(_tag_row(row, columns) if isinstance(row, str) else row)
    return drawn


def _tag(tag: str) -> Any:
    return _element(paragraph("VB_NoiDung", _run(tag)))


def _tag_row(words: str, columns: int) -> Any:
    span, tag = f'<w:gridSpan w:val="{columns}"/>', paragraph("VB_BangChu", _run(f"{{%tr {words} %}}"))
    return _element(f"<w:tr><w:tc><w:tcPr>{span}</w:tcPr>{tag}</w:tc></w:tr>")


def _say(element: Any, words: str) -> None:
    """Puts `words` in place of the runs of a paragraph, in the face of the first."""
    runs = element.findall(f"{_W}r")
    for each in runs:
        element.remove(each)
    element.append(_element(_run(words, _face(runs[0]) if runs else "")))


def _xml(para: Para) -> str:
    return para_xml(para, _NOTES)


def _run(text: str, face: str = "") -> str:
    return runs([(text, face)])


def _faces(element: Any) -> list[tuple[str, str]]:
    """The text of a paragraph by character style, neighbours of one style together. Marks of footnotes have none:
    docxtpl does not make them in a loop."""
    runs = groupby(filter(_text, element.iter(f"{_W}r")), key=_face)
    return [(face, "".join(map(_text, group))) for face, group in runs]


def _face(element: Any) -> str:
    """The character style of a run; "" for the paragraph's own."""
    face = element.find(f"{_W}rPr/{_W}rStyle")
    return "" if face is None else face.get(f"{_W}val")


def _style(element: Any) -> str:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val")


def _text(element: Any) -> str:
    words = {f"{_W}t": lambda each: each.text or "", f"{_W}br": lambda _: "\n"}
    return "".join(words[each.tag](each) for each in element.iter(*words))


def _element(xml: str) -> Any:
    return etree.fromstring(f'<r xmlns:w="{_NAMESPACE}" xmlns:r="{_RELATIONS}">{xml}</r>')[0]


def _package(frame: str) -> dict[str, bytes]:
    return parts_of((sample.PROJECT.templates / f"{frame}.docx").read_bytes())


def parts_of(package: bytes) -> dict[str, bytes]:
    """The parts of a zip by name, in its order."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()
