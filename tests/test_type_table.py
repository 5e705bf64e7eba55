"""The table of types for officers (docs/loai_van_ban.md): what Điều 7 names, and what the program has of it."""

import re
from pathlib import Path

import pytest

from vanban.doctypes import doctypes

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "loai_van_ban.md").read_text("utf-8")
# The 29 names of Điều 7, in its order, with the letters of Phụ lục III, mục I; "" where that has none.
DIEU_7 = {
    "Nghị quyết (cá biệt)": "NQ", "Quyết định (cá biệt)": "QĐ", "Chỉ thị": "CT", "Quy chế": "QC", "Quy định": "QyĐ",
    "Thông cáo": "TC", "Thông báo": "TB", "Hướng dẫn": "HD", "Chương trình": "CTr", "Kế hoạch": "KH", "Phương án": "PA",
    "Đề án": "ĐA", "Dự án": "DA", "Báo cáo": "BC", "Biên bản": "BB", "Tờ trình": "TTr", "Hợp đồng": "HĐ", "Công văn": "",
    "Công điện": "CĐ", "Bản ghi nhớ": "BGN", "Bản thỏa thuận": "BTT", "Giấy ủy quyền": "GUQ", "Giấy mời": "GM",
    "Giấy giới thiệu": "GGT", "Giấy nghỉ phép": "GNP", "Phiếu gửi": "PG", "Phiếu chuyển": "PC", "Phiếu báo": "PB",
    "Thư công": "",
}
STATE = {ma: kind for ma, kind in doctypes().items() if "nha_nuoc" in kind.viet_tat}


def rows(section: str) -> list[list[str]]:
    """The cells of the table below that heading; "–" and the marks of code are left out."""
    text = PAGE.partition(f"## {section}\n")[2].partition("\n## ")[0]
    lines = [line for line in text.splitlines() if line.startswith("| ")][1:]
    return [[cell.strip(" `").replace("–", "") for cell in line.strip("|").split("|")] for line in lines]


OF_DIEU_7 = rows("Điều 7 Nghị định 30/2020/NĐ-CP")
BESIDE = rows("Loại ngoài Điều 7")


def it_names_the_29_types_of_dieu_7_in_its_order_with_their_letters() -> None:
    assert len(DIEU_7) == 29
    assert {name: letters for name, letters, *_ in OF_DIEU_7} == DIEU_7
    assert [name for name, *_ in OF_DIEU_7] == [*DIEU_7]


def it_names_every_type_of_the_program_once() -> None:
    named = [ma for *_, ma, _ in OF_DIEU_7 + BESIDE if ma]
    assert sorted(named) == sorted(STATE)


@pytest.mark.parametrize("row", OF_DIEU_7 + BESIDE, ids=lambda row: row[0])
def it_shows_a_sample_of_the_type_or_says_why_there_is_none(row: list[str]) -> None:
    name, letters, _, ma, sample = row
    if not ma:
        assert re.fullmatch(r"chưa có: .{10,}", sample)
        return
    kind = STATE[ma]
    assert (kind.ten_loai, kind.viet_tat["nha_nuoc"]) == (name.removesuffix(" (cá biệt)"), letters)
    text = (ROOT / "content" / sample).read_text("utf-8")
    assert re.search(rf"^loai_van_ban: {ma}$", text, re.MULTILINE)
