"""Pictures from files: what is read of them, how they stand in the DOCX and on the page, what is kept of them."""

import hashlib
import re
import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator
from PIL import Image as Pillow

from tests.support.content import DECISION, PLAN, project
from tests.support.examples import examples
from tests.support.office import OfficeFrame
from tests.support.wordml import W, is_on, read_parts, style_of, text_of, w
from vanban.model.document import BoVanBan
from vanban.model.inline import Reference
from vanban.model.picture import Hinh
from vanban.model.places import Places
from vanban.model.walk import inlines, pictures
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx, report
from vanban.readers.picture_files import PictureFiles, _decoded, _Refused
from vanban.the_thuc import latest
from vanban.units import Length, Mm, Pt
from vanban.writers.to_pdf import is_ready

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PAGE = latest("nha_nuoc").trang

DRAFT = DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "")
ANNEX = """\
loai_van_ban: phu_luc
ma: pl
trich_yeu: Sơ đồ
hinh:
  - {ma: so_do, tep: hinh/so_do.png, mo_ta: Sơ đồ một cửa, tieu_de: Quy trình một cửa}
"""


def picture(width: int = 300, height: int = 150, form: str = "PNG", shade: int = 200, **saved: object) -> bytes:
    out = BytesIO()
    Pillow.new("L", (width, height), shade).save(out, form, **saved)
    return out.getvalue()


def of(entries: str, text: str = "Theo phân công.", more: str = "") -> str:
    """The plain plan with pictures at its one heading."""
    plan = PLAN.replace("      Theo phân công.\n", "".join(f"      {line}\n" for line in text.split("\n")))
    return f"{plan}    hinh:\n" + "".join(f"      - {{{entry}}}\n" for entry in entries.strip().split("\n")) + more


def put(home: Project, **files: bytes) -> None:
    folder = home.content / "nghe_an" / "2025" / "hinh"
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / f"{name}.png").write_bytes(data)


ONE = "ma: so_do, tep: hinh/so_do.png, mo_ta: Sơ đồ một cửa, tieu_de: Quy trình một cửa"
BARE = "ma: so_do, tep: hinh/so_do.png, mo_ta: Sơ đồ một cửa"

