"""Next year's plan of a unit from this year's: what is there → decisions, drafts, and what may be written of them.

Nothing is written while something stands in the way, and nothing at all of a run that was stopped.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vanban.dates import short_date
from vanban.findings import Finding, Place, finding, has_errors, in_order
from vanban.folders import put_together
from vanban.locks import alone_in
from vanban.model.places import Places
from vanban.model.year_turn import QuyetDinhChuyen
from vanban.pipeline.crashes import Crashes
from vanban.pipeline.planned_answers import Answers, answers_of, is_near
from vanban.pipeline.planned_files import BASE, NAME, PAGE, YAML, Merging, Stored, merged_files, with_base
from vanban.pipeline.planned_obstacles import NotPlanned, obstacles, odd_files
from vanban.pipeline.planned_sets import PlannedSets, planned_sets
from vanban.pipeline.project import Project
from vanban.plan.base import Base
from vanban.plan.merging import Region
from vanban.plan.to_md import Reading, to_md
from vanban.plan.to_yaml import new_text, updated
from vanban.readers.build_document import build_document
from vanban.readers.catalogue import SHARED
from vanban.readers.content import read_content
from vanban.readers.library import open_library
from vanban.readers.typed_file import read_typed
from vanban.slips import nearest

# The years that folders may be named by.
FIRST_YEAR, LAST_YEAR = 1900, 2099
_SHOWN = 60
# So many units are named where nobody knows which one is meant.
_NAMED = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """day       the expected day of signing; None where it is not said
    apply     whether changes that meet none of a person's are written into files that he has changed
    dry_run   whether nothing is written at all
    superior  the plan whose tasks are taken in, below content/; "" for that of before, if there was one
    """

    don_vi: str
    old: int
    new: int
    day: date | None = None
    apply: bool = False
    dry_run: bool = False
    superior: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """What came of it.

    findings   what stands in the way (nothing is written then), and what is told
    folder     that of the new year
    written    the files that were written, or would be in a dry run; those that went
    sets, decisions  what was decided on whole documents, and on their places
    held       changes that were not put into files that somebody has changed, by file
    told       sentences on what was left as it is
    questions  how many the drafts ask: targets of one clause are asked there once
    """

    findings: tuple[Finding, ...]
    folder: Path
    written: tuple[Path, ...] = ()
    sets: tuple[QuyetDinhChuyen, ...] = ()
    decisions: tuple[QuyetDinhChuyen, ...] = ()
    held: Mapping[str, tuple[Region, ...]] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    questions: int = 0

    @property
    def open(self) -> int:
        """How many places a person has to settle still."""
        return sum(each.is_open for each in (*self.sets, *self.decisions))


def plan(project: Project, asked: Asked) -> Planned:
    """Carries the plan of a unit over to another year. A finding says why that cannot be: a unit that is not there, a
    year that is none or not ahead, a day far from it, an old year without a plan, a superior's plan that is none.
    """
    unit = project.content / asked.don_vi
    try:
        _refuse(project, asked)
        with nullcontext() if asked.dry_run else alone_in(unit):
            return _planned(project, asked, unit)
    except NotPlanned as refused:
        return Planned((refused.finding,), unit / str(asked.new))


def _planned(project: Project, asked: Asked, unit: Path) -> Planned:
    folder = unit / str(asked.new)
    stored = Stored(folder)
    if odd := [*obstacles(stored)]:
        return Planned(in_order(odd), folder)
    answers = answers_of(project, folder, asked.old, asked.new, asked.day, asked.superior)
    if has_errors(answers.findings):
        return Planned(in_order(answers.findings), folder)
    content = read_content(open_library(project.content, project.schemas, [unit]), Crashes(project))
    sets = planned_sets(project, content, unit, answers.about)
    if has_errors(sets.findings):
        return Planned(in_order(sets.findings), folder)
    return _put(project, asked, answers, sets, stored)


def _refuse(project: Project, asked: Asked) -> None:
    """Raises NotPlanned for a unit, years or a day of signing that cannot be."""
    units = sorted(path.name for path in project.content.iterdir() if path.is_dir() and path.name != SHARED)
    where = f"content/{asked.don_vi[:_SHOWN]}"
    if asked.don_vi not in units:
        raise NotPlanned(where, f"Không có thư mục của đơn vị “{asked.don_vi[:_SHOWN]}” trong content/",
                         _which(asked.don_vi, units))
    for year in (asked.new, asked.old):
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise NotPlanned(where, f"Năm {str(year)[:_SHOWN]} không phải là năm từ {FIRST_YEAR} đến {LAST_YEAR}",
                             "Ghi năm bằng bốn chữ số, ví dụ --to 2026.")
    if asked.new <= asked.old:
        raise NotPlanned(where, f"Năm mới {asked.new} không sau năm cũ {asked.old}",
                         f"Ghi --to {asked.old + 1}, hoặc --from {asked.new - 1}.")
    if asked.day and not is_near(asked.day, asked.new):
        raise NotPlanned(where, f"Ngày ký {short_date(asked.day)} không thuộc năm {asked.new - 1} hay {asked.new}",
                         f"Kế hoạch năm {asked.new} ký cuối năm trước hoặc trong năm ấy; sửa --ngay-ky.")


def _which(don_vi: str, units: Sequence[str]) -> str:
    """The unit that may be meant, else those that there are."""
    if close := nearest(don_vi, units):
        return f"Có phải {close}?"
    more = f" và {len(units) - _NAMED} đơn vị khác" if len(units) > _NAMED else ""
    return f"Có: {', '.join(units[:_NAMED])}{more}."


def _put(project: Project, asked: Asked, answers: Answers, sets: PlannedSets, stored: Stored) -> Planned:
    """Puts the new files in their place, where nothing stands in the way."""
    texts = {name: roll.text for name, roll in sets.rolls.items() if not roll.fault}
    if odd := [*odd_files(stored.folder, {*texts, *stored.names})]:
        return Planned(in_order(odd), stored.folder)
    page = to_md(answers.about, sets.sets, sets.decisions, Reading(
        NAME, sets.words, tuple(sets.marks), sets.questions, sets.comments))
    merging = merged_files({**texts, PAGE: page}, stored, asked.apply)
    merging.files |= _filled_in(answers, sets, stored)
    findings = [*answers.refused(sets), *answers.orphans(sets), *_in_the_way(stored, merging),
                *_faulty(project, stored, merging)]
    told = Planned(in_order(findings), stored.folder, (), sets.sets, sets.decisions, merging.held,
                   (*merging.told, *_changed(stored, sets), *sets.told), sets.questions)
    if has_errors(findings):
        return told
    files = with_base(merging.files, Base(merging.base, sets.marks), stored)
    if files and not asked.dry_run:
        put_together(stored.folder, files)
    return Planned(told.findings, told.folder, tuple(stored.folder / name for name in files if name != BASE), told.sets,
                   told.decisions, told.held, told.told, told.questions)


def _filled_in(answers: Answers, sets: PlannedSets, stored: Stored) -> dict[str, str | None]:
    """The file in which people answer, where it changes."""
    decisions = [*sets.sets, *sets.decisions]
    text = updated(answers.source, answers.about, decisions) if answers.source else new_text(
        answers.about, decisions, f"{'../' * 3}schemas/{NAME}.schema.json", NAME)
    return {YAML: text} if not answers.source or text != answers.source.text else {}


def _in_the_way(stored: Stored, merging: Merging) -> Iterator[Finding]:
    for name in merging.in_the_way:
        lost = "" if stored.base or not (stored.folder / YAML).exists() else (
            f" Nếu do lệnh này viết từ trước: lấy lại tệp {BASE} từ git.")
        yield finding("C160", _place(stored, name),
                      "Tệp này không do lệnh plan viết nên máy không ghi đè; chưa tệp nào được viết.",
                      f"Chuyển tệp đi nơi khác hoặc đổi tên, rồi chạy lại.{lost}")


def _faulty(project: Project, stored: Stored, merging: Merging) -> Iterator[Finding]:
    """The faults of form that the new files would have, as of an answer with a sign that does not close."""
    for name, text in merging.files.items():
        if text is not None and name.endswith(".yaml"):
            read = read_typed(_place(stored, name).file, text.encode(), project.schemas)
            built = build_document(read.source, read.data, Places())[1] if read.is_document and read.data else []
            yield from (found for found in (*read.findings, *built) if found.level == "error")


def _changed(stored: Stored, sets: PlannedSets) -> Iterator[str]:
    before = stored.base.sources if stored.base else {}
    return (f"{name} đã đổi từ lần chạy trước." for name, mark in sets.marks.items() if before.get(name, mark) != mark)


def _place(stored: Stored, name: str) -> Place:
    return Place("/".join((*stored.folder.parts[-3:], name)))
