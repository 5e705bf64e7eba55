"""The built DOCX of a decision with its plan and annex, measured against the figures of the decree."""

import re

import docx
import pytest

from tests.support.sample import Sample
from tests.support.wordml import Element, Part, Styles, W, is_on, style_of, text_of, value, w
from vanban.metrics import text_width
from vanban.the_thuc import TheThuc
from vanban.units import Pt

# What an attachment leaves out (Mẫu 1.3): number, date, receivers, signature.
ONLY_ISSUING = ("VB_SoKyHieu", "VB_DiaDanhNgay", "VB_NoiNhanTu", "VB_NoiNhan", "VB_QuyenHan", "VB_HoTen")
HEAD_OF_ATTACHMENT = ("VB_CoQuanBanHanh", "VB_TenLoai", "VB_TrichYeu", "VB_PhuLuc", "VB_PhuLucTen")


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
    assert text_of(office).split("\n") == list(zones.quyen_han.texts)
    assert text_of(name) == zones.ho_ten.text
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


def it_binds_counting_words_to_their_numbers(parts: list[Part]) -> None:
    """In all that runs over several lines; titles, the date and "(Kèm theo …)" are broken by sense, and the cells of a
    table have no room for two words that hold together. A symbol and a whole date read by themselves."""
    loose = re.compile(r"\b(Điều|khoản|điểm|Mục|số|ngày|tháng|năm) (?=\d)(?!\w+(?:-\w+)?/)")
    by_sense = {"VB_DiaDanhNgay", "VB_KemTheo", "VB_TrichYeu", "VB_PhuLucTen", "VB_ThamQuyen"}
    running = [p for part in parts for p in part.paragraphs()
               if style_of(p) not in by_sense and not style_of(p).startswith("VB_Bang")]
    texts = ["".join(node.text or "" for node in p.iter(w("t"))) for p in running]
    assert not [found.group() for text in texts for found in loose.finditer(text)]


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
        assert text.startswith(f"(Kèm theo Quyết định số {decision.zones.so_ky_hieu.text} ")
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
    """Empty ones are a rule, or the paragraph that Word wants behind a last table: as low as can be."""
    for part in parts:
        *_, before, last = part.blocks
        for paragraph in part.paragraphs():
            if not text_of(paragraph).strip():
                kieu = the_thuc.kieu[style_of(paragraph)]
                ends = paragraph is last and before.tag == w("tbl")
                assert kieu.ke_tren or (ends and kieu.dong_co_dinh <= Pt(1)), style_of(paragraph)


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


def it_keeps_a_group_row_with_the_row_below_and_the_last_task_with_the_end_mark(parts: list[Part]) -> None:
    (table,) = parts[2].tables("VB_Bang")
    rows = list(table.iter(w("tr")))
    *groups, end = [row for row in rows if row.find(f".//{W}gridSpan") is not None]
    assert len(groups) >= 5
    assert end is rows[-1]
    for row in (*groups, rows[-2]):
        assert all(is_on(p.find(f"{W}pPr/{W}keepNext")) for p in row.iter(w("p")))
