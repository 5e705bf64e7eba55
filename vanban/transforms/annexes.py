"""Counts annexes: those of one document take numbers when there are several.

Reads: the way of the law (the_thuc.danh_so_phu_luc), the body's own way in the register, which wins.
Writes: `mark` of annexes. Numbering twice changes nothing. Source: Phụ lục I, III.1.a.
"""

from dataclasses import replace

from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan
from vanban.numerals import counted
from vanban.setting import Setting

TITLE = "đánh số phụ lục"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with its annexes counted. That a body counts them otherwise than the law is told, for information."""
    law, issuer = setting.the_thuc.danh_so_phu_luc, setting.issuer(bo)
    way = issuer and issuer.danh_so_phu_luc or law.cach
    marked = _marked(bo, setting, way)
    if issuer is None or way == law.cach or not any(van_ban.mark for van_ban in marked):
        return marked, []
    source = str(law.nguon) if law.nguon else ""
    return marked, [finding(
        "F108", setting.places[bo.van_ban.origin_of("co_quan")],
        f"Phụ lục đánh số {_first_two(way)} theo sổ cơ quan của {issuer.ten_goi}; quy định là {_first_two(law.cach)}.",
        "Muốn theo quy định thì bỏ dòng “danh_so_phu_luc” của cơ quan trong co_quan.yaml.", source,
    )]


def _marked(bo: BoVanBan, setting: Setting, way: str) -> BoVanBan:
    attached = [_marked(part, setting, way) for part in bo.kem_theo]
    annexes = [i for i, part in enumerate(attached) if setting.kind(part.van_ban).attached == "phu_luc"]
    for count, index in enumerate(annexes, 1):
        mark = counted(count, way) if len(annexes) > 1 else ""
        attached[index] = replace(attached[index], van_ban=replace(attached[index].van_ban, mark=mark))
    return replace(bo, kem_theo=tuple(attached))


def _first_two(way: str) -> str:
    return f"{counted(1, way)}, {counted(2, way)}"
