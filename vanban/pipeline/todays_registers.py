"""The registers of today beside those that were kept of an issued set → which entries are gone, and what is there of
both together."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from vanban.datatypes import datatypes
from vanban.model.registers import CoQuan, Registers
from vanban.text import lower_first


def completed(today: Registers, kept: Registers, signers: Collection[str]) -> tuple[Registers, list[str]]:
    """`today` with the entries that it no longer has as they were kept, and what these are called.

    signers  ids of those who sign the set; other people of a body may go
    """
    lists: dict[str, dict[str, Any]] = {kind: dict(entries) for kind, entries in today.lists.items()}
    gone: list[str] = []
    for kind, entries in kept.lists.items():
        known = lists.setdefault(kind, {})
        for ma, entry in entries.items():
            if ma not in known:
                known[ma] = entry
                gone.append(f"{lower_first(datatypes()[kind].ten_goi[0])} “{ma}”")
            elif isinstance(entry, CoQuan):
                known[ma], names = _with_signers(known[ma], entry, signers)
                gone += names
    return Registers(lists), gone


def lack_signer(today: Registers, kept: Registers, signers: Collection[str]) -> bool:
    """Whether a body of `today` no longer has one of `signers` whom it had: a set is then printed unsigned."""
    return any(_with_signers(today.co_quan[ma], body, signers)[1]
               for ma, body in kept.co_quan.items() if ma in today.co_quan)


def _with_signers(today: CoQuan, kept: CoQuan, signers: Collection[str]) -> tuple[CoQuan, list[str]]:
    left = [each for each in kept.nguoi_ky if each.ma in signers and today.signer(each.ma, None) is None]
    names = dict.fromkeys(f"người ký “{each.ma}” của {kept.ten_goi}" for each in left)
    return replace(today, nguoi_ky=(*today.nguoi_ky, *left)), list(names)
