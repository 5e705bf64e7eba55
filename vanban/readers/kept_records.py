"""What lies beside issued documents: the records that `issue` wrote, read for sets that have a number and a date."""

from collections.abc import Iterable
from pathlib import Path

from vanban.errors import system_words
from vanban.findings import Finding, Place, finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.frozen import Frozen
from vanban.model.places import Places
from vanban.readers.catalogue import name_of
from vanban.readers.from_frozen import read_frozen


def frozen_path(document: Path) -> Path:
    """Where what is kept of an issued set lies: beside its issuing document."""
    return document.with_suffix(".ban_hanh.json")


def read_records(
    root: Path, sets: Iterable[BoVanBan], places: Places, drafts: Iterable[Path]
) -> tuple[dict[str, Frozen], list[Finding]]:
    """What was kept of those of `sets` that are issued, by the file of the issuing document.

    Nothing is read beside `drafts`, even where they are looked at as they will be when they are issued: what lies there
    is left from an issue that was taken back.
    """
    found: dict[str, Frozen] = {}
    findings: list[Finding] = []
    left_alone = set(drafts)
    for bo in sets:
        file = places.file(bo.van_ban.origin)
        document = root.parent / file
        if not bo.van_ban.is_issued or document in left_alone:
            continue
        path = frozen_path(document)
        if path.is_file():
            frozen, faults = _read(name_of(path, root), path)
            findings += faults
            if frozen:
                found[file] = frozen
        elif not bo.van_ban.vi_du:
            findings.append(_without_record(file, bo.van_ban, places))
    return found, findings


def _read(name: str, path: Path) -> tuple[Frozen | None, list[Finding]]:
    try:
        return read_frozen(name, path.read_bytes())
    except OSError as error:
        return None, [finding(
            "S109", Place(name), f"Không đọc được tệp lưu khi ban hành: {system_words(error)}.",
            "Mở quyền đọc cho tệp, hoặc lấy lại tệp từ git.",
        )]


def _without_record(file: str, van_ban: VanBan, places: Places) -> Finding:
    """Some offices number by hand; what they issue changes with the registers until something is kept of it."""
    return finding(
        "S191", places[van_ban.origin_of("so_van_ban")],
        "Văn bản đã có số và ngày ban hành nhưng chưa có tệp lưu khi ban hành, nên câu chữ còn đổi theo các sổ.",
        f"Nếu văn bản đã ban hành thì chạy: python3 build.py issue {file} --bo-sung.",
    )
