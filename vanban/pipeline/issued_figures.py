"""Issued documents against the figures of today: which of the figures that they print a unit has changed since.

What an issued document says stays. Each figure that was kept when it was issued is held to what the same words call
today, with every correction made until then.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from vanban.facts.directory import directory_of
from vanban.findings import Place
from vanban.model.document import BoVanBan, VanBan
from vanban.model.frozen import Frozen, UsedValue
from vanban.model.inline import Figure
from vanban.model.registers import Registers
from vanban.model.total import Input, Total
from vanban.model.walk import inlines
from vanban.numerals import format_number, rounded
from vanban.pipeline.batches import batches
from vanban.pipeline.crashes import Crashes
from vanban.pipeline.project import Project
from vanban.pipeline.resolving import transformed
from vanban.pipeline.settings import setting_of
from vanban.readers.catalogue import SHARED
from vanban.readers.content import Content, read_content
from vanban.readers.library import Library, open_library
from vanban.setting import Setting


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A figure that is another one today.

    ma, ten_goi  as it is called in the document, and its indicator
    kept, today  the words, as they were printed and as they would be; "" where there is no figure
    places       where the document calls it
    changed      what units have said since the document was issued; () where that is not a matter of days
    """

    ma: str
    ten_goi: str
    kept: str
    today: str
    places: tuple[Place, ...]
    changed: tuple[Input, ...]


