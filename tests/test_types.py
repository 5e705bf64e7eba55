"""Every set in content/, of whatever type, as DOCX and as pages: a new sample is tested by being there.

Beside them stand `VARIANTS`: samples with a few words changed, for stamps and signatures that no sample has.
"""

import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
import yaml
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.support.pages import ASCENT, DESCENT, GAP, Line, Page, read_pages, split_documents
from tests.support.ruler import HAIR, RULE_HAIR, begins, near, outside, rule_below, running
from tests.support.sample import Sample, build_all
from tests.support.wordml import Part, is_on, read_parts, split_sections, style_of, text_of, value, w
from vanban.doctypes import doctypes
from vanban.errors import MachineError
from vanban.model.inline import shown_text
from vanban.model.walk import de_mucs
from vanban.pipeline.project import Project
from vanban.units import Length, Mm, Pt
from vanban.writers.to_pdf import Converter, Job, is_ready

pytestmark = pytest.mark.xdist_group("samples")  # made and converted once, by one worker

ROOT = Path(__file__).parents[1]
# Where the file of an issuing document says so; what is only attached has no body.
ISSUER = re.compile(r"^co_quan: (\w+)", re.MULTILINE)
KIND = re.compile(r"^loai_van_ban: (\w+)", re.MULTILINE)

# Widths in mm; those of secrecy are as those of urgency.
STAMPS = {"KHẨN": 20, "HỎA TỐC": 30, "THƯỢNG KHẨN": 40, "MẬT": 20, "TỐI MẬT": 30, "TUYỆT MẬT": 40}
STAMP_HEIGHT, STAMP_HAIR = Mm(8), Mm(0.5)
RED = (1.0, 0.0, 0.0)
KINH_GUI = Mm(35)
ROOM_ABOVE_VE_VIEC = Pt(6)
SIGNATURE = ("VB_NoiNhanTu", "VB_NoiNhan", "VB_QuyenHan", "VB_ChucVuKhac", "VB_HoTen")
IN_THE_MARGIN = ("VB_DuThao", "VB_LuuHanh", "VB_KySo", "VB_DiaChi")
# What is printed around the text; what ends with "./." stands above.
AROUND = (*SIGNATURE, *IN_THE_MARGIN, "VB_SoKyHieu", "VB_DiaDanhNgay", "VB_DauKhan", "VB_DauMat", "VB_XacNhan", "VB_CuoiTrang")

_CONG_VAN = "so_noi_vu_nghe_an/2025/cong_van_don_doc"
_KIEN_TOAN = "nghe_an/2025/quyet_dinh_kien_toan"
_THONG_BAO = "nghe_an/2025/thong_bao_ket_luan"
_CHUONG_TRINH = "ban_chi_dao_cchc_nghe_an/2025/chuong_trinh_cong_tac"
_SO_KET = "nghe_an/2025/ke_hoach_so_ket"
# Name → the sample it is made of, and what is written there instead.
VARIANTS: dict[str, tuple[str, dict[str, str]]] = {
    "hoa_toc_mat_noi_bo": (_CONG_VAN, {
        "so_van_ban: 6105": "so_van_ban: 9001",
        "do_khan: khan": "do_khan: hoa_toc\ndo_mat: mat\npham_vi_luu_hanh: luu_hanh_noi_bo",
    }),
    "thuong_khan_toi_mat": (_CONG_VAN, {
        "so_van_ban: 6105": "so_van_ban: 9002", "in_dia_chi: true\n": "",
        "do_khan: khan": "do_khan: thuong_khan\ndo_mat: toi_mat\npham_vi_luu_hanh: xem_xong_tra_lai",
    }),
    "tuyet_mat_mot_noi": (_CONG_VAN, {
        "so_van_ban: 6105": "so_van_ban: 9003", "do_khan: khan": "do_mat: tuyet_mat",
        "  - Ủy ban nhân dân các xã, phường\n  - Trung tâm Phục vụ hành chính công tỉnh\n": "",
    }),
    "cong_van_du_thao": (_CONG_VAN, {
        "so_van_ban: 6105\n": "", "ngay_ban_hanh: 14/10/2025": "ngay_du_kien: 14/10/2025\ndu_thao:\n  lan_thu: 3",
        "do_khan: khan\n": "pham_vi_luu_hanh: luu_hanh_noi_bo\n",
    }),
    "so_ket_du_thao": (_SO_KET, {
        "so_van_ban: 205\n": "", "ngay_ban_hanh: 28/3/2025": "ngay_du_kien: 28/3/2025",
    }),
    "pho_chu_tich_ky": (_KIEN_TOAN, {
        "so_van_ban: 2197": "so_van_ban: 9004", "nguoi_ky: tran_van_b": "nguoi_ky: nguyen_van_a",
    }),
    "pho_van_phong_ky": (_THONG_BAO, {
        "so_van_ban: 688": "so_van_ban: 9005", "nguoi_ky: le_van_c": "nguoi_ky: do_thi_h",
    }),
    "uy_quyen_ky": (_THONG_BAO, {
        "so_van_ban: 688": "so_van_ban: 9006", "nguoi_ky: le_van_c": "nguoi_ky: pham_van_d",
        "trich_yeu: Kết luận của Chủ tịch Ủy ban nhân dân tỉnh | tại cuộc họp": "trich_yeu: Kết quả xét khen thưởng |",
    }),
    "truong_ban_ky": (_CHUONG_TRINH, {
        "so_van_ban: 02": "so_van_ban: 9007", "nguoi_ky: pham_van_d": "nguoi_ky: tran_van_b",
    }),
}
# The lines above the signature, where the sample is there to show them.
SIGNED = {
    "nghe_an/2025/quyet_dinh_cchc": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    _SO_KET: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    "nghe_an/2025/de_an_trung_tam_hcc": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
    _KIEN_TOAN: ["CHỦ TỊCH"],
    "pho_chu_tich_ky": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    _THONG_BAO: ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
    "pho_van_phong_ky": ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
    "uy_quyen_ky": ["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"],
    _CHUONG_TRINH: ["TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"],
    "truong_ban_ky": ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"],
    _CONG_VAN: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
    "so_noi_vu_nghe_an/2025/giay_moi_hop": ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"],
    "so_noi_vu_nghe_an/2025/to_trinh_ke_hoach_2026": ["GIÁM ĐỐC"],
    "xa_yen_thanh/2025/ke_hoach_cchc_2026": ["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"],
}


