"""What a file says to the machine → what an officer reads on the page: acts by number and day, figures, names of
persons and bodies. What nothing better is known of stays as it was typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast, get_args

from vanban import printer
from vanban.dates import short_date
from vanban.model.document import SoSanh
from vanban.model.registers import CanCu, Registers
from vanban.model.value import Amount
from vanban.numerals import parse_number
from vanban.plan.targets import Target

_REFERENCE = re.compile(r"\[\[\s*([a-z][a-z0-9_]*)\s*(?:\|[^\[\]\n]*)?\]\]")
_FIGURE = re.compile(r"\{\{\s*muc_tieu\.([a-z][a-z0-9_]*)\s*(?:\|\s*(\w+)\s*)?\}\}")
_IDS = re.compile(r"[a-z][a-z0-9_]*(?:; [a-z][a-z0-9_]*)*")
# Keys at the top that are emptied, as a clerk calls them.
_KEYS = {"so_van_ban": "Số văn bản", "ngay_ban_hanh": "Ngày ban hành", "du_thao": "Lần dự thảo",
         "ngay_thong_qua": "Ngày thông qua", "chap_nhan_thieu": "Chỗ được chấp nhận thiếu"}
_KEY = re.compile(rf"({'|'.join(_KEYS)})(?=: |\Z)")


@dataclass(frozen=True, slots=True)
class PlainWords:
    """The words for what one file says.

    registers  of today
    co_quan    who issues it
    targets    its targets, by their indicators
    documents  what the documents of the unit are called, by their ids
    """

    registers: Registers = field(default_factory=Registers)
    co_quan: str = ""
    targets: Mapping[str, Target] = field(default_factory=dict)
    documents: Mapping[str, str] = field(default_factory=dict)

    def of(self, typed: str) -> str:
        """`typed` as it is read."""
        if _IDS.fullmatch(typed):
            return "; ".join(self._named(ma) or ma for ma in typed.split("; "))
        said = _KEY.sub(lambda found: _KEYS[found[1]], typed, count=1) if _KEY.match(typed) else typed
        said = _FIGURE.sub(self._figure, said)
        return _REFERENCE.sub(lambda found: self._named(found[1]) or found[0], said)

    def _named(self, ma: str) -> str:
        """What an id names: an act, a document, a body, a person who signs; "" for nothing that we know."""
        if act := self.registers.can_cu.get(ma):
            return _act(act)
        if said := self.documents.get(ma):
            return said
        if body := self.registers.co_quan.get(ma):
            return body.ten_goi
        issuer = self.registers.co_quan.get(self.co_quan)
        return next((f"{each.ho_ten}, {each.chuc_vu}" for each in (issuer.nguoi_ky if issuer else ())
                     if each.ma == ma), "")

    def _figure(self, found: re.Match[str]) -> str:
        target = self.targets.get(found[1])
        if target is None or target.so_sanh not in get_args(SoSanh):
            return found[0]
        try:
            amount = Amount(parse_number(target.gia_tri), target.unit)
        except ValueError:
            return found[0]
        return printer.target(amount, cast(SoSanh, target.so_sanh), found[2] or "").rstrip()


def _act(act: CanCu) -> str:
    """“Quyết định số 3667/QĐ-UBND ngày 31/12/2024”; of one without a number its title in place of that."""
    named = f"số {act.so_ky_hieu}" if act.so_ky_hieu else act.trich_yeu
    return f"{act.ten_loai} {named} ngày {short_date(act.ngay_ban_hanh)}"
