"""The page frames: as the_thuc makes them, sound for Word, with Jinja in the document part only."""

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from openxml_audit import OpenXmlValidator

from tests.support.wordml import style_of, text_of
from vanban.frames.making import make_frames
from vanban.metrics import text_width
from vanban.model.zones import Zones
from vanban.the_thuc import load
from vanban.units import Mm

TEMPLATES = Path(__file__).parents[1] / "templates"
THE_THUC = load("nha_nuoc", date(2025, 7, 15))
FRAMES = make_frames(THE_THUC)

HEADER = {"co_quan_chu_quan", "co_quan_ban_hanh"}
NUMBERED = HEADER | {"so_ky_hieu", "do_mat", "do_khan", "du_thao", "pham_vi_luu_hanh", "trich_yeu", "noi_dung"}
DATED = NUMBERED | {"dia_danh", "ngay_thang"}
SIGNED = {"noi_nhan", "quyen_han", "chuc_vu_khac", "ho_ten"}
BESIDE = {f"{name}_{place}" for name in ("quyen_han", "chuc_vu_khac", "ho_ten") for place in ("hai", "ba")}
VARIABLES = {
    "quyet_dinh.docx": DATED | SIGNED | {"ten_loai", "tham_quyen", "can_cu", "dia_chi"},
    "nghi_quyet.docx": DATED | SIGNED | {"ten_loai", "tham_quyen", "can_cu", "dia_chi"},
    "cong_dien.docx": DATED | SIGNED | {"ten_loai", "tham_quyen", "kinh_gui", "dia_chi"},
    "co_ten_loai.docx": DATED | SIGNED | {"ten_loai", "kinh_gui", "can_cu", "dia_chi"},
    "cong_van.docx": DATED | SIGNED | {"kinh_gui", "can_cu", "dia_chi"},
    "lien_tich.docx": DATED | SIGNED | BESIDE | {"ten_loai", "kinh_gui", "can_cu", "dia_chi"},
    "lien_tich_cong_van.docx": DATED | SIGNED | BESIDE | {"kinh_gui", "can_cu", "dia_chi"},
    "bien_ban.docx": NUMBERED | {"ten_loai", "thu_ky", "chu_toa", "chuc_vu_khac", "noi_nhan", "can_cu", "dia_chi"},
    "hai_ben.docx": DATED | SIGNED | {"ten_loai", "can_cu", "dia_chi", "dai_dien", "ben_ky", "ten_ben_ky"},
    "khong_trich_yeu.docx": (DATED - {"trich_yeu"}) | SIGNED | {"ten_loai", "dia_chi"},
    "giay_nghi_phep.docx": (DATED - {"trich_yeu"}) | SIGNED | {"ten_loai", "dia_chi", "xac_nhan"},
    "ban_sao.docx": SIGNED | {"co_quan_ban_hanh", "ten_loai", "so_ky_hieu", "dia_danh", "ngay_thang"},
    "kem_theo.docx": HEADER | {"ten_loai", "trich_yeu", "kem_theo", "can_cu", "noi_dung"},
    "phu_luc.docx": {"phu_luc", "ten_phu_luc", "phu_de", "kem_theo", "noi_dung"},
}
ISSUING = [name for name, variables in VARIABLES.items() if variables >= NUMBERED - {"trich_yeu"}]

each_frame = pytest.mark.parametrize("name", FRAMES)
each_issuing_frame = pytest.mark.parametrize("name", ISSUING)


def _parts(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(FRAMES[name])) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def _document(name: str) -> Document:
    return docx.Document(io.BytesIO(FRAMES[name]))


def _filled(name: str, **values: str | list[str]) -> list[tuple[str, str]]:
    """Style and text of each paragraph, in the order of print, of the frame filled with `values` and nothing else."""
    template = DocxTemplate(io.BytesIO(FRAMES[name]))
    nothing = dict.fromkeys(VARIABLES[name] - {"noi_dung"}, "") | {"noi_dung": "<w:p/>"}
    template.render(nothing | values, SandboxedEnvironment(undefined=StrictUndefined))
    return [(style_of(paragraph), "".join(letters.text or "" for letters in paragraph.iter(qn("w:t"))))
            for paragraph in template.docx.element.body.iter(qn("w:p"))]


def _in_style(filled: list[tuple[str, str]], *styles: str) -> list[str]:
    return [text for style, text in filled if style in styles]


def _indents(name: str, style: str) -> list[tuple[str, int]]:
    """Text, and width between the indents in twips, of each paragraph of that style that has indents of its own,
    in the left cell of the header."""
    found = []
    for paragraph in _document(name).element.body.iter(qn("w:p")):
        indent = paragraph.pPr.find(qn("w:ind"))
        if style_of(paragraph) == style and indent is not None:
            sides = int(indent.get(qn("w:left"))) + int(indent.get(qn("w:right")))
            found.append((text_of(paragraph), THE_THUC.trang.tieu_de_trai.twips - sides))
    return found


