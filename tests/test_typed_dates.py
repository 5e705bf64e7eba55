"""Dates that hands type in running text and cells: what no calendar has, days of the week, years far off."""

import random
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support.content import PLAN, checked
from vanban.findings import Finding
from vanban.model.typed_dates import WEEKDAYS, impossible, typed_dates, typed_weekdays

KE_HOACH = PLAN.replace("      Theo phân công.\n", "{block}") + (
    "co_quan: ubnd_nghe_an\nngay_du_kien: 15/9/2026\nnoi_nhan: [Bộ Nội vụ]\nluu: VT\nnguoi_ky: nguyen_van_a\n"
)


def told(folder: Path, *lines: str) -> list[Finding]:
    block = "".join(f"      {line}\n" if line else "\n" for line in lines)
    return list(checked(folder, ke_hoach=KE_HOACH.format(block=block)).findings)


IMPOSSIBLE = [
    ("Xong trước 31/2/2026.", "31/2/2026"), ("ngày 30 tháng 02", "ngày 30 tháng 02"), ("Trước ngày 29/2/2027,", "29/2/2027"),
    ("tháng 13/2026", "tháng 13/2026"), ("tháng 0 năm 2026", "tháng 0 năm 2026"), ("từ 01/02/2026-30/02/2026", "30/02/2026"),
    ("ngày 31 tháng 4 năm 2026", "ngày 31 tháng 4 năm 2026"), ("Ngày 15/13/2026", "15/13/2026"), ("ngày 31/4", "ngày 31/4"),
    ("từ ngày 28 đến ngày 31 tháng 4", "ngày 28 đến ngày 31 tháng 4"), ("ngày 30, 31 tháng 6", "ngày 30, 31 tháng 6"),
    ("NGÀY 30 THÁNG 02 NĂM 2026", "NGÀY 30 THÁNG 02 NĂM 2026"), ("ngày 31.6.2026", "31.6.2026"), ("ngày 31-6-2026", "31-6-2026"),
    ("quý V/2026", "quý V/2026"), ("Quý 5 năm 2026", "Quý 5 năm 2026"), ("lúc 25 giờ 00", "lúc 25 giờ 00"),
    ("hồi 14h75", "hồi 14h75"), ("ngày 00/5/2026", "00/5/2026"), ("ngày 15/7/20266", "15/7/20266"), ("ngày 15/7/202", "15/7/202"),
    ("ngày mùng 5 tháng 13 năm 2026", "ngày mùng 5 tháng 13 năm 2026"),
]


@pytest.mark.parametrize(("text", "words"), IMPOSSIBLE)
def it_finds_what_no_calendar_has(text: str, words: str) -> None:
    assert [each.words for each in impossible(text)] == [words]


@pytest.mark.parametrize("text", [
    "29/2/2028", "ngày 29 tháng 2", "ngày 29/02", "1/2 số hồ sơ", "đạt 31/2 lần", "mỗi ngày 31/2 hồ sơ", "98,63/2/2026",
    "Văn bản số 31/2/2026", "số: 31/2/2026", "Quyết định số 31/2/2026/QĐ-UBND", "31/2/2026-CV", "Hợp đồng 31/2/2026",
    "lương tháng 13", "13 tháng năm 2026", "quý IV/2026", "6 tháng 2026", "lúc 24 giờ 00", "trong 48 giờ 30 phút", "mục 31.2.2026",
    "15 ngày 30/6 hộ", "tỷ lệ 31/2/2026", "từ 31/12/2025 đến 1/1/2026", "ngày 31/12", "Điều 31/2", "31/31 xã", "12/13 tháng",
    "quý VI trong lịch", "mã 15/13/2026", "ngày 30/2 âm lịch", "ngày 30 tháng 02 năm Ất Tỵ (âm lịch)", "30/2/2026 (ÂL)", "ngày 30/6%",
])
def it_leaves_alone_what_is_no_date_or_a_real_one(text: str) -> None:
    assert list(impossible(text)) == []


def it_reads_every_day_of_some_years_in_every_form() -> None:
    chance = random.Random(3)
    for _ in range(400):
        year, month, day = chance.randint(1990, 2100), chance.randint(1, 12), chance.randint(1, 31)
        for text in (f"đến {day:02}/{month}/{year}.", f"ngày {day} tháng {month:02} năm {year},", f"ngày {day}.{month}.{year}"):
            (read,) = typed_dates(text)
            assert (read.day_of_month, read.month, read.year) == (day, month, year)
            assert bool(list(impossible(text))) == (day > monthrange(year, month)[1]), text


@pytest.mark.parametrize("form", [
    "{thu}, ngày {so}", "sáng {thu}, ngày {chu}", "08 giờ 00 phút {thu} ({so})", "ngày {so} ({thu})", "từ {thu} ngày {so}",
    "08h00, {thu}, {so}", "14 giờ 30, {thu} ngày {chu}",
])
def it_reads_a_weekday_before_and_behind_a_date(form: str) -> None:
    for offset in range(7):
        day = date(2026, 11, 30) + timedelta(offset)
        for thu in (WEEKDAYS[offset], WEEKDAYS[offset].lower(), f"thứ {offset + 2}" if offset < 6 else "Chủ Nhật"):
            text = form.format(thu=thu, so=f"{day:%d/%m/%Y}", chu=f"ngày {day:%d} tháng {day:%m} năm {day:%Y}".removeprefix(
                "ngày " if "ngày {chu}" in form else ""))
            (found,) = typed_weekdays(text)
            assert (found.weekday, found.typed.on()) == (day.weekday(), day), text


