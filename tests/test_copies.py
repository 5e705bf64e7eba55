"""Copies (sao y, trích sao, sao lục): the words that are copied stand there as they were, what is said of the copy below."""

import io
import os
import re
import tracemalloc
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator
from PIL import Image, ImageChops, ImageDraw

from tests.support.content import DECISION, PLAN, project
from tests.support.pages import read_pages
from vanban.errors import MachineError
from vanban.findings import Finding
from vanban.model.inline import Run
from vanban.model.printed import PrintedSet
from vanban.model.rebuild import rebuilt
from vanban.pdf_bytes import pdf_fault
from vanban.pipeline import copies
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx, report
from vanban.the_thuc import latest
from vanban.units import Mm, Pt
from vanban.wordml.printed_words import printed_words
from vanban.writers.to_copied_pdf import to_copied_pdf
from vanban.writers.to_pdf import Converter, Job, is_ready

COPY = """\
loai_van_ban: {loai}
ma: ban_sao
co_quan: {co_quan}
so_van_ban: 5
ngay_ban_hanh: 18/7/2025
{tu}
noi_nhan: [Các sở]
luu: VT
nguoi_ky: {nguoi_ky}
vi_du: true
"""
ARTICLES = DECISION.replace("dieu:\n", """dieu:
  - ma: dieu_dau
    noi_dung: |
      Phê duyệt hai việc[^mot]:
      1. Việc thứ nhất.
      1. Việc thứ hai[^hai]. {#viec_hai}
      [^mot]: Chú thích đầu.
      [^hai]: Chú thích sau.
""")
_PAGE = (595.3, 841.9)


def copy_of(tu: str, loai: str = "sao_y", co_quan: str = "ubnd_nghe_an", nguoi_ky: str = "le_van_c") -> str:
    return COPY.format(loai=loai, tu=tu, co_quan=co_quan, nguoi_ky=nguoi_ky)


def lines(data: bytes) -> list[str]:
    """The words of each paragraph of a DOCX, in the order of print."""
    return [each.words for each in printed_words(data).paragraphs if each.words.strip()]


def built(home: Project, name: str) -> list[str]:
    """The lines of the document in that file; the set must be sound."""
    checked = check(home)
    (bo,) = (each for each in checked.sound if checked.content.file_of(each.van_ban).endswith(f"/{name}.yaml"))
    data = docx(home, checked, bo)
    (home.root / "word.docx").write_bytes(data)
    assert OpenXmlValidator().validate(home.root / "word.docx").is_valid
    return lines(data)


def found(home: Project, code: str) -> list[Finding]:
    return [each for each in check(home).findings if each.code == code]


# Of a document that is built here


def it_prints_the_document_whole_and_below_it_whose_copy_it_is(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN, ban_sao=copy_of("sao_tu: qd"))
    original, copy = built(home, "qd"), built(home, "ban_sao")
    assert copy[: len(original)] == original
    assert copy[len(original):] == [
        "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN", "SAO Y", "Số: 05/SY-UBND", "Nghệ An, ngày 18 tháng 7 năm 2025",
        "Nơi nhận:", "- Các sở;", "- Lưu: VT.", "TL. CHỦ TỊCH CHÁNH VĂN PHÒNG", "Lê Văn C",
    ]


def it_copies_the_words_that_were_kept_at_issue_whatever_registers_say_today(tmp_path: Path) -> None:
    draft = DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "ngay_du_kien: 15/7/2025\n")
    home = project(tmp_path, qd=draft, kh=PLAN)
    issue(home, home.content / "nghe_an/2025/qd.yaml", "2228", date(2025, 7, 15))
    before = built(home, "qd")
    register = home.content / "dung_chung/can_cu.yaml"
    register.write_text(register.read_text("utf-8").replace("Chương trình tổng thể", "Chương trình khác"), "utf-8")
    (home.content / "nghe_an/2025/ban_sao.yaml").write_text(copy_of("sao_tu: qd"), "utf-8")
    assert built(home, "ban_sao")[: len(before)] == before


