"""A new document is named in `kem_theo` of the one that attaches it; no other byte of that file is changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vanban.doctypes import DocType
from vanban.edits.applying import edited, write_edited
from vanban.edits.entries import edit_items, edit_keys
from vanban.errors import WrongUse
from vanban.findings import Fix
from vanban.model.document import VanBan
from vanban.readers.content import Content
from vanban.readers.source import Source


@dataclass(frozen=True, slots=True)
class Attaching:
    """What is told of it, and the file to be changed; None where no document attaches the new one yet."""

    words: str
    path: Path | None = None
    source: Source | None = None
    data: bytes = b""

    def write(self) -> None:
        """Changes the file. Raises EditRefused where it has been changed since it was read."""
        if self.path and self.source:
            write_edited(self.path, self.source, self.data)


def attaching(content: Content, kind: DocType, path: Path, ma: str) -> Attaching:
    """What names the new document at `path` in the document `ma` beside it; "": in none yet."""
    beside = _beside(content, path)
    if not ma:
        return Attaching(f"{kind.ten_loai} chưa kèm theo văn bản nào, in riêng như dự thảo. Ghi “- {path.stem}” vào "
                         "kem_theo của văn bản ban hành, trong cùng thư mục.")
    if not kind.attached:
        raise WrongUse(f"{kind.ten_loai} không kèm theo văn bản khác, không ghi cùng --kem-theo")
    if ma not in beside:
        there = f"có: {', '.join(beside)}" if beside else "thư mục chưa có văn bản nào"
        raise WrongUse(f"trong thư mục {path.parent.name} không có văn bản “{ma}”; {there}")
    if beside[ma].is_issued:
        raise WrongUse(f"“{ma}” đã ban hành, không kèm thêm được")
    source = content.sources[content.file_of(beside[ma])]
    data = edited(source, _naming(source, path.stem))
    return Attaching(f"Đã ghi “{path.stem}” vào kem_theo của {source.file}; nhắc đến trong bài bằng [[{path.stem}]].",
                     content.root.parent / source.file, source, data)


def _beside(content: Content, path: Path) -> dict[str, VanBan]:
    """The documents of the folder that `path` is to stand in, by their ids."""
    folder = f"{content.root.name}/{path.parent.relative_to(content.root).as_posix()}"
    return {van_ban.ma: van_ban for bo in content.sets for van_ban in bo
            if content.file_of(van_ban).rpartition("/")[0] == folder}


def _naming(source: Source, ma: str) -> Sequence[Fix]:
    """The fixes that put an id behind those in `kem_theo`."""
    if source.has_key(("kem_theo",)) and isinstance(listed := source.value(("kem_theo",)), list):
        return edit_items(source, ("kem_theo",), inserted={len(listed): [ma]})
    return edit_keys(source, (), inserted={[*source.data][-1]: {"kem_theo": [ma]}})
