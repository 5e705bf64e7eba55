"""Files of figures to be filled in: one for a unit, one for each member of a group. What is there stays as it is."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from vanban.dates import short_date
from vanban.errors import WrongUse
from vanban.facts.directory import Directory, directory_of
from vanban.facts.opening import proposed_opening
from vanban.facts.relations import Held, read_relations
from vanban.facts.reporters import Scope
from vanban.facts.roll_up import RollUp
from vanban.facts.submissions import deadline
from vanban.facts.unit_figures import UnitFigures, found_by_period
from vanban.figure_words import period_words
from vanban.files import write_whole
from vanban.model.indicators import ChiTieu
from vanban.model.registers import Registers
from vanban.model.reporting import CheDoBaoCao, Ky, KyBaoCao
from vanban.numerals import typed_number
from vanban.pipeline.crashes import Crashes
from vanban.pipeline.project import Project
from vanban.readers.catalogue import FIGURES, figures_entry
from vanban.readers.figure_files import FigureFiles
from vanban.readers.library import Library, open_library
from vanban.slips import nearest
from vanban.writers.to_blank_figures import BlankFigures, Line, to_blank_figures

_FORMS = ("Dưới gia_tri, sau dấu hai chấm của mỗi dòng ghi con số, “ước 150,5”, “không phát sinh”, “chưa có” hoặc "
          "“không thuộc thẩm quyền”; để trống là chưa báo cáo. Hướng dẫn: docs/so_lieu.md.")
_STATE = "ubnd_"


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose files: a body or a group by its id, or the folder of a body; of which period; che_do: of which regime, ""
    where only one has such a period."""

    don_vi: str
    nam: str
    ky: str
    che_do: str = ""


@dataclass(frozen=True, slots=True)
class StartedFigures:
    """What was written; what was there already, by unit; what is to be known of the period, in sentences.

    don_vi  the id of the body or group that was meant
    """

    don_vi: str
    written: tuple[Path, ...]
    there: tuple[tuple[str, str], ...]
    told: tuple[str, ...]


def new_figures(project: Project, asked: Asked) -> StartedFigures:
    """Writes the files that are not there.

    Raises WrongUse for a unit, a period, a regime that the registers do not have, for units that report nothing then,
    and where one unit has its file already.
    """
    if not re.fullmatch(r"(19|20)\d\d", asked.nam):
        raise WrongUse(f"“{asked.nam}” không dùng được cho --nam; ví dụ: --nam 2026")
    library = open_library(project.content, project.schemas, [], guard=Crashes(project))
    registers = library.shared.registers
    directory = directory_of(registers)
    whose = _named(registers, asked.don_vi)
    regime, period, units = _regime(registers, directory, asked, whose)
    work = _Work(project, library, registers, directory, regime, period)
    made = {unit: work.path(unit) for unit in units if not work.known(unit)}
    there = tuple((registers.called(unit), work.known(unit)) for unit in units if unit not in made)
    if not made and len(units) == 1:
        raise WrongUse(f"đã có {there[0][1]}; điền tiếp vào tệp ấy")
    texts = {path: work.text(unit, path) for unit, path in made.items()}
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode())
    return StartedFigures(whose, tuple(texts), there, tuple(work.told()))


def _named(registers: Registers, don_vi: str) -> str:
    """The id of the body or the group that is meant."""
    known = {**registers.co_quan, **registers.nhom_co_quan}
    if found := next((ma for ma in (don_vi, f"{_STATE}{don_vi}") if ma in known), ""):
        return found
    close = nearest(don_vi, dict.fromkeys(each for ma in known for each in (ma, ma.removeprefix(_STATE))))
    raise WrongUse(f"không có đơn vị, nhóm đơn vị “{don_vi}” trong sổ; "
                   + (f"có phải {close}?" if close else "xem mã ở content/dung_chung"))


def _regime(
    registers: Registers, directory: Directory, asked: Asked, whose: str,
) -> tuple[CheDoBaoCao, KyBaoCao, tuple[str, ...]]:
    """The regime with that period, the units of `whose` that report in it, in the order of the group."""
    ky = Ky(asked.ky, int(asked.nam))
    named = [each for each in registers.che_do_bao_cao.values() if asked.che_do in ("", each.ma)]
    if not named:
        raise WrongUse(f"không có chế độ báo cáo “{asked.che_do}” trong sổ; có: {', '.join(registers.che_do_bao_cao)}")
    periods = [(each, period) for each in named if (period := each.period(ky))]
    if not periods:
        there = "; ".join(f"{each.ma}: {each.last_periods}" for each in named)
        raise WrongUse(f"sổ không có kỳ {asked.ky} năm {asked.nam}; hiện có {there}")
    due = [(each, period, units) for each, period in periods if (units := _due(directory, each, period, whose))]
    if not due:
        raise WrongUse(f"{registers.called(whose)} không phải báo cáo kỳ {asked.ky} năm {asked.nam}; xem nguoi_bao_cao "
                       "của chế độ và nhóm đơn vị trong sổ")
    if len(due) > 1:
        names = ", ".join(each.ma for each, _, _ in due)
        raise WrongUse(f"có {len(due)} chế độ báo cáo có kỳ này: {names}; chọn một bằng --che-do")
    return due[0]