@dataclass(frozen=True, slots=True)
class Issued:
    """An issued document that prints figures of units.

    name      "Báo cáo số 214/BC-SNV ngày 24/6/2026", as far as it says so
    compared  how many of its figures were held to those of today
    lost      figures that were kept and that it no longer calls: its file was changed since
    """

    file: str
    name: str
    day: date | None
    compared: int
    disagreeing: tuple[Disagreement, ...]
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All issued documents with figures of units. `registers` gives units their names."""

    registers: Registers
    today: date
    documents: tuple[Issued, ...]
    failures: tuple[str, ...] = ()


def issued_figures(project: Project, don_vi: str, today: date) -> Comparison:
    """Those of a body, or of a group; "": of all. Files of offices that have issued nothing are not read."""
    project.progress("đọc các văn bản đã ban hành")
    crashes = Crashes(project)
    library = _with_records(project, crashes)
    registers = library.shared.registers
    bodies = directory_of(registers).reporters.members(don_vi, today) or (don_vi,) if don_vi else ()
    found: list[Issued] = []
    for batch in batches(library, ()):
        content = read_content(batch.library, crashes)
        for bo in content.sets:
            frozen, file = content.frozen.get(content.file_of(bo.van_ban)), content.file_of(bo.van_ban)
            if frozen and (not bodies or bo.van_ban.co_quan in bodies) and (kept := _kept(frozen)):
                work = partial(_compared, project, content, bo, kept, today)
                found += filter(None, [crashes(file, work)])
    return Comparison(registers, today, tuple(found), tuple(crashes.take().values()))


def _with_records(project: Project, crashes: Crashes) -> Library:
    """The registers, and the files that lie beside a record of an issue."""
    library = open_library(project.content, project.schemas, guard=crashes)
    folders = {entry.path.parent for entry in library.there.of("ban_hanh")}
    there = replace(library.there, entries=tuple(
        entry for entry in library.there.entries if entry.path.parent in folders or entry.don_vi == SHARED))
    return replace(library, there=there)


def _kept(frozen: Frozen) -> dict[tuple[str, str], UsedValue]:
    """The figures of units that were kept, by document and name."""
    return {(each.van_ban, each.ma): each for each in frozen.so_lieu
            if each.loai_so == "so_dan" and not each.ma.startswith(("muc_tieu.", "nhiem_vu."))}


def _compared(
    project: Project, content: Content, bo: BoVanBan, kept: Mapping[tuple[str, str], UsedValue], today: date
) -> Issued:
    setting, _ = setting_of(content, bo, project.looks)
    then = {van_ban.ma: list(_figures(van_ban)) for van_ban in transformed(bo, setting)[0]}
    setting, _ = setting_of(content, bo, project.looks, as_of=today)
    apart: dict[_Called, Disagreement] = {}
    seen: set[tuple[str, str]] = set()
    for van_ban in transformed(bo, setting)[0]:
        for old, figure in zip(then[van_ban.ma], _figures(van_ban), strict=True):
            seen.add(key := (van_ban.ma, figure.name))
            at, place = _called(van_ban, figure), content.places[figure.origin]
            if key not in kept or not (words := _apart(kept[key], old, figure)):
                continue
            if at in apart:
                apart[at] = replace(apart[at], places=tuple(dict.fromkeys((*apart[at].places, place))))
            else:
                name = setting.registers.chi_tieu[figure.ma].ten_goi
                changed = _since(figure.total, bo.ngay)
                if not changed and _is_other(kept[key], old.total):
                    changed = _corrected_by(bo, van_ban, setting, figure.total)
                apart[at] = Disagreement(at.words, name, *words, (place,), changed)
    lost = tuple(used.ma for key, used in kept.items() if key not in seen)
    return Issued(content.file_of(bo.van_ban), _name(bo, setting.kind(bo.van_ban).ten_loai), bo.ngay,
                  len(kept) - len(lost), tuple(apart.values()), lost)


class _Called(NamedTuple):
    """A figure as a document calls it; wherever it does, the same is printed."""

    van_ban: str
    name: str
    way: str

    @property
    def words(self) -> str:
        return f"{self.name} | {self.way}" if self.way else self.name


def _called(van_ban: VanBan, figure: Figure) -> _Called:
    return _Called(van_ban.ma, figure.name, f"{figure.cach_in} {figure.co_so}".strip())


def _apart(used: UsedValue, then: Figure, now: Figure) -> tuple[str, str] | None:
    """The words that were printed and those of today; None where a reader finds the same. What is read as of the day of
    the document are the words that were printed, unless its number was overwritten since: then those of a figure that
    is no more than its number follow from what was kept, and of any other it is said what they were worked out from."""
    today = "" if now.is_open or now.shown is None else now.shown
    if not _is_other(used, then.total):
        return (then.shown or "", today) if then.shown != now.shown else None
    if not _is_other(used, now.total):
        return None
    if not now.cach_in:
        return _said(used), _today(now.total)
    return (f"lời tính từ {_said(used) or 'chỗ không có số'}", today)


def _figures(van_ban: VanBan) -> Iterable[Figure]:
    return (each for each in inlines(van_ban) if isinstance(each, Figure))


def _is_other(used: UsedValue, total: Total | None) -> bool:
    """Whether readers of both would find two numbers; what rounds to the same is the same."""
    number = _number(total)
    if number is None or not used.gia_tri:
        return bool(used.gia_tri) != (number is not None)
    kept = Decimal(used.gia_tri)
    return kept != number if used.so_le is None else rounded(kept, used.so_le) != rounded(number, used.so_le)


def _number(total: Total | None) -> Decimal | None:
    """The number that would be kept of a total today: where nothing has come about it is 0."""
    if total is None:
        return None
    is_nothing = total.amount.state in ("khong_phat_sinh", "khong_thuoc_tham_quyen")
    return Decimal(0) if is_nothing else total.amount.number


def _since(total: Total | None, day: date | None) -> tuple[Input, ...]:
    """The inputs that units have stated after `day`."""
    inputs = total.all_inputs if total and day else ()
    return tuple(dict.fromkeys(each for each in inputs if day and each.version and each.version > day))


def _corrected_by(bo: BoVanBan, van_ban: VanBan, setting: Setting, total: Total | None) -> tuple[Input, ...]:
    """The inputs that are corrections, of whatever day: where none was dated after the document, it was one of these
    that was written later."""
    theo = bo.so_lieu_theo(van_ban)
    roll_up = setting.facts.che_do.of(theo.che_do_bao_cao) if theo and setting.facts.che_do else None
    if roll_up is None or total is None:
        return ()
    return tuple(each for each in total.all_inputs
                 if (reading := roll_up.figures.reading(each.don_vi, each.ky)) and each.ma in reading.corrected)


def _said(used: UsedValue) -> str:
    return _words(Decimal(used.gia_tri), used.so_le, used.don_vi_tinh) if used.gia_tri else ""


def _today(total: Total | None) -> str:
    number = _number(total)
    return _words(number, total.amount.decimals, total.amount.unit) if total and number is not None else ""


def _words(number: Decimal, decimals: int | None, unit: str) -> str:
    shown = format_number(number, decimals)
    return f"{shown}%" if unit == "%" else f"{shown} {unit}".rstrip()


def _name(bo: BoVanBan, kind: str) -> str:
    number = f" số {bo.van_ban.so_van_ban}" if bo.van_ban.so_van_ban else ""
    return f"{kind}{number}: {bo.van_ban.trich_yeu.replace(' | ', ' ')}"
