"""The file that `issue` wrote beside a document → Frozen, and the registers that were in force for it."""

import json
from typing import Any

from vanban.findings import Finding, Place, finding
from vanban.model.frozen import SEAL, VERSION, Frozen, seal
from vanban.model.frozen_form import FORMS
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.plain_data import is_printable
from vanban.readers.build_registers import build_registers
from vanban.readers.kept_words import read_frames, read_words
from vanban.readers.record import Record
from vanban.readers.source import Source


def read_frozen(name: str, raw: bytes) -> tuple[Frozen | None, list[Finding]]:
    """What was kept; None, with a finding, where the file is not what `issue` wrote.

    Records that were written before words were kept are believed, with an information; so are those that were written
    before records had a fingerprint.
    """
    try:
        data = json.loads(raw)
        frozen = _frozen(data)
        return frozen, [] if frozen.loi_van else [_old(name)]
    except _OtherEngine:
        return None, [finding(
            "S109", Place(name), "Tệp lưu khi ban hành do bản mới hơn của chương trình ghi nên chưa đọc được.",
            "Cập nhật chương trình rồi làm lại.",
        )]
    except _Edited:
        return None, [broken(name, "đã bị sửa sau khi ghi")]
    except (ValueError, RecursionError):
        return None, [broken(name, "bị hỏng")]


class _OtherEngine(Exception):
    """The record has a form that this engine does not know."""


class _Edited(Exception):
    """The record is not what its fingerprint says."""


def _frozen(data: Any) -> Frozen:
    """The record. Raises ValueError for what is none, and the two above."""
    match data:
        case {"tep": dict(files), "so_sach": dict(registers), **more}:
            pass
        case _:
            raise ValueError
    version = _version(more.pop(VERSION)) if VERSION in more else None
    keys = {"loi_van", "so_lieu", "khung_trang", SEAL} if version else more.keys() & {SEAL}
    has_its_shape = more.keys() == keys and _are_fingerprints(files) and all(map(_are_entries, registers.values()))
    if not (has_its_shape and is_printable(data)):
        raise ValueError
    if SEAL in more and more[SEAL] != seal(data):
        raise _Edited
    if version is None:
        return Frozen(files, registers)
    words, values = read_words(version, more["loi_van"], more["so_lieu"], files)
    return Frozen(files, registers, words, values, read_frames(version, more["khung_trang"]))


def _version(version: object) -> int:
    if type(version) is not int or version < 1:
        raise ValueError
    if version not in FORMS:
        raise _OtherEngine
    return version


def _old(name: str) -> Finding:
    return finding(
        "S113", Place(name), "Tệp lưu khi ban hành do bản cũ của chương trình ghi, chưa lưu lời văn đã in.",
        "Giữ nguyên tệp này trong git. Muốn lưu thêm lời văn thì chạy: python3 build.py issue <tệp YAML> --bo-sung.",
    )


def broken(name: str, how: str) -> Finding:
    """What is told of the record of that name, which cannot be used."""
    return finding(
        "S109", Place(name), f"Tệp lưu khi ban hành {how} nên không dựng lại được văn bản như đã ban hành.",
        "Lấy lại bản cũ của tệp này từ git; không sửa tay.",
    )


def _are_fingerprints(files: dict[str, object]) -> bool:
    return all(isinstance(each, str) for each in files.values())


def _are_entries(listed: object) -> bool:
    return isinstance(listed, list) and all(map(_is_entry, listed))


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and isinstance(entry.get("ma"), str)


def frozen_registers(frozen: Frozen, name: str, places: Places) -> Registers:
    """The registers as they were on the day of issue, as far as the set used them. `name` is that of the file."""
    record = Record(Source(name), dict(frozen.so_sach), places)
    return build_registers([record], places)[0]
