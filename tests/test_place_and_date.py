"""Place and date stand on one line, in the smaller letters that the decree allows where they must (Phụ lục I, II.4.c)."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from lxml import etree

from tests.support.content import ROOT, project
from tests.support.pages import read_pages
from tests.support.ruler import near
from tests.support.wordml import text_of, w
from vanban.frames.prepared import prepare
from vanban.metrics import text_width
from vanban.model.zones import Zone, ZoneLine, ZonePiece, Zones
from vanban.pipeline.checking import check
from vanban.pipeline.reporting import docx
from vanban.the_thuc import latest
from vanban.writers.to_docx.context import zone_context
from vanban.writers.to_pdf import Converter, Job, is_ready

PROVINCES = (
    "Hà Nội", "Thành phố Huế", "Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Quảng Ninh", "Thanh Hóa", "Nghệ An", "Hà Tĩnh",
    "Cao Bằng", "Tuyên Quang", "Lào Cai", "Thái Nguyên", "Phú Thọ", "Bắc Ninh", "Hưng Yên", "Thành phố Hải Phòng", "Ninh Bình",
    "Quảng Trị", "Thành phố Đà Nẵng", "Quảng Ngãi", "Gia Lai", "Khánh Hòa", "Lâm Đồng", "Đắk Lắk", "Thành phố Hồ Chí Minh",
    "Đồng Nai", "Tây Ninh", "Thành phố Cần Thơ", "Vĩnh Long", "Đồng Tháp", "Cà Mau", "An Giang",
)
COMMUNES = ("Phường Điện Biên Phủ", "Xã Nguyễn Bỉnh Khiêm", "Phường Lê Hồng Phong", "Xã Trần Văn Thời",
            "Đặc khu Côn Đảo", "Phường Hoàng Văn Thụ", "Xã Võ Thị Sáu", "Phường Hạc Thành")
DATES = ("ngày 10 tháng 12 năm 2025", "ngày 30 tháng 11 năm 2026", "ngày 05 tháng 3 năm 2026", "ngày 22 tháng 02 năm 2026",
         "ngày\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}tháng\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}năm 2026")
STATE = latest("nha_nuoc")
FRAME = prepare("ke_hoach", (ROOT / "templates" / "co_ten_loai.docx").read_bytes())
ROOM = FRAME.cell("VB_DiaDanhNgay", STATE.trang.text_width() - STATE.trang.tieu_de_trai)


def zone(words: str) -> Zone:
    return Zone((ZoneLine((ZonePiece(words),)),), "", 0)


def chosen(place: str, day: str) -> tuple[str, str]:
    """The style of the line and the date as the frame gets it."""
    context = zone_context(Zones(dia_danh=zone(place), ngay_thang=zone(day)), STATE, "doc", FRAME)
    return str(context["kieu_dia_danh"]), str(context["ngay_thang"])


@pytest.mark.parametrize("day", DATES)
@pytest.mark.parametrize("place", [*PROVINCES, *COMMUNES])
def it_sets_every_province_and_commune_on_one_line(place: str, day: str) -> None:
    style, printed = chosen(place, day)
    kieu = STATE.kieu[style]
    assert 13 <= kieu.co_chu.pt <= 14
    assert text_width(f"{place}, {day}", kieu.co_chu, kieu.dam, kieu.nghieng) <= ROOM
    assert printed == day


def it_leaves_the_letters_as_they_are_where_they_fit() -> None:
    assert chosen("Nghệ An", DATES[0])[0] == "VB_DiaDanhNgay"
    assert chosen("Thành phố Hồ Chí Minh", DATES[0])[0] == "VB_DiaDanhNgayNho"


def it_holds_a_date_together_that_goes_to_a_second_line() -> None:
    style, printed = chosen("Phường Nguyễn Thị Minh Khai", DATES[0])
    assert style == "VB_DiaDanhNgay"
    assert printed == DATES[0].replace(" ", "\N{NO-BREAK SPACE}")


PLAN = """\
loai_van_ban: ke_hoach
ma: kh
vi_du: true
co_quan: ubnd_thu
so_van_ban: 12
ngay_ban_hanh: 10/12/2025
trich_yeu: Phối hợp
de_muc:
  - tieu_de: Việc
    noi_dung: Họp.
noi_nhan: [Các phòng]
luu: VT
nguoi_ky: a
"""
REGISTER = """\
loai_du_lieu: co_quan
co_quan:
  - ma: ubnd_thu
    ten_goi: Ủy ban nhân dân Thành phố Hồ Chí Minh
    ten_dong: Ủy ban nhân dân | Thành phố Hồ Chí Minh
    ky_hieu: UBND
    dia_danh: Thành phố Hồ Chí Minh
    cap_truong: Chủ tịch
    nguoi_ky:
      - {ma: a, ho_ten: Lê Văn A, chuc_vu: Chủ tịch, tu_cach_ky: cap_truong, tu_ngay: 01/7/2025}
"""


@pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine")
def it_stands_on_the_line_of_the_number(tmp_path: Path) -> None:
    home = project(tmp_path, kh=PLAN)
    (home.content / "dung_chung" / "co_quan_thu.yaml").write_text(REGISTER, "utf-8")
    checked = check(home)
    assert checked.findings == ()
    (bo,) = checked.sound
    word = tmp_path / "a.docx"
    word.write_bytes(docx(home, checked, bo))
    with zipfile.ZipFile(io.BytesIO(word.read_bytes())) as archive:
        lines = [text_of(p) for p in etree.fromstring(archive.read("word/document.xml")).iter(w("p"))]
    assert "Thành phố Hồ Chí Minh, ngày 10 tháng 12 năm 2025" in lines
    with Converter() as converter:
        converter.convert_many([Job(word, word.with_suffix(".pdf"), datetime.combine(date(2025, 12, 10), datetime.min.time()))])
    page = read_pages(word.with_suffix(".pdf"))[0]
    (number,), (place,) = page.lines("VB_SoKyHieu"), page.lines("VB_DiaDanhNgay", "VB_DiaDanhNgayNho")
    assert place.text.endswith("Thành phố Hồ Chí Minh, ngày 10 tháng 12 năm 2025")
    assert near(number.baseline, place.baseline)