@pytest.mark.parametrize("today", ["Chương trình tổng thể", "Chương trình khác"])
def it_extracts_from_an_issued_document_in_the_words_that_were_kept(today: str, tmp_path: Path) -> None:
    draft = ARTICLES.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "ngay_du_kien: 15/7/2025\n")
    home = project(tmp_path, qd=draft, kh=PLAN)
    issue(home, home.content / "nghe_an/2025/qd.yaml", "2228", date(2025, 7, 15))
    before = built(home, "qd")
    register = home.content / "dung_chung/can_cu.yaml"
    register.write_text(register.read_text("utf-8").replace("Chương trình tổng thể", today), "utf-8")
    extract = copy_of("sao_tu: qd\nphan_trich: [viec_hai]", "trich_sao")
    (home.content / "nghe_an/2025/ban_sao.yaml").write_text(extract, "utf-8")
    assert [each.code for each in check(home).findings if each.level == "error"] == []
    head = before.index("QUYẾT ĐỊNH:")
    assert built(home, "ban_sao")[: head + 1] == before[: head + 1]


def it_refuses_an_extract_where_the_machine_prints_other_words_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = ARTICLES.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "ngay_du_kien: 15/7/2025\n")
    home = project(tmp_path, qd=draft, kh=PLAN)
    issue(home, home.content / "nghe_an/2025/qd.yaml", "2228", date(2025, 7, 15))
    extract = copy_of("sao_tu: qd\nphan_trich: [viec_hai]", "trich_sao")
    (home.content / "nghe_an/2025/ban_sao.yaml").write_text(extract, "utf-8")
    printed = copies.as_printed

    def otherwise(*given: Any) -> PrintedSet:
        """As an engine might that puts other words between those that were typed."""
        return rebuilt(printed(*given), {Run: lambda run: replace(run, text=f"{run.text} (mới)")})

    monkeypatch.setattr(copies, "as_printed", otherwise)
    (fault,) = found(home, "R123")
    assert "khác bản đã lưu khi ban hành" in fault.message


def it_names_the_form_of_the_copy_in_its_symbol(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN, ban_sao=copy_of("sao_tu: qd\nphan_trich: [kh]", "trich_sao"))
    assert {"TRÍCH SAO", "Số: 05/TrS-UBND"} <= {*built(home, "ban_sao")}


def it_prints_a_copy_of_a_copy_below_the_first_copy(tmp_path: Path) -> None:
    second = copy_of("sao_tu: ban_sao", "sao_luc", "so_noi_vu_nghe_an", "vu_van_g").replace("ma: ban_sao", "ma: hai")
    home = project(tmp_path, qd=DECISION, kh=PLAN, ban_sao=copy_of("sao_tu: qd"), hai=second)
    first, both = built(home, "ban_sao"), built(home, "hai")
    assert both[: len(first)] == first
    assert both[len(first): len(first) + 3] == ["SỞ NỘI VỤ", "SAO LỤC", "Số: 05/SL-SNV"]


def it_copies_the_parts_that_are_named_with_their_numbers_and_no_others(tmp_path: Path) -> None:
    trich = copy_of("sao_tu: qd\nphan_trich: [viec_hai]", "trich_sao")
    home = project(tmp_path, qd=ARTICLES, kh=PLAN, ban_sao=trich)
    original, copy = built(home, "qd"), built(home, "ban_sao")
    head, tail = original.index("QUYẾT ĐỊNH:"), original.index("Nơi nhận:")
    assert copy[: head + 1] == original[: head + 1]
    assert copy[head + 1: head + 3] == [line for line in original[head + 1: tail] if "hai việc" in line or "thứ hai" in line]
    signed = original[tail: original.index("Nguyễn Văn A") + 1]
    assert copy[head + 3: head + 3 + len(signed)] == signed
    assert not [line for line in copy if "thứ nhất" in line or "Theo phân công" in line]


def it_prints_no_head_alone_of_what_is_attached(tmp_path: Path) -> None:
    """An annex of an attached plan follows the decision directly where nothing of the plan is copied."""
    annex = "loai_van_ban: phu_luc\nma: pl\ntrich_yeu: Danh sách\nmo_dau: |\n  Sở A. {#so_a}\n\n  Sở B.\n"
    files = {"qd": DECISION, "kh": PLAN.replace("phân công.", "phân công tại [[pl]].") + "kem_theo: [pl]\n", "pl": annex}
    home = project(tmp_path, **files, ban_sao=copy_of("sao_tu: qd\nphan_trich: [so_a]", "trich_sao"))
    copy = built(home, "ban_sao")
    assert "Sở A." in " ".join(copy)
    assert "Sở B." not in " ".join(copy)
    assert copy[copy.index("Nguyễn Văn A") + 1] == "Phụ lục"
    assert "KẾ HOẠCH" in built(home, "qd")
    assert "KẾ HOẠCH" not in copy


