"""What an office can do to a frame, and what it is told: one code for one defect, with the words of the paragraph."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

import build
from tests.support.content import DECISION, PLAN, project
from tests.support.office import DOCUMENT, STYLES, TEMPLATES, OfficeFrame, put
from tests.support.timing import timed
from tests.support.wordml import Styles, text_of, w
from vanban.commands import MACHINE
from vanban.errors import FrameError
from vanban.findings import Finding
from vanban.frames.needed import needed
from vanban.lint.engine import known_codes
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx, report
from vanban.the_thuc import latest
from vanban.wordml import package as limits
from vanban.wordml.package import read_parts

Change = Callable[[OfficeFrame], object]
RELATIONS = "word/_rels/document.xml.rels"


def both(*changes: Change) -> Change:
    return lambda frame: [change(frame) for change in changes]


def retyped(old: str, new: str) -> Change:
    return lambda frame: frame.retype(old, new)


def styled(name: str, path: str, **attributes: str) -> Change:
    return lambda frame: frame.style(name, path, **attributes)


def added(part: str, data: bytes = b"x") -> Change:
    return lambda frame: frame.parts.__setitem__(part, data)


def related(target: str, mode: str = "External") -> Change:
    relation = f'<Relationship Id="rId99" Type="http://x/attachedTemplate" Target="{target}" TargetMode="{mode}"/>'
    return lambda frame: frame.replace("</Relationships>", f"{relation}</Relationships>", RELATIONS)


def set_to(xml: str) -> Change:
    """Something put into the settings."""
    return lambda frame: frame.replace("</w:settings>", f"{xml}</w:settings>", "word/settings.xml")


def leading(target: str, part: str = RELATIONS) -> Change:
    """A relation that does not say where it leads."""
    relation = f'<Relationship Id="rId98" Type="http://x/image" Target="{target}"/>'
    return lambda frame: frame.replace("</Relationships>", f"{relation}</Relationships>", part)


def boxed(xml: str) -> Change:
    """A text box with something in it."""
    return before("QUYẾT ĐỊNH:", '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>'
                  f"<w:p>{xml}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>")


def words_in(properties: str, words: str = "Bí mật") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def in_part(part: str, xml: str) -> Change:
    """Something put at the end of the first paragraph of a part."""
    return lambda frame: frame.replace("</w:p>", f"{xml}</w:p>", part)


def in_run_of(words: str, properties: str) -> Change:
    """Looks given to the letters themselves."""
    def change(frame: OfficeFrame) -> None:
        text = frame.parts[DOCUMENT].decode()
        run = text.rindex("<w:r>", 0, text.index(words)) + len("<w:r>")
        frame.parts[DOCUMENT] = f"{text[:run]}<w:rPr>{properties}</w:rPr>{text[run:]}".encode()
    return change


def before(words: str, xml: str) -> Change:
    """Something put before the run of those words."""
    def change(frame: OfficeFrame) -> None:
        text = frame.parts[DOCUMENT].decode()
        run = text.rindex("<w:r>", 0, text.index(words))
        frame.parts[DOCUMENT] = f"{text[:run]}{xml}{text[run:]}".encode()
    return change


def without_style(name: str) -> Change:
    def change(frame: OfficeFrame) -> None:
        with frame.part(STYLES) as root:
            for style in [s for s in root.iter(w("style")) if s.get(w("styleId")) == name]:
                root.remove(style)
    return change


def without_rule(style: str) -> Change:
    def change(frame: OfficeFrame) -> None:
        with frame.part() as root:
            for paragraph in [p for p in root.iter(w("p")) if style in str(p.find(f"{w('pPr')}/{w('pStyle')}").attrib)]:
                paragraph.getparent().remove(paragraph)
    return change


def in_pieces(frame: OfficeFrame) -> None:
    """The tag of the number, its last letters underlined."""
    frame.replace("{{ so_ky_hieu }}", "{{ so_</w:t></w:r><w:r><w:rPr><w:u w:val='single'/></w:rPr><w:t>ky_hieu }}")


def body_in_cell(frame: OfficeFrame) -> None:
    with frame.part() as root:
        body = root.find(w("body"))
        slot = next(p for p in root.iter(w("p")) if "noi_dung" in text_of(p))
        next(root.iter(w("tc"))).insert(1, slot)
        assert body is not None


def crossed_cells(frame: OfficeFrame) -> None:
    """The end of a block put into another cell than its beginning."""
    with frame.part() as root:
        end = next(p for p in root.iter(w("p")) if text_of(p) == "{%p endif %}")
        list(root.iter(w("tc")))[1].insert(1, end)


def crossed_rows(frame: OfficeFrame) -> None:
    """The end of a block put into another row than its beginning, deeper than that."""
    with frame.part() as root:
        end = next(p for p in root.iter(w("p")) if text_of(p) == "{%p endif %}")
        next(root.iter(w("tbl"))).addnext(end)


def landscape(frame: OfficeFrame) -> None:
    frame.page("pgSz", w=16838, h=11906)


def section_break(frame: OfficeFrame) -> None:
    frame.replace("{{ tham_quyen }}</w:t></w:r></w:p>",
                  "{{ tham_quyen }}</w:t></w:r></w:p><w:p><w:pPr><w:sectPr/></w:pPr></w:p>")


# What is done → the code that tells of it, the words it uses.
DEFECTS: dict[str, tuple[Change, str, str]] = {
    "a macro": (added("word/vbaProject.bin"), "F204", "vbaProject.bin"),
    "an embedded sheet": (added("word/embeddings/Sheet1.xlsx"), "F204", "Sheet1.xlsx"),
    "an embedded font": (added("word/fonts/font1.odttf"), "F204", "font1.odttf"),
    "a template elsewhere": (related("http://example.test/a.dotm"), "F204", "example.test"),
    "a field that reads a file": (
        before("QUYẾT ĐỊNH:", '<w:fldSimple w:instr="INCLUDETEXT c:/x.docx"/>'), "F204", "INCLUDETEXT"),
    "a field in pieces": (
        before("QUYẾT ĐỊNH:", '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DD</w:instrText></w:r>'
               '<w:r><w:instrText>E cmd</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        "F204", "DDE"),
    "an object": (before("QUYẾT ĐỊNH:", "<w:r><w:object/></w:r>"), "F204", "“QUYẾT ĐỊNH:”"),
    "a piece of another file": (
        before("QUYẾT ĐỊNH:", "<w:altChunk/>"), "F204", "“QUYẾT ĐỊNH:”"),
    "an open brace": (retyped("{{ ho_ten }}", "{{ ho_ten }"), "F205", "“{{ ho_ten }”"),
    "a brace alone": (retyped("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH: }"), "F205", "“QUYẾT ĐỊNH: }”"),
    "half an expression": (retyped("{{ ho_ten }}", "{{ ho_ten | }}"), "F205", "“{{ ho_ten | }}”"),
    "a block that nothing closes": (lambda f: f.remove("{%p endfor %}"), "F205", "{%p for dong in"),
    "an end without a beginning": (retyped("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH:{% endif %}"), "F205", "QUYẾT ĐỊNH:{% endif %}"),
    "a list printed whole": (retyped("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH: {{ can_cu }}"), "F206", "{%p for dong in can_cu %}"),
    "a text taken for lines": (retyped("in can_cu", "in trich_yeu"), "F206", "“{%p for dong in trich_yeu %}”"),
    "the body among the words": (retyped("{{p noi_dung }}", "{{ noi_dung }}"), "F206", "{{p noi_dung }}"),
    "two bodies": (
        lambda f: f.replace("{{ tham_quyen }}</w:t></w:r></w:p>", "{{ tham_quyen }}</w:t></w:r></w:p>"
                            "<w:p><w:r><w:t>{{p noi_dung }}</w:t></w:r></w:p>"), "F206", "“{{p noi_dung }}”"),
    "a loop that takes the name of a zone": (
        both(retyped("for dong in can_cu", "for ho_ten in can_cu"), retyped("{{ dong }}", "{{ ho_ten }}")),
        "F206", "for ho_ten in can_cu"),
    "a variable mistyped": (
        retyped("{{ ho_ten }}", "{{ ho_tenn }}"), "F207", "“{{ ho_tenn }}”: không có biến “ho_tenn”"),
    "no number": (retyped("{{ so_ky_hieu }}", "12"), "F208", "“so_ky_hieu” (Số, ký hiệu)"),
    "no body": (lambda f: f.remove("{{p noi_dung }}"), "F208", "“noi_dung”"),
    "no place for a second title": (
        lambda f: f.without_zone("chuc_vu_khac"), "F209", "“chuc_vu_khac”"),
    "a tag in a header": (
        lambda f: f.replace("</w:p>", "<w:r><w:t>Số {{ so_ky_hieu }}</w:t></w:r></w:p>", "word/header1.xml"),
        "F210", "Số {{ so_ky_hieu }}” nằm ở đầu trang"),
    "a tag in a property": (
        lambda f: f.replace("vanban", "{{ ho_ten }}", "docProps/app.xml"), "F210", "thuộc tính của tệp"),
    "a tag in an attribute": (
        before("QUYẾT ĐỊNH:", '<w:bookmark w:name="{{ ho_ten }}"/>'), "F210", "{{ ho_ten }}"),
    "a tag in pieces": (in_pieces, "F211", "“{{ so_ky_hieu }}”"),
    "no style for a dash": (without_style("VB_Cong"), "F212", "VB_Cong (Dấu cộng đầu dòng (+))"),
    "quốc hiệu too large": (
        styled("VB_QuocHieu", "rPr/sz", val="32"), "F213",
        "“CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”: cỡ chữ là 16 pt; quy định từ 12 pt đến 13 pt"),
    "the name not bold": (styled("VB_HoTen", "rPr/b", val="0"), "F213", "“{{ ho_ten }}”: chữ đậm là không"),
    "the body too narrow": (styled("VB_NoiDung", "pPr/spacing", line="200", lineRule="auto"), "F213", "dòng"),
    "the body in fixed lines": (styled("VB_NoiDung", "pPr/spacing", line="240", lineRule="exact"), "F213", "dòng"),
    "the body at the left": (styled("VB_NoiDung", "pPr/jc", val="left"), "F213", "canh lề là trái"),
    "the body without indent": (styled("VB_NoiDung", "pPr/ind", firstLine="0"), "F213", "10 mm hoặc 12,7 mm"),
    "the body close": (styled("VB_NoiDung", "pPr/spacing", before="60"), "F213", "khoảng cách giữa các đoạn là 3 pt"),
    "the body close to itself": (
        styled("VB_NoiDung", "pPr/contextualSpacing", val="1"), "F213", "khoảng cách giữa các đoạn"),
    "letters in colour": (styled("VB_HoTen", "rPr/color", val="0000FF"), "F213", "màu chữ là 0000FF"),
    "all capitals": (styled("VB_TieuNgu", "rPr/caps", val="1"), "F213", "chữ in hoa là có"),
    "one line made large": (in_run_of("{{ ho_ten }}", '<w:sz w:val="40"/>'), "F213", "Đoạn “{{ ho_ten }}”"),
    "a narrow margin": (lambda f: f.page("pgMar", left=1134), "F214", "Lề trái là 20 mm; quy định từ 30 mm đến 35 mm"),
    "a section of its own": (section_break, "F214", "Section Break"),
    "another font": (
        styled("VB_HoTen", "rPr/rFonts", ascii="Arial", hAnsi="Arial"), "F215", "VB_HoTen dùng phông “Arial”"),
    "a font of the theme": (
        both(styled("VB_HoTen", "rPr/rFonts", asciiTheme="minorHAnsi"),
             lambda f: f.replace('<a:minorFont><a:latin typeface="Times New Roman"/>',
                                 '<a:minorFont><a:latin typeface="Calibri"/>', "word/theme/theme1.xml")),
        "F215", "“Calibri”"),
    "another font of one line": (
        in_run_of("QUYẾT ĐỊNH:", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'), "F215", "Đoạn “QUYẾT ĐỊNH:”"),
    "a header too wide": (lambda f: f.columns(5000, 5669), "F216", "rộng 188,2 mm"),
    "quốc hiệu on two lines": (lambda f: f.columns(4252, 5102), "F216", "dài 95,7 mm, ô chỉ rộng 90 mm"),
    "no tiêu ngữ": (lambda f: f.remove("Độc lập"), "F217", "“Độc lập - Tự do - Hạnh phúc”"),
    "the state misspelt": (retyped("CỘNG HÒA", "CỘNG HOÀ"), "F217", "“CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”"),
    "no rule": (without_rule("VB_KeTrichYeu"), "F217", "VB_KeTrichYeu"),
    "no page number": (lambda f: f.replace("PAGE", "NUMPAGES", "word/header1.xml"), "F217", "số trang"),
    "a block across cells": (crossed_cells, "F218", "“co_quan_ban_hanh” (Cơ quan ban hành) không được in khi"),
    "a block across rows": (crossed_rows, "F218", "tệp Word hỏng"),
    "the body in a cell": (body_in_cell, "F218", "nội dung"),
    "a change that nobody accepted": (
        before("QUYẾT ĐỊNH:", "<w:del><w:r><w:delText>NGHỊ </w:delText></w:r></w:del>"), "F219",
        "“NGHỊ QUYẾT ĐỊNH:”"),
    "a web page without a mode": (leading("http://example.test/a.png"), "F204", "example.test"),
    "a file of the machine": (leading("file:///c:/a.png"), "F204", "file:///c:/a.png"),
    "a file of another machine": (leading("\\\\may\\a.png"), "F204", "may"),
    "a letter": (leading("mailto:a@example.test"), "F204", "mailto"),
    "a part that is not there": (leading("media/khong_co.png"), "F204", "media/khong_co.png"),
    "a part above the file": (leading("../../a.xml"), "F204", "../../a.xml"),
    "a part that nobody knows": (added("word/la.xml", b"<a/>"), "F204", "word/la.xml"),
    "a menu of its own": (added("customUI/customUI.xml", b"<a/>"), "F204", "customUI.xml"),
    "a program of the web": (added("word/webextensions/webextension1.xml", b"<a/>"), "F204", "webextension1.xml"),
    "a picture that is none": (added("word/media/a.png", b"GIF89a"), "F204", "word/media/a.png"),
    "an old object": (
        before("QUYẾT ĐỊNH:", '<w:r><w:pict><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link"/>'
               "</w:pict></w:r>"), "F204", "“QUYẾT ĐỊNH:”"),
    "a picture from elsewhere": (
        before("QUYẾT ĐỊNH:", '<w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-'
               'microsoft-com:office:office" o:href="http://example.test"/></w:pict></w:r>'), "F204", "ảnh lấy từ nơi khác"),
    "a page in colour": (
        lambda f: f.replace("<w:body>", '<w:background w:color="FF0000"/><w:body>'), "F204", "màu nền trang"),
    "a tag in a text box": (boxed("<w:r><w:t>{{ ho_ten }}</w:t></w:r>"), "F210", "hộp chữ"),
    "no editing": (set_to('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'), "F221", "Restrict Editing"),
    "a password to write": (set_to('<w:writeProtection w:recommended="1"/>'), "F221", "chỉ đọc"),
    "letters to many": (set_to("<w:mailMerge/>"), "F221", "trộn thư"),
    "changes tracked": (set_to("<w:trackRevisions/>"), "F221", "Track Changes"),
    "headers of even pages": (set_to("<w:evenAndOddHeaders/>"), "F221", "chẵn, lẻ"),
    "a book": (set_to("<w:mirrorMargins/>"), "F221", "Mirror Margins"),
    "a template of another": (set_to("<w:attachedTemplate/>"), "F221", "tệp mẫu khác"),
    "letters hidden": (before("QUYẾT ĐỊNH:", words_in("<w:vanish/>")), "F222", "“Bí mật”"),
    "a zone hidden": (in_run_of("{{ ho_ten }}", "<w:vanish/>"), "F222", "“{{ ho_ten }}”"),
    "a style hidden": (styled("VB_HoTen", "rPr/vanish"), "F222", "“{{ ho_ten }}”"),
    "letters of half a point": (before("QUYẾT ĐỊNH:", words_in('<w:sz w:val="1"/>')), "F222", "nhỏ không đọc được"),
    "letters as thin as a hair": (before("QUYẾT ĐỊNH:", words_in('<w:w w:val="1"/>')), "F222", "nhỏ không đọc được"),
    "letters hidden in a header": (in_part("word/header1.xml", words_in("<w:vanish/>")), "F222", "“Bí mật”"),
    "white letters in a header": (
        in_part("word/header1.xml", words_in('<w:color w:val="FEFEFE"/>')), "F222", "trắng trên nền trắng"),
    "letters hidden in a box": (boxed(words_in("<w:vanish/>")), "F222", "“Bí mật”"),
    "a row hidden": (
        lambda f: f.replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>"), "F222", "hàng của bảng bị ẩn"),
    "a comment": (before("QUYẾT ĐỊNH:", '<w:r><w:commentReference w:id="1"/></w:r>'), "F219", "“QUYẾT ĐỊNH:”"),
}


def office(folder: Path, change: Change, name: str = "quyet_dinh") -> Project:
    """A project whose office has changed a frame."""
    found = project(folder, qd=DECISION, kh=PLAN)
    frame = OfficeFrame(name)
    change(frame)
    frame.put(found)
    return found


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [f.code for f in findings]


@pytest.mark.parametrize(("change", "code", "words"), DEFECTS.values(), ids=DEFECTS)
def it_tells_of_a_defect_by_its_code_and_in_words(change: Change, code: str, words: str, tmp_path: Path) -> None:
    checked = check(office(tmp_path, change))
    told = "\n".join(f"{f.code} {f.message}" for f in checked.findings)
    assert codes(checked.findings) == [code], told
    (found,) = checked.findings
    assert words in found.message, told
    assert (found.file, found.line) == ("content/nghe_an/mau/quyet_dinh.docx", 1)
    assert found.hint
    assert len(checked.sound) == (0 if known_codes()[code].level == "error" else 1)


def it_has_a_defect_for_every_code() -> None:
    of_frames = {code for code in known_codes() if code.startswith("F2")}
    assert of_frames - {code for _, code, _ in DEFECTS.values()} == {"F201", "F202", "F203", "F220"}


def it_names_the_article_that_a_figure_breaks(tmp_path: Path) -> None:
    (found,) = check(office(tmp_path, styled("VB_QuocHieu", "rPr/sz", val="32"))).findings
    assert found.source == "điểm a khoản 1 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP"


def it_tells_of_a_figure_once_for_all_styles_that_have_it_from_one(tmp_path: Path) -> None:
    (found,) = check(office(tmp_path, styled("VB_NoiDung", "rPr/sz", val="24"))).findings
    assert found.message.startswith("Kiểu VB_NoiDung (Nội dung)")


def it_tells_of_every_defect_in_one_run(tmp_path: Path) -> None:
    found = check(office(tmp_path, both(landscape, retyped("{{ ho_ten }}", "{{ ho_tenn }}"), added("word/vbaData.xml",
                                                                                                b"<a/>")))).findings
    assert sorted(set(codes(found))) == ["F204", "F207", "F214"]


def it_adds_the_styles_for_smaller_tables_to_a_frame_from_before_there_were_any(tmp_path: Path) -> None:
    def older(frame: OfficeFrame) -> None:
        for kieu in latest("nha_nuoc").kieu.values():
            if kieu.is_smaller:
                without_style(kieu.ten)(frame)
        frame.style("VB_BangPhai", "pPr/ind", right="113")

    home = office(tmp_path, older)
    checked = check(home)
    assert not checked.findings
    with zipfile.ZipFile(io.BytesIO(docx(home, checked, checked.sound[0]))) as built:
        styles = Styles(etree.fromstring(built.read(STYLES)))
    assert [styles.figure(f"VB_BangPhai{end}", "rPr/sz") for end in ("", "Nho", "NhoNhat")] == ["24", "22", "20"]
    assert styles.figure("VB_BangPhaiNho", "pPr/ind", "right") == "113"


@pytest.mark.parametrize(("left", "right", "allowed"), [
    (1701, 851, True), (1984, 851, True), (1985, 1134, True), (1700, 850, True), (1690, 851, False), (2000, 851, False),
])
def it_allows_what_word_rounds(left: int, right: int, allowed: bool, tmp_path: Path) -> None:
    found = check(office(tmp_path, lambda f: f.page("pgMar", left=left, right=right))).findings
    assert ("F214" not in codes(found)) == allowed


@pytest.mark.parametrize("data", [b"", b"khong phai zip", b"PK\x03\x04 hong"], ids=["empty", "text", "torn"])
def it_tells_of_a_file_that_is_no_docx(data: bytes, tmp_path: Path) -> None:
    found = project(tmp_path, qd=DECISION, kh=PLAN)
    put(found, data)
    checked = check(found)
    assert (codes(checked.findings), checked.sound) == (["F201"], ())


def it_tells_of_a_docx_without_its_parts(tmp_path: Path) -> None:
    for part in (DOCUMENT, STYLES, "[Content_Types].xml"):
        assert codes(check(office(tmp_path, lambda f, part=part: f.parts.pop(part))).findings) == ["F201"]  # type: ignore[misc]


@pytest.mark.parametrize(("name", "code", "words"), [
    ("quyet_dnh.docx", "F202", "Có phải “quyet_dinh.docx”?"), ("la.docx", "F202", "Chọn một trong"),
    ("quyet_dinh.docm", "F201", "Word Document"), ("quyet_dinh.doc", "F201", "Word Document"),
])
def it_tells_of_a_file_that_no_document_is_printed_in(name: str, code: str, words: str, tmp_path: Path) -> None:
    found = project(tmp_path, qd=DECISION, kh=PLAN)
    put(found, (TEMPLATES / "quyet_dinh.docx").read_bytes(), name=name)
    checked = check(found)
    assert codes(checked.findings) == [code]
    assert words in checked.findings[0].hint
    assert len(checked.sound) == 1


def zipped(entries: list[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return buffer.getvalue()


def forged(name: str) -> bytes:
    """A bomb whose directory says that it is small."""
    bomb = b" " * 100_000_000
    package = bytearray(zipped([(name, bomb)]))
    real, said = struct.pack("<I", len(bomb)), struct.pack("<I", 1000)
    return bytes(package).replace(real, said)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(("package", "code", "words"), [
    (lambda: zipped([("word/document.xml", b" " * 50_000_000)]), "F203", "mở ra thành 50,0 MB"),
    (lambda: zipped([(f"word/media/{n}.png", b"\0" * 7_000_000) for n in range(5)]), "F203", "mở ra thành 35,0 MB"),
    (lambda: zipped([(f"word/{n}.xml", b"") for n in range(400)]), "F203", "gồm 400 phần"),
    (lambda: zipped([("../../trom.xml", b"")]), "F203", "trỏ ra ngoài"),
    (lambda: zipped([("/etc/passwd", b"")]), "F203", "trỏ ra ngoài"),
    (lambda: zipped([("word/a.xml", b"1"), ("word/A.xml", b"2")]), "F203", "có hai lần"),
    (lambda: zipped([("word/a.xml", b"1"), ("word/a.xml", b"2")]), "F203", "có hai lần"),
    (lambda: b"\0" * (limits.MAX_FILE + 1), "F203", "Tệp nặng 10,0 MB"),
    (lambda: forged("word/document.xml"), "F201", "không phải là tệp Word"),
], ids=["bomb", "many_bombs", "many_parts", "parent", "root", "twice_by_case", "twice", "heavy", "forged"])
def it_refuses_a_package_that_no_word_has_written(
    package: Callable[[], bytes], code: str, words: str, tmp_path: Path
) -> None:
    found = project(tmp_path, qd=DECISION, kh=PLAN)
    put(found, package())
    checked, taken = timed(lambda: check(found))
    assert taken < 3
    assert codes(checked.findings) == [code]
    assert words in checked.findings[0].message


@pytest.mark.parametrize("part", [DOCUMENT, STYLES, "word/header1.xml", "docProps/app.xml"])
def it_reads_no_entity(part: str, tmp_path: Path) -> None:
    secret = tmp_path / "bi_mat.txt"
    secret.write_text("bí mật", "utf-8")

    def change(frame: OfficeFrame) -> None:
        text = frame.parts[part].decode().partition("?>")[2]
        frame.parts[part] = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>{text}'.encode()

    checked = check(office(tmp_path, change))
    assert codes(checked.findings) == ["F203"]
    assert "DOCTYPE" in checked.findings[0].message


ESCAPES = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ ho_ten.__class__ }}", "{{ ho_ten|attr('__class__') }}",
    "{{ ho_ten['__class__'] }}", "{{ ho_ten|map(attribute='__class__')|list }}", "{{ self.__init__.__globals__ }}",
    "{{ self }}", "{{ lipsum.__globals__ }}", "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}", "{{ namespace.__init__ }}", "{{ dict.mro() }}", "{{ request.application }}",
    "{{ '{0.__class__}'.format(ho_ten) }}", "{{ '%s'|format(ho_ten.__class__) }}", "{{ '%s' % ho_ten }}",
    "{{ ('{0.__class__}').format_map({'0': 1}) }}", "{{ ho_ten.format.__globals__ }}", "{{ ho_ten.replace }}",
    "{{ range(10**9)|join }}", "{{ 'a' * 10**9 }}", "{{ 9**9**9 }}", "{{ ho_ten|center(10**9) }}",
    "{{ ho_ten|replace('a', 'aaaaaaaaaa') }}", "{{ ho_ten|replace('', ho_ten) }}",
    "{% for a in range(10**9) %}x{% endfor %}", "{% for a in 'abc' %}x{% endfor %}",
    "{% for a in can_cu %}{% for b in can_cu %}x{% endfor %}{% endfor %}",
    "{% for a in can_cu recursive %}{{ loop(can_cu) }}{% endfor %}", "{% set x = ho_ten %}",
    "{% macro m() %}{% endmacro %}",
    "{% include '/etc/passwd' %}", "{% import 'os' as os %}", "{% extends 'a' %}", "{% block a %}{% endblock %}",
    "{% call ho_ten() %}{% endcall %}", "{% filter upper %}a{% endfilter %}", "{% raw %}a{% endraw %}",
    "{% autoescape false %}{{ ho_ten }}{% endautoescape %}", "{% do ho_ten.x() %}", "{% debug %}",
    "{% if ho_ten.__class__ %}a{% endif %}", "{% if ho_ten is sameas(x) %}a{% endif %}",
    "{% if range(9) %}a{% endif %}",
    "{{ ho_ten if ho_ten.__class__ else 'a' }}", "{{ [1, 2] }}", "{{ {'a': 1} }}", "{{ ho_ten[:5] }}",
    "{{ " + "(" * 140 + "1" + ")" * 140 + " }}", "{{ '" + "a" * 400 + "' }}",
)


@pytest.mark.parametrize("escape", ESCAPES)
def it_never_gives_a_result_for_what_is_no_variable(escape: str, tmp_path: Path) -> None:
    found = office(tmp_path, retyped("QUYẾT ĐỊNH:", f"QUYẾT ĐỊNH: {escape}"))
    checked, taken = timed(lambda: check(found))
    assert taken < 3
    assert set(codes(checked.findings)) <= {"F205", "F206", "F207", "F217"}
    assert checked.sound == ()
    (bo,) = checked.sets
    with pytest.raises(FrameError):
        docx(found, checked, bo)


def thousands_of_styles(frame: OfficeFrame) -> None:
    """Each based on the next, ours on the first."""
    chain = "".join(f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>'
                    for n in range(20_000))
    frame.parts[STYLES] = frame.parts[STYLES].replace(b'<w:basedOn w:val="Normal"/>', b'<w:basedOn w:val="s0"/>')
    frame.replace("</w:styles>", f"{chain}</w:styles>", STYLES)


@pytest.mark.parametrize("change", [
    retyped("QUYẾT ĐỊNH:", "{{ ho_ten }}" * 20_000), before("QUYẾT ĐỊNH:", "<w:r><w:t>a</w:t></w:r>" * 60_000),
    retyped("QUYẾT ĐỊNH:", "(" * 1_900_000), thousands_of_styles,
], ids=["tags", "runs", "letters", "styles"])
def it_is_not_led_astray_by_sheer_numbers(change: Change, tmp_path: Path) -> None:
    found = office(tmp_path, change)
    checked, taken = timed(lambda: check(found))
    assert taken < 10
    assert set(codes(checked.findings)) <= {"F203", "F217"}
    assert checked.findings


def it_tells_a_document_that_its_frame_has_no_place_for_what_it_has(tmp_path: Path) -> None:
    found = project(tmp_path, qd=DECISION.replace("ma: qd\n", "ma: qd\ndo_khan: khan\n", 1), kh=PLAN)
    frame = OfficeFrame("quyet_dinh")
    frame.without_zone("do_khan")
    frame.put(found)
    checked = check(found)
    assert [(f.code, f.file) for f in checked.findings] == [
        ("F220", "content/nghe_an/2025/qd.yaml"), ("F209", "content/nghe_an/mau/quyet_dinh.docx"),
    ]
    assert "“do_khan”" in checked.findings[0].message
    assert checked.sound == ()


def it_tells_when_the_frame_of_an_attachment_does_not_fit_the_page(tmp_path: Path) -> None:
    def narrow(frame: OfficeFrame) -> None:
        frame.page("pgMar", left=1985)
        frame.style("VB_QuocHieu", "rPr/sz", val="24")
        with frame.part() as root:
            for table in root.iter(w("tbl")):
                for right in [*list(table.iter(w("gridCol")))[1::2], *list(table.iter(w("tcW")))[1::2]]:
                    right.set(w("w"), str(int(right.get(w("w"), "")) - 284))

    (found,) = check(office(tmp_path, narrow)).findings
    assert (found.code, found.level) == ("F216", "warning")
    assert "kem_theo.docx rộng 165 mm" in found.message
    assert "Chép templates/kem_theo.docx vào cùng thư mục" in found.hint


def it_has_no_pictures_in_the_frame_of_an_attachment(tmp_path: Path) -> None:
    picture = '<w:r><w:drawing r:embed="rId1"/></w:r>'
    (found,) = check(office(tmp_path, before("{{ kem_theo }}", picture), "kem_theo")).findings
    assert found.code == "F218"
    assert "“{{ kem_theo }}” có ảnh" in found.message


def it_builds_the_documents_of_other_offices_and_of_other_frames(tmp_path: Path) -> None:
    found = office(tmp_path, retyped("{{ ho_ten }}", "{{ ho_tenn }}"))
    alone = DECISION.replace("kem_theo:\n  - kh\n", "").replace("Ban hành kèm theo Quyết định này [[kh]]", "Phê duyệt kế hoạch")
    (found.content / "so_khac" / "2025").mkdir(parents=True)
    (found.content / "so_khac" / "2025" / "qd.yaml").write_text(
        alone.replace("ma: qd", "ma: qd_khac").replace("2228", "2229"), "utf-8"
    )
    letter = alone.replace("quyet_dinh\n", "thong_bao\n", 1).replace("ma: qd", "ma: tb")
    letter = letter.replace("kèm theo Quyết định này", "kèm theo Thông báo này").replace("dieu:\n  - noi_dung: |\n      ", "de_muc:\n  - noi_dung: |\n      ")
    (found.content / "nghe_an" / "2025" / "tb.yaml").write_text(letter, "utf-8")
    older = found.outputs / "nghe_an" / "2025" / "qd.docx"
    older.parent.mkdir(parents=True)
    older.write_bytes(b"older")
    result = report(found, (), ("docx",))
    assert codes(result.findings) == ["F207"]
    assert {p.relative_to(found.outputs).as_posix() for p in result.written if p.suffix == ".docx"} == {
        "nghe_an/2025/tb.docx", "so_khac/2025/qd.docx",
    }
    assert older.read_bytes() == b"older"


def it_calls_a_broken_frame_of_templates_the_machines_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = office(tmp_path, lambda frame: None)
    (found.templates / "quyet_dinh.docx").write_bytes(b"PK\x03\x04 hong")
    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build.bootstrap, "reexec", lambda root: None)
    assert build.main(["check", str(found.content)]) == MACHINE
    assert "Khung trang quyet_dinh.docx trong templates/ bị hỏng" in capsys.readouterr().err


# What Word writes for itself: of no page, and of no document either.
_OF_WORD = {
    "customXml/item1.xml": b"<bi_mat/>", "customXml/itemProps1.xml": b"<bi_mat/>", "docProps/custom.xml": b"<bi_mat/>",
    "customXml/_rels/item1.xml.rels": b"<bi_mat/>", "docProps/thumbnail.jpeg": b"bi_mat",
    "docMetadata/LabelInfo.xml": b"<bi_mat/>", "word/people.xml": b"<bi_mat/>", "word/commentsIds.xml": b"<bi_mat/>",
    "word/glossary/document.xml": b"<bi_mat/>", "word/stylesWithEffects.xml": b"<bi_mat/>",
}


def it_takes_over_nothing_that_word_writes_for_itself(tmp_path: Path) -> None:
    def change(frame: OfficeFrame) -> None:
        for name, data in _OF_WORD.items():
            frame.parts[name] = data
            leading(f"/{name}")(frame)
            frame.replace("</Types>", f'<Override PartName="/{name}" ContentType="bi_mat"/></Types>', "[Content_Types].xml")
        leading("docMetadata/LabelInfo.xml", "_rels/.rels")(frame)
        set_to('<w:rsids><w:rsid w:val="bi_mat"/></w:rsids><w:docVars><w:docVar w:name="a" w:val="bi_mat"/></w:docVars>')(frame)
        frame.replace("</Properties>", "<Company>bi_mat</Company></Properties>", "docProps/app.xml")

    found = office(tmp_path, change)
    checked = check(found)
    assert checked.findings == ()
    (bo,) = checked.sound
    with zipfile.ZipFile(io.BytesIO(docx(found, checked, bo))) as built:
        parts = {name: built.read(name) for name in built.namelist()}
    assert not _OF_WORD.keys() & parts.keys()
    assert [name for name, data in parts.items() if b"bi_mat" in data] == []
    for name in ("customXml", "docMetadata", "people", "glossary"):
        assert [part for part, data in parts.items() if name.encode() in data] == []


def it_changes_no_part_of_the_frames_of_templates() -> None:
    for path in TEMPLATES.glob("*.docx"):
        parts = read_parts(path.read_bytes())
        assert needed(parts) == parts