def _rules(name: str) -> list[tuple[str, int, int]]:
    """Style, left and right indent in twips of each paragraph that is a rule."""
    found = []
    for paragraph in _document(name).element.body.iter(qn("w:p")):
        style, indent = paragraph.pPr.find(qn("w:pStyle")), paragraph.pPr.find(qn("w:ind"))
        if style.get(qn("w:val")) in THE_THUC.ke_ngang:
            found.append((style.get(qn("w:val")), int(indent.get(qn("w:left"))), int(indent.get(qn("w:right")))))
    return found


def it_has_written_every_frame_to_templates() -> None:
    there = {path.name: path.read_bytes() for path in TEMPLATES.glob("*.docx") if path.name in FRAMES}
    stale = [name for name in FRAMES if there.get(name) != FRAMES[name]]
    assert not stale, "templates/ is out of date: write the frames again"


def it_makes_the_same_bytes_twice() -> None:
    assert make_frames(THE_THUC) == FRAMES


@each_frame
def it_gives_word_nothing_to_repair(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FRAMES[name])
    result = OpenXmlValidator().validate(tmp_path / name)
    assert result.is_valid, [str(error) for error in result.errors]


@each_frame
def it_asks_for_the_variables_of_its_type(name: str) -> None:
    template = DocxTemplate(io.BytesIO(FRAMES[name]))
    assert template.get_undeclared_template_variables() == VARIABLES[name]


@each_frame
def it_has_jinja_in_the_document_part_only(name: str) -> None:
    tagged = {part for part, data in _parts(name).items() if b"{{" in data or b"{%" in data}
    assert tagged == {"word/document.xml"}


@each_frame
def it_has_every_style_of_the_decree_with_its_label(name: str) -> None:
    document = _document(name)
    labels = {
        style.name: style.element.find(qn("w:aliases")).get(qn("w:val"))
        for style in document.styles if style.name.startswith("VB_")
    }
    assert labels == {kieu.ten: kieu.nhan for kieu in THE_THUC.kieu.values()}
    assert not any("," in label for label in labels.values()), "Word parts labels at commas"


@each_frame
def it_uses_only_styles_that_it_has(name: str) -> None:
    body = _document(name).element.body
    used = {e.get(qn("w:val")) for tag in ("w:pStyle", "w:rStyle", "w:tblStyle") for e in body.iter(qn(tag))}
    assert used <= set(THE_THUC.kieu)


@each_frame
def it_ends_with_the_page_of_the_decree(name: str) -> None:
    (section,) = _document(name).sections
    page = THE_THUC.trang
    lengths = (section.page_width, section.page_height, section.top_margin, section.bottom_margin,
               section.left_margin, section.right_margin)
    wanted = (page.rong, page.cao, page.le_tren, page.le_duoi, page.le_trai, page.le_phai)
    assert [round(x.mm, 1) for x in lengths] == [round(x.mm, 1) for x in wanted]
    assert section.different_first_page_header_footer


@each_frame
def it_numbers_every_page_but_the_first(name: str) -> None:
    parts = _parts(name)
    assert b"PAGE" in parts["word/header1.xml"]
    assert b"PAGE" not in parts["word/header2.xml"]


@each_frame
def it_keeps_its_tables_within_the_margins(name: str) -> None:
    width = THE_THUC.trang.text_width().twips
    for grid in _document(name).element.body.iter(qn("w:tblGrid")):
        assert abs(sum(int(column.get(qn("w:w"))) for column in grid) - width) <= 1


@each_frame
def it_never_tears_the_rows_of_header_and_signature(name: str) -> None:
    rows = list(_document(name).element.body.iter(qn("w:tr")))
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def it_rules_below_tieu_ngu_as_long_as_the_words() -> None:
    style, left, right = _rules("quyet_dinh.docx")[1]
    cell = THE_THUC.trang.text_width() - THE_THUC.trang.tieu_de_trai
    assert (style, left) == ("VB_KeTieuNgu", right)
    assert cell.twips - left - right == pytest.approx(Mm(60.45).twips, abs=3)