def it_reaches_the_original_when_only_the_copy_is_asked_for(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN, ban_sao=copy_of("sao_tu: qd"))
    checked = check(home, [home.content / "nghe_an/2025/ban_sao.yaml"])
    assert {bo.van_ban.ma for bo in checked.sound} == {"qd", "ban_sao"}


def it_makes_no_copy_of_what_has_an_error(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION.replace("nq_76_2021", "nq_khong_co"), kh=PLAN, ban_sao=copy_of("sao_tu: qd"))
    assert check(home).sound == ()


@pytest.mark.parametrize(("tu", "loai", "hint"), [
    ("sao_tu: qdd", "sao_y", "Có phải “qd”?"),
    ("sao_tu: kh", "sao_y", "phan_trich: [kh]"),
    ("sao_tu: qd\ntep_sao: a.pdf", "sao_y", "Giữ một"),
    ("sao_tu: ban_sao", "sao_y", "tep_sao"),
])
def it_tells_what_is_to_be_copied_where_that_is_not_said(tmp_path: Path, tu: str, loai: str, hint: str) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN, ban_sao=copy_of(tu, loai))
    (fault,) = found(home, "R122")
    assert hint in fault.hint
    assert [bo.van_ban.ma for bo in check(home).sound] == ["qd"]


def it_prints_what_is_said_of_a_photocopy_alone_and_says_so(tmp_path: Path) -> None:
    home = project(tmp_path, ban_sao=copy_of(""))
    (fault,) = found(home, "R126")
    assert fault.level == "info"
    assert built(home, "ban_sao")[:3] == ["ỦY BAN NHÂN DÂN TỈNH NGHỆ AN", "SAO Y", "Số: 05/SY-UBND"]


@pytest.mark.parametrize(("original", "loai", "words"), [
    (DECISION.replace('so_van_ban: "2228"\n', ""), "sao_y", "còn là dự thảo"),
    (DECISION, "sao_luc", "Sao lục là sao từ bản sao y"),
    (DECISION.replace("15/7/2025", "20/7/2025"), "sao_y", "trước ngày ban hành"),
])
def it_refuses_copies_that_the_decree_does_not_know(tmp_path: Path, original: str, loai: str, words: str) -> None:
    home = project(tmp_path, qd=original, kh=PLAN, ban_sao=copy_of("sao_tu: qd", loai))
    (fault,) = found(home, "R123")
    assert words in fault.message


def it_refuses_an_extract_whose_notes_would_be_counted_anew(tmp_path: Path) -> None:
    """Word counts footnotes: the second one alone would be the first. The sentence above has the first one here."""
    text = ARTICLES.replace("việc[^mot]:", "việc:").replace("nhất.", "nhất[^mot].")
    home = project(tmp_path, qd=text, kh=PLAN, ban_sao=copy_of("sao_tu: qd\nphan_trich: [viec_hai]", "trich_sao"))
    (fault,) = found(home, "R123")
    assert "chú thích" in fault.message


def it_names_the_nearest_part_where_none_has_the_id(tmp_path: Path) -> None:
    home = project(tmp_path, qd=ARTICLES, kh=PLAN, ban_sao=copy_of("sao_tu: qd\nphan_trich: [viec_haii]", "trich_sao"))
    (fault,) = found(home, "R124")
    assert "viec_hai" in fault.hint


def it_warns_of_a_secret_document(tmp_path: Path) -> None:
    secret = DECISION.replace("can_cu:\n", "do_mat: mat\ncan_cu:\n")
    home = project(tmp_path, qd=secret, kh=PLAN, ban_sao=copy_of("sao_tu: qd"))
    (fault,) = found(home, "R125")
    assert fault.level == "warning"


def it_counts_copies_of_every_form_together(tmp_path: Path) -> None:
    other = copy_of("sao_tu: qd\nphan_trich: [kh]", "trich_sao").replace("ma: ban_sao", "ma: hai")
    home = project(tmp_path, qd=DECISION, kh=PLAN, ban_sao=copy_of("sao_tu: qd"), hai=other)
    assert len(found(home, "R111")) == 2


# Of a PDF


def pdf_project(folder: Path, data: bytes | None, **keys: str) -> Project:
    home = project(folder, ban_sao=copy_of("tep_sao: den/cv.pdf", **keys))
    (home.content / "nghe_an/2025/den").mkdir()
    if data is not None:
        (home.content / "nghe_an/2025/den/cv.pdf").write_bytes(data)
    return home


