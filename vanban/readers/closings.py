"""What the figures of a period were when it was closed → a file beside the registers, and back; what was changed since.

`content/dung_chung/chot/<chế độ>_<năm>_<kỳ>.json` keeps the figures of each unit's file, a line a file, and the
corrections made until then. Comments, notes and order may change after the closing, figures may not; a later correction
is added.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from vanban.dates import short_date
from vanban.findings import Finding, Place, finding
from vanban.model.reporting import Ky
from vanban.model.so_lieu import SoLieu
from vanban.plain_data import is_printable
from vanban.readers.catalogue import SHARED
from vanban.readers.named_files import inside
from vanban.readers.reported_cell import typed_cell
from vanban.text import upper_first

_K = TypeVar("_K")
FOLDER = "chot"
_WAY_OUT = (
    "Trả lại như lúc chốt và ghi số đúng vào dieu_chinh; phải sửa cả kỳ thì mở lại: build.py close … --mo-lai 'lý do'."
)
_NONE = "(không có)"
_FIGURES, _CORRECTIONS = "gia_tri", "dieu_chinh"
# Figures as they are typed, by indicator; corrections by the day and the indicator, of one day the later in the file.
Cells = Mapping[str, str]
Corrections = Mapping[tuple[date, str], str]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a file said at the closing. corrections: None in a record that did not keep them."""

    figures: Cells
    corrections: Corrections | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """A closed period.

    name   of the record
    files  what each file said, by its name
    """

    name: str
    files: Mapping[str, Kept]

    def has(self, so_lieu: SoLieu) -> bool:
        """Whether the file was there at the closing and said something."""
        kept = self.files.get(so_lieu.tep)
        return kept is not None and bool(kept.figures or kept.corrections)

    def changed(self, so_lieu: SoLieu, named: "Named") -> Iterator[Finding]:
        """What a file says otherwise than at the closing; that it said nothing then."""
        if not self.has(so_lieu):
            yield finding(
                "D237", Place(so_lieu.tep), f"Tệp này có số liệu sau khi {named.period} đã chốt{named.on}, số đã chốt "
                "không có đơn vị này.",
                "Nhận báo cáo muộn thì mở lại kỳ rồi chốt lần nữa: build.py close … --mo-lai 'lý do'.")
            return
        kept = self.files[so_lieu.tep]
        for ma, before, now in _apart(kept.figures, _typed(so_lieu)):
            line = so_lieu.gia_tri[ma].line if ma in so_lieu.gia_tri else 1
            yield _fault(so_lieu, line, f"{named.closed} mà số liệu bị sửa: “{named.indicator(ma)}” "
                         f"lúc chốt là “{before}”, nay là “{now}”.", _WAY_OUT)
        if kept.corrections is not None and named.day:
            yield from _corrections(kept.corrections, so_lieu, named, named.day)

    def gone(self, root: Path, named: "Named") -> Iterator[Finding]:
        """Files that are no longer there. `root`: the content folder."""
        for file in self.files:
            path = inside(root.parent, file)
            if path is None or not path.is_file():
                yield finding("D220", Place(self.name), f"{named.closed} mà không còn tệp số liệu "
                              f"{file}.", "Lấy lại tệp ấy từ git.")


@dataclass(frozen=True, slots=True)
class Named:
    """A closed period in words, "kỳ quý I năm 2026"; the day of its closing; the names of indicators."""

    period: str
    day: date | None
    indicator: Callable[[str], str]

    @property
    def closed(self) -> str:
        """The beginning of a sentence: "Kỳ quý I năm 2026 đã chốt ngày 20/3/2026"."""
        return f"{upper_first(self.period)} đã chốt{self.on}"

    @property
    def on(self) -> str:
        return f" ngày {short_date(self.day)}" if self.day else ""


def closing_path(root: Path, che_do: str, ky: Ky) -> Path:
    """Where the closing of a period is kept, whether it is there or not."""
    return root / SHARED / FOLDER / f"{che_do}_{ky.cho_nam}_{ky.ma}.json"


def closing_bytes(files: Iterable[SoLieu], day: date) -> bytes:
    """What is kept of a period that is closed on `day`."""
    listed = sorted(files, key=lambda each: each.tep)
    lines = (f" {_json(each.tep)}: {_json(_as_data(each, day))}" for each in listed)
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def read_closing(root: Path, che_do: str, ky: Ky) -> Closing | Finding | None:
    """What was kept of a period; None where nothing was, a finding where that cannot be read."""
    file = f"{SHARED}/{FOLDER}/{che_do}_{ky.cho_nam}_{ky.ma}.json"
    name = f"{root.name}/{file}"
    try:
        return Closing(name, _files(_bytes(file, root)))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, AttributeError, TypeError, LookupError, RecursionError):
        return finding(
            "D221", Place(name), "Không đọc được tệp chốt của kỳ này nên không biết số liệu có bị sửa sau đó không.",
            "Lấy lại tệp này từ git; không sửa tay.",
        )


