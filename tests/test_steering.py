"""Every key that steers does something, for every type: with another value the page is another one, or something else is
told. The table of keys says which keys steer; none is exempt."""

import shutil
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.content import ROOT, project, put_sample_figures
from tests.support.keys import STEERS, STEERS_OF, Day, addresses_of, specimen
from tests.test_marks import ANNEX, SCHEMAS, TYPES, body_of, parent_of, ways_of
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx

# What is told of a document, and the parts of its DOCX; None where it has an error.
Outcome = tuple[set[tuple[str, int, str, str]], dict[str, bytes] | None]


@dataclass(frozen=True)
class Other:
    """Another value: what stands in the specimen and what is to stand there; `first`, what is changed in both before."""

    here: str
    there: str
    first: Mapping[str, str]


NO_DAY = {"ngay_du_kien: 15/9/2025\n": ""}
OTHERWISE: Mapping[str, Other] = {
    "Bảng biểu.bo_cuc": Other("bo_cuc: cot_hang", "bo_cuc: nhiem_vu", {}),
    "Bảng biểu.danh_so": Other("danh_so: I / 1\n", "danh_so: A / 1\n", {}),
    "Bảng biểu.danh_so_cot": Other("danh_so_cot: true", "danh_so_cot: false", {}),
    "Bảng biểu.cot_nhu": Other("cot_nhu: bang_ba", "cot_nhu: bang_nam", {}),
    "Cột.cua_don_vi": Other("cua_don_vi: so_noi_vu_nghe_an}", "cua_don_vi: so_tu_phap_nghe_an}", {}),
    "Cột.lay_gi": Other("lay_gi: ten_goi", "lay_gi: don_vi_tinh", {}),
    "Cột.moi_don_vi": Other("ma: cua, moi_don_vi: so_bao_cao_mau", "ma: cua, moi_don_vi: xa_bao_cao_mau", {}),
    "Cột.moi_ky": Other("moi_ky: {tu_ky: quy_1, den_ky: quy_2}}, {ma", "moi_ky: {tu_ky: quy_2, den_ky: quy_2}}, {ma", {}),
    "Hàng.moi_ky": Other("[{moi_ky: {tu_ky: quy_1, den_ky: quy_2}}]", "[{moi_ky: {tu_ky: quy_2, den_ky: quy_2}}]", {}),
    "Mỗi kỳ.tu_ky": Other("[{moi_ky: {tu_ky: quy_1,", "[{moi_ky: {tu_ky: quy_2,", {}),
    "Mỗi kỳ.den_ky": Other("[{moi_ky: {tu_ky: quy_1, den_ky: quy_2", "[{moi_ky: {tu_ky: quy_1, den_ky: quy_1", {}),
    "Cột.so_lieu": Other("so_lieu: hs_truc_tuyen, trong_ky", "so_lieu: hs_truc_tiep, trong_ky", {}),
    "Cột.so_voi": Other("so_voi: quy_1", "so_voi: sau_thang", {}),
    "Cột.trong_ky": Other("hs_truc_tuyen, trong_ky: quy_1", "hs_truc_tuyen, trong_ky: sau_thang", {}),
    "Hàng.cua_don_vi": Other("cua_don_vi: ubnd_xa_yen_thanh", "cua_don_vi: ubnd_xa_do_luong", {}),
    "Hàng.go_tay": Other("go_tay: true", "go_tay: false", {}),
    "Hàng.moi_don_vi": Other("[{moi_don_vi: so_bao_cao_mau", "[{moi_don_vi: xa_bao_cao_mau", {}),
    "Hàng.so_lieu": Other("so_lieu: hs_qua_han", "so_lieu: hs_truoc_han", {}),
    "Hàng.trong_ky": Other("hs_truc_tiep, trong_ky: quy_1", "hs_truc_tiep, trong_ky: sau_thang", {}),
    "Cột.cach_tong": Other("cach_tong: khong", "cach_tong: cong", {}),
    "Cột.canh_le": Other("canh_le: trai", "canh_le: phai", {}),
    "Cột.de_trong": Other("kieu_o: so, de_trong: true", "kieu_o: so, de_trong: false", {"x: 31, y: 31": "x: 31"}),
    "Cột.do_rong": Other("do_rong: 20", "do_rong: 25", {}),
    "Cột.gop_doc": Other("gop_doc: true", "gop_doc: false", {}),
    "Cột.kieu_o": Other("kieu_o: so, cach_tong: khong", "cach_tong: khong", {}),
    "Cột.tach": Other("tach: 2", "tach: 3", {}),
    "Cột.ty_le": Other("ty_le: 2", "ty_le: 3", {}),
    "Hàng.danh_so": Other("danh_so: …", "danh_so: không số", {}),
    "Hàng.de_trong": Other("{de_trong: true, danh_so", "{de_trong: false, danh_so", {}),
    "Hàng.tong_cong": Other("tong_cong: true", "tong_cong: false", {}),
    "Hình.do_rong": Other("do_rong: 40", "do_rong: 45", {}),
    "Hình.tep": Other("tep: hinh/mot.png", "tep: hinh/hai.png", {}),
    "Mục tiêu.chi_tieu": Other("chi_tieu: ty_le_dung_han", "chi_tieu: ty_le_xin_loi", {}),
    "Mục tiêu.so_sanh": Other("so_sanh: bang", "so_sanh: tu_tro_len", {"{{ muc_tieu.ty_le_dung_han }}":
                                                                        "{{ muc_tieu.ty_le_dung_han | day_du }}"}),
    "Số liệu theo.che_do_bao_cao": Other("che_do_bao_cao: cchc_dinh_ky", "che_do_bao_cao: cchc_khac", {}),
    "Số liệu theo.ky_bao_cao": Other("ky_bao_cao: sau_thang", "ky_bao_cao: quy_4", {}),
    "Số liệu theo.cho_nam": Other("cho_nam: 2026, don_vi", "cho_nam: 2031, don_vi", {}),
    "Số liệu theo.don_vi": Other("don_vi: don_vi_bao_cao_mau", "don_vi: don_vi_khac", {}),
    "Chấp nhận thiếu.don_vi_thieu": Other("don_vi_thieu: [ubnd_xa_hung_nguyen]", "don_vi_thieu: [so_khac]", {}),
    "Chấp nhận thiếu.ky_thieu": Other("ky_thieu: quy_1", "ky_thieu: quy_4", {}),
    "ban": Other("ban: dien_tu\n", "ban: giay\n", {}),
    "cho_nam": Other("cho_nam: 2026", "cho_nam: 2028", NO_DAY),
    "danh_so": Other("danh_so: I. / 1. / a)", "danh_so: A. / I. / 1.", {}),
    "kho_giay": Other("kho_giay: ngang", "kho_giay: doc", {}),
    "ngay_du_kien": Other("ngay_du_kien: 15/9/2025", "ngay_du_kien: 15/9/2010", {}),
    "ngay_ban_hanh": Other("ngay_ban_hanh: 17/9/2025", "ngay_ban_hanh: 17/9/2024", {}),
    "tham_quyen": Other("tham_quyen: cap_truong\n", "", {}),
    "Điều.danh_so": Other("danh_so: 1. / a)\n", "danh_so: A. / 1.\n", {}),
    "Đề mục.danh_so": Other("danh_so: a)\n", "danh_so: 1.\n", {}),
    "Đề mục.khong_danh_so": Other("khong_danh_so: true", "khong_danh_so: false", {}),
}


