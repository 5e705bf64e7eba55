"""What two or three bodies issue together (văn bản liên tịch): names, numbers, signatures side by side."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.support.content import project
from tests.support.pages import Line, Page, read_pages
from tests.support.ruler import near, outside, rule_below
from tests.support.wordml import text_of, w
from tests.test_kept_words import rename_everything
from vanban.metrics import text_width
from vanban.model.document import BoVanBan
from vanban.model.zones import Zone, ZoneLine, ZonePiece, Zones
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx
from vanban.the_thuc import latest
from vanban.units import Length, Mm, Pt
from vanban.writers.to_docx.titles import broken_titles
from vanban.writers.to_pdf import Converter, Job, is_ready

REGISTER = """\
loai_du_lieu: co_quan
co_quan:
  - ma: ubnd_thu
    ten_goi: Ủy ban nhân dân tỉnh Thử
    ten_dong: Ủy ban nhân dân | tỉnh Thử
    ten_chu_quan: UBND tỉnh Thử
    ky_hieu: UBND
    dia_danh: Thử
    cap_truong: Chủ tịch
    tap_the: Ủy ban nhân dân
    nguoi_ky:
      - {ma: pho_chu_tich, ho_ten: Lê Văn A, chuc_vu: Phó Chủ tịch, tu_cach_ky: cap_pho, tu_ngay: 01/7/2021}
  - ma: hdnd_thu
    ten_goi: Thường trực Hội đồng nhân dân tỉnh Thử
    ten_dong: Thường trực | Hội đồng nhân dân | tỉnh Thử
    ky_hieu: HĐND
    dia_danh: Thử
    cap_truong: Chủ tịch
    tap_the: Thường trực Hội đồng nhân dân
    nguoi_ky:
      - {ma: chu_tich, ho_ten: Nguyễn Thị B, chuc_vu: Chủ tịch, tu_cach_ky: cap_truong, tu_ngay: 01/7/2021}
  - ma: mttq_thu
    ten_goi: Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Thử
    ten_dong: Ban Thường trực | Ủy ban Mặt trận Tổ quốc | Việt Nam tỉnh Thử
    ky_hieu: MTTQ
    dia_danh: Thử
    cap_truong: Chủ tịch
    tap_the: Ban Thường trực
    nguoi_ky:
      - {ma: chu_tich, ho_ten: Trần Văn C, chuc_vu: Chủ tịch, tu_cach_ky: cap_truong, tu_ngay: 01/7/2021}
  - ma: so_mot
    ten_goi: Sở Thử nghiệm tỉnh Thử
    ten_dong: Sở Thử nghiệm
    ky_hieu: STN
    dia_danh: Thử
    truc_thuoc: ubnd_thu
    cap_truong: Giám đốc
    nguoi_ky:
      - {ma: truong, ho_ten: Phạm Văn D, chuc_vu: Giám đốc, tu_cach_ky: cap_truong, tu_ngay: 01/7/2021}
      - {ma: quyen, ho_ten: Phạm Văn G, chuc_vu: Quyền Giám đốc, tu_cach_ky: quyen_cap_truong, tu_ngay: 01/7/2021}
      - {ma: van_phong, ho_ten: Hồ Thị H, chuc_vu: Chánh Văn phòng, tu_cach_ky: thua_lenh, tu_ngay: 01/7/2021}
  - ma: so_hai
    ten_goi: Sở Kiểm chứng tỉnh Thử
    ten_dong: Sở Kiểm chứng
    ky_hieu: SKC
    dia_danh: Thử
    truc_thuoc: ubnd_thu
    cap_truong: Giám đốc
    nguoi_ky:
      - {ma: pho, ho_ten: Vũ Thị L, chuc_vu: Phó Giám đốc, tu_cach_ky: cap_pho, tu_ngay: 01/7/2021}
  - ma: so_dai
    ten_goi: Sở Nông nghiệp và Môi trường, Phát triển nông thôn miền núi tỉnh Thử
    ten_dong: Sở Nông nghiệp | và Môi trường, | Phát triển | nông thôn miền núi
    ky_hieu: SNN&MT
    dia_danh: Thử
    truc_thuoc: ubnd_thu
    cap_truong: Giám đốc
    nguoi_ky:
      - {ma: pho, ho_ten: Bùi Văn T, chuc_vu: Phó Giám đốc, tu_cach_ky: cap_pho, tu_ngay: 01/7/2021}
  - ma: doan_thu
    ten_goi: Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Thử
    ten_dong: Ban Chấp hành | Đoàn Thanh niên | Cộng sản Hồ Chí Minh | tỉnh Thử
    ky_hieu: BCHĐTN
    dia_danh: Thử
    cap_truong: Bí thư
    tap_the: Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh
    nguoi_ky:
      - {ma: pho, ho_ten: Cao Thị U, chuc_vu: Phó Bí thư, tu_cach_ky: cap_pho, tu_ngay: 01/7/2021}
