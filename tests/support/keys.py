"""Documents in which every key of their type stands, each printed word of them a mark that can be found again.

An address is the title of the mapping in the schema and the key: "Nhiệm vụ.ghi_chu"; of the top the key alone. What
stands there is a mark (`@` here), or has words of its own that are printed instead (`SHOWN`), or decides how others are
printed (`STEERS`), or is kept aside and never printed (`ASIDE`). There is nothing else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import indent
from typing import Any, Literal

from vanban.keys import Prints, document_keys, document_types, parts
from vanban.readers.schemas import Schemas
from vanban.readers.source import Source
from vanban.readers.spans import Path


def addresses_that(prints: Prints) -> frozenset[str]:
    """The addresses of all keys of documents of which the table of keys says so."""
    inside = (f"{part.shown.title}.{key}" for part in parts().values() for key, entry in part.keys.items()
              if entry.prints == prints)
    return frozenset({*inside, *(key for key, entry in document_keys().items() if entry.prints == prints)})


ASIDE, STEERS = addresses_that("aside"), addresses_that("steers")
# What is printed of most types and only steers one of them.
STEERS_OF = {name: frozenset(key for key, entry in kind.keys.items() if entry.prints == "steers") - STEERS
             for name, kind in document_types().items()}
# What is printed only where another key is not given.
REPLACED_BY = {"don_vi_soan_thao": "ky_hieu"}


@dataclass(frozen=True, slots=True)
class Body:
    """Who issues a specimen: a body, one who signs for it, an act it may cite, and the words that these print."""

    co_quan: str
    ten: str
    nguoi_ky: str
    ho_ten: str
    can_cu: str
    so: str


STATE = Body("so_noi_vu_nghe_an", "Sở Nội vụ", "pham_van_d", "Phạm Văn D", "nq_76_2021", "76/NQ-CP")
PARTY = Body("btv_tinh_uy_nghe_an", "Tỉnh ủy Nghệ An", "hoang_van_m", "Hoàng Văn M", "nq_57_tw_2024", "57-NQ/TW")

# Of a draft; an issued one has a number and a day in place of `du_thao`.
_TOP: Mapping[str, str] = {
    "vi_du": "true", "tham_quyen": "cap_truong", "ghi_chu": "dặn người sau", "don_vi_soan_thao": "DVST", "ngay_du_kien": "15/9/2025",
    "cho_nam": "2026",
    "ky_hieu": "KYHIEU-RIENG", "du_thao": "{lan_thu: 7, ngay: 13/8/2025}", "ban": "dien_tu", "do_khan": "hoa_toc",
    "do_mat": "toi_mat", "pham_vi_luu_hanh": "xem_xong_tra_lai", "in_dia_chi": "true", "in_xac_nhan": "true", "dai_dien": "'@'", "trich_yeu": "'@ | @'",
    "kinh_gui": "['@', '@']", "theo_de_nghi": "'@'", "danh_so": "I. / 1. / a)", "so_ban_luu": "97",
    "luu": "VT, @", "nguoi_soan_thao": "NGSOAN", "so_ban_phat_hanh": "153", "noi_nhan": "[Như trên, '@', '@']",
    "thu_ky": "'@ A'", "chu_toa": "'@ B'", "phu_de": "'@'", "kho_giay": "ngang", "bo_qua": "{F102: lý do}",
    "muc_tieu": "[{chi_tieu: ty_le_dung_han, so_sanh: bang, gia_tri: 83, moi_nam: 1, toi_da: 100, lo_trinh: [{cho_nam: 2026, gia_tri: 84}]}]",
    "ben_ky": "{dai_dien: '@', chuc_vu: '@', ho_ten: '@ C'}",
    "so_lieu_theo": "{che_do_bao_cao: cchc_dinh_ky, ky_bao_cao: sau_thang, cho_nam: 2026, don_vi: don_vi_bao_cao_mau}",
    "chap_nhan_thieu": "[{don_vi_thieu: [ubnd_xa_hung_nguyen], ky_thieu: quy_1, ly_do: chưa nối mạng}]",
    "ket_qua_nhiem_vu": "{theo_ke_hoach: nghe_an/2025/phu_luc_thu, hoan_thanh: [viec_mot], dang_thuc_hien: [viec_hai], "
                        "chua_trien_khai: [{ma: viec_ba, ly_do: chờ hướng dẫn, han_moi: Quý I/2026}]}",
    "ban_hanh_rieng": "[{ma: phu_luc_rieng, ten_goi: '@'}]",
    "lien_tich": "[{co_quan: so_khoa_hoc_cong_nghe_nghe_an, nguoi_ky: phan_thi_l, so_van_ban: 4713, ky_hieu: KYHIEU-HAI}]",
}
SHOWN: Mapping[str, str] = {
    "don_vi_soan_thao": "DVST", "ky_hieu": "KYHIEU-RIENG", "Dự thảo.lan_thu": "LẦN 7", "Dự thảo.ngay": "13/08/2025",
    "do_khan": "HỎA TỐC", "do_mat": "TỐI MẬT", "pham_vi_luu_hanh": "XEM XONG TRẢ LẠI", "so_ban_luu": "(97)",
    "nguoi_soan_thao": "NGSOAN", "so_ban_phat_hanh": "(153)", "Mục tiêu.gia_tri": "83%", "so_van_ban": "4711",
    "ngay_ban_hanh": "ngày 17 tháng 9 năm 2025", "Nhiệm vụ.chu_tri": "Sở Nội vụ", "Nhiệm vụ.phoi_hop": "Sở Tài chính",
    "Một phần.chu_tri": "Sở Nội vụ", "Một phần.phoi_hop": "Sở Tài chính", "Nhiệm vụ.thoi_gian": "Quý III/2025",
    "Một mốc.thoi_gian": "Quý I", "Bảng biểu.quan_he": "(4) = (5)", "kem_theo": "mốcphụlục",
    "in_xac_nhan": "nơi nghỉ phép",
    "in_dia_chi": "đường Ví Dụ", "Một cơ quan cùng ban hành.co_quan": "Sở Khoa học",
    "Một cơ quan cùng ban hành.nguoi_ky": "Phan Thị L", "Một cơ quan cùng ban hành.so_van_ban": "4713",
    "Một cơ quan cùng ban hành.ky_hieu": "KYHIEU-HAI", "ngay_thong_qua": "16 tháng 9 năm 2025",
}


def words_of(body: Body) -> dict[str, str]:
    """What is printed for the ids that stand in a specimen, by address."""
    return dict(SHOWN) | {
        "co_quan": body.ten, "nguoi_ky": body.ho_ten, "can_cu": body.so, "Nhóm văn bản.gom": body.so,
    }


_MO_DAU = """|
  @[^mot]; {FIGURE}[[phu_luc_rieng]].
  1. @
  @
    @
  a) @
  (1) @
  - @
  + @
  [^mot]: @"""
_BANG = """
  - ma: bang_mot
    bo_cuc: cot_hang
    tieu_de: '@'
    danh_so: I / 1
    danh_so_cot: true
    don_vi_tinh: '@'
    quan_he: [x = y]
    cot:
      - {ma: so_thu_tu, tieu_de: '@', do_rong: 20}
      - {ma: ten, tieu_de: '@', ty_le: 2, canh_le: trai, tach: 2}
      - {ma: gop, tieu_de: '@', gop_doc: true}
      - tieu_de: '@'
        cot:
          - {ma: x, tieu_de: '@', kieu_o: so}
          - {ma: y, tieu_de: '@', kieu_o: so, de_trong: true}
    hang:
      - nhom: '@'
        gom:
          - {ten: '@', gop: '@', x: 31, y: 31}
          - {ten: '@', danh_so: …, x: 47, y: 47}
          - {ten: '@', chia_theo: '@', x: 5, y: 5, gop: g, gom: [{ten: '@', x: 5, y: 5}]}
      - {de_trong: true, danh_so: không số, ten: '@'}
      - chia_hang:
          - {ten: '@', gop: '@', x: 61, y: 61}
          - {ten: '@', gop: '@', x: 67, y: 67}
    ghi_chu_cuoi: '@'
  - ma: bang_ba
    cot: [{ma: ten, tieu_de: '@'}, {ma: x, tieu_de: '@', kieu_o: so, cach_tong: khong}]
    hang: [{ten: '@', x: 71}, {tong_cong: true, ten: '@'}]
  - {ma: bang_nam, cot: [{ma: x, tieu_de: '@'}, {ma: ten, tieu_de: '@'}], hang: [{ten: '@', x: 79}]}
  - ma: bang_tu
    cot_nhu: bang_ba
    hang: [{ten: '@', x: 73}]
  - ma: bang_tam
    cot:
      - {ma: ten, tieu_de: '@', lay_gi: ten_don_vi}
      - {ma: x, tieu_de: '@', so_lieu: hs_truc_tuyen, trong_ky: quy_1}
      - {ma: y, tieu_de: '@', so_lieu: hs_truc_tuyen, lay_gi: tang_giam, so_voi: quy_1}
    hang: [{moi_don_vi: so_bao_cao_mau}, {cua_don_vi: ubnd_xa_yen_thanh}]
  - ma: bang_chin
    cot: [{ma: ten, tieu_de: '@', lay_gi: ten_goi}, {ma: z, tieu_de: '@', cua_don_vi: so_noi_vu_nghe_an}]
    hang: [{so_lieu: hs_qua_han}, {so_lieu: hs_truc_tiep, trong_ky: quy_1, gom: [{ten: '@', go_tay: true, de_trong: true}]}]
  - ma: bang_muoi
    cot: [{ma: ten, tieu_de: '@', lay_gi: ten_goi}, {tieu_de: '{năm} @', moi_ky: {tu_ky: quy_1, den_ky: quy_2}}, {ma: cua, moi_don_vi: so_bao_cao_mau, tieu_de: '{đơn vị} @'}]
    hang: [{so_lieu: hs_qua_han}]
  - ma: bang_muoi_mot
    cot: [{ma: ten, tieu_de: '@', lay_gi: ten_ky}, {ma: x, tieu_de: '@', so_lieu: hs_qua_han}]
    hang: [{moi_ky: {tu_ky: quy_1, den_ky: quy_2}}]"""
_HINH = "[{ma: hinh_mot, tep: hinh/mot.png, mo_ta: nghe máy đọc, tieu_de: '@', do_rong: 40}]"
_DE_MUC = """
  - tieu_de: '@'
    ma: muc_mot
    danh_so: a)
    bo_qua: {F102: lý do}
    noi_dung: '@'
    noi_dung_cuoi: '@'
    bang_bieu: [{ma: bang_hai, cot: [{ma: a, tieu_de: '@'}], hang: [{a: '@'}]}]
    hinh: [{ma: hinh_hai, tep: hinh/mot.png, mo_ta: nghe máy đọc, tieu_de: '@', do_rong: 40}]
    de_muc: [{tieu_de: '@', khong_danh_so: true, noi_dung: '@'}, {noi_dung: '@'}]"""
_DIEU = """
  - {ma: dieu_mot, noi_dung: 'Kèm theo [[phu_luc_rieng]] @', bo_qua: {F102: lý do}}
  - tieu_de: '@'
    noi_dung: '@'
    danh_so: 1. / a)
    noi_dung_cuoi: '@'""" + "".join(
    indent(f"\n{key}:{value}", "    ") for key, value in (("bang_bieu", _BANG), ("hinh", f" {_HINH}"), ("de_muc", _DE_MUC))
)
_NHIEM_VU = """
  - nhom: '@'
    gom:
      - {ma: viec_mot, noi_dung: '@', san_pham: '@', chu_tri: [so_noi_vu_nghe_an], phoi_hop: [so_tai_chinh_nghe_an],
         thoi_gian: Quý III/2025, ghi_chu: '@', hang_nam: true}
      - ma: viec_hai
        noi_dung: '@'
        phan_cong:
          - {chu_tri: [so_noi_vu_nghe_an], phoi_hop: [so_tai_chinh_nghe_an]}
          - {chu_tri: [so_tai_chinh_nghe_an]}
        cac_moc: [{thoi_gian: Quý I/2025, ket_qua: '@'}, {thoi_gian: Quý II/2025, ket_qua: '@'}]"""
_FROM_RECORDS = """
  - {ma: bang_nhiem_vu, bo_cuc: nhiem_vu}
  - {ma: bang_danh_muc, bo_cuc: danh_muc}"""


Day = Literal["draft", "issued", "attached"]
# What a document does not state beside the rest: a draft has no number yet, an issued one is no draft any more.
_NOT_OF: Mapping[Day, frozenset[str]] = {
    "draft": frozenset({"so_van_ban", "ngay_ban_hanh"}), "attached": frozenset(),
    "issued": frozenset({"du_thao", "ngay_du_kien", "ky_hieu"}),
}


def specimen(kind: str, keys: frozenset[str], body: Body, day: Day) -> str:
    """The text of a document of a type with all those keys at its top, and a mark in every printed word."""
    figure = "{{ muc_tieu.ty_le_dung_han }}; " if "muc_tieu" in keys else ""
    parts = dict(_TOP) | {
        "loai_van_ban": kind, "ma": "con", "mo_dau": _MO_DAU.replace("{FIGURE}", figure), "de_muc": _DE_MUC,
        "dieu": _DIEU, "hinh": _HINH, "noi_dung_cuoi": "'@'", "nhiem_vu": _NHIEM_VU,
        "danh_muc": f"[{{nhom: '@', gom: [{body.can_cu}]}}]", "co_quan": body.co_quan, "nguoi_ky": body.nguoi_ky,
        "can_cu": f"[{body.can_cu}]", "bang_bieu": _BANG + (_FROM_RECORDS if "nhiem_vu" in keys else ""),
        "ky_hop": "'@'", "ngay_thong_qua": "16/9/2025",
        "so_van_ban": "4711", "ngay_ban_hanh": "17/9/2025", "kem_theo": "[phu_luc_thu]",
    }
    text = "".join(f"{key}: {value}\n" for key, value in parts.items() if key in keys - _NOT_OF[day])
    return "".join(f"{part}mốc{count}x" for count, part in enumerate(text.split("@")[:-1], 1)) + text.split("@")[-1]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value of a document, its address, the keys that lead to it, and its line (from 1)."""

    address: str
    keys: tuple[str, ...]
    value: str
    line: int


