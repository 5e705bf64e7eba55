"""The built DOCX of a decision with its plan and annex, measured against the figures of the decree."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.support.sample import ROOT, SOURCE, Sample, build_sample
from tests.support.wordml import (
    Element,
    Part,
    Styles,
    W,
    is_on,
    read_parts,
    split_sections,
    style_of,
    text_of,
    value,
    w,
)
from vanban.metrics import text_width
from vanban.the_thuc import Kieu, TheThuc
from vanban.units import Length

ALIGNMENTS = {"trai": "left", "giua": "center", "phai": "right", "deu": "both"}
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
# What an attachment leaves out (Mẫu 1.3): number, date, receivers, signature.
ONLY_ISSUING = ("VB_SoKyHieu", "VB_DiaDanhNgay", "VB_NoiNhanTu", "VB_NoiNhan", "VB_QuyenHan", "VB_HoTen")
HEAD_OF_ATTACHMENT = ("VB_CoQuanBanHanh", "VB_TenLoai", "VB_TrichYeu", "VB_PhuLuc", "VB_PhuLucTen")


@pytest.fixture(scope="module")
def package(sample: Sample) -> dict[str, bytes]:
    return read_parts(sample.docx)


@pytest.fixture(scope="module")
def body(package: dict[str, bytes]) -> Element:
    found = etree.fromstring(package["word/document.xml"]).find(w("body"))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def parts(body: Element) -> list[Part]:
    return split_sections(body)


@pytest.fixture(scope="module")
def styles(package: dict[str, bytes]) -> Styles:
    return Styles(etree.fromstring(package["word/styles.xml"]))


# Pages


def it_gives_each_document_the_page_of_the_decree(parts: list[Part], sample: Sample) -> None:
    page = sample.the_thuc.trang
    margins = {"top": page.le_tren, "bottom": page.le_duoi, "left": page.le_trai, "right": page.le_phai,
               "header": page.cach_so_trang}
    assert len(parts) == len(sample.parts)
    for part, bo in zip(parts, sample.parts, strict=True):
        width, height = page.size(bo.van_ban.kho_giay)
        paper, edges = part.section.find(w("pgSz")), part.section.find(w("pgMar"))
        assert (value(paper, "w"), value(paper, "h")) == (str(width.twips), str(height.twips))
        assert value(paper, "orient") == ("landscape" if bo.van_ban.kho_giay == "ngang" else "")
        assert {name: value(edges, name) for name in margins} == {k: str(v.twips) for k, v in margins.items()}


def it_shows_plan_upright_and_annex_turned(parts: list[Part]) -> None:
    assert [value(part.section.find(w("pgSz")), "orient") for part in parts] == ["", "", "landscape"]


def it_begins_each_document_on_a_page_of_its_own(parts: list[Part]) -> None:
    assert {value(part.section.find(w("type"))) for part in parts} == {"nextPage"}


def it_numbers_the_pages_of_each_document_from_1(parts: list[Part]) -> None:
    for part in parts:
        assert value(part.section.find(w("pgNumType")), "start") == "1"
        assert is_on(part.section.find(w("titlePg")))


def it_repeats_the_page_headers_in_every_section(parts: list[Part]) -> None:
    headers = [[dict(each.attrib) for each in part.section.iter(w("headerReference"))] for part in parts]
    assert {each[w("type")] for each in headers[0]} == {"default", "first"}
    assert all(each == headers[0] for each in headers)


def it_shows_the_number_in_the_header_of_all_pages_but_the_first(sample: Sample) -> None:
    for section in docx.Document(str(sample.docx)).sections:
        (line,) = section.header.paragraphs
        assert line.style.name == "VB_SoTrang"
        assert [e.text.strip() for e in line._p.iter(w("instrText"))] == ["PAGE"]
        assert not list(section.first_page_header._element.iter(w("instrText")))


# Styles


def it_dresses_every_paragraph_in_a_style_of_the_decree(body: Element, styles: Styles, the_thuc: TheThuc) -> None:
    used = {style_of(paragraph) for paragraph in body.iter(w("p"))}
    assert used <= set(the_thuc.kieu)
    assert used <= styles.names


def it_dresses_letters_and_tables_in_styles_that_exist(body: Element, styles: Styles, the_thuc: TheThuc) -> None:
    used = {value(each) for tag in ("rStyle", "tblStyle") for each in body.iter(w(tag))}
    assert used <= set(the_thuc.kieu)
    assert used <= styles.names


def it_leaves_looks_to_the_styles(body: Element) -> None:
    """A paragraph says its style, what it stays with and where a section ends; only a measured rule has indents."""
    for paragraph in body.iter(w("p")):
        said = {child.tag.removeprefix(W) for child in paragraph.find(w("pPr"))}
        rule = {"ind"} if style_of(paragraph).startswith("VB_Ke") else set()
        assert said <= {"pStyle", "keepNext", "sectPr"} | rule, text_of(paragraph)
    assert {child.tag for looks in body.iter(w("rPr")) for child in looks} <= {w("rStyle")}


def it_makes_every_style_as_the_decree_says(styles: Styles, the_thuc: TheThuc) -> None:
    differences = {}
    for kieu in the_thuc.kieu.values():
        made = _as_made(styles, kieu)
        wrong = {name: (made[name], wanted) for name, wanted in _as_wanted(kieu).items() if made[name] != wanted}
        if wrong:
            differences[kieu.ten] = wrong
    assert differences == {}


def _as_wanted(kieu: Kieu) -> dict[str, object]:
    if kieu.loai == "bang":
        return {"borders": {str(round(kieu.vien.pt * 8))} if kieu.vien else set(), "room": {str(kieu.le_o.twips)}}
    letters: dict[str, object] = {
        "bold": kieu.dam, "italic": kieu.nghieng, "fill": kieu.to_nen,
        "raised": "superscript" if kieu.chi_so_tren else "",
    }
    if kieu.loai == "chu":
        return letters
    fixed = kieu.dong_co_dinh
    return letters | {
        "size": str(kieu.co_chu.half_points),
        "alignment": ALIGNMENTS[kieu.canh_le],
        "left": kieu.thut_trai.twips,
        "first line": kieu.thut_dau_dong.twips,
        "before": kieu.cach_truoc.twips,
        "after": kieu.cach_sau.twips,
        "line": (fixed.twips, "exact") if fixed else (round(240 * kieu.cach_dong), "auto"),
        "keep next": kieu.giu_cung_doan_sau,
        "keep lines": kieu.giu_lien_dong,
        "outline": str(kieu.muc_luc - 1) if kieu.muc_luc else "",
        "rule": str(round(kieu.ke_tren.pt * 8)) if kieu.ke_tren else "",
    }


def _as_made(styles: Styles, kieu: Kieu) -> dict[str, object]:
    def number(path: str, attribute: str) -> int:
        return int(styles.figure(kieu.ten, path, attribute, "0"))

    own = styles.get(kieu.ten)
    return {
        "borders": {value(own.find(f"{W}tblPr/{W}tblBorders/{W}{side}"), "sz") for side in SIDES} - {""},
        "room": {value(own.find(f"{W}tblPr/{W}tblCellMar/{W}{side}"), "w") for side in ("left", "right")},
        "bold": styles.switch(kieu.ten, "rPr/b"),
        "italic": styles.switch(kieu.ten, "rPr/i"),
        "fill": styles.figure(kieu.ten, "rPr/shd", "fill"),
        "raised": styles.figure(kieu.ten, "rPr/vertAlign"),
        "size": styles.figure(kieu.ten, "rPr/sz"),
        "alignment": styles.figure(kieu.ten, "pPr/jc", default="left"),
        "left": number("pPr/ind", "left"),
        "first line": number("pPr/ind", "firstLine") - number("pPr/ind", "hanging"),
        "before": number("pPr/spacing", "before"),
        "after": number("pPr/spacing", "after"),
        "line": (number("pPr/spacing", "line"), styles.figure(kieu.ten, "pPr/spacing", "lineRule")),
        "keep next": styles.switch(kieu.ten, "pPr/keepNext"),
        "keep lines": styles.switch(kieu.ten, "pPr/keepLines"),
        "outline": styles.figure(kieu.ten, "pPr/outlineLvl"),
        "rule": value(own.find(f"{W}pPr/{W}pBdr/{W}top"), "sz") or _rule_of_base(styles, kieu.ten),
    }


def _rule_of_base(styles: Styles, name: str) -> str:
    borders = (style.find(f"{W}pPr/{W}pBdr/{W}top") for style in styles.chain(name))
    return next((value(border, "sz") for border in borders if border is not None), "")


def it_knows_no_font_but_times_new_roman(package: dict[str, bytes], the_thuc: TheThuc) -> None:
    names = set()
    for name, data in package.items():
        if name.startswith("word/") and name.endswith(".xml"):
            root = etree.fromstring(data)
            for fonts in root.iter(w("rFonts")):
                assert not [key for key in fonts.attrib if key.endswith("Theme")]
                names |= set(fonts.attrib.values())
            names |= {value(font, "name") for font in root.iter(w("font"))}
            names |= {font.get("typeface") for font in root.iter("{*}latin")} - {""}
    assert names == {the_thuc.phong_chu.ten_phong}


def it_prints_in_black(styles: Styles, body: Element, the_thuc: TheThuc) -> None:
    assert {value(colour) for colour in styles.root.iter(w("color"))} == {the_thuc.phong_chu.mau_chu}
    assert not list(body.iter(w("color")))


def it_writes_capitals_as_letters(package: dict[str, bytes], parts: list[Part], the_thuc: TheThuc) -> None:
    capitals = [kieu.ten for kieu in the_thuc.kieu.values() if kieu.in_hoa]
    lines = [text_of(paragraph) for part in parts for paragraph in part.in_style(*capitals)]
    assert len(lines) > 10
    assert [line for line in lines if line != line.upper()] == []
    assert not [name for name, data in package.items() if re.search(rb"<w:(caps|smallCaps)\b", data)]


def it_writes_small_letters_where_the_decree_wants_them(parts: list[Part], the_thuc: TheThuc) -> None:
    small = [name for name, kieu in the_thuc.kieu.items() if "in_hoa" in kieu.gioi_han and not kieu.in_hoa]
    lines = [text_of(p) for part in parts for p in part.in_style(*small) if re.search(r"\w{3}", text_of(p))]
    assert [line for line in lines if line == line.upper() and not line.startswith(the_thuc.words("so_van_ban"))] == []


# Header and signature


def it_sets_number_and_date_in_one_row(parts: list[Part]) -> None:
    (number,), (date,) = parts[0].in_style("VB_SoKyHieu"), parts[0].in_style("VB_DiaDanhNgay")
    assert next(number.iterancestors(w("tr"))) is next(date.iterancestors(w("tr")))


def it_puts_the_body_left_and_quoc_hieu_right(parts: list[Part], the_thuc: TheThuc) -> None:
    for part in parts[:2]:
        (first, *_) = part.tables("VB_Khung")
        left, right = first.find(w("tr")).iter(w("tc"))
        assert style_of(next(left.iter(w("p")))) == "VB_CoQuanBanHanh"
        assert [text_of(p) for p in right.iter(w("p"))][:2] == [the_thuc.words("quoc_hieu"), the_thuc.words("tieu_ngu")]
        widths = [int(value(column, "w")) for column in first.iter(w("gridCol"))]
        assert widths == [the_thuc.trang.tieu_de_trai.twips,
                          (the_thuc.trang.text_width() - the_thuc.trang.tieu_de_trai).twips]


def it_keeps_the_signature_block_whole_and_with_the_text(parts: list[Part]) -> None:
    (signature,) = [table for table in parts[0].tables("VB_Khung") if list(_in_style(table, "VB_QuyenHan"))]
    (row,) = signature.iter(w("tr"))
    assert is_on(row.find(f"{W}trPr/{W}cantSplit"))
    assert len(list(row.iter(w("tc")))) == 2
    last = signature.getprevious()
    assert last is not None
    assert last.tag == w("p")
    assert is_on(last.find(f"{W}pPr/{W}keepNext"))


def _in_style(block: Element, style: str) -> list[Element]:
    return [paragraph for paragraph in block.iter(w("p")) if style_of(paragraph) == style]


def it_names_the_signer_under_his_office(parts: list[Part], sample: Sample) -> None:
    zones = sample.bo.zones
    assert zones
    (office,), (name,) = parts[0].in_style("VB_QuyenHan"), parts[0].in_style("VB_HoTen")
    assert text_of(office).split("\n") == list(zones.quyen_han)
    assert text_of(name) == zones.ho_ten
    assert next(office.iterancestors(w("tc"))) is next(name.iterancestors(w("tc")))


def it_lists_receivers_with_dashes_and_ends_with_luu(parts: list[Part], the_thuc: TheThuc) -> None:
    *others, last = [text_of(paragraph) for paragraph in parts[0].in_style("VB_NoiNhan")]
    assert others
    assert all(line.startswith("- ") and line.endswith(";") for line in others)
    assert last.startswith(f"- {the_thuc.words('luu')} {the_thuc.words('van_thu')},")
    assert last.endswith(".")


def it_ends_each_legal_basis_with_a_semicolon_and_the_last_with_a_full_stop(parts: list[Part]) -> None:
    *others, last = [text_of(paragraph) for paragraph in parts[0].in_style("VB_CanCu")]
    assert {line[-1] for line in others} == {";"}
    assert last[-1] == "."


def it_pads_number_and_date_as_the_decree_wants(parts: list[Part], sample: Sample) -> None:
    (number,), (date,) = parts[0].in_style("VB_SoKyHieu"), parts[0].in_style("VB_DiaDanhNgay")
    assert re.fullmatch(r"Số: (0\d|[1-9]\d+)/[A-ZĐ]+-[A-ZĐ]+", text_of(number))
    assert sample.bo.ngay
    assert text_of(date).endswith(f", {sample.the_thuc.long_date(sample.bo.ngay)}")


# Body


def it_keeps_every_heading_with_its_text(parts: list[Part], styles: Styles, the_thuc: TheThuc) -> None:
    headings = [name for name, kieu in the_thuc.kieu.items() if kieu.muc_luc]
    found = [paragraph for part in parts for paragraph in part.in_style(*headings)]
    assert len(found) > 15
    for paragraph in found:
        own = paragraph.find(f"{W}pPr/{W}keepNext")
        assert styles.switch(style_of(paragraph), "pPr/keepNext")
        assert own is None or is_on(own)


def it_sets_only_the_number_of_a_dieu_in_bold(parts: list[Part], styles: Styles) -> None:
    dieu = parts[0].in_style("VB_Dieu")
    assert len(dieu) >= 2
    for count, paragraph in enumerate(dieu, 1):
        first, *rest = paragraph.iter(w("r"))
        assert text_of(first) == f"Điều {count}. "
        assert styles.switch(value(first.find(f"{W}rPr/{W}rStyle")), "rPr/b")
        assert rest
        assert not [run for run in rest if styles.switch(value(run.find(f"{W}rPr/{W}rStyle")), "rPr/b")]
    assert not styles.switch("VB_Dieu", "rPr/b")


def it_binds_counting_words_to_their_numbers(body: Element) -> None:
    loose = re.compile(r"\b(Điều|khoản|điểm|Mục|số|ngày|tháng|năm) (?=\d)")
    assert not [found.group() for node in body.iter(w("t")) for found in loose.finditer(node.text or "")]


def it_gives_attachments_no_number_no_date_no_signature(parts: list[Part]) -> None:
    for part in parts[1:]:
        assert part.in_style(*HEAD_OF_ATTACHMENT)
        assert part.in_style(*ONLY_ISSUING) == []


def it_names_the_decision_in_every_attachment(parts: list[Part], sample: Sample) -> None:
    """Also in the annex of the plan: the plan has no number of its own."""
    decision = sample.bo
    assert decision.zones
    assert decision.ngay
    for part in parts[1:]:
        (line,) = part.in_style("VB_KemTheo")
        text = " ".join(text_of(line).split())
        assert text.startswith(f"({sample.the_thuc.words('kem_theo')} Quyết định số {decision.zones.so_ky_hieu} ")
        assert sample.the_thuc.long_date(decision.ngay) in text
        assert text.endswith(" của Ủy ban nhân dân tỉnh Nghệ An)")


def it_does_not_number_a_single_annex(parts: list[Part], the_thuc: TheThuc) -> None:
    assert [text_of(p) for p in parts[2].in_style("VB_PhuLuc")] == [the_thuc.words("phu_luc")]


def it_points_to_the_annex_in_the_plan(parts: list[Part]) -> None:
    assert [p for p in parts[1].paragraphs() if "tại Phụ lục" in text_of(p)]


def it_closes_each_document_once(parts: list[Part], the_thuc: TheThuc) -> None:
    """The mark stands at the end of the last text: before the signature, else at the very end."""
    mark = the_thuc.words("ket_thuc")
    for part in parts:
        texts = [text_of(p) for p in part.paragraphs() if style_of(p) not in ONLY_ISSUING]
        *before, last = [text for text in texts if text]
        assert last.endswith(mark)
        assert last.count(mark) == 1
        assert not [text for text in before if mark in text]


def it_measures_rules_by_the_line_above(parts: list[Part], the_thuc: TheThuc) -> None:
    rules = [p for part in parts for p in part.in_style(*the_thuc.ke_ngang)]
    assert [style_of(p) for p in rules] == ["VB_KeCoQuan", "VB_KeTieuNgu", "VB_KeTrichYeu"] * 2 + ["VB_KeTrichYeu"]
    for rule in rules:
        indent, above = rule.find(f"{W}pPr/{W}ind"), rule.getprevious()
        assert above is not None
        assert value(indent, "left") == value(indent, "right")
        length = _room(rule, parts, the_thuc) - 2 * int(value(indent, "left"))
        kieu = the_thuc.kieu[style_of(above)]
        line = text_width(text_of(above).split("\n")[-1], kieu.co_chu, kieu.dam, kieu.nghieng)
        limit = the_thuc.ke_ngang[style_of(rule)].gioi_han["ty_le"]
        assert limit.allows(round(length / line.twips, 2)), (text_of(above), length / line.twips)


def _room(paragraph: Element, parts: list[Part], the_thuc: TheThuc) -> int:
    """Twips between the edges of its cell, else between the margins of its page."""
    for cell in paragraph.iterancestors(w("tc")):
        return int(value(cell.find(f"{W}tcPr/{W}tcW"), "w"))
    section = next(part.section for part in parts if paragraph in part.blocks)
    turned = value(section.find(w("pgSz")), "orient") == "landscape"
    return the_thuc.trang.text_width("ngang" if turned else "doc").twips


def it_uses_no_empty_paragraph_for_room(parts: list[Part], the_thuc: TheThuc) -> None:
    """Empty ones are a rule, or the end of a section that Word cannot put into a table: as low as can be."""
    for part in parts:
        for paragraph in part.paragraphs():
            if not text_of(paragraph).strip():
                kieu = the_thuc.kieu[style_of(paragraph)]
                ends = paragraph.find(f"{W}pPr/{W}sectPr") is not None
                assert kieu.ke_tren or (ends and kieu.dong_co_dinh <= Length(12_700)), style_of(paragraph)


def it_breaks_no_line_by_hand_inside_running_text(parts: list[Part]) -> None:
    broken = {style_of(p) for part in parts for p in part.paragraphs() if "\n" in text_of(p)}
    assert broken <= {"VB_CoQuanBanHanh", "VB_TrichYeu", "VB_KemTheo", "VB_PhuLucTen", "VB_QuyenHan"}


def it_has_single_spaces_and_no_space_before_punctuation(parts: list[Part]) -> None:
    texts = [text_of(paragraph) for part in parts for paragraph in part.paragraphs()]
    assert [text for text in texts if re.search(r"  |\s[,;.:)”]|[(“]\s", text)] == []


# Tables


def it_repeats_table_heads_and_tears_no_row(parts: list[Part]) -> None:
    (table,) = parts[2].tables("VB_Bang")
    rows = list(table.iter(w("tr")))
    repeated = [is_on(row.find(f"{W}trPr/{W}tblHeader")) for row in rows]
    assert repeated[0]
    assert repeated == sorted(repeated, reverse=True)
    assert all(is_on(row.find(f"{W}trPr/{W}cantSplit")) for row in rows)
    heads = [p for row, is_head in zip(rows, repeated, strict=True) if is_head for p in row.iter(w("p"))]
    assert {style_of(p) for p in heads} == {"VB_BangDau"}


def it_makes_tables_as_wide_as_the_text(parts: list[Part], sample: Sample) -> None:
    for part, bo in zip(parts, sample.parts, strict=True):
        wanted = sample.the_thuc.trang.text_width(bo.van_ban.kho_giay).twips
        for table in (block for block in part.blocks if block.tag == w("tbl")):
            columns = [int(value(column, "w")) for column in table.iter(w("gridCol"))]
            assert sum(columns) == pytest.approx(wanted, abs=len(columns))
            assert value(table.find(f"{W}tblPr/{W}tblW"), "w") == str(sum(columns))
            assert value(table.find(f"{W}tblPr/{W}tblLayout"), "type") == "fixed"


def it_covers_every_column_in_every_row(body: Element) -> None:
    for table in body.iter(w("tbl")):
        columns = [int(value(column, "w")) for column in table.iter(w("gridCol"))]
        for row in table.iter(w("tr")):
            at = 0
            for cell in row.iter(w("tc")):
                span = int(value(cell.find(f"{W}tcPr/{W}gridSpan")) or 1)
                assert value(cell.find(f"{W}tcPr/{W}tcW"), "w") == str(sum(columns[at:at + span]))
                at += span
            assert at == len(columns)


def it_keeps_a_group_row_with_the_row_below(parts: list[Part]) -> None:
    (table,) = parts[2].tables("VB_Bang")
    groups = [row for row in table.iter(w("tr")) if row.find(f".//{W}gridSpan") is not None]
    assert len(groups) >= 5
    for row in groups:
        assert all(is_on(p.find(f"{W}pPr/{W}keepNext")) for p in row.iter(w("p")))


# Package


def it_leaves_no_template_language_behind(package: dict[str, bytes]) -> None:
    assert not [name for name, data in package.items() for tag in (b"{{", b"}}", b"{%", b"%}") if tag in data]


def it_says_that_a_sample_is_an_example(sample: Sample) -> None:
    properties = docx.Document(str(sample.docx)).core_properties
    assert sample.bo.van_ban.vi_du
    assert "ví dụ" in properties.category
    assert sample.bo.zones
    assert sample.bo.zones.so_ky_hieu in properties.title
    assert properties.created.date() == properties.modified.date() == sample.bo.ngay


def it_gives_word_nothing_to_repair(sample: Sample) -> None:
    result = OpenXmlValidator().validate(sample.docx)
    assert [str(error) for error in result.errors] == []
    assert result.is_valid


def it_opens_in_python_docx(sample: Sample) -> None:
    document = docx.Document(str(sample.docx))
    assert len(document.sections) == len(sample.parts)
    assert len(document.tables) == 4


def it_writes_one_date_and_one_order_into_the_zip(sample: Sample) -> None:
    with zipfile.ZipFile(sample.docx) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
    assert names[0] == "[Content_Types].xml"
    assert sorted(names) == sorted(read_parts(sample.frame))


def it_makes_the_same_bytes_again(sample: Sample, tmp_path: Path) -> None:
    assert build_sample(tmp_path).docx.read_bytes() == sample.docx.read_bytes()


def it_makes_the_same_bytes_on_another_day_in_another_place(sample: Sample, tmp_path: Path) -> None:
    """Zone, hash seed, locale and folder are another process's own."""
    code = (
        "import sys; from pathlib import Path; from vanban import pipeline\n"
        "result = pipeline.report(pipeline.Project(Path(sys.argv[1])), [Path(sys.argv[2])], ['docx'], Path(sys.argv[3]))\n"
        "assert not result.failures, result.failures\n"
    )
    environment = os.environ | {"TZ": "America/St_Johns", "PYTHONHASHSEED": "1789", "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code, str(ROOT), str(SOURCE), str(tmp_path)], cwd=tmp_path, env=environment,
                   check=True, timeout=60)
    (made,) = tmp_path.rglob("*.docx")
    assert made.read_bytes() == sample.docx.read_bytes()


def it_makes_the_same_pdf_again(sample: Sample, sample_pdf: Path, tmp_path: Path) -> None:
    assert sample.to_pdf(tmp_path / "again.pdf").read_bytes() == sample_pdf.read_bytes()