def it_knows_another_value_of_every_key_that_steers() -> None:
    assert set(OTHERWISE) == {address for kind in TYPES for address in steering(kind)}


def steering(kind: str) -> list[str]:
    """The addresses of a type that steer it."""
    return sorted((STEERS | STEERS_OF.get(kind, frozenset())) & set(addresses_of(SCHEMAS.schema(kind), SCHEMAS)))


# The body of the specimens is no council: these are refused there (C134), and steer nothing.
OF_A_COUNCIL = frozenset({"ky_hop", "ngay_thong_qua"})


def days_of(kind: str) -> Iterator[Day]:
    if TYPES[kind].frame:
        yield from ("draft", "issued")
    if TYPES[kind].attached:
        yield "attached"


def made(folder: Path, kind: str, day: Day, text: str) -> Project:
    """A project with what a specimen needs beside it."""
    beside = {"phu_luc_thu": ANNEX} if "kem_theo:" in text else {}
    found = project(folder, **beside | ({"cha": parent_of(kind)} if day == "attached" else {}))
    party = folder / "content/dung_chung/co_quan_tinh_uy_nghe_an.yaml"
    party.write_text(party.read_text("utf-8").replace(
        "    ky_hieu: TU\n", "    ky_hieu: TU\n    dia_chi: [Số 1 đường Ví Dụ]\n", 1), "utf-8")
    put_sample_figures(found)
    pictures = folder / "content/nghe_an/2025/hinh"
    pictures.mkdir()
    shutil.copy(ROOT / "content/nghe_an/2025/hinh/nam_buoc_mot_cua.png", pictures / "mot.png")
    (pictures / "hai.png").write_bytes(square_picture())
    return found


def square_picture() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" + b"\0" * 8) * 1) + chunk(b"IEND", b"")


class Seen:
    """Documents of one type and day, looked at one after the other."""

    def __init__(self, there: Project, text: str) -> None:
        self._there, self._text, self._seen = there, text, dict[str, Outcome]()

    def is_idle(self, address: str) -> bool:
        """Whether nothing that can be seen of the document changes with the value: what is told, the parts of its DOCX;
        and nothing says by its name that the key does nothing here."""
        text, other = self._text, OTHERWISE[address]
        for old, new in other.first.items():
            text = text.replace(old, new)
        told, pages = self._outcome(text)
        if any(f"“{address.rpartition('.')[2]}”" in message for *_, message in told):
            return False
        assert pages is not None, told
        return (told, pages) == self._outcome(text.replace(other.here, other.there))

    def _outcome(self, text: str) -> Outcome:
        """The same of the same text: most keys are changed in the specimen as it is."""
        if text not in self._seen:
            self._seen[text] = self._looked_at(text)
        return self._seen[text]

    def _looked_at(self, text: str) -> Outcome:
        (self._there.content / "nghe_an/2025/van_ban_con.yaml").write_text(text, "utf-8")
        checked = check(self._there)
        told = {(f.file, f.line, f.code, f.message) for f in checked.findings}
        (bo,) = (bo for bo in checked.sets if any(each.ma == "con" for each in bo))
        if any(f.level == "error" and f.code[0] in "SRDC" for f in checked.findings):
            return told, None
        with ZipFile(BytesIO(docx(self._there, checked, bo))) as package:
            return told, {part: package.read(part) for part in package.namelist() if part.startswith("word/")}


@pytest.mark.parametrize("kind", TYPES)
def it_does_something(kind: str, tmp_path: Path) -> None:
    """On its own day where it has one: as a draft, issued, or attached."""
    idle = steering(kind)
    for day in days_of(kind):
        for number, keys in enumerate(ways_of(kind)):
            text = specimen(kind, keys - OF_A_COUNCIL, body_of(kind), day)
            seen = Seen(made(tmp_path / f"{day}_{number}", kind, day, text), text)
            idle = [address for address in idle if OTHERWISE[address].here not in text or seen.is_idle(address)]
    assert idle == []
