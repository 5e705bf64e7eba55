"""A content folder → registers and sets of documents: what is there, who is attached to whom.

Registers are the files of `dung_chung`; every other .yaml below is a document.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vanban.errors import system_words
from vanban.findings import Finding, Place, finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.frozen import Frozen, fingerprint
from vanban.model.picture import Image
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.model.walk import pictures
from vanban.readers.assemble import assemble
from vanban.readers.build_document import build_document
from vanban.readers.build_registers import build_registers
from vanban.readers.check_schema import check_schema
from vanban.readers.check_structure import check_structure
from vanban.readers.from_frozen import read_frozen
from vanban.readers.letters import check_letters
from vanban.readers.picture_files import PictureFiles
from vanban.readers.record import Record
from vanban.readers.schemas import Schemas
from vanban.readers.skeleton import skeleton
from vanban.readers.source import Source, read_source
from vanban.text import nearest

SHARED = "dung_chung"
_REGISTERS = ("co_quan", "can_cu", "chi_tieu")
# What is found missing may stand in another file.
_ASKING = frozenset({"R101", "R102", "R103", "R104", "R105", "D101", "F102", "X101"})


@dataclass(slots=True)
class Content:
    """All that was read of one folder.

    sources  the files by their name in findings, among them those that could not be read
    sets     an entry for every document that no other attaches, in the order of the files
    entries  of the registers, as data, by the key of their list
    frozen   what was kept of issued sets, by the file of the issuing document
    pictures bytes of the pictures that documents name, by fingerprint
    """

    root: Path
    registers: Registers
    places: Places
    sources: dict[str, Source] = field(default_factory=dict)
    sets: tuple[BoVanBan, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    entries: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    frozen: Mapping[str, Frozen] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def file_of(self, van_ban: VanBan) -> str:
        """The file that `van_ban` was read from."""
        return self.places.file(van_ban.origin)

    def certain(self, bo: BoVanBan, faults: Iterable[Finding]) -> list[Finding]:
        """Those of `faults` of `bo` that stand whatever is written in the files that could not be read."""
        unread = {name for name, source in self.sources.items() if source.data is None}
        asked = {*self.files_of(bo), *(name for name in self.sources if name.startswith(f"{self.root.name}/{SHARED}/"))}
        doubtful = _ASKING if unread & asked else frozenset()
        return [f for f in faults if f.file not in unread and f.code not in doubtful]

    def fingerprints_of(self, bo: BoVanBan) -> dict[str, str]:
        """The fingerprints of the files of a set and of its pictures, by name."""
        texts = {file: fingerprint(self.sources[file].text) for file in map(self.file_of, bo)}
        return texts | {image.file: image.fingerprint for image in _images(bo)}

    def files_of(self, bo: BoVanBan) -> list[str]:
        """The files of a set in the order of print, then its pictures."""
        return [*map(self.file_of, bo), *dict.fromkeys(image.file for image in _images(bo))]


def read_content(
    root: Path, schemas: Schemas, folders: Sequence[Path] | None = None, instead: Mapping[Path, bytes] | None = None
) -> Content:
    """The registers and the documents below `folders` (default: all of `root`), with the faults of every file.

    Documents attach only what lies beside them, so a folder can be read without the others. `instead` holds what
    files, YAML or pictures, are to be read as, before it is written to them.
    """
    places = Places()
    sources: dict[str, Source] = {}
    findings: list[Finding] = []
    typed: list[tuple[Source, dict[str, Any]]] = []
    for path in _files(root, folders):
        source, faults = _read(path, root, (instead or {}).get(path))
        sources[source.file] = source
        findings += [*faults, *check_letters(source)]
        if source.data is None and (stub := skeleton(source.text)) and stub["loai_van_ban"] in schemas.names:
            typed.append((source, stub))
        elif isinstance(source.data, dict):
            kind, fault = _kind(source, schemas)
            if fault:
                findings.append(fault)
            if kind:
                data, faults = check_schema(source, kind, schemas)
                findings += faults
                typed.append((source, data))
        elif source.data is not None:
            findings.append(finding(
                "S203", source.place(()), "Tệp phải gồm các mục “tên_mục: giá trị”.",
                "Bắt đầu tệp bằng dòng “loai_van_ban: …”; so với một tệp mẫu.",
            ))
    records = [Record(source, data, places) for source, data in typed if "loai_du_lieu" in data]
    registers, faults = build_registers(records, places)
    unread = any(source.data is None for name, source in sources.items() if name.startswith(f"{root.name}/{SHARED}/"))
    findings += (fault for fault in faults if not (unread and fault.code in _ASKING))
    # An unknown kind of document was refused above; the rest is read even where the schema found faults.
    files = PictureFiles(root, places, instead or {})
    documents = [_document(source, data, files, findings) for source, data in typed if "loai_van_ban" in data]
    sets, faults = assemble(documents, places)
    findings += (fault for fault in faults if sources[fault.file].data is not None)
    frozen, faults = _frozen(root, sets, places)
    return Content(root, registers, places, sources, sets, findings + faults, entries_of(records), frozen, files.found)


def _images(bo: BoVanBan) -> list[Image]:
    return [hinh.image for van_ban in bo for hinh in pictures(van_ban) if hinh.image]


def entries_of(records: Iterable[Record]) -> dict[str, list[dict[str, Any]]]:
    """The entries of registers as data, by the key of their list."""
    entries: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        for key, value in record.data.items():
            if isinstance(value, list):
                entries.setdefault(key, []).extend(entry for entry in value if isinstance(entry, dict))
    return entries


def _frozen(root: Path, sets: Iterable[BoVanBan], places: Places) -> tuple[dict[str, Frozen], list[Finding]]:
    """What lies beside issuing documents that have a number and a date."""
    found: dict[str, Frozen] = {}
    findings: list[Finding] = []
    for bo in sets:
        file = places.file(bo.van_ban.origin)
        path = frozen_path(root.parent / file)
        if bo.van_ban.is_issued and path.exists():
            frozen, faults = read_frozen(_name(path, root), path.read_bytes())
            findings += faults
            if frozen:
                found[file] = frozen
    return found, findings


def frozen_path(document: Path) -> Path:
    """Where what is kept of an issued set lies: beside its issuing document."""
    return document.with_suffix(".ban_hanh.json")


def _files(root: Path, folders: Sequence[Path] | None) -> list[Path]:
    """What looks like YAML, registers first, each folder in alphabetical order. Hidden files are a system's own."""
    shared = root / SHARED
    wanted = {
        path for folder in (shared, *(folders or [root])) for path in folder.rglob("*")
        if path.suffix.lower() in (".yaml", ".yml") and not path.name.startswith(".")
    }
    return sorted(wanted, key=lambda path: (shared not in path.parents, path))


