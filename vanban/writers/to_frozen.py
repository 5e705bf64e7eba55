"""A set on the day of its issue → the file that is kept beside it (`Frozen`, as JSON)."""

from typing import Any

from vanban.keys.pointers import closed, ids_named
from vanban.model.document import BoVanBan
from vanban.model.frozen import SEAL, VERSION, Frozen, seal
from vanban.model.frozen_form import FORMS, version_of
from vanban.model.inline import Figure, Inline, Reference
from vanban.model.places import Places
from vanban.model.walk import inlines
from vanban.plain_data import laid_out, to_data
from vanban.writers._used_values import as_words, used_values


def to_frozen(bo: BoVanBan, kept: Frozen, places: Places) -> bytes:
    """The file for `bo`, whose words are in `kept`; the figures that it used are added, entries that it did not use
    left out."""
    if kept.loi_van is None:
        raise ValueError(f"{bo.van_ban.ma!r} would be kept without its words")
    version = version_of(kept.loi_van)
    used, form = closed(_used(bo), kept.so_sach), FORMS[version]
    data: dict[str, Any] = {
        VERSION: version,
        "tep": dict(kept.tep),
        "so_sach": {key: [entry for entry in listed if entry.get("ma") in used]
                    for key, listed in kept.so_sach.items()},
        "khung_trang": {name: to_data(frame, form) for name, frame in kept.khung_trang.items()},
        "loi_van": to_data(as_words(kept.loi_van), form),
        "so_lieu": to_data(used_values(bo, places), form),
    }
    data[SEAL] = seal(data)
    return laid_out(data).encode()


def _used(bo: BoVanBan) -> set[str]:
    """Ids of registers that the documents of the set name, by a key or in running text."""
    in_text = {ma for van_ban in bo for each in inlines(van_ban) for ma in _named_by(each)}
    return ids_named(bo) | in_text


def _named_by(inline: Inline) -> tuple[str, ...]:
    match inline:
        case Reference(ma=ma):
            return (ma,)
        case Figure(ma=ma, don_vi=don_vi, co_so=co_so):
            return (ma, don_vi, co_so)
    return ()
