"""Writes the sentence that says in which session, on which day a council passed its resolution.

Reads: `ngay_thong_qua`, `ky_hop` of the issuing document, the register of bodies. Writes: the last paragraph of its
`noi_dung_cuoi`, unless somebody typed such a sentence, which may say more, as from when the resolution is in force. The
decree has no such sentence; councils print it (the_thuc: loi_van.thong_qua).
"""

from dataclasses import replace

from vanban.findings import Finding
from vanban.model.document import BoVanBan
from vanban.model.passing import typed_passing
from vanban.model.running_text import Text
from vanban.setting import Setting
from vanban.transforms._composed_line import composed_line

TITLE = "câu thông qua"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with the sentence, where the day is stated, the register knows the body and nobody typed the sentence."""
    van_ban, issuer = bo.van_ban, setting.issuer(bo)
    if van_ban.ngay_thong_qua is None or issuer is None or any(typed_passing(van_ban)):
        return bo, []
    said = setting.the_thuc.composed(
        "thong_qua", ten_loai=setting.kind(van_ban).ten_loai, co_quan=issuer.ten_goi,
        ky_hop=f" {van_ban.ky_hop}" if van_ban.ky_hop else "",
        ngay_thong_qua=setting.the_thuc.long_date(van_ban.ngay_thong_qua).removeprefix("ngày "),
    )
    sentence = composed_line(said, van_ban.origin_of("ngay_thong_qua"))
    below = van_ban.noi_dung_cuoi
    closing = Text((*below.blocks, sentence), below.notes)
    return replace(bo, van_ban=replace(van_ban, noi_dung_cuoi=closing)), []
