"""Titles that are wider than their place, broken into lines of about the same length (vanban/title_lines.py): those of
zones, and the centred ones of a body. What an officer has broken by sense stays as it is, as far as it fits.

The heads of columns break by themselves, but in no word: an office may narrow a column in Word. So do other headings,
but none ends in a syllable alone."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import accumulate, chain, islice, pairwise

from vanban.frames.prepared import Frame
from vanban.metrics import text_width
from vanban.model.grid import Cell, Grid, placed
from vanban.model.inline import Line, Run, shown_text
from vanban.model.printed import Para, Part
from vanban.model.zones import SIGNATURES, Zone, ZoneLine, ZonePiece, Zones
from vanban.text import cut
from vanban.the_thuc import Kieu, TheThuc
from vanban.title_lines import SLACK, title_breaks, whole_end, whole_words
from vanban.units import Length, Mm

# Zones that are titles, and the styles that frames print them in.
_STYLES = {
    "co_quan_chu_quan": "VB_CoQuanChuQuan", "co_quan_ban_hanh": "VB_CoQuanBanHanh", "trich_yeu": "VB_TrichYeu",
    "ten_phu_luc": "VB_PhuLucTen", "phu_de": "VB_PhuLucPhuDe", "tham_quyen": "VB_ThamQuyen",
    "dai_dien": "VB_QuyenHan", "ben_ky": "VB_QuyenHan",
}
# The same of each signature; the first three are in another style where three sign.
_SIGNED = {
    "quyen_han": "VB_QuyenHan", "quyen_ky": "VB_QuyenHan", "chuc_vu": "VB_QuyenHan", "chuc_vu_khac": "VB_ChucVuKhac",
}
_OF_THREE = {"VB_QuyenHan": "VB_QuyenHanNho"}
_OF_SIGNERS = {*_SIGNED.values(), *_OF_THREE.values()}
_OF_LETTERS = "VB_TrichYeuCongVan"
# So much at least is white between the lines of two who sign for bodies of their own.
_BETWEEN_SIGNERS = Mm(4)
_NUMBER = "VB_SoKyHieu"
_NBSP = "\N{NO-BREAK SPACE}"


def broken_titles(zones: Zones, the_thuc: TheThuc, width: Length, frame: Frame) -> Zones:
    """`zones` with their titles in lines that fit; `width` is that of the page or cell in which trích yếu stands."""
    styles = _STYLES | _styles_of_signatures(zones)
    between = _BETWEEN_SIGNERS if zones.ho_ten_hai else Length(0)
    rooms = {name: Length(frame.cell(style, width) - (between if style in _OF_SIGNERS else 0))
             for name, style in styles.items()}
    kieu = {name: the_thuc.kieu[style] for name, style in styles.items() if style in the_thuc.kieu}
    if frame.has_cell(_OF_LETTERS):
        kieu["trich_yeu"], rooms["trich_yeu"] = the_thuc.kieu[_OF_LETTERS], frame.cell(_OF_LETTERS, width)
    first = f"{the_thuc.words('ve_viec')} " if frame.has_cell(_OF_LETTERS) else ""
    zones = replace(zones, so_ky_hieu=_numbered(zones.so_ky_hieu, the_thuc, frame))
    return replace(zones, **{
        name: _broken(zone, kieu[name], rooms[name], first if name == "trich_yeu" else "")
        for name in kieu if (zone := getattr(zones, name))
    })


def _styles_of_signatures(zones: Zones) -> dict[str, str]:
    smaller = _OF_THREE if zones.ho_ten_ba else {}
    return {f"{name}{place}": smaller.get(style, style) for name, style in _SIGNED.items() for place in SIGNATURES}


def _numbered(zone: Zone, the_thuc: TheThuc, frame: Frame) -> Zone:
    """The number and symbol, which go on below only where they are wider than their cell: behind the hyphen before a
    body, as far on as the line holds."""
    if not zone or not frame.has_cell(_NUMBER):
        return zone
    kieu, room, first = the_thuc.kieu[_NUMBER], frame.cell(_NUMBER, Length(0)), f"{the_thuc.words('so_van_ban')} "
    lines = (_at_hyphens(each, kieu, room, "" if number else first) for number, each in enumerate(zone.lines))
    return replace(zone, lines=tuple(chain.from_iterable(lines)))


def _at_hyphens(line: ZoneLine, kieu: Kieu, room: Length, first: str) -> Iterator[ZoneLine]:
    text, start = line.text, 0
    while SLACK * _width(kieu, first + text[start:]) > room:
        ends = [at + 1 for at, char in enumerate(text) if char == "-" and at > start
                and SLACK * _width(kieu, first + text[start:at + 1]) <= room]
        if not ends:
            break
        yield ZoneLine(tuple(_cut(line.pieces, start, ends[-1])))
        start, first = ends[-1], ""
    yield ZoneLine(tuple(_cut(line.pieces, start, len(text)))) if start else line


def _broken(zone: Zone, kieu: Kieu, room: Length, first: str) -> Zone:
    """`first`: words of the frame before the first line."""
    lines = (_lines(each, kieu, room, "" if number else first) for number, each in enumerate(zone.lines))
    return replace(zone, lines=tuple(chain.from_iterable(lines)))


def _lines(line: ZoneLine, kieu: Kieu, room: Length, first: str) -> Iterator[ZoneLine]:
    text = line.text
    breaks = _breaks(first, text, kieu, room)
    for start, end in pairwise([-1, *breaks, len(text)]):
        yield line if not breaks else ZoneLine(tuple(_cut(line.pieces, start + 1, end)))


def _cut(pieces: Iterable[ZonePiece], start: int, end: int) -> Iterator[ZonePiece]:
    at = 0
    for piece in pieces:
        if words := piece.words[max(0, start - at):max(0, end - at)]:
            yield replace(piece, words=words)
        at += len(piece.words)


def broken_headings(body: Iterable[Part], the_thuc: TheThuc, width: Length) -> list[Part]:
    """The body with its centred titles in lines that fit, heads of columns that break in no word, and no heading that
    ends in a syllable alone."""
    return [_with_heads(part, the_thuc) if isinstance(part, Grid) else _heading(part, the_thuc.kieu[part.style], width)
            for part in body]


def _heading(para: Para, kieu: Kieu, width: Length) -> Para:
    text = shown_text(para.line)
    if kieu.canh_le != "giua":
        return _held(para, kieu, width) if kieu.muc_luc and not para.picture else para
    if "\n" in text:
        return para
    mark = para.mark[0] if para.mark else ""
    breaks = _breaks(mark, text.upper() if para.capitals else text, kieu, width)
    return replace(para, line=tuple(_with_breaks(para.line, breaks))) if breaks else para


def _held(para: Para, kieu: Kieu, width: Length) -> Para:
    """A heading that runs on in lines as wide as `width`; its last line is more than a syllable."""
    text = shown_text(para.line)
    printed = (para.mark[0] if para.mark else "") + (text.upper() if para.capitals else text)
    if _width(kieu, printed) <= width - kieu.thut_trai - kieu.thut_dau_dong:
        return para
    return replace(para, line=_as(para.line, whole_end(text)))


def _with_heads(grid: Grid, the_thuc: TheThuc) -> Grid:
    """The grid with heads of columns whose words hold together where they have room."""
    kieu, margins = the_thuc.kieu[f"VB_BangDau{grid.letters}"], 2 * the_thuc.kieu["VB_Bang"].le_o
    edges, cells = [0, *accumulate(grid.widths)], placed(grid.head)
    return replace(grid, head=tuple(
        tuple(_head(cell, kieu, edges[column + cell.columns] - edges[column] - margins)
              for column, cell in islice(cells, len(row))) for row in grid.head))


def _head(cell: Cell, kieu: Kieu, room: int) -> Cell:
    return replace(cell, paragraphs=tuple(_head_line(line, kieu, room) for line in cell.paragraphs))


def _head_line(line: Line, kieu: Kieu, room: int) -> Line:
    """A line with those of its words held that are no wider than `room`."""
    words = whole_words(shown_text(line)).split(" ")
    return _as(line, " ".join([word if SLACK * _width(kieu, word) <= room else word.replace(_NBSP, " ")
                               for word in words]))


def _as(line: Line, text: str) -> Line:
    """The line with that `text`, as far as it is plain."""
    owns = cut(text, [shown_text((each,)) for each in line])
    return tuple([replace(each, text=own) if isinstance(each, Run) else each
                  for each, own in zip(line, owns, strict=True)])


def _with_breaks(line: Line, breaks: Iterable[int]) -> Line:
    """The line with line feeds at those places, but where they are not in plain text."""
    text = [*shown_text(line)]
    for at in breaks:
        text[at] = "\n"
    return _as(line, "".join(text))


def _breaks(first: str, text: str, kieu: Kieu, room: Length) -> list[int]:
    """The breaks of `text`, before which stands `first`."""
    whole = title_breaks(first + text, int(room / SLACK), partial(_width, kieu))
    return [at - len(first) for at in whole if at >= len(first)]


def _width(kieu: Kieu, words: str) -> Length:
    return text_width(words, kieu.co_chu, kieu.dam, kieu.nghieng)