def leaves_of(source: Source, schema: Any, schemas: Schemas) -> Iterator[Leaf]:
    """Every value of a document; what `bo_qua` holds is none."""
    def leaves(data: Any, schema: Any, path: Path, address: str) -> Iterator[Leaf]:
        schema = schemas.follow(schema)
        if isinstance(data, dict) and path[-1:] != ("bo_qua",):
            title = f"{schema['title']}." if path else ""
            for key, value in data.items():
                yield from leaves(value, schema["properties"].get(key, {}), (*path, key), f"{title}{key}")
        elif isinstance(data, list):
            for count, value in enumerate(data):
                yield from leaves(value, schema.get("items", {}), (*path, count), address)
        else:
            keys = tuple(part for part in path if isinstance(part, str))
            yield Leaf(address, keys, str(data), source.place(path).line)

    yield from leaves(source.data, schema, (), "")


def addresses_of(schema: Any, schemas: Schemas, title: str = "", seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every address of a type."""
    schema = schemas.follow(schema)
    if "items" in schema:
        yield from addresses_of(schema["items"], schemas, title, seen)
    elif "properties" in schema:
        own = "" if not seen else f"{schema['title']}."
        if own in seen:
            return
        for key, inner in schema["properties"].items():
            yield f"{own}{key}"
            if key != "bo_qua":
                yield from addresses_of(inner, schemas, title, seen | {own, "."})
