"""An office's own looks: a frame restyled in Word wins over templates/, within the decree, for that office alone."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.support.content import DECISION, PLAN, project
from tests.support.copies import copy_project
from tests.support.office import DOCUMENT, STYLES, TEMPLATES, OfficeFrame, put
from tests.support.wordml import Element, Part, Styles, split_sections, style_of, text_of, w
from vanban.frames.prepared import prepare
from vanban.metrics import text_width
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx, report
from vanban.the_thuc import latest, profiles
from vanban.units import Pt

THE_THUC = latest("nha_nuoc")
MM = 56.693  # twips to the millimetre
LEFT, RIGHT = 3969, 5103  # 70 mm and 90 mm: 160 mm between margins of 35 mm and 15 mm


def restyled(name: str = "quyet_dinh", *, header: bool = True) -> OfficeFrame:
    """A frame with margins of 25 and 35 mm, quốc hiệu and the body's name smaller, a wider left cell."""
    frame = OfficeFrame(name)
    frame.page("pgMar", top=1418, bottom=1418, left=1985)
    frame.style("VB_QuocHieu", "rPr/sz", val="24")
    frame.style("VB_CoQuanBanHanh", "rPr/sz", val="24")
    frame.style("VB_TrichYeu", "rPr/sz", val="26")
    if header:
        frame.columns(LEFT, RIGHT)
    return frame


def signature_fits(frame: OfficeFrame) -> OfficeFrame:
    """The signature block drawn in to the narrower text."""
    with frame.part() as root:
        table = list(root.iter(w("tbl")))[-1]
        for tag in ("gridCol", "tcW"):
            for right in list(table.iter(w(tag)))[1::2]:
                right.set(w("w"), "4535")
    return frame


@pytest.fixture
def nghe_an(tmp_path: Path) -> Project:
    """The decision of Nghệ An with plan and landscape annex; its office has restyled the frames it is printed in."""
    project = copy_project(tmp_path)
    signature_fits(restyled()).put(project)
    attached = restyled("kem_theo")
    attached.put(project)
    return project


def built(project: Project) -> tuple[list[Part], Styles]:
    checked = check(project)
    assert checked.findings == ()
    (bo,) = checked.sound
    with zipfile.ZipFile(io.BytesIO(docx(project, checked, bo))) as archive:
        body = etree.fromstring(archive.read(DOCUMENT)).find(w("body"))
        styles = Styles(etree.fromstring(archive.read(STYLES)))
    assert body is not None
    return split_sections(body), styles


def margins(part: Part) -> dict[str, int]:
    found = part.section.find(w("pgMar"))
    assert found is not None
    return {side: round(int(found.get(w(side), "")) / MM) for side in ("top", "bottom", "left", "right")}


def rule_length(paragraph: Element, within: float) -> float:
    """Length of a rule, in millimetres, in a cell or page of that width."""
    indent = paragraph.find(f"{w('pPr')}/{w('ind')}")
    assert indent is not None
    left, right = (int(indent.get(w(side), "")) for side in ("left", "right"))
    assert left == right
    return within - (left + right) / MM


def it_gives_every_section_the_margins_of_the_office(nghe_an: Project) -> None:
    parts, _ = built(nghe_an)
    assert [margins(part) for part in parts] == [{"top": 25, "bottom": 25, "left": 35, "right": 15}] * 3
    size = parts[2].section.find(w("pgSz"))
    assert size is not None
    assert [round(int(size.get(w(side), "")) / MM) for side in "wh"] == [297, 210]


def it_prints_in_the_styles_of_the_office(nghe_an: Project) -> None:
    _, styles = built(nghe_an)
    assert styles.figure("VB_QuocHieu", "rPr/sz") == "24"
    assert styles.figure("VB_TieuNgu", "rPr/sz") == "28"


def it_draws_tables_as_wide_as_the_office_has_its_text(nghe_an: Project) -> None:
    parts, _ = built(nghe_an)
    (table,) = parts[2].tables("VB_Bang")
    widths = [int(column.get(w("w"), "")) for column in table.iter(w("gridCol"))]
    assert sum(widths) / MM == pytest.approx(297 - 35 - 15, abs=0.1)


