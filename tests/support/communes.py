"""Reports of communes, made up for tests of scale: an office for each, with a report of one page; registers of bodies.

The names can come from a table of the communes as of 1/7/2025 that is not part of the project (province, commune,
what it was made of). The type of a commune is not in it, so each is called a xã. What the reports say is made up.
"""

import csv
import os
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from vanban.pipeline.project import Project
from vanban.text import fold_ascii

ROOT = Path(__file__).parents[2]
TABLE = Path(os.environ.get("VANBAN_COMMUNES", ROOT.parent / "shared" / "data" / "don-vi-hanh-chinh-2025.csv"))


class Commune(NamedTuple):
    """A commune: its id, the province it is in, its name, those it was made of."""

    ma: str
    tinh: str
    ten: str
    truoc: str


_PROVINCE = """\
  - ma: ubnd_{ma}
    ten_goi: Ủy ban nhân dân tỉnh {ten}
    ten_dong: Ủy ban nhân dân | tỉnh {ten}
    ten_ngan: UBND tỉnh {ten}
    ky_hieu: UBND
    dia_danh: {ten}
    cap_truong: Chủ tịch
    tap_the: Ủy ban nhân dân
    cap_co_quan: tinh
"""
_COMMUNE = """\
  - ma: ubnd_xa_{ma}
    ten_goi: Ủy ban nhân dân xã {ten}
    ten_dong: Ủy ban nhân dân | xã {ten}
    ten_ngan: UBND xã {ten}
    ky_hieu: UBND
    dia_danh: {ten}
    truc_thuoc: ubnd_{tinh}
    cap_co_quan: xa
    cap_truong: Chủ tịch
    tap_the: Ủy ban nhân dân
    nguoi_ky:
      - ma: ct_{ma}
        ho_ten: Nguyễn Văn A
        chuc_vu: Chủ tịch
        tu_cach_ky: cap_truong
        tu_ngay: 01/7/2025
    tu_ngay: 01/7/2025
"""
_GROUPS = """\
nhom_co_quan:
  - {{ma: {group}, ten_goi: các xã của {ten}, cap_co_quan: xa, truc_thuoc: ubnd_{ma}}}
"""
_REPORT = """\
loai_van_ban: bao_cao
ma: bao_cao_cchc
vi_du: true
co_quan: ubnd_xa_{ma}
ngay_du_kien: 15/12/2025
trich_yeu: Kết quả công tác cải cách hành chính năm 2025
mo_dau: |
  Ủy ban nhân dân xã {ten} báo cáo kết quả công tác cải cách hành chính năm 2025 như sau:
de_muc:
  - tieu_de: Kết quả đạt được
    noi_dung: |
      1. Xã {ten} được thành lập từ: {truoc}.
      1. Đã giải quyết {ho_so} hồ sơ thủ tục hành chính, **đúng hạn 98%**:
      a) Tiếp nhận trực tiếp 40%;
      a) Tiếp nhận trực tuyến 60%[^nguon].
      [^nguon]: Theo Hệ thống thông tin giải quyết thủ tục hành chính.
  - tieu_de: Phương hướng, nhiệm vụ năm 2026
    noi_dung: |
      Tiếp tục rà soát, công khai thủ tục hành chính; giữ vững tỷ lệ hồ sơ đúng hạn của xã {ten}.
noi_nhan:
  - "[[ubnd_{tinh}]]"
  - TT. Đảng ủy, TT. HĐND xã
luu: VT
nguoi_ky: ct_{ma}
"""


def communes() -> list[Commune]:
    """All communes of the table. Of those with one id, as names differ by tones alone, the later ones have a number."""
    with TABLE.open(encoding="utf-8-sig", newline="") as file:
        _, *rows = csv.reader(file)
    seen: Counter[str] = Counter()
    found = []
    for tinh, ten, truoc in rows:
        ma = _id(f"{tinh} {ten}")
        seen[ma] += 1
        found.append(Commune(ma if seen[ma] == 1 else f"{ma}_{seen[ma]}", tinh, ten, truoc))
    return found


def invented(count: int) -> list[Commune]:
    """Communes that are not there."""
    return [Commune(f"so_{number}", "Thử", f"Số {number}", f"Xã Số {number}A, Xã Số {number}B")
            for number in range(1, count + 1)]


def write_communes(folder: Path, listed: Sequence[Commune], known: Sequence[Commune] = ()) -> Project:
    """A project in `folder` with a report of each of these communes, and the registers of these and those `known`, one
    for each province."""
    write_registers(folder, [*dict.fromkeys([*listed, *known])])
    for count, each in enumerate(listed):
        home = folder / "content" / f"xa_{each.ma}" / "2025"
        home.mkdir(parents=True)
        words = {"ma": each.ma, "ten": each.ten, "tinh": _id(each.tinh), "truoc": each.truoc, "ho_so": 1000 + count}
        (home / "bao_cao_cchc.yaml").write_text(_REPORT.format_map(words), "utf-8")
    return Project(folder)


def write_registers(folder: Path, known: Sequence[Commune]) -> list[str]:
    """Schemas, page frames and the registers of these communes, one for each province; the ids of the groups that hold
    the communes of a province."""
    for part in ("schemas", "templates"):
        shutil.copytree(ROOT / part, folder / part)
    shared = folder / "content" / "dung_chung"
    shared.mkdir(parents=True)
    provinces = list(dict.fromkeys(each.tinh for each in known))
    for tinh in provinces:
        own = [each for each in known if each.tinh == tinh]
        (shared / f"co_quan_{_id(tinh)}.yaml").write_text(_register(tinh, own), "utf-8")
    return [_group(tinh) for tinh in provinces]


def _register(tinh: str, own: Iterable[Commune]) -> str:
    entries = (_COMMUNE.format(ma=each.ma, ten=each.ten, tinh=_id(tinh)) for each in own)
    province = {"ma": _id(tinh), "ten": tinh, "group": _group(tinh)}
    return "".join([
        "loai_du_lieu: co_quan\nco_quan:\n", _PROVINCE.format_map(province), *entries, _GROUPS.format_map(province),
    ])


def _group(tinh: str) -> str:
    return f"cac_xa_{_id(tinh)}"


def _id(words: str) -> str:
    return "_".join(re.findall("[a-z0-9]+", fold_ascii(words).lower()))
