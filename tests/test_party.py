"""Documents of Party bodies: chosen by the body and the day, printed in the Party's form and not in the state's."""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.support.office import OfficeFrame
from tests.support.pages import Line, Page
from tests.support.party import (
    ANNEX,
    ANNEX_OF_TEXT,
    DRAFT,
    LETTER,
    OUTLINE,
    PLAN,
    PROPOSAL,
    Printed,
    party_checked,
    party_project,
    print_all,
)
from tests.support.ruler import near, outside, rule_below
from tests.support.wordml import Styles, style_of, text_of, w
from tests.test_docx_styles import it_makes_every_style_as_the_decree_says as check_styles
from vanban.doctypes import DocType, doctypes
from vanban.frames.making import make_frames
from vanban.frames.prepared import prepare
from vanban.model.document import BoVanBan
from vanban.model.registers import TuCachKy
from vanban.model.zones import Zones
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx, report
from vanban.the_thuc import TheThuc, latest, load, profiles
from vanban.units import Length, Mm, Pt
from vanban.writers.to_pdf import is_ready

ROOT = Path(__file__).parents[1]
OLD, NEW = load("dang", date(2026, 5, 26)), load("dang", date(2026, 5, 27))
LAWS = {OLD.ma: "Hướng dẫn số 36-HD/VPTW", NEW.ma: "Hướng dẫn số 05-HD/VPTW"}
SET = {"kh": PLAN, "dc": OUTLINE, "pl_mot": ANNEX, "pl_hai": ANNEX_OF_TEXT}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Printed]:
    if not is_ready():
        pytest.skip("no LibreOffice with Liberation Serif 2 on this machine")
    return print_all(tmp_path_factory.mktemp("party"), **SET, tt=PROPOSAL, cv=LETTER)


@pytest.fixture(scope="module")
def plan(printed: Mapping[str, Printed]) -> list[Page]:
    return printed["kh"].pages


def zones(folder: Path, **documents: str) -> Zones:
    (bo,) = party_checked(folder, **documents).sets
    assert bo.zones
    return bo.zones


def _line(page: Page, words: str) -> Line:
    """The line with these words, without what stands beside them in another cell."""
    return next(line for line in _halved(page) if line.text.startswith(words))


def _halved(page: Page) -> list[Line]:
    """The lines of a page, those of the two cells of header and signature apart."""
    middle = page.width / 2
    found = []
    for line in page.lines():
        gaps = [i for i in range(1, len(line.chars)) if line.chars[i]["x0"] - line.chars[i - 1]["x1"] > Mm(5).pt]
        at = gaps[0] if gaps and Pt(line.chars[gaps[0]]["x0"]) > Length(round(middle)) else len(line.chars)
        found += [Line(tuple(half), line.baseline) for half in (line.chars[:at], line.chars[at:]) if half]
    return found


def _is_bold(line: Line) -> bool:
    return all("Bold" in char["fontname"] for char in line.chars if char["text"].strip())


def _is_italic(line: Line) -> bool:
    return all("Italic" in char["fontname"] for char in line.chars if char["text"].strip())


def _sizes(line: Line) -> set[int]:
    return {round(char["size"]) for char in line.chars if char["text"].strip()}


# Which text of law


@pytest.mark.parametrize(("day", "ma"), [
    (date(2018, 4, 3), "hd_36_2018"), (date(2026, 5, 26), "hd_36_2018"), (date(2026, 5, 27), "hd_05_2026"),
])
def it_goes_by_the_guidance_of_the_day(day: date, ma: str) -> None:
    assert load("dang", day).ma == ma


@pytest.mark.parametrize(("typed", "told"), [
    ("so_van_ban: 5\nngay_ban_hanh: 02/4/2018", ("F132", "info", "của Hướng dẫn số 36-HD/VPTW")),
    ("ngay_du_kien: 02/4/2018", ("F103", "error", "sớm nhất là Hướng dẫn số 36-HD/VPTW")),
], ids=["signed", "draft"])
def it_tells_of_a_day_before_the_first_guidance(typed: str, told: tuple[str, str, str], tmp_path: Path) -> None:
    old = PLAN.replace("so_van_ban: 5\nngay_ban_hanh: 15/10/2026", typed).replace("can_cu: [nq_thu, ct_thu]\n", "")
    found = next(f for f in party_checked(tmp_path, **SET | {"kh": old}).findings if f.code == told[0])
    assert (found.code, found.level) == told[:2]
    assert told[2] in found.message