def _bytes(file: str, root: Path) -> bytes:
    """What a record holds. Raises OSError; ValueError for what is no file of its folder: a link, a pipe."""
    path = inside(root, file)
    if path is None or file.count("/") != 2 or path.exists() and not path.is_file():
        raise ValueError(file)
    return path.read_bytes()


def _files(raw: bytes) -> dict[str, Kept]:
    """What each file said. Raises what a record raises that is not what `close` wrote."""
    data = json.loads(raw)
    if not is_printable(data):
        raise ValueError
    return {file: _from_data(kept) for file, kept in data.items()}


def _corrections(kept: Corrections, so_lieu: SoLieu, named: Named, closed: date) -> Iterator[Finding]:
    """Corrections of before the closing that are other ones now, and those that were not there then. What was added on
    the day of the closing itself, and not kept by it, came behind it."""
    today, lines = _typed_corrections(so_lieu, closed), {each.ngay_dieu_chinh: each.line for each in so_lieu.dieu_chinh}
    for (day, ma), before, now in _apart(kept, today):
        if day == closed and before in (_NONE, *_typed_on(so_lieu, closed, ma)):
            continue
        on = f"điều chỉnh ngày {short_date(day)} của “{named.indicator(ma)}”"
        if before == _NONE:
            yield _fault(
                so_lieu, lines.get(day, 1), f"{named.closed} mà lúc chốt chưa có {on}.",
                "Ghi đúng ngày đã điều chỉnh, sau ngày chốt; phải sửa kỳ đã chốt thì mở lại: "
                "build.py close … --mo-lai 'lý do'.")
        else:
            yield _fault(so_lieu, lines.get(day, 1), f"{named.closed} mà {on} bị sửa: lúc chốt là "
                         f"“{before}”, nay là “{now}”.", _WAY_OUT)


def _fault(so_lieu: SoLieu, line: int, message: str, way_out: str) -> Finding:
    return finding("D220", Place(so_lieu.tep, line or 1), message, way_out)


def _apart(kept: Mapping[_K, str], today: Mapping[_K, str]) -> Iterator[tuple[_K, str, str]]:
    """What is otherwise, with both cells."""
    for key in dict.fromkeys((*kept, *today)):
        before, now = kept.get(key, _NONE), today.get(key, _NONE)
        if before != now:
            yield key, before, now


def _typed(so_lieu: SoLieu) -> dict[str, str]:
    return {ma: typed_cell(each) for ma, each in sorted(so_lieu.gia_tri.items())}


def _typed_corrections(so_lieu: SoLieu, until: date) -> dict[tuple[date, str], str]:
    made = {(each.ngay_dieu_chinh, ma): typed_cell(cell) for each in so_lieu.dieu_chinh
            for ma, cell in each.gia_tri.items() if each.ngay_dieu_chinh <= until}
    return dict(sorted(made.items()))


def _typed_on(so_lieu: SoLieu, day: date, ma: str) -> list[str]:
    """What the corrections of one day say of an indicator, in the order of the file."""
    return [typed_cell(each.gia_tri[ma]) for each in so_lieu.dieu_chinh
            if each.ngay_dieu_chinh == day and ma in each.gia_tri]


def _as_data(so_lieu: SoLieu, day: date) -> dict[str, Any]:
    by_day: dict[str, dict[str, str]] = {}
    for (on, ma), cell in _typed_corrections(so_lieu, day).items():
        by_day.setdefault(on.isoformat(), {})[ma] = cell
    return {_FIGURES: _typed(so_lieu), _CORRECTIONS: by_day}


def _from_data(data: Mapping[str, Any]) -> Kept:
    """Records of before corrections were kept have the figures alone, by indicator."""
    if _CORRECTIONS not in data:
        return Kept({ma: str(cell) for ma, cell in data.items()})
    corrections = {(date.fromisoformat(day), ma): str(cell) for day, cells in data[_CORRECTIONS].items()
                   for ma, cell in cells.items()}
    return Kept({ma: str(cell) for ma, cell in data[_FIGURES].items()}, corrections)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)
