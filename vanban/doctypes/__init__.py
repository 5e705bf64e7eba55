"""Document types: one declarative file each, found by looking. A type adds a schema and, if new, a frame."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocType:
    """What is peculiar to a type of document.

    ma           its id, as in `loai_van_ban`, and the name of its schema
    ten_loai     as printed in a sentence; the header prints it in capitals
    viet_tat     its letters in a number (Phụ lục III, mục I); "" for công văn
    frame        the page frame of an issued one; "" for a type that is only attached
    attached     the page frame of an attached one
    danh_so      the default numbering scheme of its headings
    """

    ma: str
    ten_loai: str
    viet_tat: str
    frame: str
    attached: str
    danh_so: str