def _kinds() -> dict[str, str]:
    """The sets by name, with their types: found by looking, without reading what is in them. Copies print another
    document first and are signed twice: test_copies.py measures them."""
    content = ROOT / "content"
    texts = {
        path.relative_to(content).with_suffix("").as_posix(): path.read_text("utf-8")
        for path in sorted(content.rglob("*.yaml")) if path.parent.name not in ("dung_chung", "so_lieu")
    }
    kinds = {name: KIND.search(text)[1] for name, text in texts.items() if ISSUER.search(text)}
    kinds = {name: kind for name, kind in kinds.items() if kind not in ("sao_y", "sao_luc", "trich_sao")}
    return kinds | {name: kinds[base] for name, (base, _) in VARIANTS.items()}


KINDS = _kinds()
# Bodies whose documents go by the Party's guidance; what is peculiar to these stands in test_party.py.
_PARTY = {body["ma"] for path in (ROOT / "content" / "dung_chung").glob("*.yaml")
          for body in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader).get("co_quan", ())
          if body.get("ho_so") == "dang"}


def _state() -> list[str]:
    """The sets of state bodies."""
    def issuer(name: str) -> str:
        return ISSUER.search((ROOT / "content" / f"{VARIANTS.get(name, (name,))[0]}.yaml").read_text("utf-8"))[1]
    return [name for name in KINDS if issuer(name) not in _PARTY]


STATE = _state()
TWO_PARTIES = ("hop_dong", "ban_ghi_nho", "ban_thoa_thuan")
# Those that several bodies issue together, and those whose signer has another one beside him: test_joint.py measures
# how they sign.
JOINT = [name for name in STATE if any(key in
         (ROOT / "content" / f"{VARIANTS.get(name, (name,))[0]}.yaml").read_text("utf-8") for key in ("\nlien_tich:", "\nben_ky:"))]
# Parts of a page that run beside the text: the marks of footnotes are lines of their own in a PDF.
ASIDE = ("Artifact", "Link")


def of_type(*kinds: str) -> list[str]:
    return [name for name in STATE if KINDS[name] in kinds]


def for_each(names: Iterable[str] = KINDS) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("name", sorted(names))


@dataclass(frozen=True)
class Built:
    """A set that was built. Its pages are read when a test looks at them, which is where LibreOffice is wanted."""

    sample: Sample
    pdf: Path

    @cached_property
    def parts(self) -> list[Part]:
        return split_sections(etree.fromstring(read_parts(self.sample.docx)["word/document.xml"]).find(w("body")))

    @cached_property
    def pages(self) -> list[Page]:
        return read_pages(self.pdf)

    @property
    def documents(self) -> list[list[Page]]:
        return split_documents(self.pages)

    @property
    def first(self) -> Page:
        return self.pages[0]

    @cached_property
    def bare_headings(self) -> set[str]:
        """Headings with nothing below them but another such one, as they are printed: a list of such may go over to the
        next page."""
        nodes = (pair for bo in self.sample.parts for pair in pairwise(de_mucs(bo.van_ban.de_muc)))
        return {f"{node.mark} {shown_text(node.tieu_de)}" for node, after in nodes if node.is_bare and after.is_bare}

    @property
    def issued(self) -> list[Page]:
        """The pages of the document that is signed."""
        return self.documents[0]

    def signature_page(self) -> Page:
        (page,) = (page for page in self.pages if page.lines(*SIGNATURE))
        return page


