"""A khoản that became two, and two that became one, are one change each, in which only other words are marked."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN
from tests.support.review_page import review_of
from tests.support.reviewing import applied, compared
from vanban.model.change import Comparison
from vanban.reviews import as_read, review_forms
from vanban.reviews._sentences import on_paper, sentence

WHOLE = """\
1. Các cơ quan rà soát thủ tục hành chính hằng quý. Sở Nội vụ tổng hợp kết quả và báo cáo cấp trên.
1. Việc khác giữ nguyên."""
PARTS = """\
1. Các cơ quan rà soát thủ tục hành chính hằng quý.
1. Sở Nội vụ tổng hợp kết quả và báo cáo cấp trên.
1. Việc khác giữ nguyên."""
SPLIT = "Tách khoản 1 Mục I (bản cũ) thành khoản 1 Mục I và khoản 2 Mục I"
JOINED = "Gộp khoản 1 Mục I và khoản 2 Mục I (bản cũ) thành khoản 1 Mục I"


def sides(folder: Path, old: str, new: str) -> Comparison:
    def plan(text: str) -> str:
        return PLAN.replace("      Theo phân công.\n", "".join(f"      {line}\n" for line in text.splitlines()))

    return compared(folder, {"qd": DECISION, "kh": plan(old)}, {"qd": DECISION, "kh": plan(new)})


@pytest.mark.parametrize(("old", "new", "said", "apart"), [
    (WHOLE, PARTS, SPLIT, []),
    (WHOLE, PARTS.replace("cấp trên", "Ủy ban"), SPLIT, ["cấp trên", "Ủy ban"]),
    (WHOLE, PARTS.replace("hằng quý", "hằng tháng"), SPLIT, ["quý", "tháng"]),
    (PARTS, WHOLE, JOINED, []),
    (PARTS, WHOLE.replace("cấp trên", "Ủy ban"), JOINED, ["cấp trên", "Ủy ban"]),
])
def it_tells_a_khoan_that_was_split_or_joined_as_one_change(
    old: str, new: str, said: str, apart: list[str], tmp_path: Path
) -> None:
    comparison = sides(tmp_path, old, new)
    (change,) = comparison.changes
    assert (sentence(change), on_paper(change)) == (said, said)
    assert [words for piece in change.pieces if piece.of != "both" and (words := piece.words.strip())] == apart
    assert [each.effect for each in change.consequences] == ["mark"]
    (document,) = comparison
    assert document.new
    assert applied(comparison, document) == [line.text for line in document.new.lines]
    for form in ("text", "md", "html"):
        told = review_forms()[form].told(review_of(as_read(comparison)), False).replace("\\", "")
        assert said in told, form


def it_tells_a_khoan_with_words_of_its_own_as_put_in(tmp_path: Path) -> None:
    """A sentence taken out of one khoản, and another khoản put in beside it, are two edits."""
    new = PARTS.replace("Sở Nội vụ tổng hợp kết quả và báo cáo cấp trên.", "Không để hồ sơ quá hạn ở bất cứ khâu nào.")
    assert sorted(each.deed for each in sides(tmp_path, WHOLE, new).changes) == ["added", "changed"]


def it_tells_words_that_stay_where_they_were_and_stand_in_a_new_khoan_too_as_put_in(tmp_path: Path) -> None:
    again = WHOLE.replace("1. Việc khác", "1. Sở Nội vụ tổng hợp kết quả và báo cáo cấp trên.\n1. Việc khác")
    assert [each.deed for each in sides(tmp_path, WHOLE, again).changes] == ["added"]