def _due(directory: Directory, regime: CheDoBaoCao, period: KyBaoCao, whose: str) -> tuple[str, ...]:
    if not period.den_ngay:
        return ()
    listed = directory.reporters.listing(whose, period.den_ngay)
    return tuple(unit for unit in listed if any(_asked_of(directory, regime, period, unit)))


def _asked_of(directory: Directory, regime: CheDoBaoCao, period: KyBaoCao, unit: str) -> Iterator[ChiTieu]:
    """The indicators that a unit reports, in the order of the register."""
    for each in directory.chi_tieu.values():
        if each.is_asked and directory.reporters.due(regime, period, each, (Scope(unit, True),)):
            yield each


@dataclass
class _Work:
    project: Project
    library: Library
    registers: Registers
    directory: Directory
    regime: CheDoBaoCao
    period: KyBaoCao

    def __post_init__(self) -> None:
        self._files = FigureFiles(self.library, self.registers, Crashes(self.project))
        find = found_by_period(partial(self._files.of, self.regime.ma))
        self._rolled = RollUp(self.directory, UnitFigures(self.regime, find, None))
        self._held: tuple[Held, ...] = read_relations(self.registers.quan_he_chi_tieu, self.registers.chi_tieu)

    def known(self, unit: str) -> str:
        """The file in which the unit has figures of the period, or that stands where they would; "" where none does."""
        read = (each.so_lieu for each in self._files.files_of(self.regime.ma, self.period.ky))
        if found := next((each.tep for each in read if each and each.co_quan == unit), ""):
            return found
        taken = [path for path in self._paths(unit) if path.exists() and not self._is_of_another(path)]
        return taken[0].relative_to(self.project.root).as_posix() if taken else ""

    def path(self, unit: str) -> Path:
        """Where its file goes; only for a unit of which none is `known`."""
        return next(path for path in self._paths(unit) if not path.exists())

    def _paths(self, unit: str) -> tuple[Path, Path]:
        """Into the folder of its other files, else that of its name; the second beside a file of another regime."""
        folder = next(self._folders(unit), unit.removeprefix(_STATE))
        year = self.project.content / folder / str(self.period.cho_nam) / FIGURES
        return year / f"{self.period.ma}.yaml", year / f"{self.period.ma}_{self.regime.ma}.yaml"

    def _is_of_another(self, path: Path) -> bool:
        """Whether a file is of another regime."""
        so_lieu = self._files.read(figures_entry(path, self.project.content)).so_lieu
        return so_lieu is not None and so_lieu.che_do_bao_cao != self.regime.ma

    def text(self, unit: str, path: Path) -> str:
        home = self.project.root
        schema = Path(os.path.relpath(home / "schemas/so_lieu.schema.json", path.parent)).as_posix()
        days = f"{_day(self.period.tu_ngay)} – {_day(self.period.den_ngay)}"
        until = deadline(self.directory.reporters, self.period, unit)
        opening = [f"Số liệu {self._period_words()} ({days}) của {self.registers.called(unit)}: {self.regime.ten_goi}."
                   + (f" Hạn nộp: {short_date(until)}." if until else ""), _FORMS]
        whose = [("co_quan", unit), ("che_do_bao_cao", self.regime.ma), ("ky_bao_cao", self.period.ma),
                 ("cho_nam", str(self.period.cho_nam))]
        report = [("so_bao_cao", "31/BC-UBND"), ("ngay_bao_cao", _day(until or self.period.den_ngay))]
        return to_blank_figures(BlankFigures(schema, opening, whose, report, list(self._lines(unit))))

    def told(self) -> Iterator[str]:
        if self.period.is_closed and self.period.chot_so:
            yield (f"Kỳ này đã chốt ngày {_day(self.period.chot_so.ngay_chot)}: số điền sau đó vào báo cáo ký từ "
                   "nay, không đổi báo cáo đã ban hành.")

    def _folders(self, unit: str) -> Iterator[str]:
        """The folders in which files of the unit for the periods of the regime lie, the latest first."""
        for period in reversed(self.regime.ky_bao_cao):
            for each in self._files.files_of(self.regime.ma, period.ky):
                if each.so_lieu and each.so_lieu.co_quan == unit:
                    yield Path(each.so_lieu.tep).relative_to(self.project.content.name).parts[0]

    def _lines(self, unit: str) -> Iterator[Line]:
        for each in _asked_of(self.directory, self.regime, self.period, unit):
            found = proposed_opening(self._rolled, self._held, each, unit, self.period.ky) if (
                each.tinh_chat == "dau_ky") else None
            if found:
                number, ky = found
                why = f"Máy đề nghị theo số đã báo cáo của {self._words(ky)}; xem lại, sai thì sửa."
                yield Line(each, typed_number(number), why)
            else:
                yield Line(each)

    def _period_words(self) -> str:
        return self._words(self.period.ky)

    def _words(self, ky: Ky) -> str:
        period = self.regime.period(ky)
        return period_words(ky.ma, ky.cho_nam, _day(period.den_ngay) if period else "")


def _day(day: date | None) -> str:
    return short_date(day) if day else "…"
