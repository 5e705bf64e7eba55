"""The registers of two sides → their entries that are others, and what is stated there now in place of what."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from vanban.dates import short_date
from vanban.glossary import names
from vanban.model.registers import CoQuan, Registers
from vanban.model.validity import HieuLuc

_NOTHING = "không ghi"
# Fields that say how long an entry holds.
_VALIDITY = frozenset({"hieu_luc", "nhiem_ky", "thay_the_boi"})


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that both sides have.

    old, new     what is stated there, in words: "tên gọi “Sở Nội vụ”"
    is_validity  whether it holds from or until another day, or has another successor
    origin       of the entry on the new side
    """

    old: str
    new: str
    is_validity: bool
    origin: int


def entry_changes(old: Registers, new: Registers) -> dict[str, EntryChange]:
    """By list and id, "co_quan so_noi_vu"; who signs for a body stands for himself, "co_quan so_noi_vu nguyen_a"."""
    found: dict[str, EntryChange] = {}
    if old is new:
        return found
    for kind, entries in old.lists.items():
        others = new.of(kind)
        for ma in entries:
            if ma in others and entries[ma] != others[ma]:
                found |= _entry(f"{kind} {ma}", entries[ma], others[ma])
    return found


def _entry(name: str, old: Any, new: Any) -> dict[str, EntryChange]:
    found: dict[str, EntryChange] = {}
    if change := _change(old, new):
        found[name] = change
    if isinstance(old, CoQuan):
        people = {person.ma: person for person in new.nguoi_ky}
        for person in old.nguoi_ky:
            other = people.get(person.ma)
            if other and (change := _change(person, other)):
                found[f"{name} {person.ma}"] = change
    return found


def _change(old: Any, new: Any) -> EntryChange | None:
    apart = [field.name for field in fields(old) if field.compare and field.name != "nguoi_ky"
             and getattr(old, field.name) != getattr(new, field.name)]
    if not apart:
        return None
    before, after = ("; ".join(_said(name, getattr(entry, name)) for name in apart) for entry in (old, new))
    return EntryChange(before, after, not _VALIDITY.isdisjoint(apart), new.origin)


def _said(name: str, value: Any) -> str:
    """"tên gọi “Sở Nội vụ”"."""
    known = names().get(name)
    label = known.label if known else name
    return f"{label[:1].lower()}{label[1:]} {_words(value)}"


def _words(value: Any) -> str:
    match value:
        case HieuLuc(tu_ngay=first, den_ngay=last):
            parts = (f"từ ngày {short_date(first)}" if first else "", f"đến ngày {short_date(last)}" if last else "")
            return " ".join(filter(None, parts)) or "không thời hạn"
        case date():
            return short_date(value)
        case tuple():
            return f"“{'; '.join(map(str, value))}”" if value else _NOTHING
        case bool():
            return "có" if value else "không"
    return f"“{value}”" if value not in (None, "") else _NOTHING
