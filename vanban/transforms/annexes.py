"""Counts annexes: those of one document take numbers when there are several.

Reads: the way of the law (the_thuc.danh_so_phu_luc), the body's own way in the register, which wins.
Writes: `mark` of annexes. Numbering twice changes nothing. Source: Phụ lục I, III.1.a.
"""

from collections.abc import Mapping
from dataclasses import replace

from vanban.doctypes import DocType
from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.numerals import counted
from vanban.the_thuc import TheThuc


def mark_annexes(
    bo: BoVanBan, doctypes: Mapping[str, DocType], registers: Registers, the_thuc: TheThuc, places: Places
) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with its annexes counted. That a body counts them otherwise than the law is told, for information."""
    law, issuer = the_thuc.danh_so_phu_luc, registers.co_quan.get(bo.van_ban.co_quan)
    way = issuer and issuer.danh_so_phu_luc or law.cach
    marked = _marked(bo, doctypes, way)
    if issuer is None or way == law.cach or not any(van_ban.mark for van_ban in marked):
        return marked, []
    source = str(law.nguon) if law.nguon else ""
    return marked, [finding(
        "F108", places[bo.van_ban.origin_of("co_quan")],
        f"Phụ lục đánh số {_first_two(way)} theo sổ cơ quan của {issuer.ten_goi}; quy định là {_first_two(law.cach)}.",
        "Muốn theo quy định thì bỏ dòng “danh_so_phu_luc” của cơ quan trong co_quan.yaml.", source,
    )]


def _marked(bo: BoVanBan, doctypes: Mapping[str, DocType], way: str) -> BoVanBan:
    attached = [_marked(part, doctypes, way) for part in bo.kem_theo]
    annexes = [i for i, part in enumerate(attached) if doctypes[part.van_ban.loai_van_ban].attached == "phu_luc"]
    for count, index in enumerate(annexes, 1):
        mark = counted(count, way) if len(annexes) > 1 else ""
        attached[index] = replace(attached[index], van_ban=replace(attached[index].van_ban, mark=mark))
    return replace(bo, kem_theo=tuple(attached))


def _first_two(way: str) -> str:
    return f"{counted(1, way)}, {counted(2, way)}"
