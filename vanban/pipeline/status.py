"""What has become of the reports of a period: who has reported, who is late, what is lacking or does not agree."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from vanban.errors import WrongUse
from vanban.facts.directory import Directory, directory_of
from vanban.facts.relations import read_relations
from vanban.facts.reporters import Scope
from vanban.facts.roll_up import RollUp
from vanban.facts.submissions import Submission, submissions
from vanban.facts.unit_figures import UnitFigures, found_by_period
from vanban.model.registers import Registers
from vanban.model.reporting import CheDoBaoCao, KyBaoCao
from vanban.pipeline.crashes import Crashes
from vanban.pipeline.project import Project
from vanban.readers.figure_files import FigureFiles
from vanban.readers.library import open_library
from vanban.slips import nearest


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: everybody where `don_vi` is "", and where `ky` and `nam` are left out what ended last."""

    don_vi: str = ""
    ky: str = ""
    nam: int | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """The reports of one period as of a day; none where the register does not say whose they are."""

    registers: Registers
    regime: CheDoBaoCao
    period: KyBaoCao
    today: date
    submissions: tuple[Submission, ...]

    @property
    def by_group(self) -> Mapping[str, list[Submission]]:
        """As the regime names its reporters."""
        groups: dict[str, list[Submission]] = {ma: [] for ma in self.regime.nguoi_bao_cao}
        for each in self.submissions:
            groups.setdefault(each.nhom, []).append(each)
        return {ma: listed for ma, listed in groups.items() if listed}


def status(project: Project, asked: Asked, today: date) -> tuple[Status, ...]:
    """One for each period of each regime that was asked for. Raises WrongUse for what the registers do not have."""
    project.progress("đọc sổ, số liệu")
    crashes = Crashes(project)
    library = open_library(project.content, project.schemas, [], guard=crashes)
    registers = library.shared.registers
    directory, files = directory_of(registers), FigureFiles(library, registers, crashes)
    _look_up(registers, asked.don_vi)
    return tuple(found for found in (
        _status(registers, directory, files, regime, period, asked.don_vi, today)
        for regime, period in _periods(registers, asked, today)
    ) if found.submissions or not found.regime.nguoi_bao_cao)


def _status(
    registers: Registers, directory: Directory, files: FigureFiles, regime: CheDoBaoCao, period: KyBaoCao,
    don_vi: str, today: date,
) -> Status:
    held = read_relations(registers.quan_he_chi_tieu, registers.chi_tieu)
    rolled = RollUp(directory, UnitFigures(regime, found_by_period(partial(files.of, regime.ma)), today))
    scopes = tuple(map(Scope, [don_vi] if don_vi else regime.nguoi_bao_cao))
    return Status(registers, regime, period, today, submissions(rolled, held, period, scopes, today))


def _look_up(registers: Registers, don_vi: str) -> None:
    known = {**registers.co_quan, **registers.nhom_co_quan}
    if don_vi and don_vi not in known:
        close = nearest(don_vi, known)
        way = f"có phải {close}?" if close else "xem mã ở content/dung_chung"
        raise WrongUse(f"không có đơn vị, nhóm đơn vị “{don_vi}” trong sổ; {way}")


def _periods(registers: Registers, asked: Asked, today: date) -> list[tuple[CheDoBaoCao, KyBaoCao]]:
    """Those of that name and year; without a year the one of that name that ended last. Without a name only those for
    which reports are handed in: others follow from them."""
    all_ = [(regime, period) for regime in registers.che_do_bao_cao.values() for period in regime.ky_bao_cao]
    named = [(regime, period) for regime, period in all_ if period.ma == asked.ky or not asked.ky]
    found = [(regime, period) for regime, period in named if asked.nam in (None, period.cho_nam)]
    if not found:
        there = ", ".join(dict.fromkeys(f"{period.ma} {period.cho_nam}" for _, period in all_))
        raise WrongUse(f"sổ không có kỳ báo cáo ấy; hiện có: {there}" if there else "sổ chưa có chế độ báo cáo nào")
    awaited = found if asked.ky else [each for each in found if each[1].han_nop] or found
    return awaited if asked.nam is not None else list(_last_of_each(awaited, today))


def _last_of_each(
    found: Iterable[tuple[CheDoBaoCao, KyBaoCao]], today: date,
) -> Iterator[tuple[CheDoBaoCao, KyBaoCao]]:
    """Of each regime the period that ended last before `today`, of those that ended together the longest; where none
    has ended, the first."""
    by_regime: dict[str, list[tuple[CheDoBaoCao, KyBaoCao]]] = {}
    for regime, period in found:
        if period.tu_ngay and period.den_ngay:
            by_regime.setdefault(regime.ma, []).append((regime, period))
    for periods in by_regime.values():
        ended = [each for each in periods if _days(each[1])[0] < today]
        yield max(ended, key=lambda each: (_days(each[1])[0], -_days(each[1])[1].toordinal())) if ended else min(
            periods, key=lambda each: _days(each[1]))


def _days(period: KyBaoCao) -> tuple[date, date]:
    """The last and the first day."""
    return period.den_ngay or date.max, period.tu_ngay or date.max
