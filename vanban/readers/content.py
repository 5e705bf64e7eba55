"""A content folder → registers and sets of documents: what is there, who is attached to whom.

Registers are the files of `dung_chung`; every other .yaml below is a document.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from vanban.datatypes import datatypes
from vanban.findings import Finding, Place, finding
from vanban.guard import Guard, unguarded
from vanban.model.document import BoVanBan, VanBan
from vanban.model.frozen import Frozen, fingerprint
from vanban.model.picture import Image
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.model.walk import pictures
from vanban.readers.assemble import assemble
from vanban.readers.build_document import build_document
from vanban.readers.catalogue import FIGURES, SHARED, Catalogue, Kind, name_of
from vanban.readers.copied_files import CopiedFile, CopiedFiles, Unfit
from vanban.readers.copied_sets import originals_of
from vanban.readers.figure_files import FigureFiles
from vanban.readers.kept_records import (
    beside_drafts,
    frozen_path,
    gone,
    lies_at,
    read_records,
    without_document,
    without_record,
)
from vanban.readers.library import Library
from vanban.readers.picture_files import PictureFiles
from vanban.readers.plan_files import PlanFiles
from vanban.readers.shared import Shared, compiled
from vanban.readers.shared_columns import share_columns
from vanban.readers.skeleton import skeleton
from vanban.readers.source import Source
from vanban.readers.typed_file import TypedFile, read_typed

# The kinds of files that are read to the end; the others when somebody asks for them.
_READ: tuple[Kind, ...] = ("so_sach", "van_ban")
# What is found missing may stand in another file.
_ASKING = frozenset({"R101", "R102", "R104", "R105", "D101", "F102", "X101", "D223"} | {
    data.unknown for data in datatypes().values()})

# What is found lacking may stand in what was refused: in keys (S2), in running text (S3).
_LACKING = frozenset({"C106", "C115", "F102", "F104"})
_REFUSED = ("S2", "S3")


@dataclass(slots=True)
class Content:
    """All that was read of one folder.

    there    what lies in it
    sources  the files by their name in findings, among them those that could not be read
    unread   the names of these: not YAML, or not given by the system
    misses_registers  whether registers are among them: what is not found may stand there
    sets     an entry for every document that no other attaches, in the order of the files
    in_no_set  documents that no set has: another one has their id
    entries  of the registers, as data, by the key of their list
    frozen   what was kept of issued sets, by the file of the issuing document
    issued   the files that these sets were issued with
    crashed  files of documents that a fault of ours kept from being read; a stub of each is in its set
    figures  what units have reported, each file read when it is asked for
    plans    the tasks of plans, by their paths, each file read when it is asked for
    looked   the pictures of the sets that were asked for (`with_pictures`)
    copied   the PDF files that copies are made of, each read when it is asked for
    doubts   faults of the registers that may be none: what is found missing may stand in a file that was not read
    """

    root: Path
    there: Catalogue
    registers: Registers
    places: Places
    looked: PictureFiles
    figures: FigureFiles
    plans: PlanFiles
    copied: CopiedFiles
    sources: dict[str, Source] = field(default_factory=dict)
    sets: tuple[BoVanBan, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    entries: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    frozen: Mapping[str, Frozen] = field(default_factory=dict)
    issued: frozenset[str] = frozenset()
    doubts: Sequence[Finding] = ()
    unread: frozenset[str] = frozenset()
    misses_registers: bool = False
    in_no_set: tuple[VanBan, ...] = ()
    crashed: frozenset[str] = frozenset()

    def with_pictures(self, bo: BoVanBan) -> tuple[BoVanBan, list[Finding]]:
        """One of the sets with what its picture files hold, and the faults of these; nobody else's are opened."""
        findings: list[Finding] = []

        def look(van_ban: VanBan) -> VanBan:
            van_ban, faults = self.looked.look(van_ban, self.file_of(van_ban))
            findings.extend(faults)
            return van_ban

        return bo.map(look), findings

    def file_of(self, van_ban: VanBan) -> str:
        """The file that `van_ban` was read from."""
        return self.places.file(van_ban.origin)

    def is_shared(self, name: str) -> bool:
        """Whether a file is one of those that all offices share."""
        return f"{name}/".startswith(f"{self.root.name}/{SHARED}/")

    def certain(self, bo: BoVanBan, faults: Iterable[Finding]) -> list[Finding]:
        """Those of `faults` of `bo` that stand whatever is written in the files that could not be read, and in what was
        refused of the others."""
        files = {*self.files_of(bo)}
        doubtful = _ASKING if self.misses_registers or not self.unread.isdisjoint(files) else frozenset()
        refused = (found.file for found in self.findings if found.code[:2] in _REFUSED and found.level == "error")
        if not files.isdisjoint(refused):
            doubtful |= _LACKING
        return [f for f in faults if f.file not in self.unread and f.code not in doubtful]

    def fingerprints_of(self, bo: BoVanBan) -> dict[str, str]:
        """The fingerprints of the files of a set and of its pictures, by name."""
        texts = {file: fingerprint(self.sources[file].text) for file in map(self.file_of, bo)}
        copied = [file for file in [self.copied_file(bo)] if isinstance(file, CopiedFile)]
        return texts | {each.file: each.fingerprint for each in _images(bo)} | {
            each.name: each.fingerprint for each in copied}

    def copied_file(self, bo: BoVanBan) -> CopiedFile | Unfit | None:
        """The PDF that a set is a copy of, or why that does not serve; None for what is no such copy."""
        van_ban = bo.van_ban
        if not van_ban.tep_sao or "\\" in van_ban.tep_sao:  # the schema has told
            return None
        return self.copied.open(van_ban.tep_sao, self.file_of(van_ban).rpartition("/")[0])

    def originals_of(self, bo: BoVanBan) -> list[BoVanBan]:
        """What a set is a copy of, and what that is a copy of, the nearest first."""
        return originals_of(bo, self.sets, self.file_of)

    def files_of(self, bo: BoVanBan) -> list[str]:
        """The files of a set in the order of print, its pictures, what was kept of it when it was issued, the files of
        what it is a copy of."""
        return [*self._own_files(bo), *(file for each in self.originals_of(bo) for file in self._own_files(each))]

    def _own_files(self, bo: BoVanBan) -> list[str]:
        pictured = dict.fromkeys(image.file for image in _images(bo))
        record = self.record_of(bo)
        kept = [record] if bo.van_ban.is_issued and lies_at(self.root.parent / record) else []
        copied = self.copied_file(bo)
        return [*map(self.file_of, bo), *pictured, *kept, *([copied.name] if isinstance(copied, CopiedFile) else [])]

    def gone_of(self, bo: BoVanBan) -> frozenset[str]:
        """The files that a set was issued with and that are no longer there."""
        frozen = self.frozen.get(self.file_of(bo.van_ban))
        return gone(self.root, frozen) if frozen else frozenset()

    def record_of(self, bo: BoVanBan) -> str:
        """The file that keeps what was kept of a set when it was issued, whether it is there or not."""
        return name_of(frozen_path(self.root.parent / self.file_of(bo.van_ban)), self.root)


