"""A khoản with a title: its number is bold as the title is (Phụ lục I, Phần I, II.6.đ), and no other number is."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.support.content import DECISION, PLAN, project
from tests.support.pages import read_pages
from tests.support.wordml import Element, style_of, text_of, w
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx, report
from vanban.writers.to_pdf import is_ready

# A line as it is typed, and whether its number is bold.
LINES = [
    ("1. **Kết quả đạt được**", True), ("1. **Hạn chế**:", True), ("1. ***Nguyên nhân***", True),
    ("1. **Kiến nghị**[^ghi]", True), ("1. **Năm** **2025**.", True), ("1. **Sở Tài chính** bố trí kinh phí.", False),
    ("1. Sở Nội vụ **theo dõi**", False), ("1. Theo dõi chung.", False), ("a) **Điểm đậm**", False),
    ("- **Gạch đậm**", False),
]


def decision(home: Path) -> Project:
    """Of one Điều, which leads in the lines; a line of plain words behind each."""
    typed = "".join(f"      {line}\n      - Ý kiến.\n" for line, _ in LINES)
    typed += "      - Ý kiến.\n" * 3  # some of which the signature keeps
    text = DECISION.replace("[[kh]].\n", f"[[kh]]:\n{typed}      [^ghi]: Chú thích.\n")
    return project(home, qd=text, kh=PLAN)


def items(home: Project) -> list[Element]:
    """The paragraphs of the lines, in their order."""
    checked = check(home)
    (bo,) = checked.sound
    with zipfile.ZipFile(io.BytesIO(docx(home, checked, bo))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    found = [each for each in body.iter(w("p")) if style_of(each) in ("VB_Khoan", "VB_Diem", "VB_Gach")]
    return [each for each in found if "Ý kiến" not in text_of(each)]


def it_prints_the_number_of_a_titled_khoan_in_bold(tmp_path: Path) -> None:
    found = items(decision(tmp_path))
    assert len(found) == len(LINES)
    marks = [next(each.iter(w("r"))) for each in found]
    bold = [run.find(f"{w('rPr')}/{w('rStyle')}") for run in marks]
    assert [each is not None and each.get(w("val")) == "VB_Dam" for each in bold] == [is_bold for _, is_bold in LINES]


def it_keeps_a_title_with_what_is_below_it(tmp_path: Path) -> None:
    kept = [each.find(f"{w('pPr')}/{w('keepNext')}") is not None for each in items(decision(tmp_path))]
    assert kept == [is_bold for _, is_bold in LINES]


@pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine")
def it_prints_them_so_in_the_pdf_too(tmp_path: Path) -> None:
    made = report(decision(tmp_path), [], ["docx", "pdf"], tmp_path / "out")
    lines = [line for page in read_pages(next(each for each in made.written if each.suffix == ".pdf"))
             for line in page.lines("VB_Khoan", "VB_Diem", "VB_Gach", "VB_Dam", "VB_DamNghieng")
             if re.match(r"(\d\.|a\)|-) (?!Ý kiến)", line.text)]
    assert ["Bold" in line.chars[0]["fontname"] for line in lines] == [is_bold for _, is_bold in LINES]
