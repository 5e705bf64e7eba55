"""Annexes that are one table with labels merged over more rows than a page holds: how full their pages are."""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pypdfium2
import pytest

from tests.support.content import DECISION, project
from tests.support.set_lines import set_paragraphs
from vanban.pipeline.reporting import report
from vanban.writers.to_pdf import is_ready

pytestmark = pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine")

ANNEX = """\
loai_van_ban: phu_luc
ma: kh
trich_yeu: {title}
bang_bieu:
  - ma: bang
    {named}
    cot:
      - {{ma: viec, tieu_de: Việc, do_rong: 100}}
      - {{ma: ai, tieu_de: Ai, gop_doc: true}}
    hang:
{rows}
"""


def it_fills_the_pages_of_an_annex_whose_labels_are_merged_over_many_rows(tmp_path: Path) -> None:
    """No page but the last is more than a quarter empty; each that goes on says the label again, once."""
    documents = dict[str, str]()
    for count, lines in product((28, 36, 45, 62, 90), (1, 3)):
        groups = [count, 8, 40]
        rows = [f'      - {{viec: "{"Một việc dài " * (1 if lines == 1 else 14)}"' + ("" if row else f', ai: "Sở {number}"') + "}"
                for number, each in enumerate(groups) for row in range(each // lines)]
        name = f"{count}_{lines}"
        title = "Danh mục việc phải làm" + " của các sở, ban, ngành" * (lines + count % 4)
        named = "tieu_de: Việc phải làm" if count % 2 else "don_vi_tinh: việc"
        text = ANNEX.format(title=title, named=named, rows="\n".join(rows)).replace("ma: kh", f"ma: kh_{name}")
        documents[f"kh_{name}"] = text + "kho_giay: ngang\n" * (count == 45)
        own = DECISION.replace("[kh]", f"[kh_{name}]").replace("- kh\n", f"- kh_{name}\n").replace("2228", f"1{count}{lines}")
        documents[f"qd_{name}"] = own.replace("ma: qd", f"ma: qd_{name}")
    made = report(project(tmp_path, **documents), [], ["docx", "pdf"], tmp_path / "out")
    assert [each.message for each in made.findings if each.level == "error"] == []
    assert made.failures == []
    pdfs = [path for path in made.written if path.suffix == ".pdf"]
    assert len(pdfs) == 10
    assert [fault for pdf in pdfs for fault in _faults_of_annex(pdf)] == []


def _faults_of_annex(pdf: Path) -> Iterator[str]:
    cells = [cell for cell in set_paragraphs(pdf) if cell.in_table and cell.lines[0].page]
    with pypdfium2.PdfDocument(pdf) as document:
        heights = [page.get_height() for page in document]
    for number in range(1, len(heights) - 1):
        lowest = max(cell.lines[-1].down for cell in cells if cell.lines[-1].page == number)
        if (empty := 1 - lowest / (heights[number] - 57)) > 0.25:
            yield f"{pdf.stem}: page {number + 1} is empty by {empty:.0%}"
    labels = [(cell.lines[0].page, text) for cell in cells if (text := "".join(each.text for each in cell.lines)).startswith("Sở ")]
    for page, said in Counter((page, text.removesuffix(" (tiếp)")) for page, text in labels).items():
        if said > 1:
            yield f"{pdf.stem}: {page[1]} stands twice on page {page[0] + 1}"
