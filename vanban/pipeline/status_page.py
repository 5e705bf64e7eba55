"""The status of a period as a page: a row for each unit, a column for each area, to be sorted and chosen from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vanban.dates import short_date
from vanban.facts.submissions import Submission
from vanban.pipeline.sorted_page import Cell, Column, Page, Row, Section, Tone
from vanban.pipeline.status import Status
from vanban.pipeline.status_words import heading, said, summary

# What rows can be chosen by, worst first.
CHOICES: Mapping[str, str] = {
    "chua": "Chưa báo cáo", "qua_han": "Quá hạn", "muon": "Nộp muộn", "thieu": "Còn thiếu chỉ tiêu",
    "hong": "Số chưa đọc được", "lech": "Số không khớp", "dieu_chinh": "Đã điều chỉnh", "du": "Đủ, khớp",
}
# The column of indicators whose area the register does not say.
OTHER = "Lĩnh vực khác"


@dataclass(frozen=True, slots=True)
class Area:
    """What a unit has reported of an area: the indicators that it is asked for, those of them with a figure, and what
    is wrong with some."""

    asked: int
    said: int
    refused: int = 0
    broken: int = 0

    @property
    def tone(self) -> Tone:
        return "bad" if self.refused or self.broken else "good" if self.said == self.asked else "warn"

    @property
    def words(self) -> str:
        """ "12/12", "10/12", "11/12, 1 chưa đọc được", "12/12, lệch"."""
        more = [f"{self.refused} chưa đọc được"] if self.refused else []
        return ", ".join([f"{self.said}/{self.asked}", *more, *(["lệch"] if self.broken else [])])


def page(found: Sequence[Status]) -> Page:
    """One table for each period."""
    return Page("Tình hình báo cáo", tuple(map(_section, found)), CHOICES,
                "Kỳ này không có đơn vị nào phải báo cáo.")


def areas(status: Status, each: Submission) -> dict[str, Area]:
    """By area, in the order of the register, what a unit has reported."""
    of = {ma: indicator.linh_vuc or OTHER for ma, indicator in status.registers.chi_tieu.items()}
    broken = {of[term.ma] for one in each.broken for term in one.equation.left.terms if term.ma in of}
    refused = [one.ma for one in each.refused]
    silent = {*each.lacking, *each.unknown, *refused} if each.is_reported else {*each.asked}
    made: dict[str, Area] = {}
    for name in dict.fromkeys(of[ma] for ma in each.asked):
        own = [ma for ma in each.asked if of[ma] == name]
        made[name] = Area(len(own), sum(ma not in silent for ma in own), sum(ma in own for ma in set(refused)),
                          int(name in broken))
    return made


def flags(each: Submission) -> tuple[str, ...]:
    """Which of CHOICES a report belongs to."""
    has = {
        "chua": not each.is_reported, "qua_han": not each.is_reported and bool(each.late),
        "muon": each.is_reported and bool(each.late), "thieu": each.is_reported and bool(each.lacking or each.unknown),
        "hong": each.is_reported and bool(each.refused), "lech": bool(each.broken), "dieu_chinh": bool(each.corrected),
    }
    is_whole = each.is_reported and not any(has[flag] for flag in ("thieu", "hong", "lech"))
    return (*(flag for flag, holds in has.items() if holds), *(["du"] if is_whole else []))


def _section(status: Status) -> Section:
    names = list(dict.fromkeys(name for each in status.submissions for name in areas(status, each)))
    columns = (Column("Đơn vị"), Column("Nhóm"), Column("Báo cáo", "sign"), Column("Ngày", "number"),
               Column("Hạn", "number"), Column("Muộn (ngày)", "number"), *(Column(name, "number") for name in names),
               Column("Cần xem"))
    rows = tuple(_row(status, each, names) for each in status.submissions)
    return Section(heading(status), (summary(status),), columns, rows)


def _row(status: Status, each: Submission, names: Sequence[str]) -> Row:
    own, called = areas(status, each), status.registers.called
    return Row((
        Cell((called(each.don_vi),)), Cell((called(each.nhom),)), *_sent(each),
        *(_area(own.get(name)) for name in names), Cell(tuple(said(status, each))[1:]),
    ), flags(each))


def _sent(each: Submission) -> Iterator[Cell]:
    """Number, day, deadline of a report, and how late it is."""
    so_lieu = each.so_lieu if each.is_reported else None
    number = so_lieu.so_bao_cao or "Đã báo cáo" if so_lieu else "Chưa báo cáo"
    yield Cell((number,), "" if so_lieu else "bad" if each.late else "warn")
    for day in (so_lieu.ngay_bao_cao if so_lieu else None, each.deadline):
        yield Cell((short_date(day),), key=str(day.toordinal())) if day else Cell()
    yield Cell((str(each.late),), "bad", str(each.late)) if each.late else Cell()


def _area(area: Area | None) -> Cell:
    """What a unit is not asked for stays blank; cells are ordered by what is wrong, then by how much is there."""
    if area is None:
        return Cell()
    return Cell((area.words,), area.tone, f"{area.said / area.asked - 2 * (area.refused + area.broken):.4f}")