def it_takes_the_profile_from_the_register_and_not_from_the_folder(tmp_path: Path) -> None:
    """The folder is that of a province's people's committee."""
    checked = party_checked(tmp_path, **SET)
    assert checked.findings == ()
    assert checked.content.file_of(checked.sets[0].van_ban).startswith("content/nghe_an/")
    assert checked.sets[0].zones
    assert checked.sets[0].zones.so_ky_hieu.text == "05-KH/TU"


@pytest.mark.parametrize("the_thuc", [OLD, NEW], ids=["old", "new"])
def it_says_that_it_knows_the_guidance_at_second_hand(the_thuc: TheThuc) -> None:
    """No article, no quotation: none was read. From where each figure is known stands beside it."""
    assert the_thuc.gian_tiep
    sources = the_thuc.sources()
    assert len(sources) > 50
    for source in sources:
        assert source.theo in ("tóm tắt", "thực tế", "thông lệ")
        assert not source.trich
        assert str(source) == f"{LAWS[the_thuc.ma]} (theo {source.theo}, chưa đối chiếu)"


def it_has_read_the_decree() -> None:
    assert not latest("nha_nuoc").gian_tiep
    assert not any(source.theo for source in latest("nha_nuoc").sources())


@pytest.mark.parametrize("the_thuc", [OLD, NEW], ids=["old", "new"])
def it_chooses_only_what_the_guidance_allows(the_thuc: TheThuc) -> None:
    figures = [("trang", the_thuc.trang), ("phong_chu", the_thuc.phong_chu), *the_thuc.kieu.items(),
               *the_thuc.ke_ngang.items(), *the_thuc.con_dau.items(), *the_thuc.vi_tri.items()]
    assert {name: f.breaches() for name, f in figures if f.breaches()} == {}


def it_takes_over_no_limit_of_the_state() -> None:
    for the_thuc in (OLD, NEW):
        assert {source.can_cu.van_ban for source in the_thuc.sources()} == {LAWS[the_thuc.ma]}


def it_chooses_the_same_under_both_texts_so_that_one_frame_serves_both() -> None:
    assert _parts(OLD) == _parts(NEW)


def _parts(the_thuc: TheThuc) -> dict[tuple[str, str], bytes]:
    """The parts of all frames but the theme, which is named for the text of law."""
    found = {}
    for name, package in make_frames(the_thuc).items():
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            found |= {(name, part): archive.read(part) for part in archive.namelist() if "theme" not in part}
    return found


# Which types


@pytest.mark.parametrize("kind", doctypes().values(), ids=lambda kind: kind.ma)
def it_has_a_frame_for_every_form_of_every_profile_that_has_the_type(kind: DocType) -> None:
    assert set(kind.viet_tat) <= set(profiles())
    forms = {form for form in (kind.frame, kind.attached) if form}
    for profile in kind.viet_tat:
        assert forms <= latest(profile).khung_trang.keys()


@pytest.mark.parametrize("kind", [kind for kind in doctypes().values() if kind.viet_tat.get("dang")], ids=lambda k: k.ma)
def it_writes_number_type_and_body(kind: DocType, tmp_path: Path) -> None:
    bare = "\n".join(line for line in PLAN.split("\n") if not line.startswith(("kem_theo", "can_cu", "theo_de_nghi")))
    text = bare.replace("ke_hoach", kind.ma).replace("theo [[dc]]", "đúng hạn")
    if kind.ma in ("cong_van", "to_trinh"):
        text += "kinh_gui: [Bộ Chính trị]\n"
    assert zones(tmp_path, kh=text).so_ky_hieu.text == f"05-{kind.viet_tat['dang']}/TU"


def it_writes_every_frame_to_templates() -> None:
    made = make_frames(NEW)
    assert {name: (ROOT / "templates" / name).read_bytes() for name in made} == made


@pytest.mark.parametrize("the_thuc", [OLD, NEW], ids=["old", "new"])
def it_finds_the_figures_of_the_guidance_in_its_frames(the_thuc: TheThuc) -> None:
    for name in set(the_thuc.khung_trang.values()):
        path = ROOT / "templates" / f"{name}.docx"
        assert prepare(path.name, path.read_bytes()).restyle(the_thuc) == the_thuc