def scan(*heights: float, size: tuple[float, float] = _PAGE) -> bytes:
    """A PDF of pictures, as a scanner makes it: on each page a line of ink that ends so far (points) below the top."""
    pages = []
    for height in heights:
        page = Image.new("L", (round(size[0]), round(size[1])), 250)
        ImageDraw.Draw(page).line([(90, 90), (90, height)], fill=20, width=3)
        pages.append(page)
    data = io.BytesIO()
    pages[0].save(data, "PDF", resolution=72, save_all=True, append_images=pages[1:])
    return data.getvalue()


@pytest.mark.parametrize(("data", "words"), [
    (None, "Không có tệp PDF “den/cv.pdf”"), (b"", "rỗng"), (bytes(5000), "rỗng"),
    (b"\x89PNG", "không phải là PDF mà là ảnh PNG"), (b"PK\x03\x04 word/document.xml", "mà là tệp Word"),
    (b"Kinh gui", "không phải là PDF"), (b"%PDF-1.7 trailer << /Encrypt 5 0 R >> %%EOF", "mật khẩu"),
    (b"%PDF-1.7 startxref 0 %%EOF", "không có trang nào"),
])
def it_says_why_a_file_cannot_be_copied(tmp_path: Path, data: bytes | None, words: str) -> None:
    """At the line and column that name the file, with what a clerk can do."""
    (fault,) = found(pdf_project(tmp_path, data), "C165")
    assert words in fault.message
    assert (fault.level, fault.line, fault.column) == ("error", 6, 10)
    assert len(fault.hint) > 20


