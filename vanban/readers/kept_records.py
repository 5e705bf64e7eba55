"""What lies beside issued documents: the records that `issue` wrote, read for sets that have a number and a date."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path, PurePosixPath

from vanban.errors import system_words
from vanban.findings import Finding, Place, finding
from vanban.guard import Guard, unguarded
from vanban.model.document import BoVanBan, VanBan
from vanban.model.frozen import Frozen
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.model.samples import is_sample
from vanban.readers.catalogue import MAX_TEXT, RECORD, YAML, Entry, name_of
from vanban.readers.from_frozen import broken, read_frozen

_REAL = "“vi_du: true” chỉ dành cho bản mẫu có người ký giả định (Nguyễn Văn A); văn bản thật thì xóa dòng ấy. "


def frozen_path(document: Path) -> Path:
    """Where what is kept of an issued set lies: beside its issuing document."""
    return document.with_suffix(RECORD)


@dataclass(frozen=True)
class Records:
    """What lies beside issued documents: what each record holds, by the file of its document; None of a broken one.
    `root` is the content folder."""

    root: Path
    by_file: Mapping[str, Frozen | None]

    @property
    def frozen(self) -> Mapping[str, Frozen]:
        return {file: frozen for file, frozen in self.by_file.items() if frozen}

    @cached_property
    def issued(self) -> frozenset[str]:
        """The files that were issued, as the records name them. What lies beside a copy of a record is not among them;
        a broken record stands for its document."""
        return frozenset(name for file, frozen in self.by_file.items() for name in (frozen.tep if frozen else [file]))

    @cached_property
    def incomplete(self) -> frozenset[str]:
        """The files of issued sets of which a file is no longer there."""
        return frozenset(name for file, frozen in self.frozen.items() if gone(self.root, frozen)
                         for name in (file, *frozen.tep))


def gone(root: Path, frozen: Frozen) -> frozenset[str]:
    """The files that a set was issued with and that are no longer there by their names."""
    return frozenset(name for name in frozen.tep if not (root.parent / name).is_file())


def read_records(
    root: Path, documents: Iterable[VanBan], places: Places, drafts: Iterable[Path], guard: Guard = unguarded
) -> tuple[Records, list[Finding]]:
    """What was kept of those of `documents` that are issued; of one that `guard` gives None for as of a broken one.

    Nothing is read beside `drafts`, even where they are looked at as they will be when they are issued: what lies there
    is left from an issue that was taken back.
    """
    found: dict[str, Frozen | None] = {}
    findings: list[Finding] = []
    for file, _ in _issued(root, documents, places, drafts):
        path = frozen_path(root.parent / file)
        if lies_at(path):
            found[file], faults = guard(file, partial(_read, name_of(path, root), path)) or (None, [])
            findings += faults
    return Records(root, found), findings


def without_record(
    root: Path, sets: Iterable[BoVanBan], records: Records, registers: Registers, places: Places, drafts: Iterable[Path]
) -> list[Finding]:
    """Tells of those of `sets` that have a number and a date, and no record; a sample needs none."""
    issued = _issued(root, (bo.van_ban for bo in sets), places, drafts)
    return [_without_record(file, van_ban, places) for file, van_ban in issued
            if file not in records.by_file and not is_sample(van_ban, registers)]


def beside_drafts(
    root: Path, sets: Iterable[BoVanBan], places: Places, drafts: Iterable[Path]
) -> list[Finding]:
    """Tells of those of `sets` that are drafts though a record lies beside them: git has brought the draft back, or an
    issue was taken back by hand. Nothing is told of `drafts` that are looked at as they will be issued."""
    left_alone = set(drafts)
    findings = []
    for bo in sets:
        file = places.file(bo.van_ban.origin)
        path = frozen_path(root.parent / file)
        if not bo.van_ban.is_issued and root.parent / file not in left_alone and lies_at(path):
            findings.append(_beside_draft(file, _read(name_of(path, root), path)[0]))
    return findings


def _beside_draft(file: str, frozen: Frozen | None) -> Finding:
    """It is named as it was issued, where the record can be read and keeps words."""
    words = frozen.loi_van if frozen and file in frozen.tep else None
    said = "một văn bản đã ban hành"
    if words:
        number = words.issuing.zones.so_ky_hieu.text.removeprefix("Số:").strip()
        said = f"văn bản đã ban hành {number}" + (f", ngày {words.ngay:%d/%m/%Y}" if words.ngay else "")
    record = PurePosixPath(file).with_suffix(RECORD)
    return finding(
        "S196", Place(file), f"Tệp này là dự thảo mà bên cạnh có tệp lưu của {said}.",
        f"Văn bản đã gửi đi thì ghi lại “so_van_ban”, “ngay_ban_hanh” như khi ban hành, hoặc lấy tệp từ lần lưu "
        f"đã có số (git log -- {file}). Lần ban hành ấy chưa gửi đi, nay làm lại thì xóa {record}.",
    )


def without_document(entries: Iterable[Entry]) -> list[Finding]:
    """Tells of those `entries`, records all, beside which their document does not lie any more: it was deleted, or has
    another name now."""
    return [_without_document(entry) for entry in without_its_document(entries)]


def without_its_document(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Those of `entries`, records all, beside which their document does not lie any more."""
    return (entry for entry in entries if not _document_of(entry.path))