def it_has_the_rules_of_each_form() -> None:
    header, title = ["VB_KeCoQuan", "VB_KeTieuNgu"], ["VB_KeTrichYeu"]
    assert {name: [style for style, _, _ in _rules(name)] for name in FRAMES} == {
        "quyet_dinh.docx": header + title,
        "nghi_quyet.docx": header + title,
        "cong_dien.docx": header + title,
        "co_ten_loai.docx": header + title,
        "cong_van.docx": header,
        "lien_tich.docx": header + title,
        "lien_tich_cong_van.docx": header,
        "bien_ban.docx": header + title,
        "hai_ben.docx": header + title,
        "khong_trich_yeu.docx": header + title,
        "giay_nghi_phep.docx": header + title,
        "ban_sao.docx": ["VB_KeCoQuan"],
        "kem_theo.docx": header + title,
        "phu_luc.docx": title,
    }


@each_frame
def it_asks_for_zones_and_the_body_only(name: str) -> None:
    assert VARIABLES[name] <= {*Zones.__slots__, "noi_dung"}


@each_issuing_frame
def it_prints_no_zone_that_is_empty(name: str) -> None:
    optional = {"VB_CoQuanChuQuan", "VB_DauMat", "VB_DauKhan", "VB_LuuHanh", "VB_DuThao", "VB_KinhGui", "VB_KinhGuiTu",
                "VB_KinhGuiDong", "VB_DiaChi", "VB_ChucVuKhac", "VB_XacNhan"}
    assert _in_style(_filled(name), *optional) == []


@each_issuing_frame
@pytest.mark.parametrize("value", [{}, {"do_mat": "MẬT", "do_khan": "KHẨN", "du_thao": "DỰ THẢO", "dia_chi": ["ĐT"]}])
def it_leaves_the_header_as_it_is_whatever_stands_around(name: str, value: dict[str, str]) -> None:
    filled = _filled(name, co_quan_ban_hanh="SỞ NỘI VỤ", **{k: v for k, v in value.items() if k in VARIABLES[name]})
    styles = [style for style, _ in filled]
    assert styles[:6] == ["VB_CoQuanBanHanh", "VB_KeCoQuan", "VB_QuocHieu", "VB_TieuNgu", "VB_KeTieuNgu", "VB_SoKyHieu"]


@each_issuing_frame
@pytest.mark.parametrize("words", THE_THUC.con_dau)
def it_stamps_once_in_the_box_for_the_words(name: str, words: str) -> None:
    stamp = THE_THUC.con_dau[words]
    value = {"VB_DauMat": "do_mat", "VB_DauKhan": "do_khan"}[stamp.kieu]
    assert _in_style(_filled(name, **{value: words}), "VB_DauMat", "VB_DauKhan") == [words]

    boxes = [width for _, width in _indents(name, stamp.kieu)]
    of_style = [each for each in THE_THUC.con_dau.values() if each.kieu == stamp.kieu]
    box = boxes[of_style.index(stamp)] + 2 * THE_THUC.kieu[stamp.kieu].khung.twips
    assert box == pytest.approx(stamp.rong.twips, abs=2)


def it_puts_secrecy_above_urgency() -> None:
    assert _in_style(_filled("cong_van.docx", do_mat="MẬT", do_khan="KHẨN"), "VB_DauMat", "VB_DauKhan") == [
        "MẬT", "KHẨN",
    ]


def it_boxes_words_it_does_not_know() -> None:
    assert _in_style(_filled("cong_van.docx", do_khan="HỎA TỐC HẸN GIỜ"), "VB_DauKhan") == ["HỎA TỐC HẸN GIỜ"]


def it_names_one_addressee_on_the_line_of_kinh_gui() -> None:
    filled = _filled("cong_van.docx", kinh_gui=["Bộ Nội vụ"])
    assert _in_style(filled, "VB_KinhGui", "VB_KinhGuiTu", "VB_KinhGuiDong") == ["Kính gửi: Bộ Nội vụ"]


def it_names_several_addressees_below_kinh_gui() -> None:
    filled = _filled("co_ten_loai.docx", kinh_gui=["- Bộ Nội vụ;", "- Bộ Tài chính."])
    assert [line for line in filled if line[0].startswith("VB_KinhGui")] == [
        ("VB_KinhGuiTu", "Kính gửi:"), ("VB_KinhGuiDong", "- Bộ Nội vụ;"), ("VB_KinhGuiDong", "- Bộ Tài chính."),
    ]


def it_sets_the_subject_of_a_letter_below_its_number() -> None:
    filled = _filled("cong_van.docx", so_ky_hieu="12/SNV-CCHC", trich_yeu="nâng bậc lương năm 2026")
    number = filled.index(("VB_SoKyHieu", "Số: 12/SNV-CCHC"))
    assert filled[number + 1] == ("VB_TrichYeuCongVan", "V/v nâng bậc lương năm 2026")


