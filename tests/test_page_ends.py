"""How pages end, wherever the text happens to stand: the same documents with more and more lines above."""

from collections.abc import Mapping
from itertools import pairwise

import pytest

from tests.support.content import project
from tests.support.set_lines import SetParagraph, set_paragraphs
from vanban.pipeline.reporting import report
from vanban.writers.to_pdf import is_ready

pytestmark = [
    pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine"),
    pytest.mark.xdist_group("page_ends"),  # set once, by one worker
]

LINES = range(12, 32)
TEXT = ("VB_NoiDung", "VB_Dieu", "VB_Khoan")
HEAD = """\
ma: {ma}
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
trich_yeu: Thử trang
noi_nhan: [Bộ Nội vụ]
luu: VT, KSTT
nguoi_ky: nguyen_van_a
"""
# A Điều that leads in a list, a footnote behind its colon; and what ends in a paragraph of one line.
LEADING = HEAD + """\
loai_van_ban: quyet_dinh
can_cu: [nq_76_2021]
dieu:
  - noi_dung: |
{lines}
  - noi_dung: |
      Trách nhiệm của các cơ quan như sau:[^ghi]
      [^ghi]: Theo quy định.
      1. Sở Nội vụ theo dõi.
      1. Sở Tài chính bố trí kinh phí.
"""
# The same in a long paragraph, of which only the last lines go along.
LEADING_LONG = LEADING.replace("Trách nhiệm", "Để thực hiện các nhiệm vụ nói trên trong thời gian tới, " * 6 + "trách nhiệm")
ENDING = HEAD + """\
loai_van_ban: thong_bao
mo_dau: |
{lines}
  Trên đây là thông báo của Ủy ban nhân dân tỉnh.
"""
# Headings of all steps one below the other, each with a title: more than LibreOffice holds together by itself.
PART = """\
  - tieu_de: Xử lý
    de_muc:
      - tieu_de: Thu hồi
        de_muc:
          - tieu_de: Thu hồi tài sản
            de_muc:
              - tieu_de: Trường hợp thu hồi
                noi_dung: |
                  1. Thu hồi khi:
                  a) Hỏng;
                  b) Không còn dùng.
              - tieu_de: Trách nhiệm
                noi_dung: |
{lines}
"""
HEADINGS = HEAD + """\
loai_van_ban: quy_dinh
danh_so: Phần I / Chương I / Mục 1 / Điều 1.
mo_dau: |
{lines}
de_muc:
""" + PART.replace("{lines}", "\n".join(f"{' ' * 18}Trách nhiệm {number}." for number in range(24))) * 2
HEADINGS_STYLES = ("H2", "H3")
# A heading with a last paragraph that grows word by word from three lines into four, where its signature turns the page.
GROWING = HEAD + """\
loai_van_ban: thong_bao
mo_dau: |
{lines}
de_muc:
  - tieu_de: Tổ chức thực hiện
    noi_dung: |
      {words}.
"""
SYLLABLES = ("Các cơ quan, đơn vị tổ chức rà soát, thống kê, phân loại hồ sơ và nghiêng ngả bố trí trang thiết bị " * 4).split()
WORDS, ABOVE = range(38, 64), 17


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[SetParagraph]]:
    folder, files = tmp_path_factory.mktemp("page_ends"), dict[str, str]()
    for count in LINES:
        for name, text, indent in (("dan", LEADING, 6), ("dai", LEADING_LONG, 6), ("cuoi", ENDING, 2), ("muc", HEADINGS, 2)):
            lines = "\n".join(f"{' ' * indent}Dòng {number} là một đoạn." for number in range(count))
            files[f"{name}_{count}"] = text.format(ma=f"{name}_{count}", lines=lines)
    for count in WORDS:
        lines = "\n".join(f"  Dòng {number} là một đoạn." for number in range(ABOVE))
        files[f"tu_{count}"] = GROWING.format(ma=f"tu_{count}", lines=lines, words=" ".join(SYLLABLES[:count]))
    made = report(project(folder, **files), [], ["docx", "pdf"], folder / "out")
    assert made.failures == []
    return {path.stem: set_paragraphs(path) for path in made.written if path.suffix == ".pdf"}


