"""Gives figure references their value and their words.

Reads: the store of targets, what units report, the register of indicators. Writes: `value`, `shown`, `total`, `is_open`
of Figure nodes, and `value` of the cells of tables in which one stands alone: a figure that is called into a cell is a
figure.
A figure is a target of the set, `{{ muc_tieu.<chi_tieu> }}`, a count of tasks (`_task_figures`), or one that units
report (`_reported`). A target whose number was refused has a value without number and no words.
"""

from dataclasses import replace
from decimal import Decimal

from vanban import printer
from vanban.facts import Key
from vanban.figure_words import Style, placed
from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan, MucTieu, VanBan
from vanban.model.indicators import ChiTieu
from vanban.model.inline import OF_TASKS, Figure, Inline, Line, shown_text
from vanban.model.rebuild import found, rebuilt
from vanban.model.running_text import Item, Paragraph
from vanban.model.table import Entry
from vanban.model.value import Amount
from vanban.model.walk import map_entries, map_inlines
from vanban.setting import Setting
from vanban.slips import Names
from vanban.transforms._reported import AS_IT_IS, Reported
from vanban.transforms._task_figures import TaskFigures

TITLE = "số liệu"
_CELL = Style(in_table=True)
_TEXT = Style(two_digits=True)


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with the value and the words of every figure; unknown figures and ways to print are findings."""
    work = _Figures(bo, setting)
    return bo.map(work.of_document), [*work.findings, *work.reported.findings, *work.tasks.findings]


class _Figures:
    def __init__(self, bo: BoVanBan, setting: Setting) -> None:
        self.setting, self.findings = setting, list[Finding]()
        self.reported, self.tasks = Reported(bo, setting), TaskFigures(bo, setting)
        targets = (f"muc_tieu.{target.key.ma}" for target in setting.facts.muc_tieu)
        self._known = Names([*targets, *(ma for ma, each in setting.registers.chi_tieu.items() if each.tinh_chat)])

    def of_document(self, van_ban: VanBan) -> VanBan:
        """A document with its figures: those in text, then those in cells, whose words are other ones."""
        self.reported.hold(van_ban)
        in_cells = {figure.origin for entry in found(van_ban, Entry) for figure in found(entry, Figure)}

        def in_text(figure: Figure) -> Figure:
            return figure if figure.origin in in_cells else self._resolved(van_ban, figure, _TEXT)

        def in_cell(figure: Figure) -> Figure:
            return self._resolved(van_ban, figure, _CELL)

        van_ban = rebuilt(map_inlines(van_ban, in_text, Figure), {Paragraph: _begun, Item: _begun})
        return map_entries(van_ban, lambda entry: _cell(rebuilt(entry, {Figure: in_cell})))

    def _resolved(self, van_ban: VanBan, figure: Figure, style: Style) -> Figure:
        if figure.nguon_so_lieu == OF_TASKS:
            return self.tasks.resolved(van_ban, figure, style)
        if figure.nguon_so_lieu:
            return self._target(figure)
        if figure.ma in self.setting.registers.chi_tieu:
            return self.reported.resolved(van_ban, figure, style)
        return self._unknown(figure)

    def _target(self, figure: Figure) -> Figure:
        fact = None if figure.is_own else self.setting.facts.muc_tieu.get(Key(figure.ma, figure.don_vi, figure.ky))
        if fact is None:
            return self._unknown(figure)
        if figure.co_so or figure.cach_in and figure.cach_in not in printer.TARGET_FORMS:
            form = f"{figure.cach_in} {figure.co_so}".strip()
            self.findings.append(finding(
                "D102", self.setting.places[figure.origin], f"Không có cách in số liệu “{form}”.",
                f"Bỏ phần sau dấu |, hoặc chọn một trong: {', '.join(printer.TARGET_FORMS)}.",
            ))
        elif indicator := self.setting.registers.chi_tieu.get(fact.key.ma):
            value = _value(fact.value, indicator)
            words = None if value.number is None else printer.target(value, fact.value.so_sanh, figure.cach_in)
            return replace(figure, value=value, shown=words)
        return figure

    def _unknown(self, figure: Figure) -> Figure:
        close = self._known.nearest(figure.name)
        self.findings.append(finding(
            "D101", self.setting.places[figure.origin], f"Không có số liệu “{figure.name}”.",
            f"Có phải “{close}”?" if close else
            "Khai báo mục tiêu trong “muc_tieu” của kế hoạch rồi dẫn {{ muc_tieu.<mã chỉ tiêu> }}.",
        ))
        return figure


def _begun(line: Paragraph | Item) -> Paragraph | Item:
    """A line whose figures begin a sentence with a large letter, where one stands at its start."""
    if not any(isinstance(each, Figure) and each.total for each in line.inlines):
        return line
    return replace(line, inlines=_capitalised(line.inlines))


def _capitalised(inlines: Line) -> Line:
    made: list[Inline] = []
    for each in inlines:
        if isinstance(each, Figure) and each.total and each.shown:
            each = replace(each, shown=placed(each.shown, shown_text(made)))
        made.append(each)
    return tuple(made)


def _cell(entry: Entry) -> Entry:
    """A cell with the value of the figure that stands there; one that was not found has been reported. A change or
    a share in words is not the total that it is made of: the cell holds no number. Whoever is left out on purpose adds
    nothing to a sum."""
    if not (figure := entry.figure):
        return entry
    is_counted = figure.total or figure.nguon_so_lieu == OF_TASKS
    if is_counted and figure.cach_in not in AS_IT_IS:
        return replace(entry, value=None)
    if figure.total and figure.total.is_left_out:
        nothing = Amount(Decimal(0), state="khong_thuoc_tham_quyen", inputs=(figure.origin,))
        return replace(entry, value=nothing)
    unread = Amount(None, state="khong_doc_duoc", inputs=(figure.origin,))
    return replace(entry, value=figure.value or unread)


def _value(target: MucTieu, indicator: ChiTieu) -> Amount:
    state = Amount(None, state="khong_doc_duoc") if target.gia_tri is None else Amount(target.gia_tri)
    return replace(state, unit=indicator.don_vi_tinh, decimals=indicator.so_le, inputs=(target.origin,))