def _document_of(record: Path) -> Path | None:
    name = record.name.removesuffix(RECORD)
    beside = (path for path in record.parent.iterdir() if path.stem == name and path.suffix.lower() in YAML)
    return next(beside, None)


def _without_document(entry: Entry) -> Finding:
    document = f"{entry.name.removesuffix(RECORD)}.yaml"
    return finding(
        "S194", Place(entry.name),
        f"Văn bản đã ban hành lưu ở tệp này không còn tệp nguồn {document.rpartition('/')[2]}: đã bị xóa hoặc đổi tên.",
        f"Đã đổi tên thì đổi lại tên cũ. Xóa nhầm thì lấy lại: git checkout -- {document} (việc xóa đã lưu vào git thì "
        f"tìm lần lưu trước đó: git log --all -- {document}).",
    )


def _issued(
    root: Path, documents: Iterable[VanBan], places: Places, drafts: Iterable[Path]
) -> Iterator[tuple[str, VanBan]]:
    left_alone = set(drafts)
    for van_ban in documents:
        file = places.file(van_ban.origin)
        document = root.parent / file
        if not van_ban.is_issued or document in left_alone:
            continue
        yield file, van_ban


def lies_at(path: Path) -> bool:
    """Whether anything bears the name of a record; a link to nowhere does."""
    return path.exists() or path.is_symlink()


def _read(name: str, path: Path) -> tuple[Frozen | None, list[Finding]]:
    try:
        if not path.is_file() or path.stat().st_size > MAX_TEXT:  # a pipe would never end
            return None, [broken(name, "không phải là tệp mà máy đã ghi")]
        return read_frozen(name, path.read_bytes())
    except OSError as error:
        return None, [finding(
            "S109", Place(name), f"Không đọc được tệp lưu khi ban hành: {system_words(error)}.",
            "Mở quyền đọc cho tệp, hoặc lấy lại tệp từ git.",
        )]


def _without_record(file: str, van_ban: VanBan, places: Places) -> Finding:
    """Some offices number by hand; what they issue changes with the registers until something is kept of it."""
    record = PurePosixPath(file).with_suffix(RECORD)
    return finding(
        "S191", places[van_ban.origin_of("so_van_ban")],
        "Văn bản đã có số và ngày ban hành nhưng chưa có tệp lưu khi ban hành, nên câu chữ còn đổi theo các sổ.",
        f"{_REAL if van_ban.vi_du else ''}Chưa từng có tệp lưu thì chạy: python3 build.py issue {file} --bo-sung. "
        f"Tệp lưu bị xóa, văn bản bị đổi tên thì lấy lại từ git; xem các lần lưu: git log --all -- {record}.",
    )
