"""What is known of the old year beside its plan: the states of its tasks in reports of any unit, the results of its
indicators in what units have reported. Whatever is missing is asked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from vanban.dates import parse_date
from vanban.facts.regimes import Regimes
from vanban.facts.reporters import Scope
from vanban.figure_words.periods import period_words
from vanban.model.reporting import Ky
from vanban.numerals import typed_number
from vanban.pipeline.planned_papers import paper_at
from vanban.pipeline.project import Project
from vanban.plan.context import TaskState
from vanban.readers.catalogue import YEAR
from vanban.readers.content import Content
from vanban.readers.named_files import inside
from vanban.readers.source import read_source
from vanban.text import upper_first

_KEY = b"theo_ke_hoach:"
# Periods that speak for a year, the best first.
_PERIODS = ("nam", "chin_thang", "sau_thang")
_SURE = {"uoc": "ước ", "so_bo": "sơ bộ "}


@dataclass(frozen=True, slots=True)
class _Report:
    """What one report says of the tasks of a plan."""

    day: date
    path: Path
    told: Mapping[str, Any]


def states_of(project: Project, plans: Iterable[str], day: date) -> dict[str, TaskState]:
    """What reports signed by that day say of the tasks of these plans (“nghe_an/2025/phu_luc_nhiem_vu”), by the ids of
    the tasks; of several the latest says it."""
    wanted = set(plans)
    found = [report for path in _files(project.content) if (report := _report(path, wanted)) and report.day <= day]
    states: dict[str, TaskState] = {}
    for report in sorted(found, key=lambda each: each.day):
        states |= _said(report, paper_at(project, report.path, report.day))
    return states


def _files(content: Path) -> Iterable[Path]:
    """The documents of all years; nothing behind a link, which may lead anywhere."""
    years = (path for path in content.glob("*/*") if path.is_dir() and YEAR.fullmatch(path.name))
    found = (file for folder in sorted(years) for file in sorted(folder.glob("*.yaml")))
    return (file for file in found if inside(content, file.relative_to(content).as_posix()) and file.is_file())


def _report(path: Path, wanted: set[str]) -> _Report | None:
    raw = path.read_bytes()
    if _KEY not in raw:
        return None
    source, _ = read_source(path.name, raw)
    data = source.data if isinstance(source.data, dict) else {}
    told = data.get("ket_qua_nhiem_vu")
    if not isinstance(told, dict) or told.get("theo_ke_hoach") not in wanted:
        return None
    try:
        day = parse_date(str(data.get("ngay_ban_hanh") or data.get("ngay_du_kien")))
    except ValueError:
        return None
    return _Report(day, path, told)


def _said(report: _Report, name: str) -> dict[str, TaskState]:
    states, source = {}, "/".join(report.path.parts[-3:])
    for state in ("hoan_thanh", "dang_thuc_hien", "chua_trien_khai"):
        listed = report.told.get(state)
        for each in listed if isinstance(listed, list) else ():
            entry = each if isinstance(each, dict) else {"ma": each}
            states[str(entry.get("ma"))] = TaskState(state, name, str(entry.get("han_moi") or ""), source)
    return states


def results_of(content: Content, year: int, day: date, don_vi: str) -> Callable[[str], str]:
    """What came of an indicator of a body and all that report through it in that year, as of a day: “kết quả năm 2025:
    98,77%”; "" where nothing was reported."""
    registers = content.registers
    regimes = Regimes(content.figures.directory, registers.che_do_bao_cao, content.figures.of, day)

    def result(ma: str) -> str:
        known = registers.chi_tieu.get(ma)
        if known is None or known.tinh_chat is None:
            return ""
        for regime in registers.che_do_bao_cao.values():
            for ky in (Ky(period, year) for period in _PERIODS):
                if regime.period(ky) and (totals := regimes.of(regime.ma)):
                    total = totals.total(ma, Scope(don_vi), ky)
                    if total.amount.printed is not None:
                        unit = known.don_vi_tinh if known.don_vi_tinh == "%" else f" {known.don_vi_tinh}".rstrip()
                        sure = _SURE.get(total.amount.state, "")
                        part = f" ({total.n}/{total.m} đơn vị)" if total.n < total.m else ""
                        said = f"{sure}{typed_number(total.amount.printed)}{unit}{part}"
                        return f"{upper_first(period_words(ky.ma, ky.cho_nam))} đạt {said}"
        return ""
    return result
