"""The zip around the parts of a DOCX: members of the frame copied as they are, new parts put among them.

A frame's styles and settings are deflated once, not for every document. Dates are fixed and order is kept, so
that the same parts give the same file.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from isal import isal_zlib

# A document part comes out a third larger than at zlib's usual level, in a tenth of the time.
_LEVEL = 2
# 1980-01-01 00:00, the earliest a zip can say: what a document was made from tells its date, not the clock.
_DATE, _TIME = (1 << 5) | 1, 0
_LOCAL, _CENTRAL, _END = "<4s5H3I2H", "<4s6H3I5H2I", "<4s4H2IH"
_DEFLATED = 8


@dataclass(frozen=True, slots=True)
class Member:
    """One part, deflated: its checksum and its size when inflated."""

    crc: int
    size: int
    deflated: bytes


def deflated(data: bytes) -> Member:
    """`data` as a member."""
    return Member(isal_zlib.crc32(data), len(data), isal_zlib.compress(data, _LEVEL, -isal_zlib.MAX_WBITS))


def pack(members: Mapping[str, Member]) -> bytes:
    """The zip of `members`, in their order. Source: PKWARE APPNOTE 6.3, 4.3.6 to 4.3.16."""
    out, directory = BytesIO(), BytesIO()
    for name, member in members.items():
        file_name = name.encode()
        # version 2.0; bit 11: the name is UTF-8
        common = (20, 0x800, _DEFLATED, _TIME, _DATE, member.crc, len(member.deflated), member.size, len(file_name), 0)
        directory.write(struct.pack(_CENTRAL, b"PK\1\2", 20, *common, 0, 0, 0, 0, out.tell()) + file_name)
        out.write(struct.pack(_LOCAL, b"PK\3\4", *common) + file_name)
        out.write(member.deflated)
    start, count = out.tell(), len(members)
    out.write(directory.getvalue())
    out.write(struct.pack(_END, b"PK\5\6", 0, 0, count, count, directory.tell(), start, 0))
    return out.getvalue()