"""
PLAN = """\
loai_van_ban: ke_hoach
ma: kh
vi_du: true
co_quan: so_mot
so_van_ban: 7
ngay_ban_hanh: 15/7/2025
trich_yeu: Phối hợp kiểm tra
de_muc:
  - tieu_de: Nội dung
    noi_dung: |
      Theo [[pl]].

      Kiểm tra chung mỗi quý một lần tại các đơn vị theo phân công, báo cáo kết quả trước ngày cuối quý.
noi_nhan: [Ủy ban nhân dân tỉnh]
luu: VT
nguoi_ky: truong
lien_tich:
  - co_quan: so_hai
    nguoi_ky: pho
kem_theo: [pl]
"""
ANNEX = "loai_van_ban: phu_luc\nma: pl\ntrich_yeu: Danh sách\nmo_dau: Chữ.\n"
RULES = """\
loai_van_ban: quy_che
ma: qc
vi_du: true
co_quan: hdnd_thu
so_van_ban: 3
ngay_ban_hanh: 15/7/2025
trich_yeu: Phối hợp công tác
de_muc:
  - tieu_de: Quy định chung
    de_muc:
      - tieu_de: Nguyên tắc
        noi_dung: |
          Ba bên phối hợp theo chức năng, nhiệm vụ được pháp luật quy định, tôn trọng trách nhiệm của nhau trong mọi việc chung.
noi_nhan: [Các cơ quan]
luu: VT
nguoi_ky: chu_tich
lien_tich:
  - {co_quan: ubnd_thu, nguoi_ky: pho_chu_tich}
  - {co_quan: mttq_thu, nguoi_ky: chu_tich}
"""
LONG_NAMES = RULES.replace("co_quan: hdnd_thu", "co_quan: so_dai").replace("nguoi_ky: chu_tich\nlien", "nguoi_ky: pho\nlien").replace(
    "co_quan: ubnd_thu, nguoi_ky: pho_chu_tich", "co_quan: doan_thu, nguoi_ky: pho")
PARTY_REGISTER = """\
loai_du_lieu: co_quan
co_quan:
  - ma: btv_thu
    ten_goi: Ban Thường vụ Tỉnh ủy Thử
    ten_dong: Tỉnh ủy Thử
    ky_hieu: TU
    dia_danh: Thử
    cap_truong: Bí thư
    tap_the: Ban Thường vụ
    ho_so: dang
    nguoi_ky:
      - {ma: pho_bi_thu, ho_ten: Đinh Thị N, chuc_vu: Phó Bí thư, tu_cach_ky: cap_pho, tu_ngay: 01/7/2021}
