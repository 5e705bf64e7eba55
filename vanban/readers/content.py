"""A content folder → registers and sets of documents: what is there, who is attached to whom.

Registers are the files of `dung_chung`; every other .yaml below is a document. A folder whose name is a year
(content/<don_vi>/<year>) gives its drafts the last day of that year, until they state one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.readers.build_document import build_document
from vanban.readers.build_registers import build_registers
from vanban.readers.check_structure import check_structure
from vanban.readers.check_schema import Schemas, check_schema
from vanban.readers.record import Record
from vanban.readers.source import Source, read_source
from vanban.text import nearest

SHARED = "dung_chung"
_REGISTERS = ("co_quan", "can_cu", "chi_tieu")


@dataclass(slots=True)
class Content:
    """All that was read of one folder.

    sources  the files by their name in findings, among them those that could not be read
    sets     an entry for every document that no other attaches, in the order of the files
    """

    root: Path
    registers: Registers
    places: Places
    sources: dict[str, Source] = field(default_factory=dict)
    sets: tuple[BoVanBan, ...] = ()
    findings: list[Finding] = field(default_factory=list)

    def file_of(self, van_ban: VanBan) -> str:
        """The file that `van_ban` was read from."""
        return self.places[van_ban.origin].file

    def files_of(self, bo: BoVanBan) -> list[str]:
        """The files of a set, in the order of print."""
        return [self.file_of(van_ban) for van_ban in bo]


def read_content(root: Path, schemas: Schemas, folders: Sequence[Path] | None = None) -> Content:
    """The registers and the documents below `folders` (default: all of `root`), with the faults of every file.

    Documents attach only what lies beside them, so a folder can be read without the others.
    """
    places = Places()
    sources: dict[str, Source] = {}
    findings: list[Finding] = []
    typed: list[tuple[Source, dict[str, Any]]] = []
    for path in _files(root, folders):
        name = _name(path, root)
        source, faults = read_source(name, path.read_bytes())
        sources[name] = source
        findings += faults
        if isinstance(source.data, dict):
            kind, fault = _kind(source, schemas)
            if fault:
                findings.append(fault)
            else:
                data, faults = check_schema(source, kind, schemas)
                findings += faults
                typed.append((source, data))
        elif source.data is not None:
            findings.append(finding("S203", source.place(()), "Tệp phải gồm các mục “tên_mục: giá trị”."))
    registers, faults = build_registers(
        (Record(source, data, places) for source, data in typed if "loai_du_lieu" in data), places
    )
    findings += faults
    # An unknown kind of document was refused above; the rest is read even where the schema found faults.
    documents = [_document(source, data, places, findings) for source, data in typed if "loai_van_ban" in data]
    sets, faults = assemble(documents, places)
    return Content(root, registers, places, sources, sets, findings + faults)


def _files(root: Path, folders: Sequence[Path] | None) -> list[Path]:
    """The .yaml files, registers first, each folder in alphabetical order."""
    shared = root / SHARED
    wanted = {path for folder in (shared, *(folders or [root])) for path in folder.rglob("*.yaml")}
    return sorted(wanted, key=lambda path: (shared not in path.parents, path))


def _name(path: Path, root: Path) -> str:
    """`path` as findings show it: from the folder that holds the content folder."""
    return f"{root.name}/{path.relative_to(root).as_posix()}"


def _kind(source: Source, schemas: Schemas) -> tuple[str, Finding | None]:
    """The type that a file says it is."""
    key = "loai_du_lieu" if "loai_du_lieu" in source.data else "loai_van_ban"
    known = [name for name in schemas.names if (name in _REGISTERS) == (key == "loai_du_lieu")]
    kind = source.data.get(key)
    if kind in known:
        return kind, None
    close = nearest(str(kind), known) if kind else None
    return "", finding(
        "S108", source.place((key,)),
        f"Không có {'loại dữ liệu' if key == 'loai_du_lieu' else 'loại văn bản'} “{kind}”." if kind
        else "Tệp chưa nói là loại văn bản nào.",
        f"Có phải “{close}”?" if close else f"Ghi ở đầu tệp “{key}: …”, một trong: {', '.join(known)}.",
    )


def _document(source: Source, data: dict[str, Any], places: Places, findings: list[Finding]) -> VanBan:
    document, faults = build_document(source, data, places)
    findings += faults + check_structure(document, places)
    years = [part for part in source.file.split("/") if part.isdigit() and len(part) == 4]
    if years and not document.ngay_ban_hanh and not document.ngay_du_kien:
        return replace(document, ngay_du_kien=date(int(years[-1]), 12, 31))
    return document


def assemble(documents: Iterable[VanBan], places: Places) -> tuple[tuple[BoVanBan, ...], list[Finding]]:
    """The sets that `kem_theo` forms: a set for every document that no other one attaches.

    Ids are of one folder: a document attaches those that lie beside it. Unknown attachments, a document
    attached twice, or by itself, are findings.
    """
    assembler = _Assembler(places)
    return assembler.assemble(list(documents)), assembler.findings


class _Assembler:
    def __init__(self, places: Places) -> None:
        self._places = places
        self._by_id: dict[tuple[str, str], VanBan] = {}
        self._parents: dict[tuple[str, str], VanBan] = {}
        self.findings: list[Finding] = []

    def assemble(self, documents: list[VanBan]) -> tuple[BoVanBan, ...]:
        for document in documents:
            self._register(document)
        for document in self._by_id.values():
            self._attach(document)
        return tuple(
            self._set(document, ()) for key, document in self._by_id.items()
            if key not in self._parents or self._is_circular(key)
        )

    def _register(self, document: VanBan) -> None:
        key = self._folder(document), document.ma
        if key in self._by_id:
            first = self._places[self._by_id[key].origin]
            self._fault("S309", document, "ma", f"Mã “{document.ma}” đã dùng cho {first.file}.", "Đổi một trong hai mã.")
        elif document.ma:
            self._by_id[key] = document

    def _attach(self, document: VanBan) -> None:
        folder = self._folder(document)
        for ma in document.kem_theo:
            key = folder, ma
            if key not in self._by_id:
                close = nearest(ma, [known for place, known in self._by_id if place == folder])
                self._fault(
                    "R106", document, "kem_theo", f"Không tìm thấy văn bản kèm theo “{ma}” trong thư mục {folder}.",
                    f"Có phải “{close}”?" if close else "Tạo tệp của văn bản đó, hoặc xóa dòng này.",
                )
            elif key in self._parents:
                first = self._places[self._parents[key].origin]
                self._fault("R108", document, "kem_theo", f"“{ma}” đã kèm theo {first.file}.",
                            "Mỗi văn bản chỉ kèm theo một văn bản.")
            else:
                self._parents[key] = document

    def _set(self, document: VanBan, above: tuple[str, ...]) -> BoVanBan:
        if document.ma in above:
            self._fault("R107", document, "kem_theo", f"“{document.ma}” kèm theo chính nó ({' → '.join(above)}).",
                        "Xóa một trong các dòng kem_theo.")
            return BoVanBan(document)
        folder = self._folder(document)
        attached = (self._by_id.get((folder, ma)) for ma in document.kem_theo)
        return BoVanBan(document, tuple(self._set(part, (*above, document.ma)) for part in attached if part))

    def _is_circular(self, key: tuple[str, str]) -> bool:
        """Whether going up from `key` leads back to it: such documents would belong to no set."""
        seen, current = set(), key
        while (parent := self._parents.get(current)) and current not in seen:
            seen.add(current)
            current = current[0], parent.ma
        return current in seen and min(seen) == key

    def _folder(self, document: VanBan) -> str:
        return self._places[document.origin].file.rpartition("/")[0]

    def _fault(self, code: str, document: VanBan, key: str, message: str, hint: str) -> None:
        self.findings.append(finding(code, self._places[document.origin_of(key)], message, hint))
