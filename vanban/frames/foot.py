"""The foot of page 1 in a frame: where it stands as a text frame of the page, and what of it becomes a footer.

A frame says it in its document part, as all that is filled in, by paragraphs in a text frame at the bottom of the page.
They cannot stay one: what Word and LibreOffice set at the end of a page, footnotes, does not give way to a text frame.
"""

import re

from lxml import etree

from vanban.wordml.elements import Element, W, number, style_of, text_of, value

_STYLE = "VB_DiaChi"
_OPENING, _CLOSING = re.compile(r"{%p? *(?:for|if)\b"), re.compile(r"{%p? *(?:endfor|endif)\b")


def footer_of(body: Element, section: Element) -> str:
    """The XML of what stands at the foot of page 1, taken out of `body`; "" where that is nothing, or the office has a
    footer of its own there."""
    lines = [each for each in body.iterchildren(W + "p") if style_of(each) == _STYLE]
    frames = [frame for each in lines if (frame := each.find(f"{W}pPr/{W}framePr")) is not None]
    has_own = any(value(each, "type") == "first" for each in section.iter(W + "footerReference"))
    if has_own or not frames or not _is_whole("".join(map(text_of, lines))):
        return ""
    footer = etree.Element(W + "ftr", nsmap={prefix: name for prefix, name in body.nsmap.items() if prefix})
    footer.append(_gap(number(frames[0], "vSpace") or 0))
    footer.extend(lines)
    for frame in frames:
        frame.getparent().remove(frame)  # type: ignore[union-attr]
    return str(etree.tostring(footer, encoding="unicode"))


def _is_whole(tags: str) -> bool:
    """Whether what opens in them closes in them."""
    return len(_OPENING.findall(tags)) == len(_CLOSING.findall(tags))


def _gap(height: int) -> Element:
    """Room between the text of the page and its foot, in twips."""
    paragraph = etree.Element(W + "p")
    spacing = etree.SubElement(etree.SubElement(paragraph, W + "pPr"), W + "spacing")
    spacing.set(W + "line", str(max(1, height)))
    spacing.set(W + "lineRule", "exact")
    return paragraph
