"""Registers and reported figures, made up for tests of the roll-up: bodies, a regime of one or more years, cells."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

from vanban.facts.directory import directory_of
from vanban.facts.reporters import Scope
from vanban.facts.roll_up import RollUp
from vanban.facts.unit_figures import UnitFigures, files_of
from vanban.model.indicators import ChiTieu
from vanban.model.registers import CoQuan, Registers
from vanban.model.reporting import CheDoBaoCao, Ky, KyBaoCao, NhomCoQuan, TiepNhan
from vanban.model.so_lieu import DieuChinh, Reported, SoLieu
from vanban.model.total import Total
from vanban.model.validity import HieuLuc
from vanban.model.value import State

WORDS: Mapping[str, State] = {
    "không phát sinh": "khong_phat_sinh", "không thuộc thẩm quyền": "khong_thuoc_tham_quyen", "chưa có": "chua_co",
    "?": "khong_doc_duoc",
}
Q1, Q2, Q3, Q4, SIX, NINE, YEAR = (
    Ky(ma, 2026) for ma in ("quy_1", "quy_2", "quy_3", "quy_4", "sau_thang", "chin_thang", "nam")
)
INDICATORS = (
    ChiTieu("ky_truoc", "Từ kỳ trước", "hồ sơ", tinh_chat="dau_ky"),
    ChiTieu("moi", "Mới nộp", "hồ sơ", tinh_chat="phat_sinh"),
    ChiTieu("xong", "Đã giải quyết", "hồ sơ", tinh_chat="phat_sinh"),
    ChiTieu("dung_han", "Đúng hạn", "hồ sơ", tinh_chat="phat_sinh"),
    ChiTieu("con", "Đang giải quyết", "hồ sơ", tinh_chat="cuoi_ky"),
    ChiTieu("rut", "Rút, trả lại", "hồ sơ", tinh_chat="phat_sinh"),
    ChiTieu("kinh_phi", "Kinh phí", "triệu đồng", 1, tinh_chat="phat_sinh"),
    ChiTieu("thu_tuc", "Thủ tục", "thủ tục", tinh_chat="thoi_diem", cong_don="chung"),
    ChiTieu("hai_long", "Hài lòng", "%", 2, tinh_chat="thoi_diem", cong_don="binh_quan", trong_so="phieu"),
    ChiTieu("phieu", "Phiếu", "phiếu", tinh_chat="thoi_diem"),
    ChiTieu("hang", "Thứ hạng", "bậc", tinh_chat="thu_hang"),
    ChiTieu("thi", "Cuộc thi", "", tinh_chat="danh_dau"),
    ChiTieu("tiep_nhan", "Tiếp nhận", "hồ sơ", tinh_chat="tinh", cong_thuc="ky_truoc + moi"),
    ChiTieu("ty_le", "Tỷ lệ đúng hạn", "%", 2, tinh_chat="tinh", cong_thuc="100 * dung_han / xong"),
    ChiTieu("so_voi", "So với kỳ trước", "%", 1, tinh_chat="tinh", cong_thuc="100 * moi / moi@ky_truoc"),
)


def reported(cell: str, line: int = 7) -> Reported:
    """A cell: "12", "ước 12", words, "x"; "?" was refused."""
    if cell in WORDS:
        return Reported(None, WORDS[cell], line)
    if cell == "x":
        return Reported(None, "chinh_thuc", line, "x")
    number = Decimal(cell.removeprefix("ước ").replace(",", "."))
    return Reported(number, "uoc" if cell.startswith("ước") else "chinh_thuc", line)


def so_lieu(don_vi: str, ky: Ky, cells: Mapping[str, str], corrections: Iterable[tuple[date, Mapping[str, str]]] = ()) -> SoLieu:
    """A unit's file."""
    def figures(given: Mapping[str, str]) -> dict[str, Reported]:
        return {ma: reported(cell, line) for line, (ma, cell) in enumerate(given.items(), 7)}

    return SoLieu(
        f"{don_vi}/{ky.cho_nam}/so_lieu/{ky.ma}.yaml", don_vi, "cchc", ky, gia_tri=figures(cells), ngay_bao_cao=date(2026, 6, 16),
        dieu_chinh=tuple(DieuChinh(ngay, "", "", figures(given), 40) for ngay, given in corrections),
    )


def files(given: Iterable[SoLieu]) -> Callable[[Ky], tuple[SoLieu, ...]]:
    """Files as they are found by period."""
    listed = tuple(given)
    return lambda ky: tuple(each for each in listed if each.ky == ky)


def body(
    ma: str, truc_thuoc: str = "tinh", first: date | None = None, last: date | None = None, whole: Iterable[str] = (),
    part: Iterable[str] = (),
) -> CoQuan:
    """A commune, or what else it is called; `whole` and `part`: what it took over."""
    took = (*(TiepNhan(each) for each in whole), *(TiepNhan(each, "mot_phan") for each in part))
    return CoQuan(ma, ma, truc_thuoc=truc_thuoc, cap_co_quan="xa", tiep_nhan_tu=took, hieu_luc=HieuLuc(first, last))


def periods(year: int) -> tuple[KyBaoCao, ...]:
    """The usual ones of a year: from 15/12 to 14/12."""
    def of(ma: str, first: int, last: int, *gom: str) -> KyBaoCao:
        begins = date(year - (first == 12), first, 15)
        return KyBaoCao(ma, year, begins, date(year, last, 14), gom)

    return (
        of("quy_1", 12, 3), of("quy_2", 3, 6), of("quy_3", 6, 9), of("quy_4", 9, 12), of("sau_thang", 12, 6, "quy_1", "quy_2"),
        of("chin_thang", 12, 9, "quy_1", "quy_2", "quy_3"), of("nam", 12, 12, "quy_1", "quy_2", "quy_3", "quy_4"),
    )


def regime(*years: int) -> CheDoBaoCao:
    return CheDoBaoCao("cchc", "", "tinh", ("cac_xa",), tuple(each for year in years for each in periods(year)))


def registers(bodies: Iterable[CoQuan], indicators: Iterable[ChiTieu] = INDICATORS, groups: Iterable[NhomCoQuan] = ()) -> Registers:
    """With a province `tinh`, and the group of all communes."""
    of_level = NhomCoQuan("cac_xa", "các xã", cap_co_quan="xa")
    return Registers({
        "co_quan": {each.ma: each for each in (CoQuan("tinh", "tỉnh", cap_co_quan="tinh"), *bodies)},
        "nhom_co_quan": {each.ma: each for each in (of_level, *groups)},
        "chi_tieu": {each.ma: each for each in indicators},
    })


def roll_up(
    files: Iterable[SoLieu], known: Registers, years: tuple[int, ...] = (2025, 2026), day: date | None = None,
    accepted: Mapping[Ky, Iterable[str]] | None = None,
) -> RollUp:
    figures = UnitFigures(regime(*years), files_of("cchc", files), day)
    return RollUp(directory_of(known), figures, {ky: frozenset(each) for ky, each in (accepted or {}).items()})


def of_units(cells: Mapping[str, Mapping[str, str]], ky: Ky = SIX, **more: object) -> RollUp:
    """A roll-up of communes, by what each has said for one period; without cells it has no file."""
    files = [so_lieu(don_vi, ky, given) for don_vi, given in cells.items() if given]
    return roll_up(files, registers(map(body, cells)), **more)  # type: ignore[arg-type]


def whole(rolled: RollUp, ma: str, ky: Ky = SIX) -> Total:
    """The total of the province."""
    return rolled.total(ma, Scope("tinh"), ky)
