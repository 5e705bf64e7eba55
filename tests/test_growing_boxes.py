"""Boxes of a frame that somebody has fixed in height, as LibreOffice does: no line of them is lost."""

import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest
from lxml import etree

from tests.support.copies import copy_project
from tests.support.office import OfficeFrame
from tests.support.sample import ROOT
from tests.support.wordml import W, read_parts, w
from vanban.frames.growing import let_grow
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import report
from vanban.writers.to_pdf import find_converter, is_ready

LETTER = "so_noi_vu_nghe_an/2025/cong_van_don_doc.yaml"
_PAGE = '<w:sectPr><w:pgSz w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134"/></w:sectPr>'


def grown(inside: str) -> etree._Element:
    root = etree.fromstring(f'<w:body xmlns:w="{W.strip("{}")}">{inside}{_PAGE}</w:body>')
    section = root.find(w("sectPr"))
    assert section is not None
    let_grow(root, section)
    return root


def attributes(root: etree._Element, tag: str) -> list[dict[str, str]]:
    return [{str(name).removeprefix(W): str(value) for name, value in each.attrib.items()} for each in root.iter(w(tag))]


def it_gives_a_box_the_height_of_its_words() -> None:
    root = grown('<w:framePr w:w="99" w:h="300" w:hRule="exact" w:y="510" w:vAnchor="page"/>')
    assert attributes(root, "framePr") == [{"w": "99", "y": "510", "vAnchor": "page"}]


def it_leaves_a_box_that_grows_as_it_is() -> None:
    for stated in ({"h": "300", "hRule": "atLeast", "y": "5"}, {"h": "300", "y": "5"}, {"yAlign": "bottom"}):
        given = " ".join(f'w:{name}="{value}"' for name, value in stated.items())
        assert attributes(grown(f"<w:framePr {given}/>"), "framePr") == [stated]


@pytest.mark.parametrize(("y", "h", "stays"), [(14222, 348, True), (14222, 340, True), (14000, 348, False)])
def it_keeps_a_box_at_the_foot_of_the_text_there(y: int, h: int, stays: bool) -> None:
    (box,) = attributes(grown(f'<w:framePr w:h="{h}" w:hRule="exact" w:y="{y}" w:vAnchor="margin"/>'), "framePr")
    assert ("yAlign" in box, "y" in box) == (stays, not stays)


def it_lets_a_row_grow() -> None:
    root = grown('<w:trPr><w:trHeight w:val="200" w:hRule="exact"/></w:trPr>')
    assert attributes(root, "trHeight") == [{"val": "200", "hRule": "atLeast"}]


@pytest.fixture
def home(tmp_path: Path) -> Project:
    """A letter with an address of two lines."""
    made = copy_project(tmp_path, samples=False)
    target = made.content / LETTER
    target.parent.mkdir(parents=True)
    shutil.copy(ROOT / "content" / LETTER, target)
    return made


def it_prints_both_lines_of_an_address_in_a_frame_with_fixed_boxes(home: Project) -> None:
    frame = OfficeFrame("cong_van")
    frame.replace('w:xAlign="left" w:yAlign="bottom"', 'w:x="0" w:y="14222" w:h="348" w:hRule="exact"')
    frame.put(home, "so_noi_vu_nghe_an")
    result = report(home, [], ["docx"])
    assert not [found for found in result.findings if found.level == "error"]
    parts = [data for name, data in read_parts(result.written[0]).items() if name.endswith(".xml")]
    assert [data for data in parts if b'hRule="exact"' in data] == []
    assert ["Số 1".encode() in data and "Điện thoại".encode() in data for data in parts].count(True) == 1


@pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine")
def it_prints_both_lines_in_a_frame_that_libreoffice_has_saved(home: Project, tmp_path: Path) -> None:
    frame = home.content / "so_noi_vu_nghe_an" / "mau" / "cong_van.docx"
    frame.parent.mkdir()
    subprocess.run([str(find_converter()), f"-env:UserInstallation={(tmp_path / 'ho_so').as_uri()}", "--headless",
                    "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(frame.parent),
                    str(home.templates / "cong_van.docx")], check=True, capture_output=True)
    assert b'hRule="exact"' in read_parts(frame)["word/document.xml"]
    result = report(home, [], ["docx", "pdf"])
    assert not result.failures
    (pdf,) = (path for path in result.written if path.suffix == ".pdf")
    words = pypdf.PdfReader(pdf).pages[0].extract_text().replace("\xa0", " ")
    assert "Số 1, đường Ví Dụ" in words
    assert "Điện thoại: 0238.000.0000" in words