@pytest.mark.parametrize("compressed", [False, True], ids=["plain", "compressed"])
@pytest.mark.parametrize(("spoil", "words"), [
    (lambda writer: None, ""), (lambda writer: writer.encrypt("123"), "mật khẩu"),
    (lambda writer: writer.remove_page(0), "không có trang nào"),
], ids=["whole", "locked", "no page"])
def it_reads_what_programs_write(
    tmp_path: Path, said: bytes, compressed: bool, spoil: Callable[[pypdf.PdfWriter], None], words: str
) -> None:
    """Also where the list of pages is compressed, as most programs write it today."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(said))
    spoil(writer)
    data = io.BytesIO()
    writer.write(data)
    made = compressed_lists(data.getvalue()) if compressed and words != "mật khẩu" else data.getvalue()
    faults = found(pdf_project(tmp_path, made), "C165")
    assert [words in each.message for each in faults] == ([True] if words else [])


def it_unpacks_no_more_than_a_list_of_objects_can_be() -> None:
    """A few kilobytes that unpack to more than the memory has are a file without pages, not a full machine."""
    packed = zlib.compress(bytes(120_000_000), 9)
    data = b"%PDF-1.5\n1 0 obj << /Type /ObjStm >> stream\n" + packed + b"\nendstream\nstartxref\n0\n%%EOF"
    tracemalloc.start()
    fault = pdf_fault(data)
    highest = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert fault
    assert "không có trang nào" in fault.words
    assert highest < 110_000_000


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def it_sees_that_a_file_was_cut_off(tmp_path: Path, said: bytes, part: float) -> None:
    (fault,) = found(pdf_project(tmp_path, said[: int(len(said) * part)]), "C165")
    assert "bị cắt cụt" in fault.message


def compressed_lists(data: bytes) -> bytes:
    """The same objects, those that are no streams in one compressed list (PDF 32000-1, 7.5.7)."""
    objects = {int(number): body for number, body in re.findall(rb"(\d+) 0 obj\s*(.*?)\s*endobj", data, re.DOTALL)}
    listed = {number: body for number, body in objects.items() if b"stream" not in body}
    places = [sum(len(body) + 1 for body in [*listed.values()][:at]) for at in range(len(listed))]
    head = " ".join(f"{number} {at}" for number, at in zip(listed, places, strict=True)).encode() + b" "
    packed = zlib.compress(head + b"\n".join(listed.values()))
    kept = b"".join(b"%d 0 obj\n%s\nendobj\n" % each for each in objects.items() if each[0] not in listed)
    said = b"900 0 obj\n<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n"
    return b"%PDF-1.5\n" + kept + said % (len(listed), len(head), len(packed), packed) + b"startxref\n0\n%%EOF\n"


@pytest.mark.parametrize("make", [
    os.mkdir, os.mkfifo, lambda path: path.symlink_to("/etc/hostname"), lambda path: path.symlink_to(path),
    lambda path: path.symlink_to(path.with_name("khong_co.pdf")),
])
def it_says_what_to_do_with_what_is_no_file(tmp_path: Path, make: Callable[[Path], None]) -> None:
    home = pdf_project(tmp_path, None)
    make(home.content / "nghe_an/2025/den/cv.pdf")
    (fault,) = found(home, "C165")
    assert fault.message.startswith("“den/cv.pdf” không phải là tệp thường trong content/")
    assert fault.hint == "Xóa thư mục hay liên kết ấy, chép hẳn tệp PDF vào chỗ đó."


def blank(width: float = 595, height: float = 842, pages: int = 1) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width, height)
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


@pytest.mark.parametrize("data", [
    blank(pages=0), blank(1e7, 1e7), blank(1, 1), blank().replace(b"842", b"-42"), blank().replace(b"/MediaBox", b"/MediaBux"),
    blank().replace(b"/Kids", b"/Parent", 1), blank()[: len(blank()) // 2], b"%PDF-1.7 startxref 0 %%EOF",
])
def it_opens_no_file_whose_pages_are_none(data: bytes) -> None:
    """No page, no size, a size that no printer and no memory has: told in words, not by a crash."""
    with pytest.raises(MachineError, match="^không mở được tệp PDF được sao; mở tệp xem thử rồi in lại ra PDF$"):
        to_copied_pdf(data, blank(), datetime(2025, 7, 18))


def it_tells_that_a_digital_signature_does_not_hold_on_the_copy(tmp_path: Path) -> None:
    home = pdf_project(tmp_path, b"%PDF-1.7 << /Type /Page >> << /Count 1 >> /ByteRange [0 1 2 3] %%EOF")
    (fault,) = found(home, "C166")
    assert fault.level == "info"
    assert check(home).sound


@pytest.mark.parametrize("tu", ["tep_sao: den/cv.pdf", "sao_tu: qd"])
def it_keeps_a_copy_at_its_issue_and_builds_it_again(tmp_path: Path, tu: str) -> None:
    draft = copy_of(tu).replace("so_van_ban: 5\nngay_ban_hanh: 18/7/2025\n", "ngay_du_kien: 18/7/2025\n")
    home = project(tmp_path, qd=DECISION, kh=PLAN, ban_sao=draft)
    (home.content / "nghe_an/2025/den").mkdir()
    file = home.content / "nghe_an/2025/den/cv.pdf"
    file.write_bytes(scan(200))
    issue(home, home.content / "nghe_an/2025/ban_sao.yaml", "5", date(2025, 7, 18))
    assert [each.code for each in check(home).findings if each.level == "error"] == []
    assert "Số: 05/SY-UBND" in built(home, "ban_sao")


def it_sees_that_the_copied_file_is_another_one_after_issue(tmp_path: Path) -> None:
    draft = copy_of("tep_sao: den/cv.pdf").replace(
        "so_van_ban: 5\nngay_ban_hanh: 18/7/2025\n", "ngay_du_kien: 18/7/2025\n")
    home = project(tmp_path, ban_sao=draft)
    (home.content / "nghe_an/2025/den").mkdir()
    file = home.content / "nghe_an/2025/den/cv.pdf"
    file.write_bytes(scan(200))
    issue(home, home.content / "nghe_an/2025/ban_sao.yaml", "5", date(2025, 7, 18))
    file.write_bytes(scan(300))
    assert found(home, "C105")
    file.unlink()
    assert found(home, "C105")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The page that says whose copy it is, as a PDF."""
    if not is_ready():
        pytest.skip("LibreOffice không có ở máy này")
    folder = tmp_path_factory.mktemp("said")
    home = pdf_project(folder, scan(200))
    checked = check(home)
    (bo,) = checked.sound
    (folder / "a.docx").write_bytes(docx(home, checked, bo))
    with Converter() as converter:
        list(converter.convert_each([Job(folder / "a.docx", folder / "a.pdf", datetime(2025, 7, 18))]))
    return (folder / "a.pdf").read_bytes()


