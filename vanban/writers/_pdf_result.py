"""A PDF just made by LibreOffice: its facts, and its bytes with the clock taken out."""

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from textwrap import shorten

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, NameObject, StreamObject

from vanban.errors import MachineError
from vanban.writers._pdf_fonts import Fonts
from vanban.writers._pdf_words import Lost, lost_words

_ALLOWED_FONTS = ("LiberationSerif", "TimesNewRoman")
# How many lost paragraphs are named.
_NAMED = 3
# How many letters of one are shown.
_LONGEST = 80
# What helps where rows are lost, and where something else is.
_OF_ROWS = "Ô bảng cao quá một trang thì chia nội dung thành nhiều dòng của bảng"
_OF_OTHERS = "Mở tệp DOCX bằng Word, lưu ra PDF rồi xem lại đoạn ấy"
_VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What a finished PDF was seen to hold.

    fonts   names as embedded, without the subset prefix: "LiberationSerif-Bold"; sorted
    unsure  paragraphs whose words it could not be seen to print as the DOCX has them
    """

    pages: int
    fonts: tuple[str, ...]
    unsure: tuple[str, ...] = ()


def read_result(made: Path, docx: bytes, moment: datetime, fonts: Fonts) -> tuple[PdfFacts, bytes]:
    """The facts of the PDF `made` of `docx`, and its bytes with a fingerprint of the DOCX as /ID and `moment` as dates.

    A moment without a zone is in Vietnam's. Raises MachineError when the file cannot be believed: where it is broken,
    has another font, prints a box for a letter (known on Linux only) or does not print what the DOCX says.
    """
    try:
        reader = PdfReader(made, strict=True)
        embedded = list(_fonts_of(reader))
        text = "".join(map(_characters, embedded))
        names = {_checked_name(font) for font in embedded}
        if not reader.pages:
            raise MachineError("tệp PDF không có trang nào")
        # At least one letter of each face: the PDF keeps a single box for all.
        if undrawn := "".join(sorted(filter(fonts.lacks, set(text)))):
            raise MachineError(f"ký tự “{undrawn}” không có trong phông chữ nên PDF in ra ô trống; thay ký tự đó trong "
                               "tệp YAML")
        unsure = _compared(docx, made.read_bytes())
        settled = _settled(reader, hashlib.sha256(docx).digest()[:16], moment)
        return PdfFacts(len(reader.pages), tuple(sorted(names)), unsure), settled
    except (PyPdfError, LookupError, ValueError) as error:
        raise MachineError("LibreOffice viết ra tệp PDF hỏng") from error


def _compared(docx: bytes, pdf: bytes) -> tuple[str, ...]:
    """The paragraphs of which it could not be seen that the PDF prints them. Raises MachineError for lost ones."""
    lost = lost_words(docx, pdf)
    if gone := [each for each in lost if each.is_sure]:
        more = f" và {len(gone) - _NAMED} đoạn khác" if len(gone) > _NAMED else ""
        ways = (_OF_ROWS, any(each.in_row for each in gone)), (_OF_OTHERS, not all(each.in_row for each in gone))
        way_out = ". ".join(words for words, is_one in ways if is_one)
        named = "; ".join(map(_named, gone[:_NAMED]))
        raise MachineError(f"PDF không in {named}{more}, là chữ có trong DOCX. {way_out}")
    return tuple(map(_named, lost))


def _named(lost: Lost) -> str:
    """What is lost, and where it is but the end of a paragraph that paragraph: a mark alone nobody would find."""
    words = _shown(lost.words)
    return words if lost.words == lost.whole else f"{words} của đoạn {_shown(lost.whole)}"


def _shown(words: str) -> str:
    return f"“{shorten(words, _LONGEST, placeholder=' …')}”"


def _settled(reader: PdfReader, identity: bytes, moment: datetime) -> bytes:
    """The PDF with nothing in it that two builds of one document would not share.

    LibreOffice puts the clock in three places and heeds no SOURCE_DATE_EPOCH (7.4). Newer versions also write
    it into XMP metadata, which says nothing that the information dictionary does not: it goes.
    """
    local = moment.astimezone(_VIETNAM) if moment.tzinfo else moment
    date = f"D:{local:%Y%m%d%H%M%S}+07'00'"
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    writer.root_object.pop(NameObject("/Metadata"), None)
    writer.add_metadata({"/CreationDate": date, "/ModDate": date})
    writer._ID = ArrayObject([ByteStringObject(identity)] * 2)
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def _fonts_of(reader: PdfReader) -> Iterator[DictionaryObject]:
    """The fonts of every page, and of drawings inside pages, each once."""
    seen: set[int] = set()
    todo: list[DictionaryObject] = list(reader.pages)
    while todo:
        resources = todo.pop().get("/Resources", DictionaryObject()).get_object()
        for font in resources.get("/Font", DictionaryObject()).get_object().values():
            if id(font.get_object()) not in seen:
                seen.add(id(font.get_object()))
                yield font.get_object()
        for drawing in resources.get("/XObject", DictionaryObject()).get_object().values():
            if id(drawing.get_object()) not in seen:
                seen.add(id(drawing.get_object()))
                todo.append(drawing.get_object())


def _checked_name(font: DictionaryObject) -> str:
    """The name of `font` without its subset prefix. Raises MachineError unless it is embedded and of our family."""
    name = str(font["/BaseFont"]).lstrip("/").rpartition("+")[2]
    inner = font.get("/DescendantFonts", [font])[0].get_object()
    descriptor = inner.get("/FontDescriptor", DictionaryObject()).get_object()
    if not name.startswith(_ALLOWED_FONTS):
        raise MachineError(f"PDF dùng phông {name}, không phải Times New Roman")
    if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        raise MachineError(f"PDF không nhúng phông {name}")
    return name


def _characters(font: DictionaryObject) -> str:
    """The characters that `font` prints, from its /ToUnicode map; "" without one."""
    stream = font.get("/ToUnicode", DictionaryObject()).get_object()
    table = stream.get_data() if isinstance(stream, StreamObject) else b""
    pairs = re.findall(rb"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>", table.partition(b"beginbfchar")[2])
    return "".join(bytes.fromhex(code.decode("ascii")).decode("utf-16-be") for code in pairs)