def it_still_rules_a_third_to_a_half_of_the_line_above(nghe_an: Project) -> None:
    parts, _ = built(nghe_an)
    for part, columns in ((parts[0], (70, 90)), (parts[1], (70, 90))):
        (rule,) = part.in_style("VB_KeCoQuan")
        body = text_of(part.in_style("VB_CoQuanBanHanh")[0]).split("\n")[-1]
        share = rule_length(rule, columns[0]) / text_width(body, Pt(12), bold=True).mm
        assert share == pytest.approx(THE_THUC.ke_ngang["VB_KeCoQuan"].ty_le, abs=0.01)
        (rule,) = part.in_style("VB_KeTieuNgu")
        assert rule_length(rule, columns[1]) == pytest.approx(60.45, abs=0.2)
    (rule,) = parts[0].in_style("VB_KeTrichYeu")
    subject = text_of(parts[0].in_style("VB_TrichYeu")[0]).split("\n")[-1]
    share = rule_length(rule, 160) / text_width(subject, Pt(13), bold=True).mm
    assert share == pytest.approx(THE_THUC.ke_ngang["VB_KeTrichYeu"].ty_le, abs=0.01)


def it_keeps_the_box_of_a_stamp_as_wide_as_the_decree_has_it(tmp_path: Path) -> None:
    office = project(tmp_path, qd=DECISION.replace("ma: qd", "ma: qd\ndo_khan: khan", 1), kh=PLAN)
    signature_fits(restyled()).put(office)
    restyled("kem_theo").put(office)
    parts, _ = built(office)
    (stamp,) = parts[0].in_style("VB_DauKhan")
    line = THE_THUC.kieu["VB_DauKhan"].khung
    # Word draws the line of the box outside the indents, once on each side.
    assert rule_length(stamp, 70) + 2 * line.mm == pytest.approx(THE_THUC.con_dau["KHẨN"].rong.mm, abs=0.1)


def it_gives_word_nothing_to_repair(nghe_an: Project, tmp_path: Path) -> None:
    result = report(nghe_an, (), ("docx",))
    validated = OpenXmlValidator().validate(result.written[0])
    assert [str(error) for error in validated.errors] == []


def it_builds_each_document_as_a_file_of_its_own(nghe_an: Project, tmp_path: Path) -> None:
    result = report(nghe_an, (), ("docx",), separate=True)
    assert not result.failures
    for path in (path for path in result.written if path.suffix == ".docx"):
        with zipfile.ZipFile(path) as archive:
            body = etree.fromstring(archive.read(DOCUMENT)).find(w("body"))
        assert body is not None
        assert [margins(part)["left"] for part in split_sections(body)] == [35]


def it_leaves_the_documents_of_other_offices_as_they_are(nghe_an: Project) -> None:
    other = nghe_an.content / "so_khac" / "2025" / "qd.yaml"
    other.parent.mkdir(parents=True)
    other.write_text(DECISION.replace("kem_theo:\n  - kh\n", "").replace("Ban hành kèm theo Quyết định này [[kh]]", "Phê duyệt kế hoạch"), "utf-8")
    checked = check(nghe_an, [other])
    assert checked.findings == ()
    with zipfile.ZipFile(io.BytesIO(docx(nghe_an, checked, checked.sound[0]))) as archive:
        body = etree.fromstring(archive.read(DOCUMENT)).find(w("body"))
    assert body is not None
    assert [margins(part)["left"] for part in split_sections(body)] == [30]


def it_reads_a_frame_again_once_it_was_changed(tmp_path: Path) -> None:
    office = project(tmp_path, qd=DECISION, kh=PLAN)
    frame = OfficeFrame("quyet_dinh")
    for left, expected in ((1701, 30), (1985, 35)):
        frame.page("pgMar", left=left)
        path = frame.put(office)
        checked = check(office)
        with zipfile.ZipFile(io.BytesIO(docx(office, checked, checked.sound[0]))) as archive:
            body = etree.fromstring(archive.read(DOCUMENT)).find(w("body"))
        assert body is not None
        assert margins(split_sections(body)[0])["left"] == expected
        assert path.exists()