def it_stands_as_mau_3_1_has_it(tmp_path: Path, said: bytes) -> None:
    """A rule over the whole width; below it the body at the left and the form of the copy at the right, in bold, on one
    line; number and day on one line below; the signature at the right."""
    (tmp_path / "said.pdf").write_bytes(said)
    (page,) = read_pages(tmp_path / "said.pdf")
    trang = latest("nha_nuoc").trang
    whole = max(page.rules(), key=lambda rule: rule.width)
    assert abs(whole.width - trang.text_width()) < Mm(0.5)
    (form,) = page.lines("VB_HinhThucSao")
    body, number, day = (page.lines(f"VB_{name}")[0] for name in ("CoQuanBanHanh", "SoKyHieu", "DiaDanhNgay"))
    right = trang.le_trai + trang.tieu_de_trai + (trang.text_width() - trang.tieu_de_trai) // 2
    assert abs(form.centre - right) < Mm(1)
    assert abs(body.centre - number.centre) < Mm(1)
    assert abs(form.centre - day.centre) < Mm(1)
    assert all("Bold" in char["fontname"] for char in form.chars)
    assert Pt(form.chars[0]["size"]) == pytest.approx(Pt(14), abs=Pt(0.1))
    assert abs(page.baseline(number.chars[0]) - page.baseline(day.chars[0])) < Mm(0.3)
    assert abs(page.baseline(form.chars[0]) - page.baseline(body.chars[0])) < Mm(1)


def pages(data: bytes) -> list[pypdf.PageObject]:
    return list(pypdf.PdfReader(io.BytesIO(data)).pages)


def content(page: pypdf.PageObject) -> bytes:
    held = page["/Contents"].get_object()
    return b"\n".join(each.get_object().get_data() for each in (held if isinstance(held, list) else [held]))


def it_draws_the_copy_into_the_room_below_the_last_page(said: bytes) -> None:
    original = scan(700, 300)
    made = to_copied_pdf(original, said, datetime(2025, 7, 18))
    before, after = pages(original), pages(made.data)
    assert (made.pages, made.is_apart) == (2, False)
    assert content(after[0]) == content(before[0])
    assert content(before[1]) in content(after[1])
    words = after[1].extract_text()
    assert "SAO Y" in words
    assert "05/SY-UBND" in words


@pytest.mark.parametrize("original", [scan(600), scan(200, size=(841.9, 595.3)), scan(200, size=(612, 1008))],
                         ids=["no room", "lying", "another paper"])
def it_takes_a_page_of_its_own_where_the_last_one_has_no_room(said: bytes, original: bytes) -> None:
    made = to_copied_pdf(original, said, datetime(2025, 7, 18))
    assert (made.pages, made.is_apart) == (2, True)
    assert content(pages(made.data)[0]) == content(pages(original)[0])


@pytest.mark.parametrize("height", [100, 240, 380, 520, 560])
def it_keeps_below_the_ink_and_above_the_foot(said: bytes, height: int) -> None:
    """Wherever the ink ends, nothing is drawn over it and nothing below 20 mm."""
    original = scan(height)
    made = to_copied_pdf(original, said, datetime(2025, 7, 18))
    before, after = drawn(original), drawn(made.data)
    added = ImageChops.difference(before, after).getbbox()
    assert (added is None) == made.is_apart
    if added:
        assert height < added[1] < added[3] < before.height - Mm(20).pt


def boxed(data: bytes, **boxes: tuple[float, float, float, float]) -> bytes:
    """The same file, the boxes of its pages set to others."""
    writer, out = pypdf.PdfWriter(clone_from=io.BytesIO(data)), io.BytesIO()
    for page in writer.pages:
        for name, box in boxes.items():
            setattr(page, name, pypdf.generic.RectangleObject(box))
    writer.write(out)
    return out.getvalue()


_MOVED = (100, 100, 695, 942)


@pytest.mark.parametrize(("original", "is_apart"), [
    (boxed(blank(), mediabox=_MOVED, cropbox=_MOVED), False),
    (boxed(blank(), mediabox=(-50, -842, 545, 0), cropbox=(-50, -842, 545, 0)), False),
    (boxed(blank(), mediabox=(0, 0, 795, 1142), cropbox=_MOVED), False),
    (boxed(blank(), cropbox=(-20, -20, 900, 900)), False),
    (boxed(blank(), cropbox=(50, 400, 545, 800)), True),
    (blank().replace(b"/MediaBox", b"/UserUnit 2 /MediaBox"), True),
    (blank(14400, 14400), True),
], ids=["moved", "below nought", "cut to A4", "cut to more than there is", "cut to less", "in other units", "huge"])
def it_stands_where_the_page_is_shown(said: bytes, original: bytes, is_apart: bool) -> None:
    """Whatever boxes a page has: the ink of the copy is all in what a reader sees, at the same place across."""
    made = to_copied_pdf(original, said, datetime(2025, 7, 18))
    assert made.is_apart == is_apart
    if not is_apart:
        own, alone = (ImageChops.invert(drawn(each)).getbbox() for each in (made.data, said))
        assert own
        assert alone
        assert (own[0], own[2], own[3] - own[1]) == pytest.approx((alone[0], alone[2], alone[3] - alone[1]), abs=1)