@pytest.fixture(scope="session")
def sets(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Built]:
    """Every set of content/ and every variant, as DOCX."""
    home, out = tmp_path_factory.mktemp("types"), tmp_path_factory.mktemp("types_made")
    for folder in ("content", "schemas", "templates"):
        shutil.copytree(ROOT / folder, home / folder)
    files = {}
    for name, (base, changes) in VARIANTS.items():
        _write_variant(home / "content" / f"{base}.yaml", name, changes)
        files[f"{Path(base).parent.as_posix()}/{name}"] = name
    samples = build_all(Project(home), out)
    return {files.get(path, path): Built(each, each.docx.with_suffix(".pdf")) for path, each in samples.items()}


def _write_variant(base: Path, name: str, changes: Mapping[str, str]) -> None:
    """Beside the sample, with what is attached to it: an attachment belongs to one document."""
    text = base.read_text("utf-8")
    (own,) = re.findall(r"^ma: \w+", text, re.MULTILINE)
    for old, new in (changes | {own: f"ma: {name}"}).items():
        assert text.count(old) == 1, f"{base}: {old}"
        text = text.replace(old, new)
    for attached in sorted(base.parent.glob("*.yaml")):
        ma = attached.stem
        if re.search(rf"^  - {ma}$", text, re.MULTILINE):
            copy = attached.read_text("utf-8").replace(f"ma: {ma}\n", f"ma: {name}_{ma}\n")
            attached.with_stem(f"{name}_{ma}").write_text(copy, "utf-8")
            text = re.sub(rf"\b{ma}\b", f"{name}_{ma}", text)
    base.with_stem(name).write_text(text, "utf-8")


@pytest.fixture(scope="session")
def _converted(sets: Mapping[str, Built]) -> None:
    """The PDF of all sets, by one call of LibreOffice."""
    if not is_ready():
        pytest.skip("no LibreOffice with Liberation Serif 2 on this machine")
    jobs = [Job(each.sample.docx, each.pdf, datetime.combine(each.sample.bo.ngay or date(2025, 1, 1), time()))
            for each in sets.values()]
    with Converter() as converter:
        outcomes = converter.convert_many(jobs)
    assert [str(outcome) for outcome in outcomes if isinstance(outcome, MachineError)] == []


@pytest.fixture
def built(sets: Mapping[str, Built], name: str) -> Built:
    assert name in sets, "check found a fault in it"
    return sets[name]


@pytest.fixture
def printed(built: Built, _converted: None) -> Built:
    """A set with its pages."""
    return built


def _line(page: Page, style: str) -> Line:
    return page.lines(style)[0]


# DOCX


@for_each()
def it_gives_word_nothing_to_repair(built: Built) -> None:
    result = OpenXmlValidator().validate(built.sample.docx)
    assert [str(error) for error in result.errors] == []
    assert result.is_valid


def it_makes_the_same_parts_of_every_sample_again(sets: Mapping[str, Built], tmp_path: Path) -> None:
    again = build_all(Project(ROOT), tmp_path)
    assert len(again) > 15
    for name, sample in again.items():
        before = read_parts(sets[name].sample.docx)
        assert read_parts(sample.docx) == before
        assert list(read_parts(sample.docx)) == list(before)


@for_each()
def it_wears_styles_of_the_decree_only(built: Built) -> None:
    known = built.sample.the_thuc.kieu
    for part in built.parts:
        assert {style_of(paragraph) for paragraph in part.paragraphs()} <= set(known)
        worn = {value(each) for block in part.blocks for tag in ("rStyle", "tblStyle") for each in block.iter(w(tag))}
        assert worn <= set(known)


@for_each()
def it_leaves_no_template_language_behind(built: Built) -> None:
    data = b"".join(part for name, part in read_parts(built.sample.docx).items() if "/media/" not in name)
    assert not [tag for tag in (b"{{", b"}}", b"{%", b"%}", b"[[", b"]]") if tag in data]


@for_each()
def it_gives_each_document_its_section_and_its_page_1(built: Built) -> None:
    assert len(built.parts) == len(built.sample.parts)
    for part, bo in zip(built.parts, built.sample.parts, strict=True):
        width, height = built.sample.the_thuc.trang.size(bo.van_ban.kho_giay)
        paper = part.section.find(w("pgSz"))
        assert (value(paper, "w"), value(paper, "h")) == (str(width.twips), str(height.twips))
        assert value(part.section.find(w("pgNumType")), "start") == "1"
        assert is_on(part.section.find(w("titlePg")))


@for_each(STATE)
def it_closes_each_document_once(built: Built) -> None:
    mark = built.sample.the_thuc.words("ket_thuc")
    for part in built.parts:
        texts = [text_of(p) for p in part.paragraphs() if style_of(p) not in AROUND and text_of(p).strip()]
        assert texts[-1].endswith(mark)
        assert "\n".join(texts).count(mark) == 1


