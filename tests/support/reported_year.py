"""A year of figures of communes, made up for tests of scale and of slips: every relation holds, every period adds up.

Each area of work has the same ten indicators. What a quarter holds follows from the name of the unit, so two runs write
the same files.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

from tests.support.communes import Commune, write_registers
from vanban.pipeline.project import Project

REGIME, YEAR = "cchc_dinh_ky", 2026
QUARTERS = ("quy_1", "quy_2", "quy_3", "quy_4")
CUMULATIVE = {"quy_1": 1, "sau_thang": 2, "chin_thang": 3, "nam": 4}
# A period's figures by indicator, as they are typed.
Cells = dict[str, str]

# What a longer period takes from its first or its last quarter; of everything else it has the sum.
_OPENING, _CLOSING = "dau_ky", ("con_lai", "hai_long")
# Typed with one decimal.
TENTHS = ("kinh_phi", "hai_long")
_INDICATORS = """\
  - {{ma: {v}_dau_ky, ten_goi: Hồ sơ {v} kỳ trước chuyển sang, don_vi_tinh: hồ sơ, tinh_chat: dau_ky}}
  - {{ma: {v}_moi_nop, ten_goi: Hồ sơ {v} mới nộp, don_vi_tinh: hồ sơ, tinh_chat: phat_sinh}}
  - {{ma: {v}_dung_han, ten_goi: Hồ sơ {v} đúng hạn, don_vi_tinh: hồ sơ, tinh_chat: phat_sinh}}
  - {{ma: {v}_qua_han, ten_goi: Hồ sơ {v} quá hạn, don_vi_tinh: hồ sơ, tinh_chat: phat_sinh}}
  - {{ma: {v}_con_lai, ten_goi: Hồ sơ {v} còn lại, don_vi_tinh: hồ sơ, tinh_chat: cuoi_ky}}
  - {{ma: {v}_phieu_phat, ten_goi: Phiếu {v} phát ra, don_vi_tinh: phiếu, tinh_chat: phat_sinh}}
  - {{ma: {v}_phieu_thu, ten_goi: Phiếu {v} thu về, don_vi_tinh: phiếu, tinh_chat: phat_sinh}}
  - {{ma: {v}_phieu_mat, ten_goi: Phiếu {v} không thu được, don_vi_tinh: phiếu, tinh_chat: phat_sinh}}
  - {{ma: {v}_kinh_phi, ten_goi: Kinh phí {v}, don_vi_tinh: triệu đồng, so_le: 1, tinh_chat: phat_sinh}}
  - {{ma: {v}_hai_long, ten_goi: Mức hài lòng {v}, don_vi_tinh: "%", so_le: 1, tinh_chat: thoi_diem, cong_don: binh_quan, trong_so: {v}_phieu_thu, gioi_han: {{tu_so: 0, den_so: 100}}}}
  - {{ma: {v}_tiep_nhan, ten_goi: Hồ sơ {v} tiếp nhận, don_vi_tinh: hồ sơ, tinh_chat: tinh, cong_thuc: {v}_dau_ky + {v}_moi_nop}}
  - {{ma: {v}_ty_le, ten_goi: Tỷ lệ {v} đúng hạn, don_vi_tinh: "%", so_le: 2, tinh_chat: tinh, cong_thuc: 100 * {v}_dung_han / ({v}_dung_han + {v}_qua_han)}}
"""
_RELATIONS = """\
  - {{ma: qh_{v}_ket_qua, dang_thuc: {v}_tiep_nhan = {v}_dung_han + {v}_qua_han + {v}_con_lai}}
  - {{ma: qh_{v}_phieu, dang_thuc: {v}_phieu_phat = {v}_phieu_thu + {v}_phieu_mat}}
"""
_CARRIED = "  - {{ma: qh_{v}_chuyen_ky, dang_thuc: {v}_dau_ky = {v}_con_lai@ky_truoc}}\n"
_REGIME = """\
loai_du_lieu: che_do_bao_cao
che_do_bao_cao:
  - ma: cchc_dinh_ky
    ten_goi: Báo cáo cải cách hành chính định kỳ
    nguoi_bao_cao: [{groups}]
    ky_bao_cao:
      - {{ma: quy_1, cho_nam: 2026, tu_ngay: 15/12/2025, den_ngay: 14/3/2026}}
      - {{ma: quy_2, cho_nam: 2026, tu_ngay: 15/3/2026, den_ngay: 14/6/2026}}
      - {{ma: quy_3, cho_nam: 2026, tu_ngay: 15/6/2026, den_ngay: 14/9/2026}}
      - {{ma: quy_4, cho_nam: 2026, tu_ngay: 15/9/2026, den_ngay: 14/12/2026}}
      - {{ma: sau_thang, cho_nam: 2026, tu_ngay: 15/12/2025, den_ngay: 14/6/2026, gom_ky: [quy_1, quy_2]}}
      - {{ma: chin_thang, cho_nam: 2026, tu_ngay: 15/12/2025, den_ngay: 14/9/2026, gom_ky: [quy_1, quy_2, quy_3]}}
      - {{ma: nam, cho_nam: 2026, tu_ngay: 15/12/2025, den_ngay: 14/12/2026, gom_ky: [quy_1, quy_2, quy_3, quy_4]}}
