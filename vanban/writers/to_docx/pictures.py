"""Pictures → drawings in the text, and the parts of the package that hold them.

A picture is one part named by its fingerprint, however often it is used; the relation to it has its name from there
too, so that a drawing can be written before the package is known. Source: ECMA-376-1, 20.4.2.8 (inline), 15.2.14
(image part).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.sax.saxutils import quoteattr

from lxml import etree

from vanban.model.picture import Hinh, Image
from vanban.model.printed import Para, PrintedDocument
from vanban.wordml.elements import parse
from vanban.wordml.parts import CONTENT_TYPES, RELATIONS

# The bytes of a picture: how the caller finds them.
PictureOf = Callable[[Image], bytes]

_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}"
# Drawings that an office has put into its frame count from 1, or as Word likes; far above them no two meet.
_FIRST_ID = 100_000


def drawing(hinh: Hinh) -> str:
    """The `w:drawing` that shows a picture in its line, at the size that it was given."""
    if hinh.image is None or hinh.drawn is None:
        raise ValueError(f"picture {hinh.ma!r} reached the writer without its file or its size")
    number, size = hinh.drawn.number, f'cx="{int(hinh.drawn.width)}" cy="{int(hinh.drawn.height)}"'
    # A line break in an attribute would come back as a space.
    said = f'id="{_FIRST_ID + number}" name="{hinh.ma}" descr={quoteattr(" ".join(hinh.mo_ta.split()))}'
    # Declared twice: pandoc, which makes the reading copies, finds the words only so.
    wp = f'xmlns:wp="{_DRAWINGML}/wordprocessingDrawing"'
    return (
        f'<w:drawing {wp}><wp:inline {wp} distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr {said}/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks xmlns:a="{_DRAWINGML}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWINGML}/main"><a:graphicData uri="{_DRAWINGML}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWINGML}/picture"><pic:nvPicPr><pic:cNvPr {said}/>'
        '<pic:cNvPicPr><a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{_relation(hinh.image)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        '</wp:inline></w:drawing>'
    )


def picture_parts(
    around: Mapping[str, bytes], documents: Iterable[PrintedDocument], picture_of: PictureOf
) -> dict[str, bytes]:
    """The parts with the pictures of `documents`, and those of `around` that must know them; {} where there are none.

    around  CONTENT_TYPES and RELATIONS of the frame
    """
    images = {image.fingerprint: image for each in documents for image in _images(each)}
    if not images:
        return {}
    types = parse(CONTENT_TYPES, around[CONTENT_TYPES])
    relations = parse(RELATIONS, around[RELATIONS])
    known = {str(each.get("Extension")).lower() for each in types.iter(f"{_TYPES}Default")}
    for form in sorted({image.form for image in images.values()} - known):
        # Defaults stand before Overrides in every package that Word writes.
        types.insert(0, etree.Element(f"{_TYPES}Default", {"Extension": form, "ContentType": f"image/{form}"}))
    for image in images.values():
        related = {"Id": _relation(image), "Type": _IMAGE, "Target": _part(image).removeprefix("word/")}
        etree.SubElement(relations, f"{_RELATED}Relationship", related)
    changed = {name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
               for name, root in ((CONTENT_TYPES, types), (RELATIONS, relations))}
    return changed | {_part(image): picture_of(image) for image in images.values()}


def _images(document: PrintedDocument) -> Iterator[Image]:
    """What the pictures of a body show, in the order of print."""
    for part in document.body:
        if isinstance(part, Para) and part.picture and part.picture.image:
            yield part.picture.image


def _part(image: Image) -> str:
    return f"word/media/{image.fingerprint}.{image.form}"


def _relation(image: Image) -> str:
    return f"hinh_{image.fingerprint[:32]}"