@for_each(STATE)
def it_begins_noi_nhan_with_nhu_tren_where_there_is_kinh_gui(built: Built, name: str) -> None:
    lines = [text_of(paragraph) for paragraph in built.parts[0].in_style("VB_NoiNhan")]
    places = [place for place, line in enumerate(lines) if line == "- Như trên;"]
    assert places == [0] * bool(built.sample.bo.van_ban.kinh_gui or KINDS[name] == "giay_gioi_thieu")


@for_each(STATE)
def it_ends_noi_nhan_with_luu(built: Built) -> None:
    *others, last = [text_of(paragraph) for paragraph in built.parts[0].in_style("VB_NoiNhan")]
    assert all(line.startswith("- ") and line.endswith(";") for line in others)
    assert re.fullmatch(r"- Lưu: VT(, [^.;]+)?\.( \w+\.)?(\(\d+\))?", last)


@for_each(set(SIGNED) & set(KINDS))
def it_writes_for_whom_and_as_what_line_by_line(built: Built, name: str) -> None:
    (office,) = built.parts[0].in_style("VB_QuyenHan")
    assert text_of(office).split("\n") == SIGNED[name]


@for_each(of_type("quyet_dinh"))
def it_signs_tm_where_a_collective_decides(built: Built) -> None:
    (deciding,), (office,) = built.parts[0].in_style("VB_ThamQuyen"), built.parts[0].in_style("VB_QuyenHan")
    assert text_of(deciding).startswith(("CHỦ TỊCH ", "GIÁM ĐỐC ")) != text_of(office).startswith("TM. ")


@for_each([_KIEN_TOAN, "pho_chu_tich_ky"])
def it_names_the_chu_tich_as_who_decides(built: Built) -> None:
    (deciding,), (office,) = built.parts[0].in_style("VB_ThamQuyen"), built.parts[0].in_style("VB_QuyenHan")
    assert text_of(deciding) == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NGHỆ AN"
    assert "TM." not in text_of(office)


# All pages


@for_each()
@pytest.mark.skipif(sys.platform != "linux", reason="only there the font is ours to choose")
def it_embeds_liberation_serif_only(printed: Built) -> None:
    fonts = [font.get_object() for page in pypdf.PdfReader(printed.pdf).pages
             for font in page["/Resources"]["/Font"].values()]
    assert {font["/BaseFont"].partition("+")[2].partition("-")[0] for font in fonts} == {"LiberationSerif"}


@for_each()
def it_prints_each_document_on_its_paper_from_page_1(printed: Built) -> None:
    assert len(printed.documents) == len(printed.sample.parts)
    for document, bo in zip(printed.documents, printed.sample.parts, strict=True):
        width, height = printed.sample.the_thuc.trang.size(bo.van_ban.kho_giay)
        assert all(near(page.width, width) and near(page.height, height) for page in document)
        assert [page.number for page in document] == ["", *map(str, range(2, len(document) + 1))]


@for_each()
def it_leaves_the_margins_white(printed: Built) -> None:
    found = [(at, text) for at, page in enumerate(printed.pages, 1)
             for text in outside(page, printed.sample.the_thuc, *IN_THE_MARGIN)]
    assert found == []


@for_each()
def it_prints_in_black_but_for_stamps(printed: Built) -> None:
    red = {"VB_DauKhan", "VB_DauMat"}
    colours = {char["non_stroking_color"] for page in printed.pages for char in page.chars if char["tag"] not in red}
    assert colours == {(0.0, 0.0, 0.0)}


@for_each()
def it_ends_no_page_with_a_heading(printed: Built) -> None:
    for document in printed.documents:
        for page in document:
            last = [line for line in page.lines() if line.style not in ASIDE][-1]
            blank_rows = last.style.startswith("VB_Bang") and any(
                bottom > last.baseline + Mm(8) for *_, bottom in page.strokes()
            )
            if last.text in printed.bare_headings or blank_rows:
                continue
            kieu = printed.sample.the_thuc.kieu.get(last.style)
            assert not re.fullmatch(r"H\d", last.style), last.text
            assert not (kieu and kieu.giu_cung_doan_sau), last.text


@for_each()
def it_leaves_no_single_line_of_a_paragraph_alone(printed: Built) -> None:
    """Neither its first at the foot of a page nor its last at the head of the next."""
    the_thuc = printed.sample.the_thuc
    styles = running(the_thuc)
    for before, after in (pair for document in printed.documents for pair in pairwise(document)):
        above, below = before.lines(), [line for line in after.lines() if line.style not in ASIDE]
        if not below or below[0].style not in styles or begins(below[0], the_thuc) or below[0].style == "VB_BangChu":
            continue
        assert not begins(above[-1], the_thuc), above[-1].text
        assert len(below) > 1, below[0].text
        assert below[1].style in styles, below[0].text
        assert not begins(below[1], the_thuc), below[0].text


