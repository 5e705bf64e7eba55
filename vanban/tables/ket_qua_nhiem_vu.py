"""States of tasks (kết quả nhiệm vụ): the tasks of a plan in three groups, done, under way, not begun, with reason and
new deadline.

Reads: `ket_qua_nhiem_vu` of the document or of the one that is issued, the tasks of the plan from the store of facts. A
group in which there is no task is left out.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from vanban.facts.tasks import UNIT_OF_TASKS, TaskStates
from vanban.figure_words import Style
from vanban.figure_words.values import quantity
from vanban.findings import Finding, finding
from vanban.keys import keys_of
from vanban.model.deadline import words_of
from vanban.model.document import NhiemVu, VanBan
from vanban.model.inline import Line, Reference, Run, Script
from vanban.model.rebuild import rebuilt
from vanban.model.table import SO_THU_TU, BangBieu, Entry, Hang
from vanban.model.task_results import STATES, TrangThai
from vanban.setting import Setting
from vanban.tables._records import column, entry, line
from vanban.text import lower_first, upper_first

TITLE, RECORDS = "Bảng kết quả nhiệm vụ, kẻ từ mục ket_qua_nhiem_vu và kế hoạch được nêu", "ket_qua_nhiem_vu"
_COLUMNS = (
    column(SO_THU_TU, "STT", "giua"),
    column("noi_dung", "Nhiệm vụ"),
    column("chu_tri", "Cơ quan chủ trì"),
    column("thoi_gian", "Thời gian", "giua"),
    column("ghi_chu", "Ghi chú"),
)
_NOTES = "ghi_chu"


def write_out(table: BangBieu, van_ban: VanBan, setting: Setting) -> tuple[BangBieu, list[Finding]]:
    """The table of the tasks that `van_ban` reports on; a name that leads into the plan's own set is told."""
    told = van_ban.ket_qua_nhiem_vu
    if told is None:
        return replace(table, cot=_COLUMNS), []
    writer = _Rows(setting, setting.facts.task_states(told), [])
    rows = tuple(writer.group(state) for state in STATES if writer.states.tasks(state))
    has_notes = any(each.cot == _NOTES for group in rows for row in group.walk() for each in row.entries)
    columns = tuple(each for each in _COLUMNS if each.ma != _NOTES or has_notes)
    return replace(table, danh_so="I / 1", cot=columns, hang=rows), writer.findings


@dataclass(frozen=True, slots=True)
class _Rows:
    setting: Setting
    states: TaskStates
    findings: list[Finding]

    def group(self, state: TrangThai) -> Hang:
        tasks, title = self.states.tasks(state), keys_of(RECORDS)[state].shown.title
        count = quantity(Decimal(len(tasks)), 0, UNIT_OF_TASKS, Style(two_digits=True))
        return Hang(nhom=line(f"{title}: {count}"), gom=tuple(map(self._task, tasks)), origin=self.states.told.origin)

    def _task(self, task: NhiemVu) -> Hang:
        at = self.states.told.origin
        cells = [entry("noi_dung", self._name(task), at), entry("chu_tri", self._leaders(task), at)]
        if due := _due(task):
            cells.append(entry("thoi_gian", due, at))
        return Hang((*cells, *self._notes(task)), ma=task.ma, origin=at)

    def _name(self, task: NhiemVu) -> Line:
        """The name as it stands in the plan, as nodes of the report."""
        known = self.setting.registers
        at = self.states.told.origin
        for each in task.noi_dung:
            if not isinstance(each, Run | Script | Reference) or isinstance(each, Reference) and not (
                each.ma in known.can_cu or each.ma in known.co_quan
            ):
                self.findings.append(finding(
                    "D235", self.setting.places[at],
                    f"Nhiệm vụ “{task.ma}” có dẫn chiếu hoặc số liệu của kế hoạch trong tên, không in được ở báo cáo.",
                    "Sửa tên nhiệm vụ trong kế hoạch thành lời, hoặc bỏ bảng này.",
                ))
                return line(task.ma)
        return rebuilt(task.noi_dung, {Reference: lambda each: replace(each, origin=at),
                                       Script: lambda each: replace(each, origin=at)})

    def _leaders(self, task: NhiemVu) -> str:
        """Who leads it, once each."""
        leaders = dict.fromkeys(ma for part in task.phan_cong for ma in part.chu_tri)
        return upper_first("; ".join(self.states.plan.called.get(ma, ma) for ma in leaders))

    def _notes(self, task: NhiemVu) -> tuple[Entry, ...]:
        """Why it has not been begun, and until when it shall be done."""
        if (said := self.states.not_begun(task.ma)) is None or task not in self.states.tasks("chua_trien_khai"):
            return ()
        due = f"; hạn mới: {lower_first(words_of(said.han_moi))}" if said.han_moi else ""
        return (entry(_NOTES, f"{said.ly_do.rstrip(' .;')}{due}", said.origin),)


def _due(task: NhiemVu) -> str:
    """Its deadline; of one with milestones the last of them."""
    return words_of(task.cac_moc[-1].thoi_gian if task.cac_moc else task.thoi_gian)
