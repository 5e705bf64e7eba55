"""Counts annexes: those of one document take numbers when there are several.

Reads: the way of the law (the_thuc.danh_so_phu_luc), the body's own way in the register, which wins.
Writes: `mark` of annexes. Numbering twice changes nothing. Source: Phụ lục I, III.1.a.
"""

from dataclasses import replace

from vanban.findings import Finding
from vanban.model.document import BoVanBan
from vanban.numerals import counted
from vanban.setting import Setting

TITLE = "đánh số phụ lục"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with its annexes counted."""
    issuer = setting.issuer(bo)
    return _marked(bo, setting, issuer and issuer.danh_so_phu_luc or setting.the_thuc.danh_so_phu_luc.cach), []


def _marked(bo: BoVanBan, setting: Setting, way: str) -> BoVanBan:
    attached = [_marked(part, setting, way) for part in bo.kem_theo]
    annexes = [i for i, part in enumerate(attached) if setting.kind(part.van_ban).attached == "phu_luc"]
    for count, index in enumerate(annexes, 1):
        mark = counted(count, way) if len(annexes) > 1 else ""
        attached[index] = replace(attached[index], van_ban=replace(attached[index].van_ban, mark=mark))
    return replace(bo, kem_theo=tuple(attached))
