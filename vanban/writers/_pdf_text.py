"""What a PDF prints, as it is written in it: pieces of text, page by page, in the order in which they were set."""

import ctypes
import unicodedata
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

# pdfium puts signs of its own for a hyphen at the end of a line.
_HYPHENS = {ord(sign): "-" for sign in "\x02\ufffe\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{SOFT HYPHEN}"}


def bare(words: str) -> str:
    """`words` as they are compared: in NFC, without blanks, one hyphen for all, small letters for capitals."""
    return "".join(unicodedata.normalize("NFC", words).translate(_HYPHENS).casefold().split())


def pages_of(pdf: bytes, top: float = 0, bottom: float = 0) -> list[list[str]]:
    """For each page the texts that stand on it, bare, but for what lies outside of the paper and for numbers in the
    margins `top` and `bottom` (points), which count pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [list(_pieces(page, top, bottom)) for page in document]
    finally:
        document.close()


def lying_pages(pdf: bytes) -> list[bool]:
    """For each page whether it is wider than it is high."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [width > height for width, height in (page.get_size() for page in document)]
    finally:
        document.close()


def _pieces(page: pypdfium2.PdfPage, top: float, bottom: float) -> Iterator[str]:
    width, height = page.get_size()
    text = page.get_textpage()
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        if not (piece := bare(_text(each, text))):
            continue
        left, low, right, high = each.get_bounds()
        is_number = piece.isdecimal() and (low > height - top or high < bottom)
        if not is_number and left < width and right > 0 and low < height and high > 0:
            yield piece


def _text(piece: pypdfium2.PdfObject, page: pypdfium2.PdfTextPage) -> str:
    """The text of one object; pdfium gives its length in bytes, the closing zero included."""
    length = raw.FPDFTextObj_GetText(piece, page, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFTextObj_GetText(piece, page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")
