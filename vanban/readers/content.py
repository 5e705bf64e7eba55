"""A content folder → registers and sets of documents: what is there, who is attached to whom.

Registers are the files of `dung_chung`; every other .yaml below is a document. A folder whose name is a year
(content/<don_vi>/<year>) gives its drafts the last day of that year, until they state one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from vanban.errors import system_words
from vanban.findings import Finding, Place, finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.readers.build_document import build_document
from vanban.readers.build_registers import build_registers
from vanban.readers.check_structure import check_structure
from vanban.readers.check_schema import Schemas, check_schema
from vanban.readers.record import Record
from vanban.readers.skeleton import skeleton
from vanban.readers.source import Source, read_source
from vanban.text import nearest

SHARED = "dung_chung"
_REGISTERS = ("co_quan", "can_cu", "chi_tieu")
_YEAR = re.compile("(19|20)[0-9]{2}")
# What is found missing may stand in another file.
_ASKING = frozenset({"R101", "R102", "R103", "R104", "R105", "D101", "F102", "X101"})
_Key = tuple[str, str]  # folder and id of a document


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

    def certain(self, bo: BoVanBan, faults: Iterable[Finding]) -> list[Finding]:
        """Those of `faults` of `bo` that stand whatever is written in the files that could not be read."""
        unread = {name for name, source in self.sources.items() if source.data is None}
        asked = {*self.files_of(bo), *(name for name in self.sources if name.startswith(f"{self.root.name}/{SHARED}/"))}
        doubtful = _ASKING if unread & asked else frozenset()
        return [f for f in faults if f.file not in unread and f.code not in doubtful]

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
        source, faults = _read(path, root)
        sources[source.file] = source
        findings += faults
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
    registers, faults = build_registers(
        (Record(source, data, places) for source, data in typed if "loai_du_lieu" in data), places
    )
    findings += faults
    # An unknown kind of document was refused above; the rest is read even where the schema found faults.
    documents = [_document(source, data, places, findings) for source, data in typed if "loai_van_ban" in data]
    sets, faults = assemble(documents, places)
    findings += (fault for fault in faults if sources[fault.file].data is not None)
    return Content(root, registers, places, sources, sets, findings)


def _files(root: Path, folders: Sequence[Path] | None) -> list[Path]:
    """What looks like YAML, registers first, each folder in alphabetical order. Hidden files are a system's own."""
    shared = root / SHARED
    wanted = {
        path for folder in (shared, *(folders or [root])) for path in folder.rglob("*")
        if path.suffix.lower() in (".yaml", ".yml") and not path.name.startswith(".")
    }
    return sorted(wanted, key=lambda path: (shared not in path.parents, path))


def _read(path: Path, root: Path) -> tuple[Source, list[Finding]]:
    """The source of one file, without data where the system does not give it or its name is not one of ours."""
    name = _name(path, root)
    if path.suffix != ".yaml":
        return Source(name), [finding(
            "S107", Place(name), f"Tệp có đuôi “{path.suffix}” nên không được đọc.", "Đổi đuôi tệp thành “.yaml”.",
        )]
    try:
        return read_source(name, path.read_bytes())
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
    if not isinstance(kind, str) or not kind:
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


def _document(source: Source, data: dict[str, Any], places: Places, findings: list[Finding]) -> VanBan:
    document, faults = build_document(source, data, places)
    findings += faults + check_structure(document, places)
    years = [part for part in source.file.split("/") if _YEAR.fullmatch(part)]
    if years and not {"ngay_ban_hanh", "ngay_du_kien"} & data.keys():
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
        self._by_id: dict[_Key, VanBan] = {}
        self._parents: dict[_Key, VanBan] = {}
        self._attached: dict[_Key, list[VanBan]] = {}
        self.findings: list[Finding] = []

    def assemble(self, documents: list[VanBan]) -> tuple[BoVanBan, ...]:
        for document in documents:
            self._register(document)
        asked = [(document, ma) for document in self._by_id.values() for ma in document.kem_theo]
        for document, ma in asked:
            if (self._folder(document), ma) in self._by_id:
                self._attach(document, ma)
        for document, ma in asked:
            if (self._folder(document), ma) not in self._by_id:
                self._attach_nearest(document, ma)
        return tuple(
            self._set(document, ()) for key, document in self._by_id.items()
            if key not in self._parents or self._is_circular(key)
        )

    def _register(self, document: VanBan) -> None:
        key = self._key(document)
        if key in self._by_id:
            first = self._places[self._by_id[key].origin]
            self._fault("S309", document, "ma", f"Mã “{document.ma}” đã dùng cho {first.file}.", "Đổi một trong hai mã.")
        elif document.ma:
            self._by_id[key] = document

    def _attach(self, document: VanBan, ma: str) -> None:
        key = self._folder(document), ma
        if key in self._parents:
            first = self._places[self._parents[key].origin]
            self._fault("R108", document, f"kem_theo.{ma}", f"“{ma}” đã kèm theo {first.file}.",
                        "Mỗi văn bản chỉ kèm theo một văn bản; xóa một trong hai dòng.")
        else:
            self._parents[key] = document
            self._attached.setdefault(self._key(document), []).append(self._by_id[key])

    def _attach_nearest(self, document: VanBan, ma: str) -> None:
        """Tells that nothing has the id `ma`, and goes on as if the nearest one had been written that is still
        free: the documents around it are not blamed for one slip."""
        folder = self._folder(document)
        above = set(self._above(self._key(document)))
        close = nearest(ma, [
            known for place, known in self._by_id
            if place == folder and (place, known) not in above and (place, known) not in self._parents
        ])
        self._fault(
            "R106", document, f"kem_theo.{ma}", f"Không tìm thấy văn bản kèm theo “{ma}” trong thư mục {folder}.",
            f"Có phải “{close}”?" if close else "Tạo tệp của văn bản đó, hoặc xóa dòng này.",
        )
        if close:
            self._attach(document, close)

    def _set(self, document: VanBan, above: tuple[VanBan, ...]) -> BoVanBan:
        above = (*above, document)
        parts = []
        for part in self._attached.get(self._key(document), ()):
            if any(part is each for each in above):
                chain = " → ".join(each.ma for each in (*above, part))
                self._fault("R107", document, f"kem_theo.{part.ma}", f"“{part.ma}” kèm theo chính nó ({chain}).",
                            "Xóa một trong các dòng kem_theo.")
            else:
                parts.append(self._set(part, above))
        return BoVanBan(document, tuple(parts))

    def _is_circular(self, key: _Key) -> bool:
        """Whether going up from `key` leads back to it, and it is the one that stands for the whole circle."""
        above = list(self._above(key))
        outermost = self._parents.get(above[-1])
        return outermost is not None and self._key(outermost) == key == min(above)

    def _above(self, key: _Key) -> Iterator[_Key]:
        """`key` and those that it is attached to, outermost last; a circle is gone round once."""
        seen: set[_Key] = set()
        while key not in seen:
            seen.add(key)
            yield key
            if key in self._parents:
                key = self._key(self._parents[key])

    def _key(self, document: VanBan) -> _Key:
        return self._folder(document), document.ma

    def _folder(self, document: VanBan) -> str:
        return self._places[document.origin].file.rpartition("/")[0]

    def _fault(self, code: str, document: VanBan, key: str, message: str, hint: str) -> None:
        self.findings.append(finding(code, self._places[document.origin_of(key)], message, hint))