"""
OWN_NUMBERS = PLAN.replace("    nguoi_ky: pho\n", '    nguoi_ky: pho\n    so_van_ban: "045"\n')


def made(folder: Path, **documents: str) -> Project:
    home = project(folder, **documents)
    (home.content / "dung_chung" / "co_quan_cung_ban_hanh.yaml").write_text(REGISTER, "utf-8")
    return home


def joint(folder: Path, text: str = PLAN, **more: str) -> BoVanBan:
    """The one set of a document and its annex, which must be faultless."""
    checked = check(made(folder, kh=text, **({"pl": ANNEX} if "kem_theo" in text else {}), **more))
    assert checked.findings == ()
    (bo,) = checked.sound
    return bo


def zones(folder: Path, text: str = PLAN) -> Zones:
    found = joint(folder, text).zones
    assert found
    return found


def codes(checked: Checked) -> list[tuple[str, int]]:
    return [(found.code, found.line) for found in checked.findings]


# Names and numbers


def it_names_the_body_that_leads_first(tmp_path: Path) -> None:
    found = zones(tmp_path)
    assert found.co_quan_chu_quan.text == "UBND TỈNH THỬ"
    assert found.co_quan_ban_hanh.texts == ("SỞ THỬ NGHIỆM -", "SỞ KIỂM CHỨNG")
    assert found.so_ky_hieu.texts == ("07/KH-STN-SKC",)


def it_has_no_superior_above_bodies_that_are_under_several(tmp_path: Path) -> None:
    register = REGISTER.replace("    ky_hieu: SKC\n    dia_danh: Thử\n    truc_thuoc: ubnd_thu\n", "    ky_hieu: SKC\n    dia_danh: Thử\n")
    home = made(tmp_path, kh=PLAN, pl=ANNEX)
    (home.content / "dung_chung" / "co_quan_cung_ban_hanh.yaml").write_text(register, "utf-8")
    (bo,) = check(home).sound
    assert bo.zones
    assert not bo.zones.co_quan_chu_quan


def it_numbers_a_body_that_keeps_a_number_of_its_own_on_a_second_line(tmp_path: Path) -> None:
    found = zones(tmp_path, OWN_NUMBERS)
    assert found.so_ky_hieu.texts == ("07/KH-STN", "Số: 045/KH-SKC")


@pytest.mark.parametrize(("typed", "printed"), [
    ("    ky_hieu: KHPH-SKC\n", ("07/KH-STN", "Số: 045/KHPH-SKC")), ("", ("07/KH-STN", "Số: 045/KH-SKC")),
])
def it_takes_a_symbol_that_was_typed_beside_a_number(typed: str, printed: tuple[str, ...], tmp_path: Path) -> None:
    assert zones(tmp_path, OWN_NUMBERS.replace('"045"\n', f'"045"\n{typed}')).so_ky_hieu.texts == printed


def it_cites_all_of_them_where_it_is_attached(tmp_path: Path) -> None:
    (annex,) = joint(tmp_path).kem_theo
    assert annex.zones
    assert annex.zones.kem_theo.text == (
        "(Kèm theo Kế hoạch số 07/KH-STN-SKC ngày 15 tháng 7 năm 2025 của Sở Thử nghiệm tỉnh Thử và Sở Kiểm chứng tỉnh Thử)"
    )


def it_cites_both_numbers_where_there_are_two(tmp_path: Path) -> None:
    (annex,) = joint(tmp_path, OWN_NUMBERS).kem_theo
    assert annex.zones
    assert annex.zones.kem_theo.text.startswith("(Kèm theo Kế hoạch số 07/KH-STN, 045/KH-SKC ngày 15")


def it_leaves_room_for_the_number_of_a_draft(tmp_path: Path) -> None:
    draft = PLAN.replace("so_van_ban: 7\nngay_ban_hanh", "ngay_du_kien")
    assert zones(tmp_path, draft).so_ky_hieu.text.strip() == "/KH-STN-SKC"


def it_names_all_bodies_in_the_symbol_of_a_letter(tmp_path: Path) -> None:
    letter = PLAN.replace("loai_van_ban: ke_hoach", "loai_van_ban: cong_van\ndon_vi_soan_thao: TH").replace(
        "de_muc:\n  - tieu_de: Nội dung\n    noi_dung:", "kinh_gui: [Các xã]\nmo_dau:").replace("noi_nhan: [", "noi_nhan: [Như trên, ")
    assert zones(tmp_path, letter).so_ky_hieu.texts == ("07/STN-SKC-TH",)


# Who signs


@pytest.mark.parametrize(("signer", "lines"), [
    ("truong", ("GIÁM ĐỐC SỞ THỬ NGHIỆM",)), ("quyen", ("Q. GIÁM ĐỐC SỞ THỬ NGHIỆM",)),
    ("van_phong", ("TL. GIÁM ĐỐC SỞ THỬ NGHIỆM", "CHÁNH VĂN PHÒNG")),
])
def it_says_of_which_body_a_head_is(signer: str, lines: tuple[str, ...], tmp_path: Path) -> None:
    found = zones(tmp_path, PLAN.replace("nguoi_ky: truong", f"nguoi_ky: {signer}"))
    assert found.quyen_han.texts == lines
    assert (found.quyen_han_hai.texts, found.ho_ten_hai.text) == (("KT. GIÁM ĐỐC SỞ KIỂM CHỨNG", "PHÓ GIÁM ĐỐC"), "Vũ Thị L")


def it_signs_for_three_collectives(tmp_path: Path) -> None:
    found = zones(tmp_path, RULES)
    assert found.co_quan_ban_hanh.texts == (
        "THƯỜNG TRỰC", "HỘI ĐỒNG NHÂN DÂN", "TỈNH THỬ -", "ỦY BAN NHÂN DÂN", "TỈNH THỬ -", "BAN THƯỜNG TRỰC",
        "ỦY BAN MẶT TRẬN TỔ QUỐC", "VIỆT NAM TỈNH THỬ",
    )
    assert found.so_ky_hieu.text == "03/QC-HĐND-UBND-MTTQ"
    assert found.quyen_han.texts == ("TM. THƯỜNG TRỰC", "HỘI ĐỒNG NHÂN DÂN", "TỈNH THỬ", "CHỦ TỊCH")
    assert found.quyen_han_hai.texts == ("TM. ỦY BAN NHÂN DÂN", "TỈNH THỬ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert found.ho_ten_ba.text == "Trần Văn C"


def it_signs_for_a_body_of_the_party_as_the_party_does(tmp_path: Path) -> None:
    text = RULES.replace("  - {co_quan: mttq_thu, nguoi_ky: chu_tich}\n", "  - {co_quan: btv_thu, nguoi_ky: pho_bi_thu}\n")
    home = made(tmp_path, kh=text)
    (home.content / "dung_chung" / "co_quan_dang.yaml").write_text(PARTY_REGISTER, "utf-8")
    (bo,) = check(home).sound
    assert bo.zones
    assert bo.zones.quyen_han_ba.texts == ("T/M BAN THƯỜNG VỤ", "TỈNH ỦY THỬ", "PHÓ BÍ THƯ")
    led = PLAN.replace("co_quan: so_mot", "co_quan: btv_thu").replace("nguoi_ky: truong", "nguoi_ky: pho_bi_thu").replace(
        "co_quan: so_hai\n    nguoi_ky: pho\n", "co_quan: ubnd_thu\n    nguoi_ky: pho_chu_tich\n").replace("kem_theo: [pl]\n", "").replace("Theo [[pl]].", "").replace(
        "luu: VT", "luu: Văn phòng")
    (home.content / "nghe_an" / "2025" / "kh.yaml").write_text(led, "utf-8")
    (bo,) = check(home).sound
    assert bo.zones
    assert bo.zones.quyen_han_hai.texts == ("TM. ỦY BAN NHÂN DÂN", "TỈNH THỬ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


AUTHORITY = PLAN[:PLAN.index("lien_tich:")].replace("ke_hoach", "giay_uy_quyen").replace("Theo [[pl]].", "Theo giấy này.") + (
    "dai_dien: Người ủy quyền\nben_ky:\n  dai_dien: Người được ủy quyền\n  chuc_vu: Trưởng phòng\n  ho_ten: Lương Thị X\n")


def it_has_who_is_authorised_sign_to_the_left_of_who_authorises(tmp_path: Path) -> None:
    found = zones(tmp_path, AUTHORITY)
    assert (found.quyen_han.texts, found.ho_ten.text) == (("NGƯỜI ỦY QUYỀN", "GIÁM ĐỐC"), "Phạm Văn D")
    assert (found.quyen_han_hai.texts, found.ho_ten_hai.text) == (("NGƯỜI ĐƯỢC ỦY QUYỀN", "TRƯỞNG PHÒNG"), "Lương Thị X")
    assert not found.dai_dien
    assert not found.ben_ky


def it_has_only_the_signer_where_nobody_signs_beside(tmp_path: Path) -> None:
    found = zones(tmp_path, AUTHORITY[:AUTHORITY.index("dai_dien:")])
    assert (found.quyen_han.texts, found.ho_ten_hai.text) == (("GIÁM ĐỐC",), "")


def it_says_as_what_one_signs_alone(tmp_path: Path) -> None:
    found = zones(tmp_path, AUTHORITY[:AUTHORITY.index("ben_ky:")])
    assert (found.quyen_han.texts, found.ho_ten_hai.text) == (("NGƯỜI ỦY QUYỀN", "GIÁM ĐỐC"), "")


def it_tells_where_only_the_other_one_says_as_what_he_signs(tmp_path: Path) -> None:
    found = check(made(tmp_path, kh=AUTHORITY.replace("dai_dien: Người ủy quyền\n", "")))
    assert {code for code, _ in codes(found)} == {"S202"}


# What is told


@pytest.mark.parametrize(("old", "new", "code"), [
    ("nguoi_ky: pho", "nguoi_ky: phó", "S205"), ("nguoi_ky: pho", "nguoi_ky: ai_do", "R104"),
    ("co_quan: so_hai", "co_quan: so_ba", "R103"), ("    nguoi_ky: pho\n", "", "S202"),
    ("lien_tich:\n", "lien_tich:\n  - {co_quan: ubnd_thu, nguoi_ky: pho_chu_tich}\n  - {co_quan: hdnd_thu, nguoi_ky: chu_tich}\n", "S205"),
])
def it_tells_of_a_body_beside_as_of_the_one_that_leads(old: str, new: str, code: str, tmp_path: Path) -> None:
    checked = check(made(tmp_path, kh=PLAN.replace(old, new), pl=ANNEX))
    assert code in [found.code for found in checked.findings]
    assert checked.sound == ()


@pytest.mark.parametrize(("beside", "line"), [
    ("  - {co_quan: so_mot, nguoi_ky: truong}\n", 18),
    ("  - {co_quan: so_hai, nguoi_ky: pho}\n  - {co_quan: so_hai, nguoi_ky: pho}\n", 19),
    ("  - {co_quan: so_hai, nguoi_ky: pho}\n  - {co_quan: so_mot, nguoi_ky: van_phong}\n", 19),
])
def it_tells_of_a_body_that_is_named_twice_where_it_is_named_again(beside: str, line: int, tmp_path: Path) -> None:
    twice = PLAN.replace("  - co_quan: so_hai\n    nguoi_ky: pho\n", beside)
    checked = check(made(tmp_path, kh=twice, pl=ANNEX))
    assert [found for found in codes(checked) if found[0] == "R134"] == [("R134", line)]


def it_tells_of_a_signer_beside_who_has_left_office(tmp_path: Path) -> None:
    home = made(tmp_path, kh=PLAN, pl=ANNEX)
    register = home.content / "dung_chung" / "co_quan_cung_ban_hanh.yaml"
    register.write_text(REGISTER.replace("cap_pho, tu_ngay: 01/7/2021}\n", "cap_pho, tu_ngay: 01/8/2025}\n"), "utf-8")
    assert [code for code, _ in codes(check(home))] == ["R105"]


def it_asks_in_a_draft_who_signs_beside(tmp_path: Path) -> None:
    draft = PLAN.replace("so_van_ban: 7\nngay_ban_hanh", "ngay_du_kien").replace("nguoi_ky: pho\n", 'nguoi_ky: "{XEM LẠI: ai ký}"\n')
    checked = check(made(tmp_path, kh=draft, pl=ANNEX))
    assert "error" not in [found.level for found in checked.findings]
    (bo,) = checked.sound
    assert bo.zones
    assert bo.zones.ho_ten_hai.text == "{XEM LẠI: ai ký}"


def it_counts_the_numbers_of_each_body(tmp_path: Path) -> None:
    """The number beside is one of the other body's; that of several bodies is none of the first one's own."""
    other = PLAN.replace("ma: kh\n", "ma: kh_{}\n").replace("kem_theo: [pl]\n", "").replace("Theo [[pl]].", "Theo phân công.")
    alone = other[:other.index("lien_tich:")]
    of_second = alone.format("mot").replace("so_mot", "so_hai").replace("nguoi_ky: truong", "nguoi_ky: pho")
    same = of_second.replace("so_van_ban: 7", 'so_van_ban: "045"')
    home = made(tmp_path, kh=OWN_NUMBERS, pl=ANNEX, khac=same)
    assert {code for code, _ in codes(check(home))} == {"R111"}
    (home.content / "nghe_an" / "2025" / "khac.yaml").write_text(of_second, "utf-8")
    assert codes(check(home)) == []
    (home.content / "nghe_an" / "2025" / "khac.yaml").write_text(alone.format("hai"), "utf-8")
    assert {code for code, _ in codes(check(home))} == {"R111"}
    (home.content / "nghe_an" / "2025" / "kh.yaml").write_text(PLAN, "utf-8")
    assert codes(check(home)) == []


# What is kept


def it_keeps_every_word_of_it_when_it_is_issued(tmp_path: Path) -> None:
    home = made(tmp_path, kh=PLAN.replace("so_van_ban: 7\nngay_ban_hanh: 15/7/2025\n", "").replace("vi_du: true\n", ""), pl=ANNEX)
    file = home.content / "nghe_an" / "2025" / "kh.yaml"
    assert not issue(home, file, "7", date(2025, 7, 15)).has_errors
    before = _package(home)
    rename_everything(home)
    assert _package(home) == before
    assert "KT. GIÁM ĐỐC SỞ KIỂM CHỨNG" in _words(before).replace("\n", " ")


def _package(home: Project) -> bytes:
    checked = check(home)
    (bo,) = checked.sound
    return docx(home, checked, bo)


def _words(package: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return "\n".join(text_of(p) for p in etree.fromstring(archive.read("word/document.xml")).iter(w("p")))


# On paper

TEXTS: Mapping[str, tuple[str, int]] = {"hai_co_quan": (PLAN, 2), "hai_so": (OWN_NUMBERS, 2), "ba_co_quan": (RULES, 3), "ten_dai": (LONG_NAMES, 3),
                                            "uy_quyen": (AUTHORITY, 2)}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Page]]:
    if not is_ready():
        pytest.skip("no LibreOffice with Liberation Serif 2 on this machine")
    found, jobs = {}, []
    for name, (text, _) in TEXTS.items():
        home = made(tmp_path_factory.mktemp(name), kh=text, **({"pl": ANNEX} if "kem_theo" in text else {}))
        word = home.root / f"{name}.docx"
        word.write_bytes(_package(home))
        assert OpenXmlValidator().validate(word).is_valid
        jobs.append(Job(word, word.with_suffix(".pdf"), datetime(2025, 7, 15)))
    with Converter() as converter:
        converter.convert_many(jobs)
    for name, job in zip(TEXTS, jobs, strict=True):
        found[name] = read_pages(job.pdf)
    return found


def columns(line: Line, page: Page, count: int) -> Iterator[tuple[Length, Length]]:
    """Left and right end of what a line has in each of the columns of the text."""
    left, right = Mm(30), page.width - Mm(15)
    for number in range(count):
        start, end = (left + (right - left) * at // count for at in (number, number + 1))
        chars = [char for char in line.chars if start <= (Pt(char["x0"]) + Pt(char["x1"])) // 2 < end and char["text"].strip()]
        if chars:
            yield Pt(chars[0]["x0"]), Pt(chars[-1]["x1"])


@pytest.mark.parametrize("name", TEXTS)
def it_signs_side_by_side(name: str, pages: Mapping[str, list[Page]]) -> None:
    count = TEXTS[name][1]
    page = next(page for page in pages[name] if page.lines("VB_HoTen"))
    offices, (names,) = page.lines("VB_QuyenHan", "VB_QuyenHanNho"), page.lines("VB_HoTen")
    ends = [*columns(names, page, count)]
    assert len(ends) == count
    for line in offices:
        for left, right in columns(line, page, count):
            middle = Length((left + right) // 2)
            assert any(near(middle, Length((start + end) // 2)) for start, end in ends), line.text
    assert Mm(25) <= names.baseline - offices[-1].baseline <= Mm(36)
    recipients = page.lines("VB_NoiNhanTu")[0]
    assert recipients.baseline > names.baseline
    assert near(recipients.left, Mm(30))


@pytest.mark.parametrize("name", TEXTS)
def it_stays_within_the_margins_and_keeps_a_signature_with_two_lines_of_text(name: str, pages: Mapping[str, list[Page]]) -> None:
    the_thuc = latest("nha_nuoc")
    assert [text for page in pages[name] for text in outside(page, the_thuc)] == []
    page = next(page for page in pages[name] if page.lines("VB_HoTen"))
    top = page.lines("VB_QuyenHan", "VB_QuyenHanNho")[0].baseline
    assert len([line for line in page.lines() if line.baseline < top]) >= 2


@pytest.mark.parametrize("name", TEXTS)
def it_rules_below_the_last_of_the_names(name: str, pages: Mapping[str, list[Page]]) -> None:
    *_, last = pages[name][0].lines("VB_CoQuanBanHanh")
    assert rule_below(pages[name][0], last)


@pytest.mark.parametrize("name", TEXTS)
def it_leaves_a_gap_between_those_who_sign(name: str, pages: Mapping[str, list[Page]]) -> None:
    page = next(page for page in pages[name] if page.lines("VB_HoTen"))
    for line in page.lines("VB_QuyenHan", "VB_QuyenHanNho", "VB_HoTen"):
        for (_, end), (start, _) in pairwise(columns(line, page, TEXTS[name][1])):
            assert start - end >= Mm(4), line.text


class _Column:
    """A frame in which everything stands in one cell, so much wider than a title."""

    def __init__(self, room: Length) -> None:
        self.room = room

    def cell(self, _style: str, _otherwise: Length) -> Length:
        return self.room

    def has_cell(self, _style: str) -> bool:
        return False


@pytest.mark.parametrize(("beside", "lines"), [("", 1), ("NGUYỄN VĂN B", 2)])
def it_breaks_a_title_that_would_touch_that_of_who_signs_beside(beside: str, lines: int) -> None:
    """2 mm less than its cell: enough for one who signs alone."""
    title, the_thuc = "GIÁM ĐỐC KHO BẠC NHÀ NƯỚC", latest("nha_nuoc")
    kieu = the_thuc.kieu["VB_QuyenHan"]
    frame: Any = _Column(Length(text_width(title, kieu.co_chu, kieu.dam, kieu.nghieng) + Mm(2)))
    zones = Zones(quyen_han=zone(title), ho_ten=zone("Nguyễn Văn A"), ho_ten_hai=zone(beside))
    assert len(broken_titles(zones, the_thuc, frame.room, frame).quyen_han.lines) == lines


def zone(words: str) -> Zone:
    return Zone((ZoneLine((ZonePiece(words),)),)) if words else Zone()


def it_leaves_no_word_of_authority_alone(pages: Mapping[str, list[Page]]) -> None:
    (page, *_) = pages["ten_dai"]
    assert page.lines("VB_QuyenHanNho")[0].text.replace(" ", "") == "TM.BANTM.BANCHẤPHÀNHKT.GIÁMĐỐC"


def it_parts_a_number_that_is_wider_than_its_cell_between_bodies_only(pages: Mapping[str, list[Page]]) -> None:
    lines = [line.text for line in pages["ten_dai"][0].lines("VB_SoKyHieu")]
    assert lines == ["Số: 03/QC-SNN&MT-BCHĐTN-", "MTTQ"]


def it_sets_two_numbers_one_below_the_other(pages: Mapping[str, list[Page]]) -> None:
    first, second = pages["hai_so"][0].lines("VB_SoKyHieu")
    (day,) = pages["hai_so"][0].lines("VB_DiaDanhNgay")
    assert (first.text, second.text) == ("Số: 07/KH-STN", "Số: 045/KH-SKC")
    assert near(first.baseline, day.baseline)
