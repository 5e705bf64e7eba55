"""A PDF, and a page that says whose copy it is → the PDF with that below its last page (Phụ lục I, Phần II, II.2.a).

Where the last page has room below what stands on it, what is said of the copy goes there; else it is a page of its own
behind it. The pages that are copied keep their bytes: what is added to the last one is a drawing behind its own
content.
"""

import hashlib
import io
from dataclasses import dataclass
from datetime import datetime
from itertools import count

import pypdfium2
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, FloatObject, NameObject, StreamObject

from vanban.errors import MachineError
from vanban.units import Mm, Pt
from vanban.writers._pdf_text import bare, lying_pages

# pdf units are points, from the foot of the page.
_A4 = (Mm(210).pt, Mm(297).pt)
_TOLERANCE = Mm(3).pt
# What stands lower belongs to the foot of the page (a number, an address), which the copy stays above.
_FOOT = Mm(20).pt
_GAP = Pt(12).pt
# Darker than that is ink: scanned paper is not quite white. 72 pixels to the inch are one to the point.
_PAPER = 160
# What pypdf and pdfium raise for files that break further inside.
_BROKEN = (
    PyPdfError, pypdfium2.PdfiumError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError,
    ArithmeticError, MemoryError, AssertionError, NotImplementedError, OSError,
)
# The least and the greatest side of a page, in points (PDF 32000-1, annex C.2): a larger one would fill the memory.
_SIDES = (3, 14400)
# No page is looked at in more pixels than that along its longer side.
_MOST_PIXELS = 2000
_DRAWING = "/VanBanSao"


@dataclass(frozen=True, slots=True)
class CopiedPdf:
    """The finished file, how many pages it has, whether the copy is said on a page of its own, and whether the page
    before that lies across."""

    data: bytes
    pages: int
    is_apart: bool
    is_across: bool


def to_copied_pdf(original: bytes, said: bytes, moment: datetime) -> CopiedPdf:
    """`original` with the one page of `said` below its last page, dated `moment`. Raises MachineError where it cannot
    be opened, or where what is said of the copy takes more than a page."""
    writer, lowest = _opened(original)
    added = PdfReader(io.BytesIO(said))
    if len(added.pages) != 1:
        raise MachineError("phần của bản sao dài quá một trang; bớt dòng ở nơi nhận")
    place, is_across = _place(said, writer.pages[-1], lowest), lying_pages(original)[-1]
    if place:
        _draw(writer, added.pages[0], *place)
    else:
        writer.add_page(added.pages[0])
    _date(writer, added, original + said, moment)
    data = io.BytesIO()
    writer.write(data)
    _check(original, said, data.getvalue())
    return CopiedPdf(data.getvalue(), len(writer.pages), place is None, is_across)


def _opened(original: bytes) -> tuple[PdfWriter, float]:
    """A writer of all that is in `original`, and how far above the foot its last page ends; all of it is read once, so
    that what is broken inside is told here. Raises MachineError."""
    try:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(original)))
        if not writer.pages:
            raise ValueError("no page")
        for page in writer.pages:
            _content(page), page.rotation, page.user_unit, _held(page, "/Resources")
            if not all(_SIDES[0] <= side <= _SIDES[1] for side in _shown(page)[2:]):
                raise ValueError(page.mediabox)
        return writer, _inked(original, len(writer.pages) - 1)[1]
    except _BROKEN as error:
        raise MachineError("không mở được tệp PDF được sao; mở tệp xem thử rồi in lại ra PDF") from error


def _place(said: bytes, last: PageObject, lowest: float) -> tuple[float, float] | None:
    """How far the page of `said` has to be moved right and up (points) to stand below `lowest`, where the last page
    ends; None where it does not fit there."""
    left, foot, width, height = _shown(last)
    is_a4 = all(abs(own - wanted) <= _TOLERANCE for own, wanted in zip((width, height), _A4, strict=True))
    if last.rotation or not is_a4 or last.user_unit != 1:
        return None
    highest, end = _inked(said, 0)
    top = lowest - _GAP
    return (left, foot + top - highest) if top - (highest - end) >= _FOOT else None


def _shown(page: PageObject) -> tuple[float, float, float, float]:
    """Of what is shown of a page: where it begins, from the left and from the foot, its width and its height. Programs
    show what lies in both of its boxes (PDF 32000-1, 14.11.2)."""
    paper, seen = page.mediabox, page.cropbox
    left, foot = max(float(paper.left), float(seen.left)), max(float(paper.bottom), float(seen.bottom))
    return left, foot, min(float(paper.right), float(seen.right)) - left, min(float(paper.top), float(seen.top)) - foot