def it_ends_no_page_with_what_leads_in_a_list(built: Mapping[str, list[SetParagraph]]) -> None:
    turned = 0
    for count in LINES:
        leading, first = _pair(built[f"dan_{count}"], "như sau:")
        assert leading.pages[-1] == first.pages[0]
        turned += leading.lines[0].page == 1 and leading.lines[0].down < 100
    assert turned, "none stands at the end of a page"


def it_takes_of_a_long_paragraph_that_leads_in_only_the_last_lines_along(
    built: Mapping[str, list[SetParagraph]]
) -> None:
    parted = 0
    for count in LINES:
        leading, first = _pair(built[f"dai_{count}"], "như sau:")
        assert leading.pages[-1] == first.pages[0]
        assert leading.pages.count(leading.pages[-1]) > 1
        above = max(line.down for each in built[f"dai_{count}"] for line in each.lines if line.page == 0)
        # With the list goes the signature behind it, which is eleven lines high.
        assert leading.pages[-1] == 0 or above > 842 - 57 - 14 * 18.6, count
        parted += leading.lines[0].page == 1 and first.lines[0].page == 1 and len(leading.lines) == 2
    assert parted, "none is set in two parts"


def _pair(paragraphs: list[SetParagraph], words: str) -> tuple[SetParagraph, SetParagraph]:
    text = [each for each in paragraphs if each.style in ("VB_Dieu", "VB_Khoan")]
    at = next(at for at, each in enumerate(text) if words in each.lines[-1].text)
    return text[at], text[at + 1]


@pytest.mark.parametrize("name", ["dan", "dai", "cuoi"])
def it_leaves_two_lines_of_text_with_the_signature(name: str, built: Mapping[str, list[SetParagraph]]) -> None:
    turned = 0
    for count in LINES:
        paragraphs = built[f"{name}_{count}"]
        signed = next(each for each in paragraphs if each.style == "VB_QuyenHan").lines[0]
        text = [line for each in paragraphs if each.style in TEXT for line in each.lines if line.page == signed.page]
        assert len(text) > 1, count
        turned += signed.page == 1 and len(text) < 5
    assert turned, "no signature goes to a page of its own"


def it_ends_no_page_with_headings_however_many_stand_together(built: Mapping[str, list[SetParagraph]]) -> None:
    turned = 0
    for count in LINES:
        text = [each for each in built[f"muc_{count}"] if each.style in (*HEADINGS_STYLES, "VB_Khoan", "VB_NoiDung")]
        for heading, below in pairwise(text):
            assert heading.style not in HEADINGS_STYLES or heading.pages[-1] == below.pages[0], (count, heading)
        turned += sum(each.lines[0].down < 100 for each in text if each.style in HEADINGS_STYLES)
    assert turned > 10, "none stands at the end of a page"


def it_parts_a_last_paragraph_of_four_lines_however_little_its_last_line_holds(
    built: Mapping[str, list[SetParagraph]]
) -> None:
    """Two lines go to the page of the signature, two stay below their heading."""
    parted = 0
    for count in WORDS:
        paragraphs = built[f"tu_{count}"]
        signed = next(each for each in paragraphs if each.style == "VB_QuyenHan").lines[0].page
        heading = next(at for at, each in enumerate(paragraphs) if "TỔ CHỨC" in each.lines[0].text)
        text = [line.page for each in paragraphs[heading + 1:] if each.style == "VB_NoiDung" for line in each.lines]
        assert signed == 1, count
        assert text == [1, 1, 1] or text[-2:] == [1, 1] and set(text[:-2]) == {0}, (count, text)
        parted += len(text) == 4
    assert parted, "none has four lines"
