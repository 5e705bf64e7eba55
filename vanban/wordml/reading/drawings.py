"""What is drawn and has words in a part of its own: charts and SmartArt diagrams, as lines."""

from collections.abc import Iterator

from vanban.wordml.elements import Element
from vanban.wordml.reading.alternatives import A

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"


def drawn_lines(part: Element) -> Iterator[tuple[str, list[Element]]]:
    """The lines of a chart or a diagram, each with the elements that its words stand in: its texts, then each row of a
    chart with its labels and figures."""
    for paragraph in part.iter(A + "p"):
        found = [*paragraph.iter(A + "t")]
        yield "".join(each.text or "" for each in found), found
    for row in part.iter(C + "ser"):
        yield _row(row), []
    for row in part.iter(CX + "data"):
        yield "; ".join(_texts(row, CX + "pt")), []


def _row(row: Element) -> str:
    """"Nghệ An: Quý I 12; Quý II 15"."""
    names = _texts(row.find(C + "tx"), C + "v")
    labels = _points(row, "cat", "xVal")
    pairs = [f"{labels.get(at, '')} {figure}".strip() for at, figure in _points(row, "val", "yVal").items()]
    left = list(labels.values()) if not pairs else []
    return ": ".join(filter(None, (" ".join(names), "; ".join(pairs or left))))


def _points(row: Element, *kinds: str) -> dict[str, str]:
    """The points of an axis by their numbers."""
    found = (point for kind in kinds for axis in row.findall(C + kind) for point in axis.iter(C + "pt"))
    return {point.get("idx", ""): " ".join(_texts(point, C + "v")) for point in found}


def _texts(element: Element | None, tag: str) -> list[str]:
    return [] if element is None else [text for each in element.iter(tag) if (text := (each.text or "").strip())]