# The head of the first page


@for_each(STATE)
def it_keeps_quoc_hieu_on_one_line_and_rules_below_tieu_ngu(printed: Built) -> None:
    words = printed.sample.the_thuc.words
    with_head = [document for document in printed.documents if document[0].lines("VB_QuocHieu")]
    assert len(with_head) == len([bo for bo in printed.sample.parts if bo.zones and not bo.zones.phu_luc.text])
    for first, *_ in with_head:
        assert [line.text for line in first.lines("VB_QuocHieu")] == [words("quoc_hieu")]
        assert [line.text for line in first.lines("VB_TieuNgu")] == [words("tieu_ngu")]
        motto = _line(first, "VB_TieuNgu")
        rule = rule_below(first, motto)
        assert rule
        assert near(rule.width, motto.width, RULE_HAIR)
        assert near(rule.centre, motto.centre)


@for_each(STATE)
def it_rules_below_the_body_a_third_to_a_half(printed: Built) -> None:
    limit = printed.sample.the_thuc.ke_ngang["VB_KeCoQuan"].gioi_han["ty_le"]
    *_, last = printed.first.lines("VB_CoQuanBanHanh")
    rule = rule_below(printed.first, last)
    assert rule
    assert limit.allows(rule.width / last.width)
    assert near(rule.centre, last.centre)


@for_each(STATE)
def it_rules_below_the_title_a_third_to_a_half(printed: Built) -> None:
    limit = printed.sample.the_thuc.ke_ngang["VB_KeTrichYeu"].gioi_han["ty_le"]
    for (first, *_), bo in zip(printed.documents, printed.sample.parts, strict=True):
        above = first.lines("VB_KemTheo") or first.lines("VB_TrichYeu") or first.lines("H1")
        if bo.van_ban.loai_van_ban != "cong_van":
            rule = rule_below(first, above[-1])
            assert rule
            assert limit.allows(rule.width / above[-1].width)
            assert near(rule.centre, above[-1].centre)