@pytest.mark.parametrize(("text", "words"), [
    ("Thứ Hai (01/12)", "Thứ Hai (01/12"), ("sáng thứ Ba, 20/10, tại Sở", "thứ Ba, 20/10"), ("Thứ hai, 01/12", "Thứ hai, 01/12"),
    ("từ thứ 2, 01/12 đến thứ 6, 05/12.", "thứ 2, 01/12"),
])
def it_reads_a_day_and_month_behind_a_weekday(text: str, words: str) -> None:
    assert words in [each.words for each in typed_weekdays(text)]


@pytest.mark.parametrize("text", [
    "Thứ hai, 1/2 số hồ sơ đúng hạn.", "hạng thứ ba (1/2)", "lần thứ tư, 3/4.", "Thứ Hai, 01/12/2026/QĐ", "thứ ba 1/2 số xã", "Thứ nhất, 1/3; thứ hai, 1/2.",
    "kỳ họp thứ hai, ngày 01/12/2026", "Phiên họp thứ Năm ngày 10/10/2025", "Thứ hai, ngày 01/12/2026 là hạn cuối.", "khóa thứ ba ngày 1/12/2026",
    "lần thứ tư, ngày 01/12/2026", "Một là. Thứ hai, ngày 01/12/2026 phải xong.", "hạng thứ sáu (01/12/2026)",
])
def it_takes_no_ordinal_for_a_weekday(text: str) -> None:
    assert list(typed_weekdays(text)) == []


@pytest.mark.parametrize(("line", "code", "column"), [
    ("Xong trước ngày **31/2/2026**.", "C150", 25), ("Họp sáng thứ Hai, ngày 01/12/2026.", "C151", 16),
    ("Họp sáng thứ Hai, ngày 20/10.", "C151", 16), ("Họp sáng thứ Hai (20/10).", "C151", 16), ("Tầm nhìn đến năm 2205.", "C152", 20),
    ("1. Hoàn thành trong Quý V/2026.", "C150", 27),
])
def it_tells_of_a_date_where_it_is_typed(line: str, code: str, column: int, tmp_path: Path) -> None:
    (found,) = told(tmp_path, line)
    assert (found.code, found.level, found.line, found.column) == (code, "warning", 7, column)


@pytest.mark.parametrize("lines", [
    ("Sửa câu “xong trước ngày 31/2/2026” như sau.",), ("1. Sửa đổi Điều 5 như sau:", "“Điều 5. Thời hạn", "Trước ngày 31/2/2026.”"),
    ("Họp sáng thứ Ba, ngày 20/10.",), ("Họp sáng thứ Hai, ngày 20/10/2025.",), ("Họp thứ Tư, ngày 20/10.",), ("Kịch bản đến năm 2100.",),
    ("Theo [[nq_76_2021]].",), ("Năm 1010, vua dời đô; mỗi năm 2500 lượt.",),
])
def it_says_nothing_of_quotations_citations_and_right_days(lines: tuple[str, ...], tmp_path: Path) -> None:
    assert [each.code for each in told(tmp_path, *lines)] == []


CELLS = """\
bang_bieu:
  - ma: bang
    cot: [{ma: ten, tieu_de: Lịch năm 2206}, {ma: han, tieu_de: Hạn}]
    hang:
      - {ten: "Thứ hai, ngày 01/12/2026", han: 30/2/2026}
"""


def it_reads_heads_and_cells_of_tables(tmp_path: Path) -> None:
    found = checked(tmp_path, ke_hoach=KE_HOACH.format(block="      Như sau.\n") + CELLS).findings
    assert sorted(each.code for each in found) == ["C150", "C151", "C152"]


@pytest.mark.parametrize(("day", "told"), [
    ("ngay_du_kien: 15/9/2205", ["C152"]), ("ngay_du_kien: 15/9/2052", ["C152"]), ("ngay_du_kien: 15/9/2026\ncho_nam: 2062", ["C152"]),
    ("ngay_du_kien: 15/9/2026\ncho_nam: 2027", []), ("ngay_du_kien: 15/9/2030", []),
])
def it_tells_of_a_day_of_signing_far_from_the_year_of_the_folder(day: str, told: list[str], tmp_path: Path) -> None:
    text = KE_HOACH.replace("ngay_du_kien: 15/9/2026", day).format(block="      Theo phân công.\n")
    found = checked(tmp_path, ke_hoach=text).findings
    assert [each.code for each in found] == told
    assert all(day.splitlines()[-1].partition(":")[0] in each.path for each in found)


TASKS = """\
loai_van_ban: phu_luc
ma: pl
trich_yeu: Phân công
nhiem_vu:
  - nhom: Tuyên truyền
    gom:
      - {{ma: nv_a, noi_dung: Viết tin, chu_tri: [so_noi_vu_nghe_an], thoi_gian: {han}}}
bang_bieu: [{{ma: bang, bo_cuc: nhiem_vu}}]
"""


@pytest.mark.parametrize(("han", "codes"), [
    ("Năm 2205", ["C152"]), ("Quý IV/2062", ["C152"]), ("Năm 2015", ["C152"]), ("Trước ngày 31/7/2062", ["C152"]),
    ("Quý IV/2026", []), ("Giai đoạn 2026 - 2050", []), ("Hằng năm", []), ("Giai đoạn 2016 - 2026", []), ("Năm 2024", []),
])
def it_tells_of_a_deadline_far_from_the_year_of_the_document(han: str, codes: list[str], tmp_path: Path) -> None:
    text = KE_HOACH.format(block="      Theo [[pl]].\n") + "kem_theo: [pl]\n"
    found = checked(tmp_path, ke_hoach=text, pl=TASKS.format(han=han)).findings
    assert [each.code for each in found] == codes
