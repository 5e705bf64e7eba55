"""Tells of keys that name an entry of the registers which is not there.

Reads: every key of the documents that names one, by the kinds of the table of keys; the registers. Writes: nothing.
What running text names may be something else and is left to citations and references.
"""

from collections.abc import Iterator
from functools import partial

from vanban.datatypes import Known
from vanban.findings import Finding
from vanban.keys.pointers import named
from vanban.model.document import BoVanBan
from vanban.setting import Setting

TITLE = "mã trong sổ dùng chung"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` as it is, and the ids that no register has."""
    return bo, list(_faults(bo, setting))


def _faults(bo: BoVanBan, setting: Setting) -> Iterator[Finding]:
    known = Known(setting.registers.lists)
    for van_ban in bo:
        for each in named(van_ban, ""):
            origin = van_ban.origin if each.origin is None else each.origin
            if fault := known.fault(each, partial(setting.places.__getitem__, origin)):
                yield fault
