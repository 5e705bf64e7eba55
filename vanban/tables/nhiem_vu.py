"""Tasks (nhiệm vụ): what, product, who leads, who helps, by when, in groups with numbers of their own.

Reads: `nhiem_vu` of the document, the register of bodies. A column that no task uses is left out.
"""

from collections.abc import Iterator
from dataclasses import replace

from vanban.findings import Finding
from vanban.model.deadline import Han
from vanban.model.document import NhiemVu, NhomNhiemVu, PhanCong, VanBan
from vanban.model.inline import Line, Question, Run
from vanban.model.running_text import Item, Text
from vanban.model.table import SO_THU_TU, BangBieu, Entry, Hang
from vanban.setting import Setting
from vanban.tables._records import column, entry, line
from vanban.text import upper_first

TITLE, RECORDS = "Bảng phân công nhiệm vụ, kẻ từ mục nhiem_vu của phụ lục", "nhiem_vu"
_COLUMNS = (
    column(SO_THU_TU, "STT", "giua"),
    column("noi_dung", "Nhiệm vụ"),
    column("san_pham", "Sản phẩm"),
    column("chu_tri", "Cơ quan chủ trì"),
    column("phoi_hop", "Cơ quan phối hợp"),
    column("thoi_gian", "Thời gian", "giua"),
    column("ghi_chu", "Ghi chú"),
)
_ALWAYS = (SO_THU_TU, "chu_tri")


def write_out(table: BangBieu, van_ban: VanBan, setting: Setting) -> tuple[BangBieu, list[Finding]]:
    """The table of the tasks of `van_ban`."""
    writer = _Rows(setting)
    rows = tuple(map(writer.group, van_ban.nhiem_vu))
    used = {each.cot for group in rows for row in group.walk() for each in row.entries}
    columns = tuple(each for each in _COLUMNS if each.ma in used or each.ma in _ALWAYS)
    return replace(table, danh_so="I / 1", cot=columns, hang=rows), []


class _Rows:
    def __init__(self, setting: Setting) -> None:
        self._registers = setting.registers

    def group(self, group: NhomNhiemVu) -> Hang:
        return Hang(nhom=line(group.nhom), gom=tuple(map(self._task, group.gom)), origin=group.origin)

    def _task(self, task: NhiemVu) -> Hang:
        """One row, or one for every part of a task that several lead."""
        own = (
            entry("noi_dung", task.noi_dung, task.origin),
            *([entry("san_pham", task.san_pham, task.origin)] if task.san_pham else ()),
            _deadlines(task),
            *([entry("ghi_chu", task.ghi_chu, task.origin)] if task.ghi_chu else ()),
        )
        parts = [Hang(tuple(self._bodies(part, task)), origin=task.origin) for part in task.phan_cong]
        if len(parts) > 1:
            return Hang(own, chia_hang=tuple(parts), ma=task.ma, origin=task.origin)
        return Hang((*own, *parts[0].entries), ma=task.ma, origin=task.origin)

    def _bodies(self, part: PhanCong, task: NhiemVu) -> Iterator[Entry]:
        for key, bodies in (("chu_tri", part.chu_tri), ("phoi_hop", part.phoi_hop)):
            if bodies:
                yield entry(key, upper_first("; ".join(map(self._registers.called, bodies))), task.origin)


def _deadlines(task: NhiemVu) -> Entry:
    """The deadline, or the milestones as a list."""
    if not task.cac_moc:
        return entry("thoi_gian", _deadline(task.thoi_gian, task.origin), task.origin)
    items = (Item("gach", (*_deadline(moc.thoi_gian, task.origin), Run(": "), *moc.ket_qua), mark="-")
             for moc in task.cac_moc)
    return Entry("thoi_gian", Text(tuple(items)), task.origin)


def _deadline(han: Han | None, origin: int) -> Line:
    """A deadline, and what a draft asks about it."""
    said, asked = han.parts if han else ("", "")
    return (Run(f"{said} "), Question(asked, origin)) if asked else (Run(said),)
