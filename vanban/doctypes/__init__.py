"""Document types: one declarative file each, found by looking. A type adds a schema and, if new, a frame."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from vanban.errors import PluginError
from vanban.model.registers import HoSo
from vanban.registry import discover


@dataclass(frozen=True, slots=True)
class DocType:
    """What is peculiar to a type of document.

    ma           its id, as in `loai_van_ban`, and the name of its schema
    ten_loai     as printed in a sentence; the header prints it in capitals
    viet_tat     its letters in a number by profile (Phụ lục III, mục I; for the Party second-hand); "" for none, as a
                 công văn of the state; a profile that is not there has no such type
    frame        the form of an issued one (the_thuc.khung_trang has its frame); "" for a type that is only attached
    attached     the form of an attached one
    danh_so      the default numbering scheme of its headings
    loi_dan      the words (the_thuc.loi_van) of a first line that the machine prints above the text; "" for none
    nhu_tren     whether its first recipient is named in its text, "Như trên" without a Kính gửi (Mẫu 1.8)
    is_copy      whether it has no text of its own: it stands below the document that it copies (Mẫu 3.1)
    """

    ma: str
    ten_loai: str
    viet_tat: Mapping[HoSo, str]
    frame: str
    attached: str
    danh_so: str
    loi_dan: str = ""
    nhu_tren: bool = False
    is_copy: bool = False

    def form(self, *, together: bool) -> str:
        """The form of an issued one; of one that several sign side by side its own form (…_lien_tich), but of a paper
        that two parties sign always."""
        return f"{self.frame}_lien_tich" if together and not self.of_two_parties else self.frame

    def stands_alone(self, co_quan: str) -> bool:
        """Whether one that says `co_quan` is issued by itself: one that may be attached says by whom."""
        return bool(self.frame) and not (self.attached and not co_quan)

    @property
    def of_two_parties(self) -> bool:
        """Whether two parties sign every one of it, and its form has a place for the other."""
        return self.frame == "hai_ben"

    @property
    def names_authority(self) -> bool:
        """Whether its page says who decides, in a line of its own (Mẫu 1.1, 1.2, 1.3, 1.6)."""
        return self.frame in ("quyet_dinh", "nghi_quyet", "cong_dien")


class TypeModule(Protocol):
    """A module of this package."""

    TYPE: DocType


@cache
def doctypes() -> Mapping[str, DocType]:
    """The document types by their ids, which are the names of their files."""
    found = discover(sys.modules[__name__], TypeModule)
    for name, module in found.items():
        if module.TYPE.ma != name:
            raise PluginError(f"Tệp vanban/doctypes/{name}.py chưa dùng được: ma của TYPE phải là “{name}”.")
    return {name: module.TYPE for name, module in found.items()}
