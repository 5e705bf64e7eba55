"""One YAML file → what it says it is, its data typed by the schema, and its faults."""

from dataclasses import dataclass
from typing import Any

from vanban.findings import Finding, finding
from vanban.keys import registers
from vanban.readers.check_schema import check_schema
from vanban.readers.schemas import Schemas
from vanban.readers.skeleton import skeleton
from vanban.readers.source import Source, read_source
from vanban.slips import nearest


@dataclass(frozen=True, slots=True)
class TypedFile:
    """A file as read. `data` is None where nothing of it can be used; of a document that is not YAML it is the little
    that others ask for (`skeleton`)."""

    source: Source
    data: dict[str, Any] | None
    findings: tuple[Finding, ...]

    @property
    def is_register(self) -> bool:
        return self.data is not None and self.data.get("loai_du_lieu") in registers()

    @property
    def is_document(self) -> bool:
        return self.data is not None and "loai_van_ban" in self.data


def read_typed(name: str, raw: bytes, schemas: Schemas) -> TypedFile:
    """The file `name`, of which `raw` are the bytes."""
    source, findings = read_source(name, raw)
    if source.data is None:
        stub = skeleton(source.text)
        is_known = stub and stub["loai_van_ban"] in schemas.names
        return TypedFile(source, dict(stub) if is_known else None, tuple(findings))
    if not isinstance(source.data, dict):
        return TypedFile(source, None, (*findings, finding(
            "S203", source.place(()), "Tệp phải gồm các mục “tên_mục: giá trị”.",
            "Bắt đầu tệp bằng dòng “loai_van_ban: …”; so với một tệp mẫu.",
        )))
    kind, fault = _kind(source, schemas)
    findings += [fault] if fault else []
    if not kind:
        return TypedFile(source, None, tuple(findings))
    data, faults = check_schema(source, kind, schemas)
    return TypedFile(source, data, (*findings, *faults))


def _kind(source: Source, schemas: Schemas) -> tuple[str, Finding | None]:
    """The type that a file says it is, or most likely means; "" where that is not to be seen."""
    key = "loai_du_lieu" if "loai_du_lieu" in source.data else "loai_van_ban"
    what = "loại dữ liệu" if key == "loai_du_lieu" else "loại văn bản"
    known = [name for name in schemas.names if key in schemas.schema(name)["properties"]]
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
