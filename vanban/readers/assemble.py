"""Documents → the sets that `kem_theo` forms.

Ids are of one folder: a document attaches those that lie beside it. Unknown attachments, a document attached
twice, or by itself, are findings.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.places import Places
from vanban.slips import Names

_Key = tuple[str, str]  # folder and id of a document
_YEAR = re.compile("(19|20)[0-9]{2}")


def assemble(
    documents: Iterable[VanBan], places: Places, issued: Collection[str], incomplete: Collection[str]
) -> tuple[tuple[BoVanBan, ...], list[Finding]]:
    """A set for every document that no other one attaches, and the faults of `kem_theo`.

    issued      files that were issued as they are: they keep their ids and what they attach, whoever else asks for them
    incomplete  files of issued sets that have lost one: what such a set misses is told with what was kept of it
    """
    assembler = _Assembler(places, issued, incomplete)
    return assembler.assemble(list(documents)), assembler.findings


class _Assembler:
    def __init__(self, places: Places, issued: Collection[str], incomplete: Collection[str]) -> None:
        self._places = places
        self._issued = issued
        self._incomplete = incomplete
        self._by_id: dict[_Key, VanBan] = {}
        self._parents: dict[_Key, VanBan] = {}
        self._attached: dict[_Key, list[VanBan]] = {}
        self.findings: list[Finding] = []

    def assemble(self, documents: list[VanBan]) -> tuple[BoVanBan, ...]:
        self._register(documents)
        asked = [(document, ma) for document in self._issued_first(self._by_id.values()) for ma in document.kem_theo]
        for document, ma in asked:
            if (self._folder(document), ma) in self._by_id:
                self._attach(document, ma)
        for document, ma in asked:
            if (self._folder(document), ma) not in self._by_id and self._file(document) not in self._incomplete:
                self._attach_nearest(document, ma)
        return tuple(
            self._set(document, ()) for key, document in self._by_id.items()
            if key not in self._parents or self._is_circular(key)
        )

    def _register(self, documents: list[VanBan]) -> None:
        """Gives each id to the first that has it, of issued documents and others to an issued one."""
        owners: dict[_Key, VanBan] = {}
        for document in self._issued_first(documents):
            if document.ma:
                owners.setdefault(self._key(document), document)
        for document in documents:
            owner = owners.get(self._key(document), document)
            if owner is not document:
                self._fault("S309", document, "ma", f"Mã “{document.ma}” đã dùng cho {self._file(owner)}.",
                            "Văn bản kia đã ban hành nên giữ nguyên mã; đặt mã khác cho văn bản này."
                            if self._is_issued(owner) else "Đổi một trong hai mã.")
            elif document.ma:
                self._by_id[self._key(document)] = document

    def _issued_first(self, documents: Iterable[VanBan]) -> list[VanBan]:
        return sorted(documents, key=lambda document: not self._is_issued(document))

    def _is_issued(self, document: VanBan) -> bool:
        return self._file(document) in self._issued

    def _attach(self, document: VanBan, ma: str) -> None:
        key = self._folder(document), ma
        if key in self._parents:
            first = self._parents[key]
            self._fault("R108", document, f"kem_theo.{ma}", f"“{ma}” đã kèm theo {self._file(first)}.",
                        "Văn bản kia đã ban hành; xóa dòng này, hoặc chép tệp kèm theo thành tệp khác, đặt mã khác."
                        if self._is_issued(first) else
                        "Mỗi văn bản chỉ kèm theo một văn bản; xóa một trong hai dòng.")
        else:
            self._parents[key] = document
            self._attached.setdefault(self._key(document), []).append(self._by_id[key])

    def _attach_nearest(self, document: VanBan, ma: str) -> None:
        """Tells that nothing has the id `ma`, and goes on as if the nearest one had been written that is still
        free: the documents around it are not blamed for one slip."""
        folder = self._folder(document)
        above = set(self._above(self._key(document)))
        close = self._names[folder].nearest(
            ma, lambda known: (folder, known) not in above and (folder, known) not in self._parents
        )
        self._fault(
            "R106", document, f"kem_theo.{ma}", f"Không tìm thấy văn bản kèm theo “{ma}” trong thư mục {folder}.",
            f"Có phải “{close}”?" if close else "Lấy lại tệp bằng git nếu lỡ xóa, tạo tệp đó, hoặc xóa dòng này.",
        )
        if close:
            self._attach(document, close)

    @cached_property
    def _names(self) -> dict[str, Names]:
        """The ids of each folder."""
        ids: dict[str, list[str]] = {}
        for folder, ma in self._by_id:
            ids.setdefault(folder, []).append(ma)
        return {folder: Names(each) for folder, each in ids.items()}

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
        return BoVanBan(document, tuple(parts), folder_year=_year(self._folder(document)))

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
        return self._file(document).rpartition("/")[0]

    def _file(self, document: VanBan) -> str:
        return self._places.file(document.origin)

    def _fault(self, code: str, document: VanBan, key: str, message: str, hint: str) -> None:
        self.findings.append(finding(code, self._places[document.origin_of(key)], message, hint))


def _year(folder: str) -> int | None:
    """The year that `folder`, or the nearest one above it, has for its name."""
    years = [part for part in folder.split("/") if _YEAR.fullmatch(part)]
    return int(years[-1]) if years else None