def _read(path: Path, root: Path, raw: bytes | None) -> tuple[Source, list[Finding]]:
    """The source of one file, without data where the system does not give it or its name is not one of ours."""
    name = _name(path, root)
    if path.suffix != ".yaml":
        return Source(name), [finding(
            "S107", Place(name), f"Tệp có đuôi “{path.suffix}” nên không được đọc.", "Đổi đuôi tệp thành “.yaml”.",
        )]
    try:
        return read_source(name, path.read_bytes() if raw is None else raw)
    except OSError as error:
        return Source(name), [finding(
            "S107", Place(name), f"Không đọc được tệp: {system_words(error)}.",
            "Mở quyền đọc cho tệp, tạo lại tệp, hoặc xóa đi nếu thừa.",
        )]


def _name(path: Path, root: Path) -> str:
    """`path` as findings show it: from the folder that holds the content folder."""
    return f"{root.name}/{path.relative_to(root).as_posix()}"


def _kind(source: Source, schemas: Schemas) -> tuple[str, Finding | None]:
    """The type that a file says it is, or most likely means; "" where that is not to be seen."""
    key = "loai_du_lieu" if "loai_du_lieu" in source.data else "loai_van_ban"
    what = "loại dữ liệu" if key == "loai_du_lieu" else "loại văn bản"
    known = [name for name in schemas.names if (name in _REGISTERS) == (key == "loai_du_lieu")]
    kind = source.data.get(key)
    kind = kind.rstrip("\n") if isinstance(kind, str) else ""
    if not kind:
        return "", finding(
            "S108", source.place((key,)), f"Tệp chưa nói là {what} nào.",
            f"Ghi ở đầu tệp “{key}: …”, một trong: {', '.join(known)}.",
        )
    if kind in known:
        return kind, None
    close = nearest(kind, known) or ""
    source.data[key] = close
    return close, finding(
        "S108", source.place((key,)), f"Không có {what} “{kind[:60]}”.",
        f"Có phải “{close}”?" if close else f"Chọn một trong: {', '.join(known)}.",
    )


def _document(source: Source, data: dict[str, Any], files: PictureFiles, findings: list[Finding]) -> VanBan:
    document, faults = build_document(source, data, files.places)
    findings += faults + check_structure(document, files.places)
    document, faults = files.look(document, source.file)
    findings += faults
    return document
