"""The bytes of a PNG or JPEG → the same picture without what a camera or a program has written about it.

Where and when a photo was taken, by whom, with which device, its small and its further pictures (EXIF, XMP, IPTC, MPF,
comments) reach everyone who gets the document. What colours and size of print rest on stays. Nothing is decoded: the
picture is what it was, to the byte. Sources: ITU-T T.81, Annex B; PNG (ISO/IEC 15948), 5 and 11.
"""

import re
import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_KEPT_CHUNKS = frozenset({b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"pHYs"})
_JFIF, _ICC, _ADOBE = (0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe")
_END, _SCAN, _COMMENT = 0xD9, 0xDA, 0xFE
_APPLICATION = range(0xE0, 0xF0)
# A marker with a segment behind it, or the end. Others stand among the pixels: FF 00, RST0 to RST7.
_MARKER = re.compile(rb"\xff[\x02-\xcf\xd9-\xfe]")


def bare(data: bytes) -> bytes:
    """`data`, a picture that could be decoded, without what is told about it. Raises ValueError for what is neither a
    PNG nor a JPEG."""
    if data.startswith(_PNG):
        return _PNG + b"".join(_chunks(data))
    if data.startswith(b"\xff\xd8"):
        return b"\xff\xd8" + b"".join(_segments(data))
    raise ValueError("neither PNG nor JPEG")


def _chunks(data: bytes) -> Iterator[bytes]:
    """The chunks that a page needs: those that must be understood, which have a capital first, and of the others a
    few."""
    at, kind = len(_PNG), b""
    while at + 12 <= len(data) and kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind in _KEPT_CHUNKS or not kind[0] & 0x20:
            yield data[at:at + 12 + length]
        at += 12 + length


def _segments(data: bytes) -> Iterator[bytes]:
    """The segments that a page needs, each with the coded pixels behind it, to the end of the picture."""
    found = _MARKER.search(data, 2)
    while found and (marker := data[found.start() + 1]) != _END:
        end = found.end() + int.from_bytes(data[found.end():found.end() + 2])
        following = _MARKER.search(data, end)
        if marker == _SCAN:
            end = following.start() if following else len(data)
        yield _kept(marker, data[found.start():end])
        found = following
    yield b"\xff\xd9"


def _kept(marker: int, segment: bytes) -> bytes:
    """What is taken over of a segment."""
    inside = segment[4:]
    if marker == _JFIF[0] and inside.startswith(_JFIF[1]):
        return b"\xff\xe0\x00\x10" + inside[:12].ljust(12, b"\0") + b"\0\0"  # without its small picture
    if marker in _APPLICATION:
        return segment if any(marker == each and inside.startswith(name) for each, name in (_ICC, _ADOBE)) else b""
    return b"" if marker == _COMMENT else segment

