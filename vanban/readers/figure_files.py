"""The files of figures of all units → what was reported for a period, read when somebody asks for it.

A unit's figures lie in `content/<đơn vị>/<năm>/so_lieu/`, in files whose names begin with the period: `sau_thang.yaml`,
or `sau_thang_<gì đó>.yaml` where a unit reports by more than one regime. So those of a period are found without reading
the others.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from vanban.facts.directory import Directory, directory_of
from vanban.facts.submissions import is_reported
from vanban.figure_words.periods import named_in
from vanban.findings import Finding, Place, finding
from vanban.guard import Guard, unguarded
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.model.reporting import Ky
from vanban.model.so_lieu import SoLieu
from vanban.readers.catalogue import FIGURES, YEAR, Entry, figures_entry
from vanban.readers.closings import Named, read_closing
from vanban.readers.library import Library
from vanban.readers.named_files import inside
from vanban.readers.record import Record
from vanban.readers.so_lieu import read_so_lieu
from vanban.readers.source import Source, read_source
from vanban.readers.typed_file import read_typed

# What is told of names that the registers do not have.
_OF_REGISTERS = frozenset({"D201", "D205", "R103"})


@dataclass(frozen=True, slots=True)
class ReadFigures:
    """A file of figures as read. `so_lieu` is None where it does not say whose they are, or of which period."""

    name: str
    so_lieu: SoLieu | None
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Kept:
    """What was read by one and the same registers, and what lies in the folders that were looked into."""

    registers: Registers
    directory: Directory
    read: dict[Path, ReadFigures] = field(default_factory=dict)
    of_period: dict[tuple[str, Ky], tuple[ReadFigures, ...]] = field(default_factory=dict)
    units: list[str] | None = None
    listed: dict[tuple[str, int], tuple[Path, ...]] = field(default_factory=dict)


class FigureFiles:
    """Each file is read once for all batches of a library, however often it is asked for."""

    def __init__(self, library: Library, registers: Registers, guard: Guard = unguarded) -> None:
        self.library, self.registers, self._guard = library, registers, guard
        # A batch with registers of its own, in a folder of documents, takes what it read along when it goes.
        self._held = library.figures if registers is library.shared.registers else dict[str, _Kept]()

    @property
    def _kept(self) -> _Kept:
        if "" not in self._held:
            self._held[""] = _Kept(self.registers, directory_of(self.registers))
        return self._held[""]

    @property
    def directory(self) -> Directory:
        """The registers as totals ask for them."""
        return self._kept.directory

    @property
    def lacks_register(self) -> bool:
        """Whether a file of the registers could not be read, so that what they do not have may stand in it."""
        return any(file.data is None for file in self.library.shared.files)

    def of(self, che_do: str, ky: Ky) -> tuple[SoLieu, ...]:
        """What was reported for a period of a regime, one for each unit, in the order of the files. Of a unit with two
        files no figure can be told from the other."""
        by_unit: dict[str, SoLieu] = {}
        for own in (each.so_lieu for each in self.files_of(che_do, ky) if each.so_lieu):
            first = by_unit.get(own.co_quan)
            by_unit[own.co_quan] = _undecided(first, own) if first else own
        return tuple(by_unit.values())

    def files_of(self, che_do: str, ky: Ky) -> tuple[ReadFigures, ...]:
        """The files of a period of a regime."""
        of_period = self._kept.of_period
        if (che_do, ky) not in of_period:
            read = (self.read(entry) for entry in self._entries_of(ky))
            of_period[che_do, ky] = tuple(each for each in read if _is_of(each.so_lieu, che_do, ky))
        return of_period[che_do, ky]

    def read(self, entry: Entry) -> ReadFigures:
        """One file."""
        known = self._kept.read
        if entry.path not in known:
            read = self._guard(entry.name, partial(self._taken, entry))
            known[entry.path] = read or ReadFigures(entry.name, None, ())
        return known[entry.path]

    def place(self, so_lieu: SoLieu, path: tuple[str, ...]) -> Place:
        """Where something stands in a file, which is read once more for that."""
        raw = self.library.bytes_of(figures_entry(self.library.root.parent / so_lieu.tep, self.library.root))
        if isinstance(raw, Finding):
            return Place(so_lieu.tep)
        return read_source(so_lieu.tep, raw)[0].place(path)

    def beside(self, so_lieu: SoLieu, ky: Ky) -> SoLieu | None:
        """What the same unit has reported for another period of the regime, from the same folder of a unit; None where
        it has not. Files of other units are not read."""
        unit = so_lieu.tep.split("/", 2)[1]
        found = (self.read(entry).so_lieu for entry in self._entries_in(unit, ky))
        own = (each for each in found if _is_of(each, so_lieu.che_do_bao_cao, ky))
        return next((each for each in own if each and each.co_quan == so_lieu.co_quan), None)

    def faults(self, files: Iterable[ReadFigures]) -> list[Finding]:
        """The faults of `files`, of those among them that say the same as another one, and of what was changed after
        its period was closed."""
        listed = list(files)
        found = [fault for each in listed for fault in (*each.findings, *self._twice(each))]
        periods = dict.fromkeys((own.che_do_bao_cao, own.ky) for each in listed if (own := each.so_lieu))
        for che_do, ky in periods:
            found += self._changed(che_do, ky, [own for each in listed if (own := each.so_lieu)])
        return found

    def _changed(self, che_do: str, ky: Ky, files: Iterable[SoLieu]) -> Iterator[Finding]:
        """What was changed or taken away after the closing of a period, unless it is open again."""
        regime = self.registers.che_do_bao_cao.get(che_do)
        period = regime.period(ky) if regime else None
        if not period or not period.is_closed:
            return
        closing = read_closing(self.library.root, che_do, ky)
        if isinstance(closing, Finding):
            yield closing
        elif closing:
            day = period.chot_so.ngay_chot if period.chot_so else None
            named = Named(f"kỳ {named_in(period)}", day, self._called)
            for own in files:
                told = closing.has(own) or is_reported(own, self.registers.chi_tieu.values())
                if told and (own.che_do_bao_cao, own.ky) == (che_do, ky):
                    yield from closing.changed(own, named)
            yield from closing.gone(self.library.root, named)

    def _called(self, ma: str) -> str:
        """The name of an indicator, the id of what is none."""
        indicator = self.registers.chi_tieu.get(ma)
        return indicator.ten_goi if indicator else ma

    def _entries_of(self, ky: Ky) -> Iterator[Entry]:
        """The files that may hold figures of that period, units in alphabetical order."""
        if self._kept.units is None:
            self._kept.units = sorted(each.name for each in self.library.root.iterdir())
        for unit in self._kept.units:
            yield from self._entries_in(unit, ky)

    def _entries_in(self, unit: str, ky: Ky) -> Iterator[Entry]:
        """Those in the folder of one unit."""
        folder, root = (unit, ky.cho_nam), self.library.root
        if folder not in self._kept.listed:
            self._kept.listed[folder] = _listed(inside(root, f"{unit}/{ky.cho_nam}/{FIGURES}"))
        for path in self._kept.listed[folder]:
            if _may_hold(path, ky.ma):
                yield figures_entry(path, root)

    def _taken(self, entry: Entry) -> ReadFigures:
        raw = self.library.bytes_of(entry)
        if isinstance(raw, Finding):
            return ReadFigures(entry.name, None, (raw,))
        file = read_typed(entry.name, raw, self.library.schemas)
        if file.data is None or file.data.get("loai_du_lieu") != "so_lieu":
            return ReadFigures(entry.name, None, (*file.findings, *_no_figures(entry, file.data)))
        record = Record(file.source, file.data, Places())
        so_lieu = read_so_lieu(record, self.registers)
        misplaced = _misplaced(entry, so_lieu, file.source) if so_lieu else ()
        found = [each for each in record.findings if not (self.lacks_register and each.code in _OF_REGISTERS)]
        return ReadFigures(entry.name, so_lieu, (*file.findings, *found, *misplaced))

    def _twice(self, read: ReadFigures) -> Iterator[Finding]:
        """That another file, before this one, has figures of the same unit for the same period."""
        if not (own := read.so_lieu):
            return
        same = (each.so_lieu for each in self.files_of(own.che_do_bao_cao, own.ky))
        first = next((other for other in same if other and other.co_quan == own.co_quan), own)
        if first.tep != own.tep:
            yield finding(
                "D203", Place(own.tep), f"Số liệu kỳ này của cùng một đơn vị đã có ở {first.tep}.",
                "Mỗi đơn vị, mỗi kỳ một tệp: gộp lại, hoặc sửa co_quan, ky_bao_cao, cho_nam.",
            )


def _listed(folder: Path | None) -> tuple[Path, ...]:
    """The files of a folder in alphabetical order, links left out; none where it is not there, or behind a link."""
    if folder is None or not folder.is_dir():
        return ()
    with os.scandir(folder) as found:
        return tuple(sorted(Path(each.path) for each in found if each.is_file(follow_symlinks=False)))


def _undecided(first: SoLieu, second: SoLieu) -> SoLieu:
    """Two files of one unit as one in which nothing could be read."""
    figures = {**second.gia_tri, **first.gia_tri}
    unread = {ma: replace(each, number=None, state="khong_doc_duoc") for ma, each in figures.items()}
    return replace(first, gia_tri=unread, dieu_chinh=())


def _may_hold(path: Path, ma: str) -> bool:
    return path.suffix == ".yaml" and (path.stem == ma or path.stem.startswith(f"{ma}_"))


def _is_of(so_lieu: SoLieu | None, che_do: str, ky: Ky) -> bool:
    return so_lieu is not None and (so_lieu.che_do_bao_cao, so_lieu.ky) == (che_do, ky)


def _misplaced(entry: Entry, so_lieu: SoLieu, source: Source) -> Iterator[Finding]:
    """That a file does not lie where figures of its period are looked for."""
    ky, years = so_lieu.ky, [part for part in entry.path.parts if YEAR.fullmatch(part)]
    if not _may_hold(entry.path, ky.ma) or years[-1:] != [str(ky.cho_nam)]:
        meant = f"content/{entry.don_vi}/{ky.cho_nam}/{FIGURES}/{ky.ma}.yaml"
        yield finding(
            "D203", source.place(("ky_bao_cao",)),
            f"Tệp ghi kỳ {ky.ma} năm {ky.cho_nam} mà nằm ở {entry.name}, nên máy không tìm thấy.",
            f"Sửa ky_bao_cao, cho_nam nếu ghi nhầm, hoặc chuyển tệp thành {meant}.",
        )


def _no_figures(entry: Entry, data: object) -> Iterator[Finding]:
    if data is not None:
        yield finding(
            "D203", Place(entry.name), "Thư mục so_lieu chỉ để tệp số liệu của đơn vị.",
            "Chuyển tệp này ra ngoài, hoặc ghi “loai_du_lieu: so_lieu” ở đầu tệp.",
        )
