"""The decree's figures: millimetres, points, weights and words, dated and cited.

Reads the *.yaml of this folder, one file for each text of law and profile (hồ sơ): an amendment is one more file,
which may say only what it changes (_inherit). Writers take the chosen figures, lint rules the limits; both from the
same record.

In the files a figure that the law sets stands under `luat`, with its place (`can_cu`), its words (`trich`) and
its limits (`gioi_han`): one value, a list of values, or {tu, den}. What we chose stands under `thuc_te`:
inside the limits where there are any, else the law is silent. Lengths carry their unit: "13 pt", "20 mm".

A text that we know at second hand says so (`nguon: gián tiếp`); its figures have no place and no words, but from
where they are known (`theo`).
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import yaml

from vanban.dates import parse_date, short_date
from vanban.errors import VanBanError
from vanban.the_thuc._inherit import inherited
from vanban.the_thuc.records import (
    LETTERS,
    ConDau,
    DieuKhoan,
    Figures,
    GioiHan,
    KeNgang,
    KhoGiay,
    Kieu,
    Letters,
    Nguon,
    PhongChu,
    Trang,
    Value,
    ViTri,
)
from vanban.the_thuc.text_of_law import DanhSoPhuLuc, DauCuoiDong, DongKhung, LoiVan, ThemSoKhong, TheThuc, VienDan
from vanban.units import Mm, Pt

__all__ = [
    "LETTERS", "ConDau", "DanhSoPhuLuc", "DauCuoiDong", "DieuKhoan", "DongKhung", "GioiHan", "KeNgang", "KhoGiay",
    "Kieu", "Letters", "LoiVan", "Nguon", "PhongChu", "TheThuc", "ThemSoKhong", "Trang", "ViTri", "VienDan", "earliest",
    "latest", "load", "nearest", "profiles",
]

_FOLDER = Path(__file__).parent
_PROFILE = re.compile(r"^ho_so: (\w+)$", re.MULTILINE)
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?) (mm|pt)")

Raw = Mapping[str, Any]
T = TypeVar("T")
F = TypeVar("F", bound=Figures)


def load(ho_so: str, day: date) -> TheThuc:
    """The format of profile `ho_so` ("nha_nuoc") in force on `day`.

    Raises VanBanError where there is none.
    """
    of_profile = _of_profile(ho_so)
    for the_thuc in of_profile:
        if the_thuc.holds(day):
            return the_thuc
    if not of_profile:
        raise VanBanError(f"Chưa có thể thức cho hồ sơ “{ho_so}”")
    first = earliest(ho_so)
    raise VanBanError(
        f"Máy chưa có quy định thể thức cho ngày {short_date(day)}; "
        f"sớm nhất là {first.ten_van_ban}, có hiệu lực từ ngày {short_date(first.tu_ngay)}"
    )


def earliest(ho_so: str) -> TheThuc:
    """The oldest format of profile `ho_so`, the nearest one to whatever was signed before it."""
    return min(_of_profile(ho_so), key=lambda the_thuc: the_thuc.tu_ngay)


def latest(ho_so: str) -> TheThuc:
    """The newest format of profile `ho_so`, for what has no date yet."""
    return max(_of_profile(ho_so), key=lambda the_thuc: the_thuc.tu_ngay)


def nearest(ho_so: str, day: date | None) -> TheThuc:
    """The format of profile `ho_so` in force on `day`; the earliest before there was one, the latest for no day."""
    if day is None:
        return latest(ho_so)
    return next((the_thuc for the_thuc in _of_profile(ho_so) if the_thuc.holds(day)), earliest(ho_so))


def profiles() -> tuple[str, ...]:
    """The profiles that there are, in alphabetical order."""
    return tuple(sorted({_profile_of(path) for path in _FOLDER.glob("*.yaml")}))


@cache
def _of_profile(ho_so: str) -> tuple[TheThuc, ...]:
    return tuple(_read(path.stem) for path in sorted(_FOLDER.glob("*.yaml")) if _profile_of(path) == ho_so)


def _profile_of(path: Path) -> str:
    """The profile that a file is of, without reading all of it as YAML: most runs need one profile only."""
    return str(_PROFILE.findall(path.read_text(encoding="utf-8"))[0])


@cache
def _stated_in(name: str) -> Raw:
    # Our own data, not an officer's: libyaml's plain loader, no table of places.
    stated: Raw = yaml.load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return stated


def _whole(name: str) -> Raw:
    """The data of one file, with that of the one it is based on."""
    stated = _stated_in(name)
    return inherited(stated, _whole(stated["dua_tren"])) if "dua_tren" in stated else stated


def _read(name: str) -> TheThuc:
    raw = _whole(name)
    law = raw["van_ban"]
    font = _figures(PhongChu, raw["phong_chu"], law)
    return TheThuc(
        ma=name,
        ten_van_ban=raw["ten_van_ban"],
        ho_so=raw["ho_so"],
        tu_ngay=parse_date(raw["tu_ngay"]),
        den_ngay=parse_date(raw["den_ngay"]) if raw["den_ngay"] else None,
        hieu_luc=_source(raw["hieu_luc"], law),
        gian_tiep=raw["nguon"] == "gián tiếp",
        khung_trang=_mapping(raw["khung_trang"]),
        dong_khung=_mapping({place: tuple(DongKhung(**line) for line in lines)
                             for place, lines in raw["dong_khung"].items()}),
        phong_chu=font,
        trang=_figures(Trang, raw["trang"], law),
        kieu=_styles(raw["kieu"], font, law),
        ke_ngang=_mapping({key: _figures(KeNgang, rule, law, kieu=key) for key, rule in raw["ke_ngang"].items()}),
        con_dau=_mapping({words: _figures(ConDau, stamp, law, chu=words) for words, stamp in raw["con_dau"].items()}),
        vi_tri=_mapping({name: _figures(ViTri, place, law, kieu=name) for name, place in raw["vi_tri"].items()}),
        loi_van=_mapping({name: LoiVan(r["chu"], _stated(r, law)) for name, r in raw["loi_van"].items()}),
        vien_dan=_mapping({name: VienDan(tuple(r["phan_in"]), _stated(r, law)) for name, r in raw["vien_dan"].items()}),
        dau_cuoi_dong=_mapping({name: DauCuoiDong(r["giua"], r["cuoi"], _stated(r, law))
                                for name, r in raw["dau_cuoi_dong"].items()}),
        chu_ky=_mapping({name: tuple(lines) for name, lines in raw["chu_ky"].items()}),
        danh_so_phu_luc=DanhSoPhuLuc(str(raw["danh_so_phu_luc"]["cach"]), _stated(raw["danh_so_phu_luc"], law)),
        them_so_khong=_mapping({name: ThemSoKhong(r["duoi"], _stated(r, law))
                                for name, r in raw["them_so_khong"].items()}),
    )


def _styles(raw: Mapping[str, Raw], font: PhongChu, law: str) -> Mapping[str, Kieu]:
    """The styles, each after the one it is based on, as they stand in the file."""
    styles: dict[str, Kieu] = {}
    for name, entry in raw.items():
        own = {key: entry[key] for key in ("nhan", "loai", "dua_tren") if key in entry} | {"ten": name}
        base = styles[own["dua_tren"]] if "dua_tren" in own else None
        styles[name] = _figures(Kieu, entry, law, base, **own if base else own | {"co_chu": font.co_chu})
    return _mapping(styles)


def _figures(kind: type[F], raw: Raw, law: str, base: F | None = None, **values: Value) -> F:
    """A record of `kind`: what `base` has, then what the law leaves no choice in, then what we chose."""
    limits: dict[str, GioiHan] = dict(base.gioi_han) if base else {}
    for article in raw.get("luat", ()):
        limits |= {name: _limit(allowed, _source(article, law)) for name, allowed in article["gioi_han"].items()}
        values |= {name: limits[name].mot_trong[0] for name in article["gioi_han"] if len(limits[name].mot_trong) == 1}
    figures: dict[str, Any] = {
        **values, **{name: _value(v) for name, v in raw.get("thuc_te", {}).items()}, "gioi_han": _mapping(limits)
    }
    return replace(base, **figures) if base else kind(**figures)


def _limit(raw: Any, source: Nguon) -> GioiHan:
    if isinstance(raw, dict):
        return GioiHan(source, **{end: _value(v) for end, v in raw.items()})
    return GioiHan(source, mot_trong=tuple(_value(v) for v in (raw if isinstance(raw, list) else [raw])))


def _value(raw: Any) -> Any:
    """A length where there is a unit, else the value as it stands."""
    match = _LENGTH.fullmatch(raw) if isinstance(raw, str) else None
    if not match:
        return raw
    number, unit = match.groups()
    return Mm(float(number)) if unit == "mm" else Pt(float(number))


def _source(raw: Raw, law: str) -> Nguon:
    place = {level: str(label) for level, label in raw.get("can_cu", {}).items()}
    return Nguon(DieuKhoan(**{"van_ban": law} | place), raw.get("trich", ""), raw.get("theo", ""))


def _stated(raw: Raw, law: str) -> Nguon | None:
    """The source of an entry, None where it has none: then it is accepted practice."""
    return _source(raw, law) if "trich" in raw or "theo" in raw else None


def _mapping(items: dict[str, T]) -> Mapping[str, T]:
    return MappingProxyType(items)
