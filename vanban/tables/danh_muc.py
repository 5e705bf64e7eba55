"""A list of acts (danh mục văn bản): type, number, date, subject, issuer, in groups with numbers of their own.

Reads: `danh_muc` of the document, the register of legal bases.
"""

from collections.abc import Iterator
from dataclasses import replace

from vanban.findings import Finding
from vanban.model.document import VanBan
from vanban.model.inline import Reference
from vanban.model.registers import CanCu
from vanban.model.table import SO_THU_TU, BangBieu, Entry, Hang
from vanban.setting import Setting
from vanban.tables._records import column, entry, line
from vanban.text import upper_first

TITLE, RECORDS = "Danh mục văn bản, kẻ từ mục danh_muc của phụ lục và sổ căn cứ", "danh_muc"
_COLUMNS = (
    column(SO_THU_TU, "STT", "giua"),
    column("ten_loai", "Tên loại"),
    column("so_ky_hieu", "Số, ký hiệu"),
    column("ngay_ban_hanh", "Ngày ban hành", "giua"),
    column("trich_yeu", "Trích yếu nội dung"),
    column("co_quan_ban_hanh", "Cơ quan ban hành"),
)
# Acts that are cited without their issuer, which the law leaves no doubt of.
_ISSUERS = {
    "Hiến pháp": "Quốc hội", "Bộ luật": "Quốc hội", "Luật": "Quốc hội", "Pháp lệnh": "Ủy ban Thường vụ Quốc hội",
}


def write_out(table: BangBieu, van_ban: VanBan, setting: Setting) -> tuple[BangBieu, list[Finding]]:
    """The acts that `van_ban` lists, without those that are not there, which has been told. Issuers that the register
    of bodies knows go by their short names."""
    rows = tuple(
        Hang(nhom=line(group.nhom), gom=tuple(_acts(group.gom, setting)), origin=group.origin)
        for group in van_ban.danh_muc
    )
    return replace(table, danh_so="I / 1", cot=_COLUMNS, hang=rows), []


def _acts(references: tuple[Reference, ...], setting: Setting) -> Iterator[Hang]:
    for reference in references:
        if act := setting.registers.can_cu.get(reference.ma):
            yield Hang(tuple(_row(act, setting, reference.origin)), ma=act.ma, origin=reference.origin)


def _row(act: CanCu, setting: Setting, origin: int) -> Iterator[Entry]:
    issuer = act.co_quan_ban_hanh or _ISSUERS.get(act.ten_loai, "")
    yield entry("ten_loai", act.ten_loai, origin)
    if act.so_ky_hieu:
        yield entry("so_ky_hieu", act.so_ky_hieu, origin)
    yield entry("ngay_ban_hanh", setting.the_thuc.short_date(act.ngay_ban_hanh), origin)
    yield entry("trich_yeu", upper_first(act.trich_yeu), origin)
    yield entry("co_quan_ban_hanh", setting.registers.short_name(issuer), origin)