def it_prints_the_other_title_between_signature_and_name() -> None:
    filled = _filled("quyet_dinh.docx", quyen_han="TRƯỞNG BAN", chuc_vu_khac="GIÁM ĐỐC SỞ NỘI VỤ", ho_ten="Lê Văn C")
    assert _in_style(filled, "VB_QuyenHan", "VB_ChucVuKhac", "VB_HoTen") == [
        "TRƯỞNG BAN", "GIÁM ĐỐC SỞ NỘI VỤ", "Lê Văn C",
    ]


def it_has_minutes_signed_by_two_and_sent_below() -> None:
    filled = _filled("bien_ban.docx", thu_ky="Lê Thị E", chu_toa="Lê Văn C", noi_nhan=["- Lưu: VT, Hồ sơ."])
    assert _in_style(filled, "VB_QuyenHan", "VB_HoTen", "VB_NoiNhanTu", "VB_NoiNhan") == [
        "THƯ KÝ", "Lê Thị E", "Nơi nhận:", "- Lưu: VT, Hồ sơ.", "CHỦ TỌA", "Lê Văn C",
    ]
    assert _in_style(filled, "VB_DiaDanhNgay") == [""]


def it_has_a_contract_signed_by_two_parties_and_sent_below() -> None:
    filled = _filled("hai_ben.docx", dai_dien="ĐẠI DIỆN BÊN A", quyen_han="GIÁM ĐỐC", ho_ten="Lê Văn C",
                     ben_ky="ĐẠI DIỆN BÊN B", ten_ben_ky="Lê Thị E", noi_nhan=["- Lưu: VT."])
    assert _in_style(filled, "VB_QuyenHan", "VB_HoTen", "VB_NoiNhanTu", "VB_NoiNhan") == [
        "ĐẠI DIỆN BÊN AGIÁM ĐỐC", "Lê Văn C", "Nơi nhận:", "- Lưu: VT.", "ĐẠI DIỆN BÊN B", "Lê Thị E",
    ]


def it_leaves_room_below_the_signature_for_who_confirms_a_leave() -> None:
    """Mẫu 1.10, where it is wanted."""
    filled = _filled("giay_nghi_phep.docx", ho_ten="Lê Văn C", xac_nhan="Xác nhận của nơi nghỉ phép")
    words = [each for each in _in_style(filled, "VB_HoTen", "VB_XacNhan") if each]
    assert words == ["Lê Văn C", "Xác nhận của nơi nghỉ phép", "(Chữ ký, dấu)", "Họ và tên"]


def it_takes_zones_with_a_place_out_of_the_flow() -> None:
    for name in ISSUING:
        for paragraph in _document(name).element.body.iter(qn("w:p")):
            placed = paragraph.pPr.find(qn("w:framePr")) is not None
            assert placed == (style_of(paragraph) in THE_THUC.vi_tri and "{%" not in text_of(paragraph))


def it_keeps_the_top_margin_zones_apart_and_above_the_header() -> None:
    draft, circulation, signing = (THE_THUC.vi_tri[name] for name in ("VB_DuThao", "VB_LuuHanh", "VB_KySo"))
    page = THE_THUC.trang
    assert draft.cach_trai == page.le_trai
    assert draft.cach_trai + draft.rong <= circulation.cach_trai
    assert signing.cach_trai + signing.rong == page.rong - page.le_phai
    for place, lines in ((draft, 2), (circulation, 1), (signing, 1)):
        style = THE_THUC.kieu[place.kieu]
        line = style.dong_co_dinh.pt or style.co_chu.pt * 1.15
        # LibreOffice gives the room around the letters of a box twice.
        assert place.cach_tren.pt + lines * line + 4 * style.cach_khung.pt <= page.le_tren.pt


def it_has_room_for_the_words_in_every_box() -> None:
    boxes = {words: (stamp.kieu, stamp.rong) for words, stamp in THE_THUC.con_dau.items()}
    boxes |= dict.fromkeys(("XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ"), ("VB_LuuHanh", THE_THUC.vi_tri["VB_LuuHanh"].rong))
    for words, (style, width) in boxes.items():
        kieu = THE_THUC.kieu[style]
        assert text_width(words, kieu.co_chu, kieu.dam, kieu.nghieng) < width - 2 * kieu.khung, words


def it_lets_khoan_follow_the_body_when_an_office_restyles_it() -> None:
    style = _document("quyet_dinh.docx").styles["VB_Khoan"]
    assert style.base_style.name == "VB_NoiDung"
    assert (style.element.pPr, style.element.rPr) == (None, None)


def it_takes_its_sizes_from_the_figures() -> None:
    styles = _document("quyet_dinh.docx").styles
    for name in ("VB_QuocHieu", "VB_SoKyHieu", "VB_NoiNhan", "VB_NoiNhanTu", "VB_ChuThich"):
        assert styles[name].font.size == THE_THUC.kieu[name].co_chu