@for_each(STATE)
def it_sets_the_superior_in_regular_above_the_body_in_bold(printed: Built) -> None:
    superior, body = (printed.first.lines(style) for style in ("VB_CoQuanChuQuan", "VB_CoQuanBanHanh"))
    assert printed.sample.bo.zones
    assert [line.text for line in superior] == list(printed.sample.bo.zones.co_quan_chu_quan.texts)
    assert [line.text for line in body] == list(printed.sample.bo.zones.co_quan_ban_hanh.texts)
    assert not any("Bold" in char["fontname"] for line in superior for char in line.chars)
    assert all("Bold" in char["fontname"] for line in body for char in line.chars)
    downwards = [line.baseline for line in (*superior, *body)]
    assert downwards == sorted(downwards)
    assert all(near(line.centre, body[0].centre) for line in (*superior, *body))
    (rule,) = (rule for rule in printed.first.rules() if rule.right < Length(printed.first.width // 2)
               and rule.down < _line(printed.first, "VB_SoKyHieu").baseline)
    assert rule.down > body[-1].baseline


@for_each(name for name in STATE if KINDS[name] != "bien_ban")
def it_sets_number_and_date_on_one_line(printed: Built) -> None:
    (number,), (day,) = printed.first.lines("VB_SoKyHieu"), printed.first.lines("VB_DiaDanhNgay")
    assert near(number.baseline, day.baseline)
    assert near(day.centre, _line(printed.first, "VB_QuocHieu").centre, Mm(4) if _is_draft(printed) else HAIR)
    assert near(number.centre, _line(printed.first, "VB_CoQuanBanHanh").centre, Mm(4) if _is_draft(printed) else HAIR)


@for_each(STATE)
def it_marks_a_draft_and_leaves_number_and_date_blank(printed: Built) -> None:
    assert printed.sample.bo.zones
    marks = [line for page in printed.pages for line in page.lines("VB_DuThao")]
    assert [line.text for line in marks] == [printed.sample.bo.zones.du_thao.text] * _is_draft(printed)
    if _is_draft(printed):
        (number,) = printed.first.lines("VB_SoKyHieu")
        assert re.match(r"Số: {6,}/[A-ZĐ]", number.text)
        for day in printed.first.lines("VB_DiaDanhNgay"):
            assert re.search(r", ngày {3,}tháng {3,}năm \d{4}$", day.text)
        assert marks[0].text.startswith("DỰ THẢO")
        assert marks[0].baseline < printed.sample.the_thuc.trang.le_tren


def _is_draft(built: Built) -> bool:
    return not (built.sample.bo.van_ban.so_van_ban and built.sample.bo.van_ban.ngay_ban_hanh)


@for_each()
def it_boxes_stamps_in_red_as_large_as_the_decree_says(printed: Built) -> None:
    zones = printed.sample.bo.zones
    assert zones
    stamps = printed.first.lines("VB_DauMat", "VB_DauKhan")
    assert [stamp.text for stamp in stamps] == list(filter(None, (zones.do_mat.text, zones.do_khan.text)))
    boxes = [box for box in printed.first.boxes() if box.colour == RED]
    assert len(boxes) == len(stamps)
    for stamp, box in zip(stamps, boxes, strict=True):
        assert near(box.right - box.left, Mm(STAMPS[stamp.text]), STAMP_HAIR)
        assert near(box.bottom - box.top, STAMP_HEIGHT, STAMP_HAIR)
        assert {char["non_stroking_color"] for char in stamp.chars} == {RED}
        assert near(stamp.centre, Length((box.left + box.right) // 2))
        assert box.top < stamp.baseline < box.bottom
        assert box.top > _line(printed.first, "VB_SoKyHieu").baseline
        assert near(stamp.centre, _line(printed.first, "VB_CoQuanBanHanh").centre)


@for_each()
def it_boxes_who_may_read_it_above_quoc_hieu(printed: Built) -> None:
    zones = printed.sample.bo.zones
    assert zones
    lines = [line for page in printed.pages for line in page.lines("VB_LuuHanh")]
    assert [line.text for line in lines] == list(filter(None, [zones.pham_vi_luu_hanh.text]))
    for line in lines:
        (box,) = (box for box in printed.first.boxes() if box.top < line.baseline < box.bottom)
        assert box.left < line.left
        assert line.right < box.right
        assert box.bottom < printed.sample.the_thuc.trang.le_tren
        assert box.left > Length(printed.first.width // 2) - Mm(5)


# The signature


@for_each(name for name in STATE if KINDS[name] not in ("bien_ban", *TWO_PARTIES) and name not in JOINT)
def it_sets_noi_nhan_level_with_the_office_of_the_signer(printed: Built) -> None:
    page = printed.signature_page()
    offices = page.lines("VB_QuyenHan")
    assert near(_line(page, "VB_NoiNhanTu").baseline, offices[0].baseline)
    assert near(_line(page, "VB_NoiNhanTu").left, printed.sample.the_thuc.trang.le_trai)
    assert "\n".join(line.text for line in offices) == text_of(printed.parts[0].in_style("VB_QuyenHan")[0])
    assert all(near(line.centre, _line(page, "VB_HoTen").centre) for line in offices)


@for_each()
def it_keeps_the_signature_on_one_page_with_two_lines_of_text(printed: Built) -> None:
    page = printed.signature_page()
    assert page is printed.issued[-1]
    top = _line(page, "VB_QuyenHan").baseline
    styles = running(printed.sample.the_thuc)
    assert len([line for line in page.lines() if line.baseline < top and line.style in styles]) >= 2


@for_each(STATE)
def it_leaves_room_to_sign(printed: Built) -> None:
    page = printed.signature_page()
    *_, office = page.lines("VB_QuyenHan")
    above_name = page.lines("VB_ChucVuKhac", "VB_HoTen")[0]
    assert Mm(25) <= above_name.baseline - office.baseline <= Mm(36)


@for_each(name for name in of_type("chuong_trinh") if name not in JOINT)
def it_prints_the_other_title_of_the_signer_above_his_name(printed: Built) -> None:
    zones, page = printed.sample.bo.zones, printed.signature_page()
    assert zones
    titles, (name,) = page.lines("VB_ChucVuKhac"), page.lines("VB_HoTen")
    assert titles
    assert [line.text for line in titles] == list(zones.chuc_vu_khac.texts)
    assert page.lines("VB_QuyenHan")[-1].baseline < titles[0].baseline < titles[-1].baseline + 1 <= name.baseline
    assert all(near(line.centre, name.centre) and line.text == line.text.upper() for line in titles)
    assert name.baseline - titles[-1].baseline < Mm(8)


# One type each


@for_each(of_type("cong_van"))
def it_sets_ve_viec_6_points_below_the_number(printed: Built) -> None:
    (number,), subject = printed.first.lines("VB_SoKyHieu"), printed.first.lines("VB_TrichYeuCongVan")
    assert subject[0].text.startswith("V/v ")
    assert not printed.first.lines("VB_TrichYeu", "VB_TenLoai", "H1")
    below = (DESCENT + GAP) * number.chars[0]["size"]
    room = subject[0].baseline - number.baseline - Pt(below + ASCENT * subject[0].chars[0]["size"])
    assert near(Length(round(room)), ROOM_ABOVE_VE_VIEC, Pt(0.5))
    assert all(near(line.centre, _line(printed.first, "VB_CoQuanBanHanh").centre) for line in subject)


@for_each(of_type("cong_dien"))
def it_prints_who_sends_a_telegram_and_below_who_is_to_act(printed: Built) -> None:
    """Mẫu 1.6."""
    zones = printed.sample.bo.zones
    assert zones
    (sender,), receivers = printed.first.lines("VB_CoQuanDien"), printed.first.lines("VB_DienDong")
    assert sender.text == f"{zones.tham_quyen.text} điện:"
    assert near(sender.centre, _line(printed.first, "VB_TrichYeu").centre)
    assert [line.text for line in receivers] == list(zones.kinh_gui.texts)


@for_each(name for name in STATE if KINDS[name] != "cong_dien")
def it_prints_kinh_gui_where_there_is_one(printed: Built) -> None:
    zones, edge = printed.sample.bo.zones, printed.sample.the_thuc.trang.le_trai
    assert zones
    one, many, each = (printed.first.lines(f"VB_KinhGui{end}") for end in ("", "Tu", "Dong"))
    assert (len(one) > 0, len(many) > 0) == (len(zones.kinh_gui.texts) == 1, len(zones.kinh_gui.texts) > 1)
    for line in (*one[:1], *many):
        assert line.text.startswith("Kính gửi:")
        assert near(line.left - edge, KINH_GUI)
    if many:
        colon = many[0].chars[-1]
        dashes = [line for line in each if line.text.startswith("- ")]
        assert len(dashes) == len(zones.kinh_gui.texts)
        assert all(abs(line.chars[0]["x0"] - colon["x0"]) < Mm(1).pt for line in dashes)
        assert [line.text[-1] for line in dashes] == [";"] * (len(dashes) - 1) + ["."]


@for_each(of_type("to_trinh", "bao_cao"))
def it_addresses_the_superior_below_the_title(printed: Built) -> None:
    (line,), title = printed.first.lines("VB_KinhGui"), printed.first.lines("VB_TrichYeu")
    assert line.baseline > title[-1].baseline


@for_each()
def it_prints_the_address_at_the_foot_of_page_1_only(printed: Built) -> None:
    zones, trang = printed.sample.bo.zones, printed.sample.the_thuc.trang
    assert zones
    printed_on = [page for page in printed.pages if _at_foot(page, zones.dia_chi.texts)]
    assert printed_on == [printed.first] * bool(zones.dia_chi.texts)
    for page in printed_on:
        lines = _at_foot(page, zones.dia_chi.texts)
        assert [line.text for line in lines] == list(zones.dia_chi.texts)
        (rule,) = {s for s in page.strokes() if s[1] == s[3] and s[2] - s[0] > Mm(160)}
        assert near(rule[0], trang.le_trai)
        assert near(rule[2], page.width - trang.le_phai)
        assert Pt(8) < lines[0].baseline - rule[1] < Pt(16)
        assert near(lines[-1].baseline + Pt(DESCENT * 11), page.height - trang.le_duoi, Mm(1))
        text = [line for line in page.lines() if line.style in running(printed.sample.the_thuc)]
        assert text[-1].baseline < rule[1] - Pt(6)


def _at_foot(page: Page, texts: Sequence[str]) -> list[Line]:
    """Those of the lines in its footer: what is no running text has no style in the PDF."""
    return [line for line in page.lines("Artifact") if line.text in texts]


@for_each(of_type("bien_ban"))
def it_signs_minutes_twice_and_puts_noi_nhan_below(printed: Built) -> None:
    zones, page = printed.sample.bo.zones, printed.signature_page()
    assert zones
    (offices,), (names,) = page.lines("VB_QuyenHan"), page.lines("VB_HoTen")
    assert offices.text.replace(" ", "") == "THƯKÝCHỦTỌA"
    assert names.text.replace(" ", "") == f"{zones.thu_ky.text}{zones.chu_toa.text}".replace(" ", "")
    assert offices.left < Length(page.width // 2) < offices.right
    (left, right), (first, second) = _halves(offices, page), _halves(names, page)
    assert near(Length(sum(left) // 2), Length(sum(first) // 2))
    assert near(Length(sum(right) // 2), Length(sum(second) // 2))
    assert _line(page, "VB_NoiNhanTu").baseline > names.baseline
    assert near(_line(page, "VB_NoiNhanTu").left, printed.sample.the_thuc.trang.le_trai)
    assert not printed.first.lines("VB_DiaDanhNgay")


@for_each(of_type(*TWO_PARTIES))
def it_has_two_parties_sign_side_by_side_their_names_level_and_noi_nhan_below(printed: Built) -> None:
    zones, page = printed.sample.bo.zones, printed.signature_page()
    assert zones
    (names,) = page.lines("VB_HoTen")
    assert names.text.replace(" ", "") == f"{zones.ho_ten.text}{zones.ten_ben_ky.text}".replace(" ", "")
    own, other = (text_of(p).split("\n") for p in printed.parts[0].in_style("VB_QuyenHan"))
    assert len(own) == len(other)
    assert " ".join(own).strip() == f"{zones.dai_dien.text} {zones.quyen_han.text}"
    assert " ".join(other).strip() == zones.ben_ky.text
    offices = page.lines("VB_QuyenHan")[0]
    for (left, right), (first, last) in zip(_halves(offices, page), _halves(names, page), strict=True):
        assert near(Length((left + right) // 2), Length((first + last) // 2))
    assert _line(page, "VB_NoiNhanTu").baseline > names.baseline
    assert near(_line(page, "VB_NoiNhanTu").left, printed.sample.the_thuc.trang.le_trai)


def _halves(line: Line, page: Page) -> Iterator[tuple[Length, Length]]:
    """Left and right end of what stands in either half of the page."""
    for is_right in (False, True):
        chars = [char for char in line.chars if (Pt(char["x0"]) > Length(page.width // 2)) is is_right]
        yield Pt(chars[0]["x0"]), Pt(chars[-1]["x1"])


@for_each(of_type("giay_moi"))
def it_invites_in_the_words_of_mau_1_7(printed: Built) -> None:
    assert _line(printed.first, "H1").text == "GIẤY MỜI"
    assert _in_order(printed, ("kính mời:", "Tới dự", "Chủ trì:", "Thời gian:", "Địa điểm:", "./."))


@for_each(of_type("giay_gioi_thieu"))
def it_sends_in_the_words_of_mau_1_8(printed: Built) -> None:
    (opening,) = printed.first.lines("VB_LoiDan")
    assert opening.text == "Sở Nội vụ tỉnh Nghệ An trân trọng giới thiệu:"
    assert near(opening.centre, _line(printed.first, "H1").centre)
    words = ("GIẤY GIỚI THIỆU", "giới thiệu:", "Ông (bà)", "Chức vụ:", "Được cử đến:", "Về việc:",
             "Đề nghị Quý cơ quan", "có giá trị đến hết ngày", "./.")
    assert _in_order(printed, words)


@for_each(of_type("giay_nghi_phep"))
def it_lets_go_in_the_words_of_mau_1_10_with_room_to_confirm_below(printed: Built) -> None:
    assert _in_order(printed, (
        "GIẤY NGHỈ PHÉP", "Xét Đơn đề nghị nghỉ phép ngày", "cấp cho:", "Chức vụ:", "Được nghỉ phép trong thời gian",
        "Số ngày nghỉ phép nêu trên được tính vào thời gian", "./.",
    ))
    name, confirmed = printed.first.lines("VB_HoTen")
    confirming = [*printed.first.lines("VB_XacNhan"), confirmed]
    assert " ".join(line.text for line in confirming) == (
        "Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép (Chữ ký, dấu) Họ và tên")
    assert confirming[-1].baseline - confirming[-2].baseline > Pt(40)  # room for the signature
    trang = printed.sample.the_thuc.trang
    assert all(line.baseline > name.baseline and line.right < trang.le_trai + trang.noi_nhan_trai for line in confirming)


@for_each(of_type("giay_gioi_thieu", "giay_nghi_phep"))
def it_rules_right_below_the_name_of_a_paper_without_trich_yeu(printed: Built) -> None:
    (title,) = printed.first.lines("H1")
    rule = rule_below(printed.first, title)
    assert rule
    assert Pt(2) < rule.down - title.baseline < Pt(14)
    assert not printed.first.lines("VB_TrichYeu", "VB_TrichYeuCongVan")


def _in_order(printed: Built, words: Sequence[str]) -> bool:
    """Whether all of the words stand on its pages, one behind the other."""
    text = "\n".join(line.text for page in printed.pages for line in page.lines())
    places = [text.find(each) for each in words]
    return -1 not in places and places == sorted(places)


@for_each(STATE)
def it_heads_an_annex_by_number_title_and_what_it_is_of(printed: Built) -> None:
    for (page, *_), bo in zip(printed.documents, printed.sample.parts, strict=True):
        zones = bo.zones
        if not zones or not zones.phu_luc.text:
            continue
        assert not page.lines("VB_QuocHieu", "VB_CoQuanBanHanh", "VB_SoKyHieu")
        assert [line.text for line in page.lines("H1")] == [zones.phu_luc.text, *zones.ten_phu_luc.texts]
        assert [line.text for line in page.lines("VB_PhuLucPhuDe")] == list(zones.phu_de.texts)
        heads = page.lines("H1", "VB_PhuLucPhuDe", "VB_KemTheo")
        assert heads == [*page.lines("H1"), *page.lines("VB_PhuLucPhuDe"), *page.lines("VB_KemTheo")]
        assert " ".join(line.text for line in page.lines("VB_KemTheo")).startswith("(Kèm theo ")


def it_shows_every_type_of_the_project() -> None:
    """Issued by itself or attached."""
    texts = [path.read_text("utf-8") for path in (ROOT / "content").rglob("*.yaml")]
    assert {found[1] for text in texts if (found := KIND.search(text))} == doctypes().keys()


def it_shows_every_stamp(sets: Mapping[str, Built]) -> None:
    zones = [built.sample.bo.zones for built in sets.values()]
    assert {word for each in zones if each for word in (each.do_khan.text, each.do_mat.text)} - {""} == set(STAMPS)
