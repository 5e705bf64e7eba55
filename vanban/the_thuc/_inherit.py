"""The data of a text of law that is based on another (`dua_tren`) → the whole of its data.

Figures of another profile come along as our own choice: what they were when their law left none, then what we chose.
Its limits, articles and quotations stay behind, for they say nothing about this profile. Within one profile the
newer text says what it changes, and all else holds on.
"""

from collections.abc import Collection, Mapping
from typing import Any

Raw = Mapping[str, Any]
# Figures by name, figures that stand alone, and words and ways that are one entry each.
_FIGURES, _SINGLE = ("kieu", "ke_ngang", "con_dau", "vi_tri"), ("phong_chu", "trang")
_ENTRIES = ("loi_van", "vien_dan", "them_so_khong", "dau_cuoi_dong")
_OF_A_SOURCE = ("can_cu", "trich", "theo")


def inherited(own: Raw, base: Raw) -> Raw:
    """`own` with what it does not say itself from `base`, but for what it leaves out (`bo_di`)."""
    same = own["ho_so"] == base["ho_so"]
    left_out = own.get("bo_di", {})
    whole = {**base, **own}
    for section in _FIGURES:
        entries = base[section] if same else {name: _chosen(entry) for name, entry in base[section].items()}
        whole[section] = _merged(entries, own.get(section, {}), left_out.get(section, ()))
    for section in _SINGLE:
        whole[section] = _figures(base[section] if same else _chosen(base[section]), own.get(section, {}))
    for section in _ENTRIES:
        entries = base[section] if same else {name: _unsourced(entry) for name, entry in base[section].items()}
        kept = {name: entry for name, entry in entries.items() if name not in left_out.get(section, ())}
        whole[section] = kept | own.get(section, {})
    whole["chu_ky"] = base["chu_ky"] | own.get("chu_ky", {})
    return whole


def _merged(base: Raw, own: Raw, left_out: Collection[str]) -> Raw:
    """The entries of both, in the order of `base`."""
    names = [name for name in base if name not in left_out] + [name for name in own if name not in base]
    return {name: _figures(base.get(name, {}), own.get(name, {})) for name in names}


def _figures(base: Raw, own: Raw) -> Raw:
    """Where the law of `own` leaves no choice, what `base` chose falls."""
    chosen = {name: figure for name, figure in base.get("thuc_te", {}).items() if name not in _without_choice(own)}
    return {
        **base, **own,
        "luat": [*base.get("luat", ()), *own.get("luat", ())],
        "thuc_te": {**chosen, **own.get("thuc_te", {})},
    }


def _chosen(entry: Raw) -> Raw:
    """Figures without the law that they were taken from."""
    return {**entry, "luat": [], "thuc_te": {**_without_choice(entry), **entry.get("thuc_te", {})}}


def _without_choice(entry: Raw) -> dict[str, Any]:
    """The figures to which the law of `entry` gives one value."""
    limits = (limit for article in entry.get("luat", ()) for limit in article["gioi_han"].items())
    return {name: limit for name, limit in limits if not isinstance(limit, dict | list)}


def _unsourced(entry: Raw) -> Raw:
    return {key: value for key, value in entry.items() if key not in _OF_A_SOURCE}
