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
from openxml_audit import OpenXmlValidator

from vanban.the_thuc import load
from vanban.units import Mm
from vanban.writers.make_frames import make_frames

TEMPLATES = Path(__file__).parents[1] / "templates"
THE_THUC = load("nha_nuoc", date(2025, 7, 15))
FRAMES = make_frames(THE_THUC)

HEADER = {"co_quan_chu_quan", "co_quan_ban_hanh"}
VARIABLES = {
    "quyet_dinh.docx": HEADER | {
        "so_ky_hieu", "dia_danh", "ngay_thang", "ten_loai", "trich_yeu", "tham_quyen", "can_cu", "noi_dung",
        "noi_nhan", "quyen_han", "ho_ten",
    },
    "kem_theo.docx": HEADER | {"ten_loai", "trich_yeu", "kem_theo", "noi_dung"},
    "phu_luc.docx": {"phu_luc", "ten_phu_luc", "kem_theo", "noi_dung"},
}

each_frame = pytest.mark.parametrize("name", FRAMES)


def _parts(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(FRAMES[name])) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def _document(name: str) -> Document:
    return docx.Document(io.BytesIO(FRAMES[name]))


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
    assert {name: [style for style, _, _ in _rules(name)] for name in FRAMES} == {
        "quyet_dinh.docx": ["VB_KeCoQuan", "VB_KeTieuNgu", "VB_KeTrichYeu"],
        "kem_theo.docx": ["VB_KeCoQuan", "VB_KeTieuNgu", "VB_KeTrichYeu"],
        "phu_luc.docx": ["VB_KeTrichYeu"],
    }


def it_lets_khoan_follow_the_body_when_an_office_restyles_it() -> None:
    style = _document("quyet_dinh.docx").styles["VB_Khoan"]
    assert style.base_style.name == "VB_NoiDung"
    assert (style.element.pPr, style.element.rPr) == (None, None)


def it_takes_its_sizes_from_the_figures() -> None:
    styles = _document("quyet_dinh.docx").styles
    for name in ("VB_QuocHieu", "VB_SoKyHieu", "VB_NoiNhan", "VB_NoiNhanTu", "VB_ChuThich"):
        assert styles[name].font.size == THE_THUC.kieu[name].co_chu