def read_content(library: Library, guard: Guard = unguarded) -> Content:
    """The registers and the documents of `library`, with the faults of every file.

    Documents attach only what lies beside them, so a folder can be read without the others. A document that `guard`
    gives None for is as one that could not be read.
    """
    root, there = library.root, library.there
    read = _read(library, guard)
    files, shared, findings, crashed = read.files, read.shared, read.findings, read.crashed
    sources = {entry.name: files[entry.name].source if entry.name in files else Source(entry.name)
               for entry in there.of(*_READ)}
    unread = frozenset(name for name, source in sources.items() if source.data is None)
    misses_registers = read.lost_register or any(entry.name in unread for entry in there.of("so_sach")) or any(
        found.file == name_of(root / SHARED, root) for found in there.findings)
    doubts = [fault for fault in shared.faults if misses_registers and fault.code in _ASKING]
    findings += (fault for fault in shared.faults if fault not in doubts)
    # An unknown kind of document was refused; the rest is read even where the schema found faults.
    looked = PictureFiles(root, Places(shared.places), library.instead)
    documents: list[VanBan] = []
    for file in _documents(library, files):
        name = file.source.file
        if made := guard(name, partial(build_document, file.source, file.data or {}, looked.places)):
            documents.append(made[0])
            findings += made[1]
        else:
            crashed[name] = file.source.text
    for name, text in crashed.items():
        sources[name] = Source(name, text)
        documents += _stub(sources[name], looked.places)
    unread |= crashed.keys()
    records, faults = read_records(root, documents, looked.places, library.instead, guard)
    findings += faults
    sets, faults = assemble(documents, looked.places, records.issued, records.incomplete)
    findings += (fault for fault in faults if sources[fault.file].data is not None)
    sets, unknown = share_columns(sets, looked.places)
    findings += unknown
    findings += without_record(root, sets, records, shared.registers, looked.places, library.instead)
    findings += beside_drafts(root, sets, looked.places, library.instead)
    findings += without_document(there.of("ban_hanh"))
    figures = FigureFiles(library, shared.registers, guard)
    plans = PlanFiles(library, shared.registers, looked.places)
    return Content(
        root, there, shared.registers, looked.places, looked, figures, plans, CopiedFiles(root), sources, sets,
        findings, shared.entries, records.frozen, records.issued, doubts, unread, misses_registers,
        _in_no_set(documents, sets), frozenset(crashed),
    )


