"""Boxes and rows of a fixed height in a frame → as high as their words need.

LibreOffice fixes the height of every box, on saving, at that of the tag which stands in it: of what is printed there
later only the first line would be seen.
"""

from vanban.wordml.elements import Element, W, number

# How far Word and LibreOffice round apart, in twips.
_NEAR = 60


def let_grow(root: Element, section: Element) -> None:
    """Lets the boxes and rows of `root` grow; a box that ended where the text of the page ends stays at its foot.

    section  the page settings of the frame
    """
    for box in root.iter(f"{W}framePr"):
        if box.get(f"{W}hRule") == "exact":
            if box.get(f"{W}vAnchor") == "margin" and _ends_with_text(box, section):
                del box.attrib[f"{W}y"]
                box.set(f"{W}yAlign", "bottom")
            for name in ("h", "hRule"):
                box.attrib.pop(f"{W}{name}", "")
    for height in root.iter(f"{W}trHeight"):
        if height.get(f"{W}hRule") == "exact":
            height.set(f"{W}hRule", "atLeast")


def _ends_with_text(box: Element, section: Element) -> bool:
    """Whether a box, counted from the upper margin, ends where the lower margin begins."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    text = (number(size, "h") or 0) - (number(margins, "top") or 0) - (number(margins, "bottom") or 0)
    return abs((number(box, "y") or 0) + (number(box, "h") or 0) - text) <= _NEAR
