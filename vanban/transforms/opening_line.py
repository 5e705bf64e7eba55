"""Writes the line that a paper of some types opens with: "Sở Nội vụ tỉnh Nghệ An trân trọng giới thiệu:" (Mẫu 1.8).

Reads: the type, the register of bodies. Writes: the first paragraph of `mo_dau`.
"""

from dataclasses import replace

from vanban.findings import Finding
from vanban.model.document import BoVanBan
from vanban.model.running_text import Text
from vanban.setting import Setting
from vanban.transforms._composed_line import composed_line

TITLE = "lời dẫn"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with that line, where its type has one and the register knows the body."""
    van_ban, issuer = bo.van_ban, setting.issuer(bo)
    words = setting.kind(van_ban).loi_dan
    if not words or issuer is None:
        return bo, []
    said = setting.the_thuc.composed(words, co_quan=issuer.ten_goi)
    line = composed_line(said, van_ban.origin_of("co_quan"), centred=True)
    text = van_ban.mo_dau
    return replace(bo, van_ban=replace(van_ban, mo_dau=Text((line, *text.blocks), text.notes))), []
