"""Closes a period: `chot_so` into the regime, beside the registers what its figures were. Opens it anew: `mo_lai`."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from vanban.dates import short_date
from vanban.edits.applying import edited, write_edited
from vanban.edits.entries import edit_items, edit_keys
from vanban.edits.rendered import Data
from vanban.errors import WrongUse
from vanban.facts.question import Question
from vanban.facts.reporters import Scope
from vanban.facts.roll_up import RollUp
from vanban.facts.submissions import is_reported
from vanban.facts.unit_figures import UnitFigures, found_by_period
from vanban.figure_words.periods import named_in
from vanban.files import put_with
from vanban.findings import Finding, Fix, has_errors, in_order
from vanban.locks import alone_in
from vanban.model.reporting import Ky, KyBaoCao
from vanban.pipeline.crashes import Crashes
from vanban.pipeline.project import Project
from vanban.readers.closings import closing_bytes, closing_path
from vanban.readers.figure_files import FigureFiles
from vanban.readers.library import Library, open_library
from vanban.readers.source import Source
from vanban.readers.spans import Path as YamlPath


@dataclass(frozen=True, slots=True)
class Asked:
    """The period, the day of closing or opening, and by whom; "" where that is not said."""

    che_do: str
    ky: Ky
    day: date
    nguoi: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """What was written; nothing where there are faults at error level.

    period   in words
    files    how many units have reported, whose files were kept
    missing  the names of those that have to report and have not
    """

    findings: tuple[Finding, ...]
    period: str
    written: tuple[Path, ...] = ()
    files: int = 0
    missing: tuple[str, ...] = ()


def close(project: Project, asked: Asked) -> Closed:
    """Closes a period that is open. Nothing is written while a file of it has a fault.

    Raises WrongUse for a period that the registers do not have, and for one that is closed and of which it is known how
    it was closed.
    """
    with alone_in(project.content):
        return _close(project, asked)


def _close(project: Project, asked: Asked) -> Closed:
    library, source, path, period = _found(project, asked)
    files = FigureFiles(library, library.shared.registers, Crashes(project))
    record = closing_path(project.content, asked.che_do, asked.ky)
    if period.is_closed and record.exists():
        raise WrongUse(f"kỳ này đã chốt{_on(period)}; muốn sửa số liệu thì mở lại bằng --mo-lai 'lý do'")
    if opened := [each.ngay_mo for each in period.mo_lai if each.ngay_mo and each.ngay_mo > asked.day]:
        raise WrongUse(f"kỳ này được mở lại ngày {short_date(max(opened))}; chốt lại với ngày từ ngày đó (--ngay)")
    read, name = files.files_of(asked.che_do, asked.ky), named_in(period)
    if has_errors(found := in_order(files.faults(read))):
        return Closed(found, name)
    indicators = library.shared.registers.chi_tieu.values()
    kept = [own for each in read if (own := each.so_lieu) and is_reported(own, indicators)]
    day = period.chot_so.ngay_chot if period.is_closed and period.chot_so else None
    fixes = [] if period.is_closed else _closing(source, path, asked, _number(period, asked))
    missing = _missing(library, files, asked, {each.co_quan for each in kept})
    with put_with(record, closing_bytes(kept, day or asked.day)):
        written = _written(project, source, fixes)
    return Closed(found, name, (record, *written), len(kept), missing)


def reopen(project: Project, asked: Asked, why: str) -> Closed:
    """Opens a closed period anew. Raises WrongUse for one that is open."""
    with alone_in(project.content):
        return _reopen(project, asked, why)


def _reopen(project: Project, asked: Asked, why: str) -> Closed:
    _, source, path, period = _found(project, asked)
    if not period.is_closed:
        raise WrongUse("kỳ này đang mở")
    if period.chot_so and period.chot_so.ngay_chot and asked.day < period.chot_so.ngay_chot:
        raise WrongUse(f"kỳ này chốt{_on(period)}; ngày mở lại phải từ ngày đó")
    if not why.strip():
        raise WrongUse("sau --mo-lai còn thiếu lý do")
    if not asked.nguoi:
        raise WrongUse("mở lại kỳ đã chốt phải ghi ai cho mở; thêm --nguoi 'Họ và tên'")
    entry = {"ngay_mo": short_date(asked.day), **_by("nguoi_mo", asked), "ly_do": " ".join(why.split())}
    listed = source.value(path).get("mo_lai")
    fixes = (
        edit_items(source, (*path, "mo_lai"), inserted={len(listed): [entry]}) if listed
        else edit_keys(source, path, inserted={"chot_so": {"mo_lai": [entry]}})
    )
    return Closed((), named_in(period), tuple(_written(project, source, fixes)))


def _found(project: Project, asked: Asked) -> tuple[Library, Source, YamlPath, KyBaoCao]:
    """The period, with the file of the register and the path where it stands."""
    library = open_library(project.content, project.schemas, [], guard=Crashes(project))
    regime = library.shared.registers.che_do_bao_cao.get(asked.che_do)
    period = regime.period(asked.ky) if regime else None
    if not regime or not period:
        known = library.shared.registers.che_do_bao_cao.values()
        there = ", ".join(f"{each.ma} {one.ma} {one.cho_nam}" for each in known for one in each.ky_bao_cao)
        wanted = f"{asked.ky.ma} năm {asked.ky.cho_nam} của chế độ “{asked.che_do}”"
        raise WrongUse(f"sổ không có kỳ {wanted}; hiện có: {there}")
    return library, *_place(library, asked), period


def _place(library: Library, asked: Asked) -> tuple[Source, YamlPath]:
    wanted = (asked.che_do, asked.ky.ma, str(asked.ky.cho_nam))
    for file in library.shared.files:
        for at, each in enumerate((file.data or {}).get("che_do_bao_cao", ())):
            for number, one in enumerate(each.get("ky_bao_cao", ())):
                if (each.get("ma"), one.get("ma"), str(one.get("cho_nam"))) == wanted:
                    return file.source, ("che_do_bao_cao", at, "ky_bao_cao", number)
    raise LookupError(f"{asked.che_do} stands in no register file")


def _number(period: KyBaoCao, asked: Asked) -> int:
    """Which closing this is, where it is on the day of an opening: else the days tell which came behind."""
    return len(period.mo_lai) + 1 if any(each.ngay_mo == asked.day for each in period.mo_lai) else 0


def _missing(library: Library, files: FigureFiles, asked: Asked, reported: Collection[str]) -> tuple[str, ...]:
    """Who should have reported by name, in the order of the register."""
    registers, directory = library.shared.registers, files.directory
    regime = registers.che_do_bao_cao[asked.che_do]
    rolled = RollUp(directory, UnitFigures(regime, found_by_period(partial(files.of, regime.ma)), None))
    scopes = tuple(map(Scope, regime.nguoi_bao_cao))
    due = {don_vi for indicator in registers.chi_tieu.values() if indicator.tinh_chat not in (None, "tinh")
           for don_vi in rolled.due(indicator, Question(scopes[0], asked.ky, scopes))} if scopes else set()
    return tuple(map(registers.called, directory.reporters.in_order(due - {*reported})))


def _closing(source: Source, path: YamlPath, asked: Asked, number: int) -> list[Fix]:
    entry: dict[str, Data] = {"ngay_chot": short_date(asked.day), **_by("nguoi_chot", asked)}
    entry |= {"lan_thu": number} if number else {}
    keys = list(source.value(path))
    if "chot_so" not in keys:
        return edit_keys(source, path, inserted={keys[-1]: {"chot_so": entry}})
    return edit_keys(source, path, removed=["chot_so"], inserted={keys[keys.index("chot_so") - 1]: {"chot_so": entry}})


def _by(key: str, asked: Asked) -> dict[str, str]:
    return {key: asked.nguoi} if asked.nguoi else {}


def _written(project: Project, source: Source, fixes: Iterable[Fix]) -> list[Path]:
    if not (fixes := list(fixes)):
        return []
    path = project.content.parent / source.file
    write_edited(path, source, edited(source, fixes))
    return [path]


def _on(period: KyBaoCao) -> str:
    day = period.chot_so.ngay_chot if period.chot_so else None
    return f" ngày {short_date(day)}" if day else ""