def _inked(pdf: bytes, number: int) -> tuple[float, float]:
    """The heights above the foot of what is shown between which a page prints something, its foot left out; pages
    count from 0."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        document.init_forms()  # where there are any: signatures are drawn as well
        scale = min(1, _MOST_PIXELS / max(document[number].get_size()))
        image = document[number].render(scale=scale, grayscale=True).to_pil().convert("L")
    finally:
        document.close()
    height = float(image.height)
    above_foot = image.crop((0, 0, image.width, max(1, int(height - _FOOT * scale))))
    box = above_foot.point(lambda shade: 255 if shade < _PAPER else 0).getbbox()
    return ((height - box[1]) / scale, (height - box[3]) / scale) if box else (height / scale, height / scale)


def _draw(writer: PdfWriter, page: PageObject, right: float, rise: float) -> None:
    """Draws `page` on the last page, moved right and up. What that has of its own stays as it is, between q and Q."""
    last, contents = writer.pages[-1], page.get_contents()
    drawing = StreamObject()
    drawing.set_data(b"" if contents is None else contents.get_data())
    drawing |= {
        NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
        NameObject("/BBox"): ArrayObject(map(FloatObject, page.mediabox)),
        NameObject("/Resources"): _held(page, "/Resources").clone(writer),
    }
    # A page may share its resources with others: this one gets its own.
    own = DictionaryObject(_held(last, "/Resources"))
    drawings = DictionaryObject(_held(own, "/XObject"))
    # A copy of a copy has one of that name.
    name = next(free for number in count(1) if (free := f"{_DRAWING}{number}") not in drawings)
    drawings[NameObject(name)] = writer._add_object(drawing)
    own[NameObject("/XObject")] = drawings
    last[NameObject("/Resources")] = own
    behind = f"\nQ q 1 0 0 1 {right:.2f} {rise:.2f} cm {name} Do Q\n".encode()
    held = last.get("/Contents", ArrayObject()).get_object()
    streams = list(held) if isinstance(held, ArrayObject) else [last.raw_get("/Contents")]
    last[NameObject("/Contents")] = ArrayObject([_stream(writer, b"q\n"), *streams, _stream(writer, behind)])


def _stream(writer: PdfWriter, data: bytes) -> StreamObject:
    stream = StreamObject()
    stream.set_data(data)
    return writer._add_object(stream)  # type: ignore[return-value]


def _date(writer: PdfWriter, said: PdfReader, made_of: bytes, moment: datetime) -> None:
    """Title and dates of the copy, and an /ID that follows from what it was made of."""
    date = f"D:{moment:%Y%m%d%H%M%S}+07'00'"
    title = said.metadata.title if said.metadata and said.metadata.title else ""
    writer.root_object.pop(NameObject("/Metadata"), None)
    writer.add_metadata({"/Title": title, "/CreationDate": date, "/ModDate": date})
    writer._ID = ArrayObject([ByteStringObject(hashlib.sha256(made_of).digest()[:16])] * 2)


def _check(original: bytes, said: bytes, made: bytes) -> None:
    """Raises MachineError unless every page of `original` is in `made` with the very bytes of its content, and the last
    page of that shows the words of `said`."""
    before, after = PdfReader(io.BytesIO(original)), PdfReader(io.BytesIO(made))
    if any(_content(own) not in _content(copy) for own, copy in zip(before.pages, after.pages, strict=False)):
        raise MachineError("trang của bản sao không còn đúng trang của tệp được sao")
    if _last_words(said) not in _last_words(made):
        raise MachineError("trang cuối không in đủ phần của bản sao")


def _last_words(pdf: bytes) -> str:
    """What the last page says where it is shown."""
    left, foot, width, height = _shown(PdfReader(io.BytesIO(pdf)).pages[-1])
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = document[len(document) - 1].get_textpage()
        return bare(text.get_text_bounded(left, foot, left + width, foot + height))
    finally:
        document.close()


def _content(page: PageObject) -> bytes:
    """The content of a page as it is written, its streams one behind the other."""
    held = page.get("/Contents")
    content = ArrayObject() if held is None else held.get_object()
    streams = content if isinstance(content, ArrayObject) else [content]
    return b"\n".join(each.get_object().get_data() for each in streams)


def _held(holder: DictionaryObject, name: str) -> DictionaryObject:
    """The dictionary of that name; an empty one where there is none."""
    held = holder.get(name)
    found = None if held is None else held.get_object()
    return found if isinstance(found, DictionaryObject) else DictionaryObject()
