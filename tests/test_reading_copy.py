"""What is made of a built DOCX to be read: the reading copy in HTML, the words for `git diff`."""

import re
import subprocess
from pathlib import Path

import pytest
from lxml import html

import build
from tests.support.copies import copy_project
from tests.support.sample import Sample
from tests.support.word_files import p, word_file
from vanban.commands import CLEAN, WRONG_USE
from vanban.errors import MachineError
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import report
from vanban.the_thuc import latest
from vanban.wordml.printed_words import printed_words
from vanban.wordml.reading.stories import read
from vanban.writers._html_copy import html_copy
from vanban.writers._pandoc import convert
from vanban.writers._pdf_text import bare
from vanban.writers.to_html import to_html
from vanban.writers.to_text import to_text

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def page(sample: Sample) -> str:
    return to_html(sample.docx).decode()


@pytest.fixture(scope="module")
def words(sample: Sample) -> str:
    return to_text(read(sample.docx.read_bytes()))


def it_is_a_vietnamese_page_that_needs_nothing_from_elsewhere(page: str) -> None:
    assert '<html lang="vi">' in page
    assert not re.findall(r"""(?:src|href)=["'](?!#)|url\(|@import|<script""", page)


def it_has_the_title_of_the_document_and_says_that_it_is_a_sample(page: str) -> None:
    assert "<title>Quyết định 2228/QĐ-UBND Ban hành Kế hoạch" in page
    assert "Đây là văn bản ví dụ." in page


def it_has_a_dark_face(page: str) -> None:
    assert "prefers-color-scheme: dark" in page


def it_gives_a_look_to_styles_that_there_are() -> None:
    look = (ROOT / "vanban" / "writers" / "reading_copy.html").read_text("utf-8")
    styled = set(re.findall(r'data-custom-style="(VB_\w+)"', look))
    assert styled
    assert styled <= set(latest("nha_nuoc").kieu)


@pytest.mark.parametrize("words_of", ["page", "words"])
def it_keeps_every_part_of_the_set(words_of: str, request: pytest.FixtureRequest) -> None:
    text = request.getfixturevalue(words_of)
    for part in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "Điều 1.", "KẾ HOẠCH", "I. MỤC TIÊU", "Nguyễn Văn A", "Sở Tư pháp"):
        assert part in text.replace("\xa0", " ")


@pytest.mark.parametrize("name", ["so_noi_vu_nghe_an/2025/cong_van_don_doc", "khanh_hoa/2020/ke_hoach_tong_ket"])
def it_says_every_word_that_is_printed(name: str, tmp_path: Path) -> None:
    """The address at the foot of page 1 among them; the numbers of notes are counted by others."""
    report(Project(ROOT), [ROOT / "content" / f"{name}.yaml"], ("docx", "html"), tmp_path / "out")
    made = tmp_path / "out" / name
    said = bare(str(html.fromstring(made.with_suffix(".html").read_bytes()).text_content()))
    printed = printed_words(made.with_suffix(".docx").read_bytes()).paragraphs
    assert sum(each.at_foot for each in printed) > 0 or "khanh_hoa" in name
    lost = [each.words for each in printed
            if bare(each.words) not in said and not (each.at_foot and bare(each.words).lstrip("0123456789") in said)]
    assert lost == []


def it_takes_what_stands_around_the_pages_of_any_frame_into_the_page(tmp_path: Path) -> None:
    """Each once, a header before its section, a footer behind it; numbers of pages are left out."""
    page = '<w:p><w:r><w:t>Trang </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
    around = ('<w:sectPr><w:headerReference w:type="{}" r:id="header"/><w:footerReference w:type="first" r:id="{}"/></w:sectPr>').format
    docx = word_file(p("một") + f"<w:p><w:pPr>{around('default', 'footer')}</w:pPr></w:p>" + p("hai") + around("first", "footer2"),
                     {"header": p("ĐẦU") + page, "footer": p("CHÂN MỘT"), "footer2": p("CHÂN HAI")})
    made = html_copy(docx)
    assert made
    assert to_text(read(made)).split("\n")[:5] == ["ĐẦU", "một", "CHÂN MỘT", "hai", "CHÂN HAI"]
    assert html_copy(word_file(p("một") + around("default", "footer"), {"header": page, "footer": "<w:p/>"})) is None


def it_has_a_paragraph_on_a_line_so_that_a_diff_shows_what_changed(words: str) -> None:
    lines = words.replace("\xa0", " ").split("\n")
    assert "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;" in lines


def it_writes_the_page_where_the_docx_would_stand(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    result = report(project, [project.content / "nghe_an" / "2025" / "quyet_dinh_cchc.yaml"], ("html",))
    assert not result.failures
    assert [path.relative_to(project.outputs).as_posix() for path in result.written] == [
        "nghe_an/2025/quyet_dinh_cchc.html", "nghe_an/2025/quyet_dinh_cchc.json"
    ]
    assert not list(project.outputs.rglob("*.docx"))


def it_says_of_another_file_that_pandoc_cannot_read_it(tmp_path: Path) -> None:
    other = tmp_path / "x.docx"
    other.write_text("không phải Word", "utf-8")
    with pytest.raises(MachineError, match=re.escape("pandoc không đọc được x.docx")):
        convert(other, "html5")


def it_prints_the_words_of_a_file(
    sample: Sample, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build.bootstrap, "reexec", lambda root: None)
    assert build.main(["text", str(sample.docx)]) == CLEAN
    assert capsys.readouterr().out == words
    assert build.main(["text", "khong_co.docx"]) == WRONG_USE
    assert build.main(["text", str(ROOT / "README.md")]) == WRONG_USE


def it_is_the_driver_that_gitattributes_names() -> None:
    asked = ["git", "check-attr", "diff", "--", "x.docx"]
    named = subprocess.run(asked, cwd=ROOT, capture_output=True, encoding="utf-8")
    if named.returncode:
        pytest.skip("not in a git checkout")
    assert named.stdout == "x.docx: diff: docx\n"