def _stub(source: Source, places: Places) -> Iterator[VanBan]:
    """What others ask of a document that crashed: its type, its id, what it attaches; none where that is not seen."""
    if found := skeleton(source.text):
        kind, ma = str(found["loai_van_ban"]), str(found["ma"])
        yield VanBan(kind, ma, "", kem_theo=tuple(found["kem_theo"]), origin=places.add(Place(source.file)))


@dataclass(frozen=True, slots=True)
class _Files:
    """files          those that can be read, by name
    shared         the registers among them
    findings       the faults of all
    crashed        the texts of those that a fault of ours kept from being read, by name
    lost_register  whether registers outside of dung_chung are among these
    """

    files: dict[str, TypedFile]
    shared: Shared
    findings: list[Finding]
    crashed: dict[str, str]
    lost_register: bool


def _read(library: Library, guard: Guard) -> _Files:
    shared = library.shared
    raw = {entry.name: library.bytes_of(entry) for entry in library.there.of("van_ban")}
    findings = [*library.there.findings, *library.faults, *(data for data in raw.values() if isinstance(data, Finding))]
    read = {name: guard(name, partial(read_typed, name, data, library.schemas)) for name, data in raw.items()
            if isinstance(data, bytes)}
    own = [file for file in read.values() if file]
    lost: list[TypedFile] = []
    if any(file.is_register for file in own):
        shared = compiled((*shared.files, *own), guard)
        lost = [file for file in own if file not in shared.files]
    files = {file.source.file: file for file in (*shared.files, *own) if file not in lost}
    findings += (found for file in files.values() for found in (*file.findings, *_outside(library, file)))
    crashed = {name: data.decode("utf-8", "replace") for name, data in raw.items()
               if isinstance(data, bytes) and read.get(name, ()) is None}
    crashed |= {file.source.file: file.source.text for file in lost}
    return _Files(files, shared, findings, crashed, bool(lost))


def _outside(library: Library, file: TypedFile) -> Iterator[Finding]:
    """That a file of figures does not lie where figures are looked for."""
    if file.data is not None and file.data.get("loai_du_lieu") == FIGURES:
        year, ky = file.data.get("cho_nam") or "<năm>", file.data.get("ky_bao_cao") or "<kỳ>"
        parts = file.source.file.split("/")
        unit = "<đơn vị>" if SHARED in parts[1:2] or len(parts) < 3 else parts[1]
        yield finding(
            "D203", file.source.place(("loai_du_lieu",)),
            "Tệp số liệu nằm ngoài thư mục so_lieu nên máy không tìm thấy, coi như đơn vị chưa báo cáo.",
            f"Chuyển tệp thành {library.root.name}/{unit}/{year}/so_lieu/{ky}.yaml.",
        )


def _in_no_set(documents: Iterable[VanBan], sets: Iterable[BoVanBan]) -> tuple[VanBan, ...]:
    """Those of `documents` that none of `sets` has."""
    in_sets = {van_ban.origin for bo in sets for van_ban in bo}
    return tuple(van_ban for van_ban in documents if van_ban.origin not in in_sets)


def _documents(library: Library, files: Mapping[str, TypedFile]) -> list[TypedFile]:
    among_registers = () if library.with_own else {file.source.file for file in library.shared.files}
    return [file for name, file in files.items() if file.is_document and name not in among_registers]


def _images(bo: BoVanBan) -> list[Image]:
    return [hinh.image for van_ban in bo for hinh in pictures(van_ban) if hinh.image]