"""
_FILE = """\
loai_du_lieu: so_lieu
co_quan: ubnd_xa_{ma}
che_do_bao_cao: cchc_dinh_ky
ky_bao_cao: {ky}
cho_nam: 2026

gia_tri:
"""


def year_of(unit: Commune, areas: int) -> dict[str, Cells]:
    """The cells of one unit by period: quarters, six and nine months, the year; indicators in the register's order."""
    found: dict[str, Cells] = {ky: {} for ky in (*QUARTERS, *CUMULATIVE)}
    for area in map(area_name, range(areas)):
        quarters = list(_quarters(Random(f"{unit.ma} {area}")))
        for ky, quarter in zip(QUARTERS, quarters, strict=True):
            found[ky].update(_cells(area, [quarter]))
        for ky, count in CUMULATIVE.items():
            found[ky].update(_cells(area, quarters[:count]))
    return found


def area_name(number: int) -> str:
    """The area as its indicators begin: "va", "vb", …"""
    return f"v{chr(ord('a') + number)}"


def write_year(folder: Path, listed: Sequence[Commune], areas: int, periods: Iterable[str]) -> Project:
    """A project in `folder` of which these communes have reported these periods, in so many areas of work."""
    known = write_registers(folder, listed)
    shared = folder / "content" / "dung_chung"
    names = [area_name(number) for number in range(areas)]
    indicators = "".join(_INDICATORS.format(v=v) for v in names)
    relations = "".join((_RELATIONS + _CARRIED).format(v=v) for v in names)
    (shared / "chi_tieu.yaml").write_text(
        f"loai_du_lieu: chi_tieu\nchi_tieu:\n{indicators}\nquan_he_chi_tieu:\n{relations}", "utf-8")
    (shared / "che_do_bao_cao.yaml").write_text(_REGIME.format(groups=", ".join(known)), "utf-8")
    wanted = tuple(periods)
    for each in listed:
        year = year_of(each, areas)
        for ky in wanted:
            write_period(folder, each, ky, year[ky])
    return Project(folder)


def write_period(folder: Path, unit: Commune, ky: str, cells: Mapping[str, str]) -> Path:
    """The file of a unit for a period."""
    path = folder / "content" / f"xa_{unit.ma}" / str(YEAR) / "so_lieu" / f"{ky}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(period_text(unit, ky, cells), "utf-8")
    return path


def period_text(unit: Commune, ky: str, cells: Mapping[str, str]) -> str:
    """What stands in that file, a line for each figure."""
    return _FILE.format(ma=unit.ma, ky=ky) + "".join(f"  {ma}: {cell}\n" for ma, cell in cells.items())


def _quarters(random: Random) -> Iterable[dict[str, int]]:
    """Four quarters that follow from each other; money and shares in tenths."""
    opening = random.randint(11, 80)
    for _ in QUARTERS:
        new = random.randint(200, 900)
        late, left = random.randint(2, 18), random.randint(11, 80)
        back, lost = random.randint(30, 400), random.randint(3, 40)
        yield {
            "dau_ky": opening, "moi_nop": new, "dung_han": opening + new - late - left, "qua_han": late,
            "con_lai": left, "phieu_phat": back + lost, "phieu_thu": back, "phieu_mat": lost,
            "kinh_phi": random.randint(200, 4000), "hai_long": random.randint(800, 999),
        }
        opening = left


def _cells(area: str, quarters: Sequence[Mapping[str, int]]) -> Cells:
    """The figures of quarters one after another as those of one period."""
    numbers = {ma: sum(each[ma] for each in quarters) for ma in quarters[0]}
    numbers |= {_OPENING: quarters[0][_OPENING], **{ma: quarters[-1][ma] for ma in _CLOSING}}
    return {f"{area}_{ma}": _typed(ma, number) for ma, number in numbers.items()}


def _typed(ma: str, number: int) -> str:
    return f"{number // 10},{number % 10}" if ma in TENTHS else str(number)