def drawn(data: bytes) -> Image.Image:
    """The first page, a pixel to the point."""
    document = pypdfium2.PdfDocument(data)
    try:
        return document[0].render(grayscale=True).to_pil().convert("L")
    finally:
        document.close()


def it_can_copy_a_copy_and_keeps_both(said: bytes) -> None:
    """Each copy is a drawing of its own name: the second does not take the place of the first."""
    first = to_copied_pdf(scan(100), said, datetime(2025, 7, 18))
    second = to_copied_pdf(first.data, said, datetime(2025, 7, 19))
    assert not second.is_apart
    assert pages(second.data)[-1].extract_text().count("05/SY-UBND") == 2


def it_gives_the_same_bytes_twice(said: bytes) -> None:
    original = scan(200)
    made = [to_copied_pdf(original, said, datetime(2025, 7, 18)).data for _ in range(2)]
    assert made[0] == made[1]


def it_says_that_a_file_breaks_inside(said: bytes) -> None:
    with pytest.raises(MachineError, match="không mở được"):
        to_copied_pdf(b"%PDF-1.4\ntrailer << >>\n%%EOF", said, datetime(2025, 7, 18))


def it_says_where_a_copy_stands_on_a_page_of_its_own(tmp_path: Path, said: bytes) -> None:
    """However much room the last page of the original has: of each copy, and of no other."""
    second = copy_of("sao_tu: {}", "sao_luc", "so_noi_vu_nghe_an", "vu_van_g")
    documents = {}
    for lines in (1, 12, 18, 24):
        plan = PLAN.replace("ma: kh", f"ma: kh_{lines}").replace("phân công.", "phân công." + "\n      Làm tốt." * lines)
        documents[f"kh_{lines}"] = plan
        own = DECISION.replace("[kh]", f"[kh_{lines}]").replace("- kh\n", f"- kh_{lines}\n")
        documents[f"qd_{lines}"] = own.replace("ma: qd", f"ma: qd_{lines}").replace("2228", f"22{lines}")
        for name, text in (("y", copy_of(f"sao_tu: qd_{lines}")), ("luc", second.format(f"y_{lines}"))):
            numbered = text.replace("so_van_ban: 5", f"so_van_ban: {lines}")
            documents[f"{name}_{lines}"] = numbered.replace("ma: ban_sao", f"ma: {name}_{lines}")
    result = report(project(tmp_path, **documents), [], ["docx", "pdf"], tmp_path / "out")
    assert result.failures == []
    apart = {f"{pdf.stem}: phần của bản sao in thành trang riêng (trang {page})" for pdf in result.written
             if pdf.suffix == ".pdf" and pdf.stem.startswith(("y_", "luc_")) for page in begun_by_a_copy(pdf)}
    assert {each.partition(",")[0] for each in result.warnings} == apart
    assert 0 < len(apart) < 12  # of the first copy, and of both in the second


def begun_by_a_copy(pdf: Path) -> list[int]:
    """The pages whose highest line but for the page's number is that of the body beside the form of a copy."""
    return [at for at, page in enumerate(read_pages(pdf), 1) if any("SAO" in line.text for line in page.lines()[:3])]


