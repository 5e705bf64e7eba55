"""How high rows of tables are, against those that LibreOffice sets, and which of them go on on the next page."""

import random
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from tests.support.content import project
from tests.support.setting import plain_setting
from vanban.model.walk import tables
from vanban.pipeline.checking import check
from vanban.pipeline.reporting import report
from vanban.tables._heights import row_heights
from vanban.units import Pt
from vanban.writers.to_pdf import is_ready

pytestmark = [
    pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine"),
    pytest.mark.xdist_group("row_heights"),  # set once, by one worker
]

SEED, NARROW = 8, (20, 30, 60)
SYLLABLES = ("nghiên", "cứu", "trường", "hợp", "đồng", "bộ", "tổ", "chức", "hai", "cấp", "và", "1.250,5;", "ý", "**điểm**")
DOCUMENT = """\
loai_van_ban: thong_bao
ma: {ma}
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
trich_yeu: Thử bảng
noi_nhan: [Bộ Nội vụ]
luu: VT, KSTT
nguoi_ky: nguyen_van_a
mo_dau: |
  Số liệu:

  @chen bang
bang_bieu:
  - ma: bang
    cot:
      - {{ma: hep, tieu_de: Hẹp, do_rong: {narrow}}}
      - {{ma: vua, tieu_de: Vừa}}
      - {{ma: rong, tieu_de: Rộng}}
    hang:
{rows}
"""
# Points: the rule below a row, and rounding.
OFF = 1.5


def words(chance: random.Random, most: int) -> str:
    said = " ".join(chance.choice(SYLLABLES) for _ in range(chance.randint(1, most)))
    return said.upper() if chance.random() < 0.4 else said


def document(narrow: int) -> str:
    """A table of rows of all heights up to a third of a page, most of them as high as its narrow column is."""
    chance = random.Random(SEED + narrow)
    rows = (f'      - {{hep: "{words(chance, narrow)}", vua: "{words(chance, 12)}", rong: "{words(chance, 25)}"}}' for _ in range(25))
    return DOCUMENT.format(ma=f"bang_{narrow}", narrow=narrow, rows="\n".join(rows))


def set_heights(pdf: Path) -> list[float]:
    """The heights of the rows of the one table of a PDF, without the head that each page repeats, in points."""
    found: list[float] = []
    with pdfplumber.open(pdf) as document:
        for page in document.pages:
            rules = sorted({round(float(each["top"]), 1) for each in page.rects + page.lines if each["width"] > 20 and each["x0"] < 100})
            found += [below - above for above, below in pairwise(rules) if below - above > 4][1:]
    return found


@pytest.fixture(scope="module")
def tables_of(tmp_path_factory: pytest.TempPathFactory) -> Mapping[int, tuple[list[float], list[float]]]:
    """By the width of the narrow column: how high the rows of a table are expected to be, how high they are set."""
    home = project(tmp_path_factory.mktemp("rows"), **{f"bang_{each}": document(each) for each in NARROW})
    made = report(home, [], ["docx", "pdf"], home.root / "out")
    assert (made.failures, [each for each in made.findings if each.level == "error"]) == ([], [])
    pdfs = {path.stem: path for path in made.written if path.suffix == ".pdf"}
    the_thuc, found = plain_setting().the_thuc, dict[int, tuple[list[float], list[float]]]()
    for bo in check(home).sets:
        ((table,),) = [tuple(tables(van_ban)) for van_ban in bo]
        assert table.grid
        heights = [each / Pt(1) for each in row_heights(table.grid, the_thuc)]
        found[int(bo.van_ban.ma.removeprefix("bang_"))] = heights, set_heights(pdfs[bo.van_ban.ma])
    return found


@pytest.mark.parametrize("narrow", NARROW)
def it_knows_how_high_rows_are_set(tables_of: Mapping[int, tuple[list[float], list[float]]], narrow: int) -> None:
    expected, seen = tables_of[narrow]
    assert [(row, each, there) for row, (each, there) in enumerate(zip(expected, seen, strict=True)) if abs(each - there) > OFF] == []


# Rows by how many words, one a line, stand in each; and how many of these stand on each page. On the first is room for 40.
PAGES = {
    "cao": ((61,), (40, 21)),
    "mot_cao": ((1, 61), (39, 23)),
    "cao_mot": ((61, 1), (40, 22)),
    "hai_mot_cao": ((1, 1, 61), (39, 24)),
    "vua": ((20, 30), (20, 30)),
    "vua_hon": ((30, 36), (30, 36)),
    "vua_va_nho": ((30, 25), (30, 25)),
}


def it_tears_no_row_that_fits_on_a_page_and_leaves_no_page_empty_for_one_that_does_not(tmp_path: Path) -> None:
    """A word of seven capitals a line: more than twice as high as so many letters are on the average."""
    row = '      - {{hep: "{}", vua: Nhãn, rong: Ghi chú}}'
    texts = {name: DOCUMENT.format(ma=name, narrow=39, rows="\n".join(row.format(" ".join(["TRƯỜNG"] * each)) for each in rows))
             for name, (rows, _) in PAGES.items()}
    made = report(project(tmp_path, **texts), [], ["docx", "pdf"], tmp_path / "out")
    assert (made.failures, made.warnings) == ([], [])
    pdfs = {path.stem: pypdfium2.PdfDocument(path) for path in made.written if path.suffix == ".pdf"}
    said = {name: tuple(page.get_textpage().get_text_range().count("TRƯỜNG") for page in pdf) for name, pdf in pdfs.items()}
    assert said == {name: pages for name, (_, pages) in PAGES.items()}
