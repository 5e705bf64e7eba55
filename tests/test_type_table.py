"""The table of types for officers (docs/loai_van_ban.md): what Điều 7 names, and what the program has of it."""

import re
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from tests.support.copies import copy_project
from tests.support.party import party_project
from vanban.doctypes import doctypes
from vanban.keys import document_types
from vanban.pipeline.checking import check
from vanban.pipeline.reporting import docx
from vanban.wordml.printed_words import printed_words

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
# What Quy định 399-QĐ/TW names, as its summary has it, in that order.
OF_399 = (
    "Cương lĩnh chính trị", "Điều lệ Đảng", "Chiến lược", "Nghị quyết", "Quyết định", "Chỉ thị", "Kết luận", "Quy chế", "Quy định",
    "Thông tri", "Hướng dẫn", "Thông báo", "Thông cáo", "Tuyên bố", "Lời kêu gọi", "Báo cáo", "Kế hoạch", "Quy hoạch",
    "Chương trình", "Đề án", "Phương án", "Dự án", "Tờ trình", "Công văn", "Biên bản",
)
PARTY = {ma: kind for ma, kind in doctypes().items() if "dang" in kind.viet_tat}
STATE = {ma: kind for ma, kind in doctypes().items() if "nha_nuoc" in kind.viet_tat}


def rows(section: str) -> list[list[str]]:
    """The cells of the table below that heading; "–" and the marks of code are left out."""
    text = PAGE.partition(f"## {section}\n")[2].partition("\n## ")[0]
    lines = [line for line in text.splitlines() if line.startswith("| ")][1:]
    return [[cell.strip(" `").replace("–", "") for cell in line.strip("|").split("|")] for line in lines]


OF_DIEU_7 = rows("Điều 7 Nghị định 30/2020/NĐ-CP")
BESIDE = rows("Loại ngoài Điều 7")
OF_PARTY = rows("Văn bản của Đảng")
DOCUMENT = """loai_van_ban: {loai}
ma: vb
co_quan: ban_thu
so_van_ban: 5
ngay_ban_hanh: 15/10/2026
trich_yeu: Về cải cách thủ tục
{rieng}de_muc:
  - tieu_de: Một việc
    noi_dung: |
      Làm xong việc này trong năm 2026 và báo cáo kết quả cho Ban Thường vụ Tỉnh ủy.
noi_nhan: [{nhu_tren}Các đảng ủy trực thuộc]
luu: Ban Tổ chức Tỉnh ủy
nguoi_ky: truong_ban
vi_du: true
"""


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


# Of the Party


def it_names_the_types_of_the_party_in_their_order() -> None:
    assert [name for name, *_ in OF_PARTY][: len(OF_399)] == [*OF_399]
    assert sorted(ma for *_, ma, _ in OF_PARTY if ma) == sorted(PARTY)


@pytest.mark.parametrize("row", OF_PARTY, ids=lambda row: row[0])
def it_shows_a_sample_of_the_party_or_says_why_there_is_none(row: list[str]) -> None:
    name, letters, ma, sample = row
    if not ma:
        assert re.fullmatch(r"chưa có: .{10,}", sample)
        return
    assert (PARTY[ma].ten_loai, PARTY[ma].viet_tat["dang"]) == (name, letters)
    text = (ROOT / "content" / sample).read_text("utf-8")
    assert re.search(rf"^loai_van_ban: {ma}$", text, re.MULTILINE)


@pytest.mark.parametrize("ma", sorted(ma for ma, kind in PARTY.items() if kind.frame))
def it_prints_every_type_of_the_party_in_its_form(ma: str, tmp_path: Path) -> None:
    """By a body of the Party: number and symbol, no words of the state, its own end mark, sound for Word."""
    own = "kinh_gui: [Các đảng ủy trực thuộc]\n" if "kinh_gui" in document_types()[ma].needs else ""
    text = DOCUMENT.format(loai=ma, rieng=own, nhu_tren="Như trên, " if "kinh_gui" in own else "")
    if ma == "quyet_dinh":  # in điều, on what it rests
        text = text.replace("de_muc:\n  - tieu_de: Một việc\n    noi_dung", "can_cu: [nq_thu]\ndieu:\n  - noi_dung")
    if ma == "bien_ban":
        text = text.replace("nguoi_ky: truong_ban", "thu_ky: Bùi Văn G\nchu_toa: Bùi Văn D")
    project = party_project(tmp_path, vb=text)
    checked = check(project)
    assert [f for f in checked.findings if f.level == "error"] == []
    (bo,) = checked.sound
    assert bo.zones
    assert bo.zones.so_ky_hieu.text == f"05-{PARTY[ma].viet_tat['dang']}/BTCTU"
    data = docx(project, checked, bo)
    words = " ".join(each.words for each in printed_words(data).paragraphs)
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in words
    assert not [each for each in ("CỘNG HÒA", "Độc lập", "./.", "TM.") if each in words]
    (tmp_path / "vb.docx").write_bytes(data)
    assert OpenXmlValidator().validate(tmp_path / "vb.docx").is_valid


LETTER = """loai_van_ban: cong_van
ma: cv
co_quan: {body}
ngay_du_kien: 15/10/2026
{own}trich_yeu: gửi số liệu
kinh_gui: [Các đơn vị trực thuộc]
mo_dau: Đề nghị gửi số liệu trong tháng 10 năm 2026.
noi_nhan: [Như trên]
luu: {luu}
nguoi_ky: {signer}
vi_du: true
"""
OF_STATE = {"body": "so_noi_vu_nghe_an", "luu": "VT", "signer": "pham_van_d"}
OF_THE_PARTY = {"body": "ban_to_chuc_tu_nghe_an", "luu": "Ban Tổ chức Tỉnh ủy", "signer": "cao_van_p"}


@pytest.mark.parametrize(("who", "own", "told"), [
    (OF_STATE, "", [("S202", 1)]), (OF_STATE, "don_vi_soan_thao: CCHC\n", []), (OF_STATE, "ky_hieu: SNV-CCHC\n", []),
    (OF_THE_PARTY, "", []), (OF_THE_PARTY, "don_vi_soan_thao: TCCB\n", [("F136", 5)]),
])
def it_asks_for_the_drafting_unit_where_the_symbol_has_one(
    who: dict[str, str], own: str, told: list[tuple[str, int]], tmp_path: Path
) -> None:
    copied = copy_project(tmp_path)
    (tmp_path / "content" / "nghe_an" / "2026").mkdir(parents=True)
    (tmp_path / "content" / "nghe_an" / "2026" / "cv.yaml").write_text(LETTER.format(own=own, **who), "utf-8")
    found = [f for f in check(copied).findings if f.file.endswith("/cv.yaml")]
    assert [(f.code, f.line) for f in found] == told
