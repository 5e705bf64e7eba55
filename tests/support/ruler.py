"""What the pages of any document are measured with: margins, rules, running text."""

from collections.abc import Iterator

from tests.support.pages import ASCENT, DESCENT, Box, Line, Page, Rule
from vanban.the_thuc import Kieu, TheThuc
from vanban.units import Length, Mm, Pt

# What a ruler does not see.
HAIR = Mm(0.3)
RULE_HAIR = Mm(0.5)


def near(length: Length, wanted: Length, hair: Length = HAIR) -> bool:
    return abs(length - wanted) <= hair


def rule_below(page: Page, line: Line) -> Rule | None:
    """The next rule below a line, None where another line stands between."""
    under = (rule for rule in page.rules() if rule.down > line.baseline and rule.left < line.centre < rule.right)
    rule = next(under, None)
    return rule if rule and rule.down - line.baseline < Pt(14) else None


def outside(page: Page, the_thuc: TheThuc, *free: str) -> Iterator[str]:
    """Letters and lines beyond a margin of the page, but for the page number and what is in a style of `free`."""
    trang = the_thuc.trang
    left, right = trang.le_trai - HAIR, page.width - trang.le_phai + HAIR
    top, bottom = trang.le_tren - HAIR, page.height - trang.le_duoi + HAIR
    numbers = page.number_line.chars if page.number_line else ()
    for char in page.chars:
        over, under = (Pt(part * char["size"]) for part in (ASCENT, DESCENT))
        down = page.baseline(char)
        inside = left <= Pt(char["x0"]) and Pt(char["x1"]) <= right and top <= down - over and down + under <= bottom
        if not inside and char not in numbers and char["tag"] not in free:
            ends = f"{Pt(char['x0']).mm:.2f}, {Pt(char['x1']).mm:.2f}, {down.mm:.2f} mm"
            yield f"{char['text']} of {char['tag']} ({ends})"
    boxed = [box for box in page.boxes() if free and box.bottom < trang.le_tren]
    for stroke in page.strokes():
        inside = left <= stroke[0] and top <= stroke[1] and stroke[2] <= right and stroke[3] <= bottom
        if not inside and not any(_is_side(stroke, box) for box in boxed):
            yield f"line {[round(edge.mm, 1) for edge in stroke]}"


def _is_side(stroke: tuple[Length, ...], box: Box) -> bool:
    edges = box.left, box.top, box.right, box.bottom
    return all(edges[side] - HAIR <= end <= edges[side + 2] + HAIR for side in (0, 1) for end in stroke[side::2])


def running(the_thuc: TheThuc) -> set[str]:
    """The styles of running text: body text and all that is based on it, and what letters in it are set in."""
    def based(kieu: Kieu) -> bool:
        return kieu.ten == "VB_NoiDung" or bool(kieu.dua_tren) and based(the_thuc.kieu[kieu.dua_tren])
    return {kieu.ten for kieu in the_thuc.kieu.values() if kieu.loai == "chu" or based(kieu)}


def begins(line: Line, the_thuc: TheThuc) -> bool:
    """True for the first line of a paragraph of running text: it is indented."""
    return line.left - the_thuc.trang.le_trai > the_thuc.kieu["VB_NoiDung"].thut_dau_dong // 2