@pytest.mark.parametrize("the_thuc", [OLD, NEW], ids=["old", "new"])
def it_makes_every_style_as_the_guidance_says(the_thuc: TheThuc) -> None:
    for package in make_frames(the_thuc).values():
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            check_styles(Styles(etree.fromstring(archive.read("word/styles.xml"))), the_thuc)


def it_holds_an_offices_own_frame_against_the_guidance(tmp_path: Path) -> None:
    project = party_project(tmp_path, **SET)
    frame = OfficeFrame("dang_co_ten_loai")
    frame.style("VB_TenDang", "rPr/sz", val="40")
    frame.remove("-----")
    frame.put(project)
    checked = check(project)
    assert [(found.code, found.source) for found in checked.findings] == [
        ("F213", "Hướng dẫn số 05-HD/VPTW (theo tóm tắt, chưa đối chiếu)"), ("F217", ""),
    ]
    assert "“-----”" in checked.findings[1].message
    assert checked.sound == ()


# The words


@pytest.mark.parametrize(("signer", "lines"), [
    ("bi_thu", ("T/M BAN THƯỜNG VỤ", "BÍ THƯ")), ("pho_bi_thu", ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")),
    ("chanh_vp", ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG")),
])
def it_signs_for_the_committee_without_ky_thay(signer: str, lines: tuple[str, ...], tmp_path: Path) -> None:
    found = zones(tmp_path, **SET | {"kh": PLAN.replace("nguoi_ky: pho_bi_thu", f"nguoi_ky: {signer}")})
    assert found.quyen_han.texts == lines
    assert (found.quyen_ky.texts, found.chuc_vu.text) == (lines[:-1], lines[-1])


@pytest.mark.parametrize(("signer", "lines"), [
    ("truong_ban", ("TRƯỞNG BAN",)), ("pho_ban", ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")),
])
def it_signs_ky_thay_for_the_head_of_a_board(signer: str, lines: tuple[str, ...], tmp_path: Path) -> None:
    assert zones(tmp_path, tt=PROPOSAL.replace("nguoi_ky: pho_ban", f"nguoi_ky: {signer}")).quyen_han.texts == lines


def it_prints_no_title_of_one_who_signs_for_all(tmp_path: Path) -> None:
    """As at the end of a congress: "T/M ĐOÀN CHỦ TỊCH", and the name."""
    home = party_project(tmp_path, **SET)
    register = next(path for path in (home.content / "dung_chung").iterdir() if "pho_bi_thu" in path.read_text("utf-8"))
    text = register.read_text("utf-8").replace("tu_cach_ky: cap_pho", "tu_cach_ky: thay_mat", 1)
    register.write_text(text.replace("tap_the: Ban Thường vụ", "tap_the: Đoàn Chủ tịch"), "utf-8")
    checked = check(home)
    assert checked.findings == ()
    (bo,) = checked.sound
    assert bo.zones is not None
    assert (bo.zones.quyen_han.texts, bo.zones.quyen_ky.texts) == (("T/M ĐOÀN CHỦ TỊCH",), ("T/M ĐOÀN CHỦ TỊCH",))
    assert not bo.zones.chuc_vu
    with zipfile.ZipFile(io.BytesIO(docx(home, checked, bo))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    (office,) = (each for each in body.iter(w("p")) if style_of(each) == "VB_QuyenHan")
    assert text_of(office) == "T/M ĐOÀN CHỦ TỊCH"
    assert not list(office.iter(w("br")))


@pytest.mark.parametrize("profile", profiles())
def it_has_lines_for_every_right_to_sign(profile: str) -> None:
    assert set(get_args(TuCachKy)) <= latest(profile).chu_ky.keys()


def it_records_number_and_symbol_apart(tmp_path: Path) -> None:
    result = report(party_project(tmp_path, **SET), (), ("docx",))
    (record,) = (json.loads(path.read_text("utf-8")) for path in result.written if path.suffix == ".json")
    assert (record["CodeNumber"], record["CodeNotation"]) == ("05", "KH/TU")
    assert [each["OrganName"] for each in record["To"]] == ["Ban Tổ chức Tỉnh ủy", "Các đảng ủy trực thuộc"]


def it_cites_with_a_comma_before_the_short_date(tmp_path: Path) -> None:
    found = zones(tmp_path, **SET)
    assert found.can_cu.texts == (
        "- Căn cứ Nghị quyết số 05-NQ/TU, ngày 02/11/2021 của Ban Thường vụ Tỉnh ủy về cải cách hành chính;",
        "- Căn cứ Chương trình số 12-CTr/TU, ngày 05/01/2022 của Tỉnh ủy thực hiện Nghị quyết Đại hội;",
        "- Xét đề nghị của Ban Tổ chức Tỉnh ủy,",
    )


def it_ends_noi_nhan_with_commas_and_where_it_is_kept(tmp_path: Path) -> None:
    assert zones(tmp_path, **SET).noi_nhan.texts == (
        "- Ban Tổ chức Tỉnh ủy,", "- Các đảng ủy trực thuộc,", "- Lưu Văn phòng Tỉnh ủy.",
    )


def it_wants_no_vt_where_it_is_kept(tmp_path: Path) -> None:
    (found,) = party_checked(tmp_path, **SET | {"kh": PLAN.replace("luu: Văn phòng Tỉnh ủy", "luu: VT, TH")}).findings
    assert (found.code, found.source) == ("F101", "")
    assert found.message == "Dòng “Lưu” của văn bản này không ghi VT, chỉ ghi nơi lưu."


def it_says_of_what_is_attached_to_which_document_it_belongs(tmp_path: Path) -> None:
    (bo,) = party_checked(tmp_path, **SET).sets
    assert {" ".join(part.zones.kem_theo.texts) for part in _attached(bo) if part.zones} == {
        "(Kèm theo Kế hoạch số 05-KH/TU, ngày 15 tháng 10 năm 2026 của Ban Thường vụ Tỉnh ủy)"
    }


def it_leaves_blanks_in_a_draft(tmp_path: Path) -> None:
    (bo,) = party_checked(tmp_path, **SET | {"kh": DRAFT}).sets
    assert bo.zones
    assert bo.zones.du_thao.text == "DỰ THẢO"
    assert bo.zones.so_ky_hieu.text.replace("\N{NO-BREAK SPACE}", "") == "-KH/TU"
    (outline, *_) = _attached(bo)
    assert outline.zones
    assert " ".join(outline.zones.kem_theo.texts) == (
        "(Kèm theo Kế hoạch số …-KH/TU, ngày … tháng … năm 2026 của Ban Thường vụ Tỉnh ủy)"
    )


def _attached(bo: BoVanBan) -> list[BoVanBan]:
    return [each for part in bo.kem_theo for each in (part, *_attached(part))]


# The head of the page


def it_sets_the_name_of_the_party_at_the_right_over_its_rule(plan: list[Page]) -> None:
    name = _line(plan[0], "ĐẢNG CỘNG SẢN VIỆT NAM")
    rule = rule_below(plan[0], name)
    assert (_sizes(name), _is_bold(name)) == ({15}, True)
    assert name.left > Length(round(plan[0].width / 2))
    assert rule
    assert near(rule.width, name.width, Mm(0.5))
    assert near(rule.centre, name.centre)


def it_prints_nothing_of_the_states_form(printed: Mapping[str, Printed]) -> None:
    for each in printed.values():
        text = "\n".join(line.text for page in each.pages for line in page.lines())
        for words in ("CỘNG HÒA", "Độc lập", "Số:", "TM.", "KT.", "TL.", "./.", "Lưu:", "VT"):
            assert words not in text, words
        assert b"VB_QuocHieu" not in each.docx


def it_sets_the_superior_over_the_body_over_an_asterisk(plan: list[Page]) -> None:
    superior, body, star, number = (
        _line(plan[0], words) for words in ("ĐẢNG BỘ TỈNH THỬ", "TỈNH ỦY THỬ", "*", "Số 05-KH/TU")
    )
    assert [_sizes(line) for line in (superior, body, star, number)] == [{14}] * 4
    assert [_is_bold(line) for line in (superior, body, number)] == [False, True, False]
    assert all(near(line.centre, body.centre) for line in (superior, star, number))
    assert superior.baseline < body.baseline < star.baseline < number.baseline
    assert len([rule for rule in plan[0].rules() if rule.right < body.right]) == 1, "only that below Nơi nhận"


def it_sets_place_and_date_in_italic_beside_the_number(plan: list[Page]) -> None:
    day = _line(plan[0], "Nghệ An, ngày 15 tháng 10 năm 2026")
    assert (_sizes(day), _is_italic(day), _is_bold(day)) == ({14}, True, False)
    assert near(day.baseline, _line(plan[0], "Số 05-KH/TU").baseline)
    assert near(day.centre, _line(plan[0], "ĐẢNG CỘNG SẢN").centre)


def it_sets_five_hyphens_under_the_title(plan: list[Page]) -> None:
    kind, subject, hyphens = (_line(plan[0], words) for words in ("KẾ HOẠCH", "Sơ kết 05 năm", "-----"))
    axis = Length(round(Mm(30) + Mm(165) / 2))
    assert (_sizes(kind), _sizes(subject)) == ({15}, {14})
    assert _is_bold(kind)
    assert _is_bold(subject)
    assert not _is_bold(hyphens)
    assert all(near(line.centre, axis) for line in (kind, subject, hyphens))
    assert kind.baseline < subject.baseline < hyphens.baseline < subject.baseline + Mm(7)
    assert hyphens.text == "-----"


def it_sets_the_subject_of_a_letter_in_small_italic(printed: Mapping[str, Printed]) -> None:
    page = printed["cv"].pages[0]
    subject = _line(page, "V/v gửi báo cáo quý")
    assert (_sizes(subject), _is_italic(subject)) == ({12}, True)
    assert subject.baseline > _line(page, "Số 118-CV/BTCTU").baseline
    assert _line(page, "Kính gửi: Các đảng ủy trực thuộc Tỉnh ủy").text.endswith("Tỉnh ủy")


def it_submits_a_proposal_with_kinh_trinh(printed: Mapping[str, Printed]) -> None:
    page = printed["tt"].pages[0]
    words, first, last = (_line(page, text) for text in ("Kính trình:", "- Ban Thường vụ", "- Thường trực"))
    assert near(words.left, Mm(30) + Mm(35))
    assert near(first.left, Pt(words.chars[-1]["x0"]), Mm(1))
    assert (first.text[-1], last.text[-1]) == (",", ".")


# Body, signature


def it_sets_the_lines_of_the_body_exactly_18_to_22_points_apart(plan: list[Page]) -> None:
    lines = [line for line in plan[0].lines("VB_NoiDung") if line.baseline < Mm(135)]
    apart = [(below.baseline - above.baseline) / Pt(1) for above, below in zip(lines, lines[1:], strict=False)]
    assert len(apart) == 2
    assert all(18 <= each <= 22.1 for each in apart)
    assert near(lines[0].left, Mm(40))


def it_sets_can_cu_upright(plan: list[Page]) -> None:
    assert not any(_is_italic(line) for line in plan[0].lines("VB_CanCu"))


def it_ends_the_text_with_a_full_stop_and_a_table_with_nothing(printed: Mapping[str, Printed]) -> None:
    pages = printed["kh"].pages
    assert _line(pages[0], "số 05-NQ/TU của Ban Thường vụ Tỉnh ủy về").text.endswith("hành chính.")
    assert pages[2].lines()[-1].style == "VB_BangChu"
    assert pages[3].lines()[-1].text == "Nêu những điều còn vướng."


def it_sets_the_right_to_sign_in_bold_and_the_title_not(printed: Mapping[str, Printed]) -> None:
    for ma, right, title, name in (("kh", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Bùi Văn B"),
                                   ("tt", "K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Bùi Văn E")):
        page = printed[ma].pages[0]
        lines = [_line(page, words) for words in (right, title, name)]
        assert [(_sizes(line), _is_bold(line)) for line in lines] == [({14}, True), ({14}, False), ({14}, True)]
        assert all(near(line.centre, lines[0].centre) for line in lines)
        assert Mm(25) <= lines[2].baseline - lines[1].baseline <= Mm(36)


def it_sets_the_title_alone_level_with_noi_nhan_where_the_head_signs(printed: Mapping[str, Printed]) -> None:
    page = printed["cv"].pages[0]
    title = _line(page, "TRƯỞNG BAN")
    assert near(title.baseline, _line(page, "Nơi nhận:").baseline)
    assert not _is_bold(title)


def it_underlines_noi_nhan_and_lists_it_smaller(plan: list[Page]) -> None:
    head, *items = (_line(plan[0], words) for words in ("Nơi nhận:", "- Ban Tổ chức", "- Các đảng ủy", "- Lưu Văn phòng"))
    rule = rule_below(plan[0], head)
    assert rule
    assert near(rule.width, head.width, Mm(0.5))
    assert rule.down - head.baseline < Pt(3)
    assert (_sizes(head), _is_bold(head), _is_italic(head)) == ({14}, False, False)
    assert near(head.left, Mm(30))
    assert near(head.baseline, _line(plan[0], "T/M BAN THƯỜNG VỤ").baseline)
    assert [_sizes(line) for line in items] == [{12}] * 3


# What is attached


def it_gives_what_is_attached_no_header(plan: list[Page]) -> None:
    for page in plan[1:]:
        assert not [line for line in page.lines() if line.text.startswith(("ĐẢNG", "TỈNH ỦY", "*", "Số "))]
        assert page.rules() == []


def it_heads_an_outline_by_its_kind_its_subject_and_what_it_is_of(plan: list[Page]) -> None:
    lines = plan[1].lines()[:7]
    assert [line.text for line in lines] == [
        "ĐỀ CƯƠNG BÁO CÁO", "Kết quả sơ kết 05 năm thực hiện Nghị quyết số 05-NQ/TU", "của Ban Thường vụ Tỉnh ủy",
        "về cải cách hành chính", "(Kèm theo Kế hoạch số 05-KH/TU,",
        "ngày 15 tháng 10 năm 2026 của Ban Thường vụ Tỉnh ủy)", "-----",
    ]
    assert [_is_bold(line) for line in lines] == [True] * 4 + [False] * 3
    assert [_is_italic(line) for line in lines] == [False] * 4 + [True] * 2 + [False]
    assert all(near(line.centre, lines[0].centre, Mm(1)) for line in lines)
    assert lines[0].baseline < Mm(20) + Pt(18)


def it_counts_annexes_in_arabic_figures(plan: list[Page]) -> None:
    assert [page.lines()[0].text for page in plan[2:]] == ["PHỤ LỤC 1", "PHỤ LỤC 2"]
    assert _line(plan[1], "Nêu kết quả ở").text == "Nêu kết quả ở Phụ lục 1 và Phụ lục 2."
    for page in plan[2:]:
        head, title, *_ = page.lines()
        assert _is_bold(head)
        assert _is_bold(title)
        assert title.text != title.text.upper()


@pytest.mark.parametrize(("way", "marks"), [("I", ["I", "II"]), ("01", ["01", "02"]), ("1", ["1", "2"])])
def it_counts_annexes_in_the_bodys_own_way(way: str, marks: list[str], tmp_path: Path) -> None:
    party_checked(tmp_path, **SET)
    register = tmp_path / "content" / "dung_chung" / "co_quan_thu.yaml"
    text = register.read_text("utf-8").replace("ma: btv_thu\n", f'ma: btv_thu\n    danh_so_phu_luc: "{way}"\n')
    register.write_text(text, "utf-8")
    checked = check(Project(tmp_path))
    (bo,) = checked.sets
    assert [part.van_ban.mark for part in _attached(bo)[1:]] == marks
    told = [(found.code, found.level, found.line) for found in checked.findings]
    assert told == ([] if way == "1" else [("F108", "info", 3)])
    assert checked.sound


# All pages


def it_gives_word_nothing_to_repair(printed: Mapping[str, Printed], tmp_path: Path) -> None:
    for ma, each in printed.items():
        (tmp_path / f"{ma}.docx").write_bytes(each.docx)
        result = OpenXmlValidator().validate(tmp_path / f"{ma}.docx")
        assert [str(error) for error in result.errors] == []


def it_leaves_the_margins_white_and_numbers_all_pages_but_the_first(printed: Mapping[str, Printed]) -> None:
    for each in printed.values():
        for page in each.pages:
            assert list(outside(page, NEW)) == []
            assert page.number == ""


def it_sets_the_page_number_10_mm_from_the_top(tmp_path: Path) -> None:
    if not is_ready():
        pytest.skip("no LibreOffice with Liberation Serif 2 on this machine")
    more = "".join(f"      1. Việc thứ {count} giao cho các cơ quan.\n" for count in range(60))
    long = PLAN.replace("      1. Rút ra kinh nghiệm.\n", more)
    second = print_all(tmp_path, **SET | {"kh": long})["kh"].pages[1]
    number = second.number_line
    assert number
    assert (number.text, _sizes(number)) == ("2", {14})
    assert near(number.baseline - Pt(0.891 * 14), Mm(10), Mm(0.5))
    assert near(number.centre, Length(round(Mm(30) + Mm(165) / 2)))
