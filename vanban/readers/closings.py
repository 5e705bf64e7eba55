"""What the figures of a period were when it was closed → a file beside the registers, and back; what was changed since.

`content/dung_chung/chot/<chế độ>_<năm>_<kỳ>.json` keeps the figures of each unit's file, a line a file, without the
corrections. Comments, notes and order may change after the closing, figures may not.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vanban.findings import Finding, Place, finding
from vanban.model.reporting import Ky
from vanban.model.so_lieu import SoLieu
from vanban.readers.catalogue import SHARED, name_of
from vanban.readers.reported_cell import typed_cell

FOLDER = "chot"
_WAY_OUT = (
    "Trả lại như lúc chốt và ghi số đúng vào dieu_chinh; phải sửa cả kỳ thì mở lại: build.py close … --mo-lai 'lý do'."
)


@dataclass(frozen=True, slots=True)
class Closing:
    """A closed period: the figures by indicator, as they are typed, by the name of their file."""

    name: str
    figures: Mapping[str, Mapping[str, str]]

    def changed(self, so_lieu: SoLieu) -> Iterator[Finding]:
        """What a file says otherwise than at the closing. A file that came later says nothing otherwise."""
        kept, today = self.figures.get(so_lieu.tep), _typed(so_lieu)
        for ma in sorted(kept.keys() | today.keys()) if kept is not None else ():
            before, now = (kept or {}).get(ma, "(không có)"), today.get(ma, "(không có)")
            if before != now:
                line = so_lieu.gia_tri[ma].line if ma in today else 1
                yield finding(
                    "D220", Place(so_lieu.tep, line or 1),
                    f"Kỳ báo cáo đã chốt mà số liệu bị sửa: {ma} lúc chốt là “{before}”, nay là “{now}”.", _WAY_OUT,
                )

    def gone(self, root: Path) -> Iterator[Finding]:
        """Files that are no longer there. `root`: the content folder."""
        for file in self.figures:
            if not (root.parent / file).is_file():
                yield finding("D220", Place(self.name), f"Kỳ báo cáo đã chốt mà không còn tệp số liệu {file}.",
                              "Lấy lại tệp ấy từ git.")


def closing_path(root: Path, che_do: str, ky: Ky) -> Path:
    """Where the closing of a period is kept, whether it is there or not."""
    return root / SHARED / FOLDER / f"{che_do}_{ky.cho_nam}_{ky.ma}.json"


def closing_bytes(files: Iterable[SoLieu]) -> bytes:
    """What is kept of a period when it is closed."""
    listed = sorted(files, key=lambda each: each.tep)
    lines = (f" {_json(each.tep)}: {_json(dict(sorted(_typed(each).items())))}" for each in listed)
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def read_closing(root: Path, che_do: str, ky: Ky) -> Closing | Finding | None:
    """What was kept of a period; None where nothing was, a finding where that cannot be read."""
    path = closing_path(root, che_do, ky)
    name = name_of(path, root)
    try:
        kept = json.loads(path.read_bytes())
        return Closing(name, {file: {ma: str(cell) for ma, cell in cells.items()} for file, cells in kept.items()})
    except FileNotFoundError:
        return None
    except (OSError, ValueError, AttributeError):
        return finding(
            "D221", Place(name), "Không đọc được tệp chốt của kỳ này nên không biết số liệu có bị sửa sau đó không.",
            "Lấy lại tệp này từ git; không sửa tay.",
        )


def _typed(so_lieu: SoLieu) -> dict[str, str]:
    return {ma: typed_cell(each) for ma, each in so_lieu.gia_tri.items()}


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)