Read = Callable[..., Checked]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Checks a decision with its plan and the pictures that are given by name."""
    def of_plan(kh: str, qd: str = DECISION, pictures: dict[str, bytes] | None = None, **more: str) -> Checked:
        home = project(tmp_path, qd=qd, kh=kh, **more)
        put(home, **({"so_do": picture()} if pictures is None else pictures))
        return check(home)
    return of_plan


def sound(checked: Checked) -> BoVanBan:
    assert not checked.findings, checked.findings
    (bo,) = checked.sound
    return bo


def drawn(bo: BoVanBan) -> list[Hinh]:
    return [hinh for van_ban in bo for hinh in pictures(van_ban)]


def built(checked: Checked, tmp_path: Path) -> dict[str, bytes]:
    """The parts of the DOCX, which Word would open without a word."""
    bo = sound(checked)
    path = tmp_path / "built.docx"
    path.write_bytes(docx(Project(tmp_path), checked, bo))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    return read_parts(path)


def root_of(parts: dict[str, bytes]) -> etree._Element:
    return etree.fromstring(parts["word/document.xml"])


# What is read of a file


def it_takes_the_natural_size_at_the_density_of_the_file(read: Read) -> None:
    (hinh,) = drawn(sound(read(of(BARE), pictures={"so_do": picture(600, 300, dpi=(150, 150))})))
    assert hinh.drawn
    assert hinh.drawn.width.mm == pytest.approx(600 / 150 * 25.4, abs=0.01)
    assert hinh.drawn.height.mm == pytest.approx(300 / 150 * 25.4, abs=0.01)


def it_takes_96_pixels_to_the_inch_where_the_file_states_none(read: Read) -> None:
    (hinh,) = drawn(sound(read(of(BARE), pictures={"so_do": picture(192, 96)})))
    assert hinh.image
    assert hinh.image.density == (96, 96)
    assert (hinh.image.width, hinh.image.height) == (Mm(50.8), Mm(25.4))


def it_tells_a_file_of_72_from_one_that_states_none(read: Read) -> None:
    (hinh,) = drawn(sound(read(of(BARE), pictures={"so_do": picture(dpi=(72, 72))})))
    assert hinh.image
    assert hinh.image.density == (72, 72)


def it_keeps_the_proportion_of_pixels_that_are_not_square(read: Read) -> None:
    (hinh,) = drawn(sound(read(of(BARE), pictures={"so_do": picture(200, 200, dpi=(100, 200))})))
    assert hinh.drawn
    assert hinh.drawn.width / hinh.drawn.height == pytest.approx(2, rel=0.001)


def it_goes_by_what_a_file_holds_not_by_its_ending(read: Read, tmp_path: Path) -> None:
    checked = read(of(BARE), pictures={"so_do": picture(form="JPEG")})
    (hinh,) = drawn(sound(checked))
    assert hinh.image
    assert hinh.image.form == "jpeg"
    assert f"word/media/{hinh.image.fingerprint}.jpeg" in built(checked, tmp_path)


def it_holds_pictures_for_the_same_by_their_bytes(read: Read) -> None:
    two = f"{BARE}\n{BARE.replace('so_do', 'ban_sao')}"
    same = drawn(sound(read(of(two), pictures={"so_do": picture(), "ban_sao": picture()})))
    assert same[0].image == same[1].image
    assert same[0].image
    assert same[0].image.fingerprint == hashlib.sha256(picture()).hexdigest()


def it_reads_a_picture_that_is_given_in_place_of_its_file(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=of(BARE))
    path = home.content / "nghe_an" / "2025" / "hinh" / "so_do.png"
    checked = check(home, instead={path: picture()})
    assert not checked.findings
    (hinh,) = drawn(sound(checked))
    assert hinh.image
    assert checked.content.looked.printed(hinh.image) == picture()


def it_finds_a_file_whose_name_the_disk_has_in_another_form(read: Read) -> None:
    named = of("ma: so_do, tep: hinh/sơ đồ.png, mo_ta: Sơ đồ")
    assert not read(named, pictures={"so\N{COMBINING HORN} đo\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING GRAVE ACCENT}": picture()}).findings


def it_takes_a_picture_of_another_folder_of_content(read: Read, tmp_path: Path) -> None:
    shared = tmp_path / "content" / "dung_chung" / "hinh"
    shared.mkdir(parents=True)
    (shared / "ban_do.png").write_bytes(picture())
    assert not read(of("ma: ban_do, tep: ../../dung_chung/hinh/ban_do.png, mo_ta: Bản đồ")).findings


def it_follows_no_link_out_of_content(read: Read, tmp_path: Path) -> None:
    outside = tmp_path / "ngoai.png"
    outside.write_bytes(picture())
    folder = tmp_path / "content" / "nghe_an" / "2025" / "hinh"
    folder.mkdir(parents=True)
    try:
        (folder / "lien_ket.png").symlink_to(outside)
    except OSError:
        pytest.skip("this machine makes no links")
    assert [f.code for f in read(of("ma: x, tep: hinh/lien_ket.png, mo_ta: Liên kết")).findings] == ["C113"]


def it_refuses_a_file_of_more_than_8_megabytes(read: Read) -> None:
    assert [f.code for f in read(of(BARE), pictures={"so_do": picture() + bytes(8_000_000)}).findings] == ["C112"]


def it_refuses_a_header_that_promises_a_billion_pixels(read: Read) -> None:
    data = bytearray(picture())
    data[16:24] = struct.pack(">II", 40_000, 40_000)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    assert [f.code for f in read(of(BARE), pictures={"so_do": bytes(data)}).findings] == ["C112"]


@settings(max_examples=examples(300), deadline=None)
@given(st.sampled_from(["PNG", "JPEG"]), st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), min_size=1, max_size=9), st.integers(1, 3000))
def it_never_fails_on_spoilt_bytes(form: str, changes: list[tuple[int, int]], length: int) -> None:
    data = bytearray(picture(40, 30, form, dpi=(96, 96)))
    for place, value in changes:
        data[place % len(data)] = value
    with suppress(_Refused):
        image = _decoded("x.png", bytes(data[:length]))
        assert all(side > 0 for side in image.pixels)


def it_reads_a_file_once_for_many_that_name_it(tmp_path: Path) -> None:
    files = PictureFiles(tmp_path / "content", Places(), {tmp_path / "content" / "a" / "x.png": picture()})
    assert files._image("x.png", "content/a") is files._image("../a/x.png", "content/b")


# Captions and references


def it_counts_captions_in_the_order_of_print_and_those_alone(read: Read) -> None:
    entries = "\n".join((
        "ma: cuoi, tep: hinh/so_do.png, mo_ta: Đứng sau, tieu_de: Đứng sau phần chữ",
        "ma: khong_ten, tep: hinh/so_do.png, mo_ta: Không tên",
        "ma: dau, tep: hinh/so_do.png, mo_ta: Đứng đầu, tieu_de: Chèn trong phần chữ",
    ))
    bo = sound(read(of(entries, "Xem [[cuoi]], [[khong_ten]], [[dau]].\n\n@chen dau")))
    assert {hinh.ma: hinh.number for hinh in drawn(bo)} == {"dau": 1, "cuoi": 2, "khong_ten": 0}
    shown = [each.shown for each in inlines(list(bo)[1]) if isinstance(each, Reference)]
    assert shown == ["Hình 2", "hình kèm theo", "Hình 1"]


def it_names_the_document_of_a_picture_elsewhere(read: Read) -> None:
    plan = PLAN.replace("Theo phân công.", "Theo [[so_do]]; [[pl]].") + "kem_theo: [pl]\n"
    bo = sound(read(plan, pl=ANNEX))
    assert [each.shown for each in inlines(list(bo)[1]) if isinstance(each, Reference)] == ["Hình 1 Phụ lục", "Phụ lục"]


def it_counts_each_document_from_1(read: Read) -> None:
    bo = sound(read(of(ONE.replace("so_do,", "quy_trinh,"), "Theo [[pl]].") + "kem_theo: [pl]\n", pl=ANNEX))
    assert [(hinh.number, hinh.drawn and hinh.drawn.number) for hinh in drawn(bo)] == [(1, 1), (1, 2)]


# Sizes on the page


@pytest.mark.parametrize(("kho_giay", "turned"), [("doc", ""), ("ngang", "kho_giay: ngang\n")])
def it_makes_a_wide_picture_as_wide_as_the_text(kho_giay: str, turned: str, read: Read) -> None:
    plan = PLAN.replace("Theo phân công.", "Theo [[pl]].") + "kem_theo: [pl]\n"
    (hinh,) = drawn(sound(read(plan, pl=ANNEX + turned, pictures={"so_do": picture(4000, 400)})))
    assert hinh.drawn
    assert hinh.drawn.width == PAGE.text_width(kho_giay)
    assert hinh.drawn.height == pytest.approx(PAGE.text_width(kho_giay) / 10, abs=1)


def it_makes_a_picture_as_wide_as_was_asked(read: Read) -> None:
    (hinh,) = drawn(sound(read(of(f'{BARE}, do_rong: "117,5"'))))
    assert hinh.drawn
    assert (hinh.drawn.width, hinh.drawn.height) == (Mm(117.5), Mm(117.5 / 2))


def it_shrinks_a_tall_picture_to_the_page_with_its_caption(read: Read) -> None:
    (hinh,) = drawn(sound(read(of(f"{ONE}, do_rong: 165"), pictures={"so_do": picture(300, 1200)})))
    assert hinh.drawn
    assert PAGE.text_height() - Mm(30) < hinh.drawn.height < PAGE.text_height() - Pt(13 * 1.15)
    assert hinh.drawn.height / hinh.drawn.width == pytest.approx(4, rel=0.001)


# The DOCX


def it_draws_the_picture_in_its_line_with_its_words_for_who_does_not_see_it(read: Read, tmp_path: Path) -> None:
    checked = read(of('ma: so_do, tep: hinh/so_do.png, mo_ta: "Từ <A> đến \\"B\\" & C", do_rong: 60',
                      more="    noi_dung_cuoi: |\n      Hết.\n"))
    parts = built(checked, tmp_path)
    (inline,) = root_of(parts).iter(f"{WP}inline")
    properties = inline.find(f"{WP}docPr")
    assert properties is not None
    assert properties.get("descr") == 'Từ <A> đến "B" & C'
    assert properties.get("name") == "so_do"
    extent = inline.find(f"{WP}extent")
    assert extent is not None
    assert (extent.get("cx"), extent.get("cy")) == (str(int(Mm(60))), str(int(Mm(30))))
    assert [lock.get("noChangeAspect") for lock in inline.iter(f"{A}graphicFrameLocks", f"{A}picLocks")] == ["1", "1"]
    assert inline.find(f".//{PIC}pic") is not None
    (paragraph,) = inline.iterancestors(w("p"))
    assert style_of(paragraph) == "VB_Hinh"
    assert not is_on(paragraph.find(f"{W}pPr/{W}keepNext"))


def it_puts_the_caption_below_and_keeps_the_two_together(read: Read, tmp_path: Path) -> None:
    parts = built(read(of(ONE, more="    noi_dung_cuoi: |\n      Hết.\n")), tmp_path)
    (inline,) = root_of(parts).iter(f"{WP}inline")
    (paragraph,) = inline.iterancestors(w("p"))
    caption = paragraph.getnext()
    assert caption is not None
    assert (style_of(caption), text_of(caption)) == ("VB_HinhTen", "Hình 1. Quy trình một cửa")
    styles = etree.fromstring(parts["word/styles.xml"])
    (style,) = styles.xpath("//*[@*[local-name()='styleId']='VB_Hinh']")
    assert is_on(style.find(f"{W}pPr/{W}keepNext"))
    assert paragraph.find(f"{W}pPr/{W}keepNext") is None


def it_prints_in_the_order_of_the_format(read: Read, tmp_path: Path) -> None:
    more = (
        "    bang_bieu:\n      - ma: bang\n        cot: [{ma: cot_a, tieu_de: Cột}]\n        hang: [{cot_a: Ô}]\n"
        "    noi_dung_cuoi: |\n      Cuối mục.\n    de_muc:\n      - tieu_de: Mục con\n"
    )
    body = root_of(built(read(of(ONE, more=more)), tmp_path)).find(w("body"))
    assert body is not None
    order = [style_of(block) if block.tag == w("p") else "bảng" for block in body]
    start = order.index("VB_Muc")
    assert order[start:start + 8] == ["VB_Muc", "VB_NoiDung", "VB_KhoanTieuDe", "VB_TruocBang", "bảng", "VB_Hinh", "VB_HinhTen", "VB_NoiDung"]


def it_keeps_the_end_mark_with_a_last_picture(read: Read, tmp_path: Path) -> None:
    body = root_of(built(read(of(ONE)), tmp_path)).find(w("body"))
    assert body is not None
    *_, caption, mark = body.iter(w("p"))
    assert (style_of(caption), style_of(mark), text_of(mark)) == ("VB_HinhTen", "VB_KetThuc", "./.")
    assert is_on(caption.find(f"{W}pPr/{W}keepNext"))


def it_stores_a_picture_once_however_often_it_is_used(read: Read, tmp_path: Path) -> None:
    plan = of(f"{ONE.replace('so_do,', 'lan_mot,')}\n{ONE.replace('so_do,', 'lan_hai,')}", "Theo [[pl]].") + "kem_theo: [pl]\n"
    parts = built(read(plan, pl=ANNEX), tmp_path)
    media = {name: data for name, data in parts.items() if name.startswith("word/media/")}
    assert media == {f"word/media/{hashlib.sha256(picture()).hexdigest()}.png": picture()}
    blips = [blip.get(f"{R}embed") for blip in root_of(parts).iter(f"{A}blip")]
    assert (len(blips), len(set(blips))) == (3, 1)
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    assert [each.get("Target") for each in relations if each.get("Id") == blips[0]] == [next(iter(media)).removeprefix("word/")]
    ids = [each.get("id") for each in root_of(parts).iter(f"{WP}docPr")]
    assert len(set(ids)) == 3


def it_adds_nothing_to_a_package_without_pictures(read: Read, tmp_path: Path) -> None:
    parts = built(read(PLAN), tmp_path)
    assert b'"png"' not in parts["[Content_Types].xml"]
    assert not [name for name in parts if "media" in name]


def it_states_each_type_of_content_once(read: Read, tmp_path: Path) -> None:
    two = f"{BARE}\nma: anh, tep: hinh/anh.png, mo_ta: Ảnh"
    parts = built(read(of(two), pictures={"so_do": picture(), "anh": picture(form="JPEG")}), tmp_path)
    types = re.findall(r'Extension="(\w+)"', parts["[Content_Types].xml"].decode())
    assert sorted(types) == ["jpeg", "png", "rels", "xml"]


def it_stands_beside_the_picture_of_an_office_frame(read: Read, tmp_path: Path) -> None:
    """A frame that has a type "PNG" and relations of its own, as Word leaves them."""
    frame = OfficeFrame("quyet_dinh")
    frame.replace("<Default ", '<Default Extension="PNG" ContentType="image/png"/><Default ', "[Content_Types].xml")
    home = project(tmp_path, qd=DECISION, kh=of(ONE))
    frame.put(home)
    put(home, so_do=picture())
    checked = check(home)
    parts = built(checked, tmp_path)
    assert parts["[Content_Types].xml"].lower().count(b'extension="png"') == 1


def it_gives_a_file_of_its_own_the_pictures_of_its_document(read: Read, tmp_path: Path) -> None:
    read(of(ONE))
    report(Project(tmp_path), [], ["docx"], tmp_path / "out", separate=True)
    media = {path.name[-7:]: [name for name in read_parts(path) if "media" in name] for path in (tmp_path / "out").rglob("*.docx")}
    assert [len(media["_qd.docx"[-7:]]), len(media["_kh.docx"[-7:]])] == [0, 1]
    for path in (tmp_path / "out").rglob("*.docx"):
        assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def it_makes_the_same_bytes_again(read: Read, tmp_path: Path) -> None:
    checked = read(of(ONE))
    assert docx(Project(tmp_path), checked, sound(checked)) == docx(Project(tmp_path), checked, sound(checked))


def it_says_what_it_shows_in_the_reading_copy(read: Read, tmp_path: Path) -> None:
    sound(read(of(ONE)))
    assert not report(Project(tmp_path), [], ["html"], tmp_path / "out").failures
    (page,) = (tmp_path / "out").rglob("*.html")
    text = page.read_text("utf-8")
    assert 'alt="Sơ đồ một cửa"' in text
    assert "Hình 1. Quy trình một cửa" in text.replace("\N{NO-BREAK SPACE}", " ")


# The page


@pytest.mark.skipif(not is_ready(), reason="LibreOffice or its font is not here")
def it_stands_within_the_margins_with_its_caption_below(read: Read, tmp_path: Path) -> None:
    plan = of(ONE, "Theo [[pl]], [[pl_cao]].") + "kem_theo: [pl, pl_cao]\n"
    tall = ANNEX.replace("so_do", "cao").replace("ma: pl\n", "ma: pl_cao\n").replace("ma: cao", "ma: hinh_cao")
    turned = ANNEX.replace("ma: so_do", "ma: ngang") + "kho_giay: ngang\n"
    read(plan, pl=turned, pl_cao=tall, pictures={"so_do": picture(3000, 900), "cao": picture(500, 2500, shade=90)})
    assert not report(Project(tmp_path), [], ["pdf"], tmp_path / "out").failures
    (path,) = (tmp_path / "out").rglob("*.pdf")
    found = 0
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            for image in page.images:
                found += 1
                left, right, top, bottom = (Pt(image[side]) for side in ("x0", "x1", "top", "bottom"))
                width = Pt(page.width)
                assert left >= PAGE.le_trai - Mm(0.2)
                assert right <= width - PAGE.le_phai + Mm(0.2)
                assert top >= PAGE.le_tren - Mm(0.2)
                assert bottom <= Pt(page.height) - PAGE.le_duoi + Mm(0.2)
                middle = Length((PAGE.le_trai + width - PAGE.le_phai) // 2)
                assert abs((left + right) // 2 - middle) < Mm(0.5)
                below = page.crop((0, image["bottom"], page.width, page.height)).extract_text()
                assert below.startswith("Hình 1. Quy trình một cửa"), below
    assert found == 3


# Issued documents


def issued(read: Read, tmp_path: Path) -> Project:
    read(of(ONE), qd=DRAFT)
    home = Project(tmp_path)
    assert not issue(home, home.content / "nghe_an" / "2025" / "qd.yaml", "2228", date(2025, 7, 15)).has_errors
    assert not check(home).findings
    return home


def it_finds_a_picture_that_was_changed_after_issue(read: Read, tmp_path: Path) -> None:
    home = issued(read, tmp_path)
    put(home, so_do=picture(shade=10))
    for targets in ([], [home.content / "nghe_an" / "2025" / "qd.yaml"]):
        checked = check(home, targets)
        assert [(f.code, f.file) for f in checked.findings] == [("C105", "content/nghe_an/2025/hinh/so_do.png")]
        assert not checked.sound


def it_finds_a_picture_that_is_gone_after_issue(read: Read, tmp_path: Path) -> None:
    home = issued(read, tmp_path)
    (home.content / "nghe_an" / "2025" / "hinh" / "so_do.png").unlink()
    (told,) = check(home).findings
    assert (told.code, told.file) == ("C105", "content/nghe_an/2025/qd.yaml")
    assert "git checkout -- content/nghe_an/2025/hinh/so_do.png" in told.hint


def it_lets_other_pictures_of_the_folder_change(read: Read, tmp_path: Path) -> None:
    home = issued(read, tmp_path)
    put(home, khac=picture(shade=10))
    assert not check(home).findings
