"""Counts captions of pictures through each document, in the order of print.

Reads: pictures of the documents of a set. Writes: `number` of Hinh. References take their words from it.
"""

from dataclasses import replace

from vanban.findings import Finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.walk import map_pictures, pictures
from vanban.setting import Setting

TITLE = "đếm hình"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with every picture that has a caption counted, in the order of print."""
    def numbered(van_ban: VanBan) -> VanBan:
        captioned = (hinh.ma for hinh in pictures(van_ban) if hinh.tieu_de)
        numbers = {ma: number for number, ma in enumerate(dict.fromkeys(captioned), 1)}
        return map_pictures(van_ban, lambda hinh: replace(hinh, number=numbers.get(hinh.ma, 0) if hinh.tieu_de else 0))

    return bo.map(numbered), []