@pytest.mark.parametrize("rows", [3, 40])
def it_tells_of_a_copy_behind_a_page_that_lies_across_on_one_of_its_own(tmp_path: Path, said: bytes, rows: int) -> None:
    """An upright one, as wide as any, without a number of the annex; a copy of the copy stands below it."""
    table = "bang_bieu:\n  - ma: bang\n    cot: [{ma: ten, tieu_de: Việc}]\n    hang:\n" + "      - {ten: Làm tốt}\n" * rows
    annex = f"loai_van_ban: phu_luc\nma: kh\ntrich_yeu: Nhiệm vụ\nkho_giay: ngang\n{table}"
    second = copy_of("sao_tu: y", "sao_luc", "so_noi_vu_nghe_an", "vu_van_g").replace("ma: ban_sao", "ma: luc")
    first = copy_of("sao_tu: qd").replace("ma: ban_sao", "ma: y")
    home = project(tmp_path, qd=DECISION, kh=annex, y=first, luc=second)
    assert built(home, "luc")[-1] == "Vũ Văn G"
    result = report(home, [], ["docx", "pdf"], tmp_path / "out")
    assert result.failures == []
    for name in ("y", "luc"):
        pages = read_pages(tmp_path / f"out/nghe_an/2025/{name}.pdf")
        assert {page.width > page.height for page in pages[1:-1]} == {True}
        assert (round(pages[-1].width.mm), round(pages[-1].height.mm)) == (210, 297)
        lines = pages[-1].lines()
        assert not [line.text for line in lines if line.text.strip().isdecimal()]
        assert max(line.right for line in lines if "Nghệ An, ngày" in line.text) > Mm(160)
        told = f"{name}: phần của bản sao in thành trang riêng (trang {len(pages)}), trang cuối của văn bản được sao nằm ngang"
        assert [each.partition(",")[0] for each in result.warnings if each.startswith(told)]


def it_reports_the_pdf_of_a_copy_of_a_pdf(tmp_path: Path, said: bytes) -> None:
    home = pdf_project(tmp_path, scan(700, 300))
    result = report(home, [], ["docx", "pdf"], tmp_path / "out")
    assert (result.failures, result.warnings) == ([], [])
    made = pages((tmp_path / "out/nghe_an/2025/ban_sao.pdf").read_bytes())
    assert len(made) == 2
    assert "SAO Y" in made[1].extract_text()


def it_prints_the_words_of_the_original_page_by_page(tmp_path: Path, said: bytes) -> None:
    """The proof on paper: every page of the original's PDF says what the copy's says there."""
    home = project(tmp_path, qd=DECISION, kh=PLAN, ban_sao=copy_of("sao_tu: qd"))
    report(home, [], ["docx", "pdf"], tmp_path / "out")
    original, copy = (pages((tmp_path / f"out/nghe_an/2025/{name}.pdf").read_bytes()) for name in ("qd", "ban_sao"))
    words = ["".join(page.extract_text().split()) for page in original]
    copied = ["".join(page.extract_text().split()) for page in copy[: len(original)]]
    assert copied[:-1] == words[:-1]
    assert copied[-1].startswith(words[-1])


def it_names_the_line_of_a_file_that_breaks_deeper_inside(tmp_path: Path, said: bytes) -> None:
    """What no look at the bytes shows comes out when the copy is made."""
    data = blank().replace(b"842", b"-42")
    result = report(pdf_project(tmp_path, data), [], ["docx", "pdf"], tmp_path / "out")
    (failure,) = result.failures
    assert failure.startswith("content/nghe_an/2025/ban_sao.yaml:6:10 ban_sao.pdf: không mở được tệp PDF được sao")


# Of what has no form here


def it_sends_an_extract_of_a_pdf_where_it_can_be_made(tmp_path: Path) -> None:
    """An extract writes the part anew (Điều 25.3.b): no page is cut out of a file."""
    home = project(tmp_path, ban_sao=copy_of("tep_sao: a.pdf", "trich_sao"))
    (fault,) = found(home, "S201")
    assert (fault.line, fault.column) == (6, 1)
    assert "loai_van_ban: sao_y" in fault.hint
    assert "phan_trich" in fault.hint


def it_has_no_copies_by_bodies_of_the_party(tmp_path: Path) -> None:
    home = project(tmp_path, ban_sao=copy_of("", "sao_y", "ban_to_chuc_tu_nghe_an", "cao_van_p"))
    (fault,) = found(home, "F107")
    assert "Văn phòng Trung ương Đảng" in fault.hint


def it_sends_a_copy_of_a_document_of_the_party_to_its_file(tmp_path: Path) -> None:
    of_the_party = PLAN.replace("\nma: kh\n", "\nma: kh\nco_quan: ban_to_chuc_tu_nghe_an\nso_van_ban: 5\nngay_ban_hanh: 1/7/2025\n")
    of_the_party += "noi_nhan: [Các đảng ủy]\nluu: Ban Tổ chức\nnguoi_ky: cao_van_p\n"
    home = project(tmp_path, kh=of_the_party, ban_sao=copy_of("sao_tu: kh"))
    (fault,) = found(home, "R123")
    assert "văn bản của Đảng" in fault.message
    assert "tep_sao" in fault.hint
