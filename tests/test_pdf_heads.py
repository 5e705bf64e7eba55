"""Heads of tables that go on on other pages: said again there in whole, whatever stands over several of their rows."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.support.content import project
from tests.test_row_heights import DOCUMENT
from vanban.pipeline.reporting import report
from vanban.wordml.printed_words import printed_words
from vanban.writers._pdf_text import pages_of
from vanban.writers._pdf_words import _heads
from vanban.writers.to_pdf import is_ready

pytestmark = pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine")

LONG = "Tỷ lệ hồ sơ giải quyết đúng hạn, trước hạn so với cùng kỳ năm trước"
COLUMNS: Mapping[str, str] = {
    "mot_cot_cao": f"""\
      - {{ma: hep, tieu_de: "{LONG}", do_rong: 20}}
      - {{tieu_de: Kết quả, cot: [{{ma: vua, tieu_de: Trực tuyến}}, {{ma: rong, tieu_de: Trực tiếp}}]}}
""",
    "hai_cot_cao": f"""\
      - {{ma: hep, tieu_de: "{LONG}", do_rong: 20}}
      - {{ma: vua, tieu_de: "{LONG.upper()}", do_rong: 25}}
      - {{tieu_de: Kết quả, cot: [{{ma: rong, tieu_de: Trực tuyến}}, {{ma: rieng, tieu_de: Trực tiếp}}]}}
""",
    "ba_tang": f"""\
      - {{ma: hep, tieu_de: "{LONG}", do_rong: 22}}
      - tieu_de: Kết quả
        cot:
          - {{ma: vua, tieu_de: "{LONG}", do_rong: 30}}
          - {{tieu_de: Cấp xã, cot: [{{ma: rong, tieu_de: Trực tuyến}}, {{ma: rieng, tieu_de: Trực tiếp}}]}}
""",
}


def cut_heads(pdf: Path) -> Iterator[str]:
    """The pages that begin with a head of which a part is gone."""
    printed = printed_words(pdf.with_suffix(".docx").read_bytes())
    heads = _heads(printed.paragraphs)
    for number, pieces in enumerate(pages_of(pdf.read_bytes(), printed.top, printed.bottom), 1):
        text = "".join(pieces)
        if any(head and text.startswith(head[:6]) for head in heads) and not any(map(text.startswith, heads)):
            yield f"{pdf.stem}, page {number}: {text[:80]}"


def it_says_the_head_again_in_whole(tmp_path: Path) -> None:
    rows = "\n".join('      - {hep: "Một", vua: "Hai", rong: "Ba"}' for _ in range(90))
    texts = {name: _table(name, columns, rows) for name, columns in COLUMNS.items()}
    made = report(project(tmp_path, **texts), [], ["docx", "pdf"], tmp_path / "out")
    assert (made.failures, made.warnings) == ([], [])
    pdfs = [path for path in made.written if path.suffix == ".pdf"]
    assert len(pdfs) == len(COLUMNS)
    assert [cut for pdf in pdfs for cut in cut_heads(pdf)] == []


def _table(name: str, columns: str, rows: str) -> str:
    head, _, _ = DOCUMENT.partition("      - {{ma: hep")
    cells = rows.replace("rong: \"Ba\"", "rong: \"Ba\", rieng: \"Bốn\"") if "rieng" in columns else rows
    return head.format(ma=name) + columns + f"    hang:\n{cells}\n"