def it_prints_the_same_from_a_frame_that_word_has_saved(tmp_path: Path) -> None:
    office = project(tmp_path, qd=DECISION, kh=PLAN)
    parts, _ = built(office)
    frame = OfficeFrame("quyet_dinh")
    frame.save_in_word()
    frame.put(office)
    again, _ = built(office)
    assert [[style_of(p) for p in part.paragraphs()] for part in again] == [
        [style_of(p) for p in part.paragraphs()] for part in parts
    ]
    assert [[text_of(p) for p in part.paragraphs()] for part in again] == [
        [text_of(p) for p in part.paragraphs()] for part in parts
    ]
    validated = OpenXmlValidator().validate(report(office, (), ("docx",)).written[0])
    assert [str(error) for error in validated.errors] == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.docx")), ids=lambda path: path.stem)
def it_finds_our_own_figures_in_our_own_frames(path: Path) -> None:
    (the_thuc,) = (latest(profile) for profile in profiles() if path.stem in latest(profile).khung_trang.values())
    assert prepare(path.name, path.read_bytes()).restyle(the_thuc) == the_thuc


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.docx")), ids=lambda path: path.stem)
def it_has_nothing_to_say_about_a_copy(path: Path, tmp_path: Path) -> None:
    office = project(tmp_path, qd=DECISION, kh=PLAN)
    put(office, path.read_bytes(), name=path.name)
    assert check(office).findings == ()


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.docx")), ids=lambda path: path.stem)
def it_has_nothing_to_say_about_a_copy_that_word_has_saved(path: Path, tmp_path: Path) -> None:
    office = project(tmp_path, qd=DECISION, kh=PLAN)
    frame = OfficeFrame(path.stem)
    frame.save_in_word()
    frame.put(office)
    assert check(office).findings == ()


def it_takes_a_logo_beside_the_name_of_the_body(tmp_path: Path) -> None:
    office = project(tmp_path, qd=DECISION, kh=PLAN)
    frame = OfficeFrame("quyet_dinh")
    with_logo(frame)
    frame.put(office)
    checked = check(office)
    assert checked.findings == ()
    path = report(office, (), ("docx",)).written[0]
    with zipfile.ZipFile(path) as archive:
        assert archive.read("word/media/logo.png") == PNG
        assert b'r:embed="rIdLogo"' in archive.read(DOCUMENT)


def it_checks_a_frame_on_its_own(nghe_an: Project) -> None:
    frame = restyled()
    frame.page("pgMar", left=1134)
    path = frame.put(nghe_an)
    assert [f.code for f in check(nghe_an, [path]).findings] == ["F214"]
    assert [f.code for f in check(nghe_an, [path.parent]).findings] == ["F214"]


def it_passes_over_what_word_and_the_system_leave_in_the_folder(nghe_an: Project) -> None:
    for name in ("~$yet_dinh.docx", "._quyet_dinh.docx", "logo.png", "doc_toi.txt"):
        put(nghe_an, b"gi do", name=name)
    assert check(nghe_an).findings == ()


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060f80f0001040100"
    "5fe5c34b0000000049454e44ae426082"
)


def with_logo(frame: OfficeFrame) -> None:
    """A picture before the name of the body, as Word puts it there."""
    frame.parts["word/media/logo.png"] = PNG
    frame.replace("</Relationships>", '<Relationship Id="rIdLogo" Target="media/logo.png" Type='
                  '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>',
                  "word/_rels/document.xml.rels")
    frame.replace('<Override', '<Default Extension="png" ContentType="image/png"/><Override', "[Content_Types].xml")
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" distT="0" distB="0" distL="0" distR="0">'
        '<wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="logo"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdLogo"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    text = frame.parts[DOCUMENT].decode()
    before = text.index("{{ co_quan_ban_hanh }}")
    run = text.rindex("<w:r>", 0, before)
    frame.parts[DOCUMENT] = (text[:run] + drawing + text[run:]).encode()
