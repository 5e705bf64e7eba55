"""Lines that would be printed inside the line above, against the sense: a dash of a list that is indented too far, a
paragraph that closes a list."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, checked

LISTS = {
    "noi_nhan": ("  - Bộ Nội vụ\n", "  - Bộ Nội vụ\n    - Công an tỉnh\n"),
    "can_cu": ("  - nq_76_2021\n", "  - Luật Tổ chức chính quyền địa phương\n    - Nghị định số 30/2020/NĐ-CP\n"),
    "kem_theo": ("  - kh\n", "  - kh\n    + pl\n"),
    "trich_yeu": ("trich_yeu: Ban hành Kế hoạch\n", "trich_yeu: Ban hành Kế hoạch\n  • Năm 2025\n"),
    "luu": ("luu: VT, KSTT\n", "luu: VT\n  - KSTT\n"),
}


def told(folder: Path, **documents: str) -> list[tuple[str, int]]:
    return [(each.code, each.line) for each in checked(folder, **documents).findings if each.code in ("S115", "S318")]


@pytest.mark.parametrize("key", LISTS)
def it_refuses_a_dash_that_is_indented_too_far(key: str, tmp_path: Path) -> None:
    right, wrong = LISTS[key]
    text = DECISION.replace(right, wrong)
    line = 1 + text[: text.index(wrong)].count("\n") + wrong.count("\n") - 1
    assert told(tmp_path, qd=text, kh=PLAN) == [("S115", line)]


@pytest.mark.parametrize("words", ["Ban hành Kế hoạch của các cơ quan Hà Nội -\n  Hải Phòng", '"Ban hành\n  - Kế hoạch"', "Ban hành\n  -5 độ", "Ban hành\n  Kế hoạch"])
def it_says_nothing_of_a_value_over_several_lines(words: str, tmp_path: Path) -> None:
    assert told(tmp_path, qd=DECISION.replace("Ban hành Kế hoạch\n", f"{words}\n"), kh=PLAN) == []


def plan(text: str) -> str:
    return PLAN.replace("      Theo phân công.\n", "".join(f"      {line}\n" if line else "\n" for line in text.split("\n")))


@pytest.mark.parametrize(("text", "line"), [
    ("1. Thứ Hai.\n2. Thứ Năm.\nĐề nghị các sở thực hiện.", 9), ("a) Một;\nb) Hai;\nTheo phân công.", 9), ("- Một;\nUBND tỉnh giao việc.\n- Hai.", 8),
    ("1. Một.\nTrên đây là kế hoạch.", 8), ("1. Một.\nUBND tỉnh yêu cầu các sở thực hiện.", 8), ("1. Một.\nTrong quá trình thực hiện có vướng mắc thì báo cáo.\n\nHết.", 8),
])
def it_tells_of_a_paragraph_that_closes_a_list(text: str, line: int, tmp_path: Path) -> None:
    assert told(tmp_path, qd=DECISION, kh=plan(text)) == [("S318", line)]


@pytest.mark.parametrize("text", [
    "1. Một.\n\nĐề nghị các sở thực hiện.", "1. Một.\nHằng tháng báo cáo.", "1. Một.\nĐề nghị các sở thực hiện.\n2. Hai.", "1. Một:\nCông khai.", "- Một;\n  Đoạn sau của ý.",
    "1. Báo cáo gửi Sở Nội vụ,\nCông an tỉnh.", "[^a]: Ghi chú.\n\nMột.[^a]",
])
def it_says_nothing_where_a_line_goes_on_with_its_item(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, qd=DECISION, kh=plan(text)) == []
