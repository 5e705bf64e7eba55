"""The zones of a document → the variables of a frame, each under the name of its zone."""

from dataclasses import replace

from markupsafe import Markup

from vanban.frames.breaks import printed
from vanban.frames.prepared import DATE_STYLE, Frame
from vanban.model.zones import BY_LINES, Zone, ZoneLine, ZonePiece, Zones
from vanban.text import bind, cut
from vanban.the_thuc import KhoGiay, TheThuc
from vanban.units import Length
from vanban.writers.to_docx.measures import rules, stamps, style_of_date, whole_or_broken
from vanban.writers.to_docx.titles import broken_titles

# Only these run over several lines, so only they need spaces that do not break: LibreOffice draws those wider.
_BOUND = ("can_cu", "noi_nhan", "kinh_gui")
_NOTHING = Markup()


def zone_context(zones: Zones, the_thuc: TheThuc, kho_giay: KhoGiay, frame: Frame) -> dict[str, object]:
    """The variables of a frame: every zone under its own name, and the indents of what is measured."""
    width = frame.cell("VB_KeTrichYeu", the_thuc.trang.text_width(kho_giay))
    date = style_of_date(zones, the_thuc, frame)
    if not date:  # then it goes to the second line as a whole
        zones = replace(zones, ngay_thang=_held(zones.ngay_thang))
    zones = laid_out(zones, the_thuc, width, frame)
    context = {name: _filled(name, getattr(zones, name)) for name in Zones.__slots__}
    measured = rules(zones, the_thuc, width, frame) | stamps(zones, the_thuc, frame)
    return context | measured | {name: date or usual for usual, name in DATE_STYLE.items()}


def laid_out(zones: Zones, the_thuc: TheThuc, width: Length, frame: Frame) -> Zones:
    """`zones` line by line as the frame prints them; `width` is that of the page or cell in which trích yếu stands."""
    return _levelled(broken_titles(set_zones(zones, the_thuc, width), the_thuc, width, frame))


def set_zones(zones: Zones, the_thuc: TheThuc, width: Length) -> Zones:
    """`zones` as a page of that width prints them: lines broken, spaces that must not break set over
    whole lines, so that none is lost between two pieces."""
    bound = {name: _bound(zone) for name in _BOUND if (zone := getattr(zones, name))}
    return replace(zones, kem_theo=whole_or_broken(zones.kem_theo, the_thuc, width), **bound)


def _levelled(zones: Zones) -> Zones:
    """`zones` with as many lines above the one name as above the other, where two parties sign side by side."""
    if not zones.ben_ky:
        return zones
    more = len(zones.dai_dien.lines) + len(zones.quyen_han.lines) - len(zones.ben_ky.lines)
    return replace(zones, quyen_han=_padded(zones.quyen_han, -more), ben_ky=_padded(zones.ben_ky, more))


def _padded(zone: Zone, lines: int) -> Zone:
    return replace(zone, lines=(*zone.lines, *(ZoneLine(),) * lines))


def _held(zone: Zone) -> Zone:
    """`zone` with no space at which a line may break."""
    return replace(zone, lines=tuple([ZoneLine(tuple([
        replace(piece, words=piece.words.replace(" ", "\N{NO-BREAK SPACE}")) for piece in line.pieces
    ])) for line in zone.lines]))


def _bound(zone: Zone) -> Zone:
    return Zone(tuple(map(_bound_line, zone.lines)), zone.key, zone.origin)


def _bound_line(line: ZoneLine) -> ZoneLine:
    text = line.text
    if (bound := bind(text)) == text:
        return line
    words = cut(bound, [piece.words for piece in line.pieces])
    return ZoneLine(tuple([ZonePiece(own, piece.origin) for piece, own in zip(line.pieces, words, strict=True)]))


def _filled(name: str, zone: Zone) -> Markup | list[Markup]:
    """The value of one variable: a text with its line breaks, or of a zone of lines one text for each."""
    if name in BY_LINES:
        return [printed((line,)) for line in zone.lines]
    return printed(zone.lines) if zone.lines else _NOTHING
