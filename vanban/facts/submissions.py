"""What has become of each unit's report for a period: sent or not, late or not, what it lacks, what does not agree.

A deadline is held to its last day: "Trước ngày 25" ends on the 24th, "Chậm nhất ngày 25" on the 25th.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vanban.facts.question import Question
from vanban.facts.relations import Broken, Held, broken
from vanban.facts.reporters import Reporters, Scope
from vanban.facts.roll_up import RollUp
from vanban.model.indicators import ChiTieu
from vanban.model.reporting import KyBaoCao
from vanban.model.so_lieu import SoLieu
from vanban.model.total import Input


@dataclass(frozen=True, slots=True)
class Submission:
    """One unit's report.

    nhom      which of the reporters of the regime it is one of: a group, or the unit itself
    deadline  its last day; None where the regime states none for it
    so_lieu   its file; None while there is none
    late      days after the deadline: of what was sent, of what has not been sent so far; None where that is not known
    asked     indicators that it has to report
    lacking   indicators that it is asked for and has no line of; unknown: "chưa có"; refused: typed and not read
    broken    relations that its figures do not keep
    corrected the days of its corrections
    """

    don_vi: str
    nhom: str
    deadline: date | None
    so_lieu: SoLieu | None
    late: int | None
    asked: tuple[str, ...]
    lacking: tuple[str, ...]
    unknown: tuple[str, ...]
    refused: tuple[Input, ...]
    broken: tuple[Broken, ...]
    corrected: tuple[date, ...]

    @property
    def is_reported(self) -> bool:
        """Whether there is a report with at least one figure."""
        return self.so_lieu is not None and bool(self.so_lieu.gia_tri)


def is_reported(so_lieu: SoLieu, asked: Iterable[ChiTieu]) -> bool:
    """Whether a file has at least one figure that somebody has filled in; `asked`: the indicators it may have."""
    return bool(so_lieu.gia_tri) and _is_begun(so_lieu, asked)


def submissions(
    rolled: RollUp, held: Sequence[Held], period: KyBaoCao, scopes: tuple[Scope, ...], today: date,
) -> tuple[Submission, ...]:
    """Those of all who are due within `scopes`, in the order of the register. `today`: until when a report may have
    come."""
    asked: dict[str, list[ChiTieu]] = {}
    for indicator in rolled.directory.chi_tieu.values():
        if indicator.is_asked and scopes:
            for don_vi in rolled.due(indicator, Question(scopes[0], period.ky, scopes)):
                asked.setdefault(don_vi, []).append(indicator)
    return tuple(
        _submission(rolled, held, period, don_vi, asked[don_vi], today)
        for don_vi in rolled.directory.reporters.in_order(asked)
    )


def deadline(reporters: Reporters, period: KyBaoCao, don_vi: str) -> date | None:
    """Until when a unit hands its report in, that day counted: what is stated for itself, else for a group of it."""
    stated = [each for each in period.han_nop if don_vi in reporters.members(each.don_vi, _last(period))]
    own = next((each for each in stated if each.don_vi == don_vi), stated[0] if stated else None)
    return own.thoi_gian.den_ngay if own and own.thoi_gian else None


def corrections(so_lieu: SoLieu, day: date | None) -> tuple[date, ...]:
    """The days of the corrections until `day`, in order."""
    return tuple(sorted(
        each.ngay_dieu_chinh for each in so_lieu.dieu_chinh if day is None or each.ngay_dieu_chinh <= day
    ))


def _last(period: KyBaoCao) -> date:
    return period.den_ngay or date.min


def _submission(
    rolled: RollUp, held: Iterable[Held], period: KyBaoCao, don_vi: str, asked: Sequence[ChiTieu], today: date,
) -> Submission:
    figures, ky, reporters = rolled.figures, period.ky, rolled.directory.reporters
    until, reading = deadline(reporters, period, don_vi), figures.reading(don_vi, ky)
    so_lieu = reading.so_lieu if reading and (reading.so_lieu.ngay_bao_cao or today) <= today else None
    if so_lieu and not _is_begun(so_lieu, asked):
        so_lieu = None
    said = {each.ma: figures.figure(don_vi, each, ky) for each in asked}
    known = [(ma, figure) for ma, figure in said.items() if figure]
    sent = so_lieu.ngay_bao_cao if so_lieu else today
    return Submission(
        don_vi, _listed_as(rolled, don_vi, _last(period)), until, so_lieu,
        max(0, (sent - until).days) if sent and until else None,
        tuple(said),
        tuple(ma for ma, figure in said.items() if figure is None),
        tuple(ma for ma, figure in known if figure.state == "chua_co"),
        tuple(each for _, figure in known if figure.state == "khong_doc_duoc" for each in figure.inputs),
        tuple(found for each in held if (found := broken(rolled, each, Scope(don_vi, True), ky))) if so_lieu else (),
        corrections(so_lieu, figures.day) if so_lieu else (),
    )


def _is_begun(so_lieu: SoLieu, asked: Iterable[ChiTieu]) -> bool:
    """Whether somebody has filled the file in: a new one holds opening stocks that the machine proposes (`opening`)."""
    proposed = {each.ma for each in asked if each.tinh_chat == "dau_ky"}
    return bool(so_lieu.so_bao_cao or so_lieu.ngay_bao_cao or so_lieu.gia_tri.keys() - proposed)


def _listed_as(rolled: RollUp, don_vi: str, day: date) -> str:
    groups = rolled.figures.regime.nguoi_bao_cao
    return next((each for each in groups if don_vi in rolled.directory.reporters.members(each, day)), don_vi)
