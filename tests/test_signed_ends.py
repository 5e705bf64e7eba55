"""What is signed ends as Word ends it: text stands with the signature, and no page before is left empty for it, however
long the last paragraph is and wherever it begins."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.content import project
from tests.support.set_lines import SetLine, SetParagraph, set_paragraphs
from vanban.pipeline.reporting import report
from vanban.writers import to_pdf
from vanban.writers.to_pdf import is_ready

pytestmark = pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine")

SENTENCE = ("các cơ quan, đơn vị, địa phương tổ chức rà soát, **thống** kê, phân loại hồ sơ, tài liệu thuộc phạm vi quản lý; "
            "bố trí *kho,* trang thiết bị, kinh phí theo quy định của pháp luật giai đoạn 2026 - 2030, không để mất mát")
WORDS = SENTENCE.split()
WORDS_OF_A_LINE = 15
BODIES = {
    "cong_van": "trich_yeu: kiểm kê tài liệu\nnoi_nhan: [Như trên, Bộ Nội vụ]\nkinh_gui: [Sở Nội vụ]\ndon_vi_soan_thao: KSTT\nmo_dau: |\n{lines}",
    "thong_bao": "trich_yeu: Kiểm kê tài liệu\nnoi_nhan: [Bộ Nội vụ, Sở Nội vụ]\nmo_dau: |\n{lines}",
    "quyet_dinh": "trich_yeu: Về việc kiểm kê tài liệu\nnoi_nhan: [Như Điều 1, Bộ Nội vụ]\ncan_cu: [nq_76_2021]\ndieu:\n  - noi_dung: |\n{lines}",
}
HEAD = """\
loai_van_ban: {kind}
ma: {ma}
co_quan: ubnd_nghe_an
{day}
luu: VT, KSTT
nguoi_ky: nguyen_van_a
"""
DRAFT, ISSUED = "ngay_du_kien: 15/7/2025", "so_van_ban: {number}\nngay_ban_hanh: 15/7/2025"
# A signature with its recipients takes so many lines; two lines of text go along with it, and Word's rule for single
# lines may take one more.
LINES_OF_A_SIGNATURE = 11
MOST_EMPTY = LINES_OF_A_SIGNATURE + 3
LINE_HEIGHT = 18.6
FOOT = 842 - 57


@dataclass(frozen=True)
class Case:
    """above  lines of text before the last paragraph
    length  words of the last paragraph
    tail  whether a paragraph of one line stands behind it
    note  whether it has a footnote near its end
    """

    number: int
    kind: str
    above: int
    length: int
    day: str
    tail: bool
    note: bool

    @property
    def ma(self) -> str:
        return f"{self.kind}_{self.number}_{self.above}_{self.length}_{'du_thao' if self.day == DRAFT else 'da_ky'}_{int(self.tail)}{int(self.note)}"

    @property
    def text(self) -> str:
        words = (WORDS * (self.length // len(WORDS) + 1))[:self.length]
        words[-3] += "[^ghi]" * self.note
        lines = [f"Dòng {number} là một đoạn." for number in range(self.above)]
        lines += [" ".join(words).capitalize().rstrip(",;") + "."] + ["Đoạn một dòng."] * self.tail
        lines += ["[^ghi]: Kèm theo hồ sơ."] * self.note
        shown = "\n".join(f"      {line}" for line in lines)
        return HEAD.format(kind=self.kind, ma=self.ma, day=self.day.format(number=self.number)) + BODIES[self.kind].format(lines=shown) + "\n"


def cases(count: int) -> list[Case]:
    chance = random.Random(9)
    found = (Case(number, chance.choice(list(BODIES)), chance.randint(0, 40), chance.randint(4, 60 * WORDS_OF_A_LINE),
                  chance.choice([DRAFT, ISSUED]), chance.random() < 0.2, chance.random() < 0.3) for number in range(1, count + 1))
    return list(found)


@pytest.mark.parametrize("count", [36, pytest.param(160, marks=pytest.mark.soak)])
def it_sets_text_with_the_signature_and_leaves_no_page_empty(
    count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = list[bool]()
    find = to_pdf.ends_to_cut
    monkeypatch.setattr(to_pdf, "ends_to_cut", lambda *each: cut.append(bool(found := find(*each))) or found)
    texts = {case.ma: case.text for case in cases(count)}
    made = report(project(tmp_path, **texts), [], ["docx", "pdf"], tmp_path / "out")
    assert [each.message for each in made.findings if each.level == "error"] == []
    assert (made.failures, made.warnings) == ([], [])
    pdfs = [path for path in made.written if path.suffix == ".pdf"]
    assert len(pdfs) == len(texts)
    assert [fault for pdf in pdfs for fault in faults(pdf)] == []
    assert any(cut)


def faults(pdf: Path) -> Iterator[str]:
    paragraphs = set_paragraphs(pdf)
    signed = next(each for each in paragraphs if each.style == "VB_QuyenHan").lines[0].page
    body = [each for each in paragraphs if each.style in ("VB_NoiDung", "VB_Dieu", "VB_Khoan")]
    said = [line for each in body for line in each.lines]
    if len([line for line in said if line.page == signed]) < min(2, len(said)):
        yield f"{pdf.stem}: no text stands with the signature"
    yield from (f"{pdf.stem}, page {page + 1}: {empty:.0f} lines are empty" for page in range(signed)
                if (empty := _empty_lines(paragraphs, page)) > MOST_EMPTY)
    yield from (f"{pdf.stem}: DỰ THẢO on page {each.lines[0].page + 1}" for each in paragraphs
                if each.style == "VB_DuThao" and each.lines[0].page)
    yield from (f"{pdf.stem}: a short line, {line.text}" for each in body for line in _short(each, body))


def _empty_lines(paragraphs: Sequence[SetParagraph], page: int) -> float:
    lowest = max((line.down for each in paragraphs for line in each.lines if line.page == page), default=0)
    return (FOOT - lowest) / LINE_HEIGHT


def _short(paragraph: SetParagraph, body: Sequence[SetParagraph]) -> list[SetLine]:
    """The lines, but for the last of a paragraph, that end before the margin. A paragraph that was cut goes on in the
    next."""
    edge = max(line.right for each in body for line in each.lines)
    ends = paragraph.lines[-1].text.endswith(".")
    return [line for line in (paragraph.lines[:-1] if ends else paragraph.lines) if edge > 500 and line.right < edge - 3]
