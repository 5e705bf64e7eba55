"""The bytes of a file that should be a PDF → what is wrong with it, in words; nothing where it can be copied.

No library opens it, for a check has to be quick: what is looked at are the signs of PDF 32000-1 that stand outside what
is compressed, and where these do not say it, the compressed lists of objects. A file that breaks deeper inside is told
where its copy is made.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

# The first and the last words of a PDF stand within so many bytes of its ends (PDF 32000-1, annex H.3).
_HEAD, _TAIL = 1024, 4096
_LOCKED = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R|/Encrypt\s*<<")
_SIGNED = re.compile(rb"/ByteRange\s*\[")
# Pages, and that some list of them has any: a page that was taken out may still lie in the file.
_OF_PAGES = (re.compile(rb"/Type\s*/Page(?![A-Za-z])"), re.compile(rb"/Count\s+[1-9]"))
_OBJECT_LIST = re.compile(rb"/Type\s*/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)
# What a file whose pages can be read from its beginning says of its own length.
_OWN_LENGTH = re.compile(rb"/Linearized\b.{0,200}?/L\s+(\d+)", re.DOTALL)
# No list of objects is longer; what is packed to fill the memory is not unpacked.
_MOST = 50_000_000
# What other files begin with, and what a clerk calls them.
_OTHERS = (
    (b"PK\x03\x04", "tệp Word, Excel hay tệp nén"), (b"\xd0\xcf\x11\xe0", "tệp Word, Excel đời cũ"),
    (b"\xff\xd8\xff", "ảnh JPEG"), (b"\x89PNG", "ảnh PNG"), (b"II*\x00", "ảnh TIFF"), (b"MM\x00*", "ảnh TIFF"),
    (b"{\\rtf", "tệp RTF"), (b"<", "trang web hay tệp chữ"),
)
_PRINT_AGAIN = "Mở tệp ấy, in hoặc xuất ra PDF rồi chép tệp PDF vào đây; đổi đuôi tệp thì không đủ."
_COPY_AGAIN = "Chép hoặc tải lại tệp từ nơi gửi; mở xem đủ trang rồi mới dùng."


@dataclass(frozen=True, slots=True)
class PdfFault:
    """What is wrong, as it follows the name of the file in a sentence, and what to do."""

    words: str
    way_out: str


def pdf_fault(data: bytes) -> PdfFault | None:
    """Why `data` cannot be copied page by page; None where nothing shows."""
    if not data.strip(b"\x00 \t\r\n"):
        return PdfFault("rỗng, không có gì bên trong", _COPY_AGAIN)
    if b"%PDF-" not in data[:_HEAD]:
        other = next((words for sign, words in _OTHERS if data.startswith(sign)), "")
        return PdfFault("không phải là PDF" + (f" mà là {other}" if other else ""), _PRINT_AGAIN)
    if _LOCKED.search(data):
        return PdfFault("đặt mật khẩu hoặc khóa in, khóa sửa", "Mở bằng mật khẩu, in lại ra một tệp PDF không khóa.")
    if b"%%EOF" not in data[-_TAIL:] or _is_shorter_than_it_says(data):
        return PdfFault("bị cắt cụt, thiếu phần cuối", _COPY_AGAIN)
    if not all(any(map(sign.search, _parts(data))) for sign in _OF_PAGES):
        return PdfFault("không có trang nào, hoặc hỏng ở giữa", _COPY_AGAIN)
    return None


def is_signed(data: bytes) -> bool:
    """Whether somebody has signed the PDF digitally."""
    return bool(_SIGNED.search(data))


def _is_shorter_than_it_says(data: bytes) -> bool:
    said = _OWN_LENGTH.search(data[:_HEAD])
    return bool(said and int(said[1]) > len(data))


def _parts(data: bytes) -> Iterator[bytes]:
    """Where objects stand: the file as it is, then each of its compressed lists, as far as it can be read."""
    yield data
    packed = memoryview(data)
    for found in _OBJECT_LIST.finditer(data):
        try:
            yield zlib.decompressobj().decompress(packed[found.end():], _MOST)
        except zlib.error:
            continue
