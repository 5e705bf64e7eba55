"""References to parts of a document that hands type: told where the document lacks the part, silent where that is not
certain."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, checked
from vanban.findings import Finding

QUY_CHE = """\
loai_van_ban: quy_che
ma: kh
trich_yeu: Làm việc
de_muc:
  - tieu_de: Quy định chung
    de_muc:
      - tieu_de: Phạm vi
        noi_dung: |
          1. Một.
          2. Hai:
          a) Việc a;
          b) Việc b.
          3. {line}
      - tieu_de: Nguyên tắc
        noi_dung: Công khai.
  - tieu_de: Tổ chức thực hiện
    de_muc:
      - tieu_de: Hiệu lực
        noi_dung: |
          1. Một.
"""


def of_regulation(folder: Path, line: str) -> list[Finding]:
    return list(checked(folder, qd=DECISION, kh=QUY_CHE.format(line=line)).findings)


def lacking(found: list[Finding]) -> list[str]:
    """What each finding says is not there."""
    assert {each.code for each in found} <= {"R121"}
    return sorted(each.message.rpartition(" không có ")[2].rstrip(".") for each in found)


@pytest.mark.parametrize(("line", "told"), [
    ("Theo Điều 31 Quy chế này.", ["Điều 31"]), ("Theo Điều 4 của Quy chế này.", ["Điều 4"]), ("Theo khoản 9 Điều này.", ["khoản 9"]),
    ("Theo khoản 2 Điều 3 Quy chế này.", ["khoản 2"]), ("Theo khoản 2 Điều 9 Quy chế này.", ["Điều 9"]),
    ("Theo Chương V Quy chế này.", ["Chương V"]), ("Theo các Điều 1, 2 và 5 Quy chế này.", ["Điều 5"]), ("Theo khoản 1, 2, 7 Điều này.", ["khoản 7"]),
    ("Theo khoản 1, khoản 7 Điều này.", ["khoản 7"]), ("Theo điểm a khoản 7 Điều này.", ["khoản 7"]), ("Theo Điều 2 và Điều 8 Quy chế này.", ["Điều 8"]),
    ("Theo khoản 4, Điều này.", ["khoản 4"]), ("Theo Điều 8 Quy chế ban hành kèm theo Quyết định này.", ["Điều 8"]),
    ("Theo Điều 7 Quyết định này.", ["Điều 7"]), ("Theo Điều 8 Quy chế này, khoản 8 Điều này.", ["khoản 8", "Điều 8"]),
    ("Theo khoản 9 Quy chế này.", ["khoản 9"]), ("Theo điểm c khoản 9 Quy chế này.", ["khoản 9"]), ("Theo điểm c khoản 2 Điều này.", ["điểm c"]),
    ("Theo Phần II Quy chế này.", ["Phần II"]), ("Theo Chương 2 Quy chế này.", ["Chương 2"]), ("Theo Phần 2 Quy chế này.", ["Phần 2"]),
    ("Theo Phần thứ hai Quy chế này.", ["Phần thứ hai"]), ("Theo Mục 1 Chương I Quy chế này.", ["Mục 1"]),
    ("Theo điểm a, b và đ khoản 2 Điều này.", ["điểm đ"]), ("Theo điểm a khoản 1 Điều này.", ["điểm a"]), ("Theo Điểm c khoản 2 Điều 1 Quy chế này.", ["điểm c"]),
])
def it_tells_of_a_part_that_is_not_there(line: str, told: list[str], tmp_path: Path) -> None:
    assert lacking(of_regulation(tmp_path, line)) == told


@pytest.mark.parametrize("line", [
    "Theo Điều 3 Quy chế này.", "Theo khoản 3 Điều này.", "Theo khoản 1 Điều 3 Quy chế này.", "Theo Chương II Quy chế này.", "Theo Điều 1 Quyết định này.",
    "Theo Điều 31 Nghị định số 30/2020/NĐ-CP.", "Theo khoản 9 Điều 31.", "Theo khoản 9 Điều 5 của Luật này.", "Theo “khoản 9 Điều này”.", "Điều này rất cần.",
    "Theo khoản 9 Điều 31 [[nq_76_2021]].", "Theo khoản 9.", "tài khoản 9 Quy chế này", "khoản 3 Quy chế này", "tài khoản 9 này", "Tại điểm này, Quy chế này được niêm yết.", "Theo điểm a, b khoản 2 Điều này.",
    "Đạt điểm c, theo Quy chế này.", "Theo điểm c khoản 2 Điều 5 của Luật này.", "Theo điểm x.", "Theo điểm b khoản 2 Quy chế này.", "Theo Điều 31 Thông tư này.", "Theo điểm b khoản 2 Điều này.",
    "Theo Điều 31a Quy chế này.", "Theo Mục 3 Phụ lục II Nghị định 30/2020/NĐ-CP.", "Theo khoản 1 và điểm a khoản 2 Điều này.", "Theo Điều 2, Điều 3 Quy chế này.",
])
def it_says_nothing_where_the_part_is_there_or_another_may_be_meant(line: str, tmp_path: Path) -> None:
    assert of_regulation(tmp_path, line) == []


MUC = PLAN.replace("      Theo phân công.\n", "      1. Một.\n      1. {line}\n  - tieu_de: Thực hiện\n    noi_dung: Theo phân công.\n")


@pytest.mark.parametrize(("line", "told"), [
    ("Theo Mục V Kế hoạch này.", ["Mục V"]), ("Theo khoản 6 Mục này.", ["khoản 6"]), ("Theo khoản 6 Mục II Kế hoạch này.", ["khoản 6"]),
    ("Theo Mục I, Mục III Kế hoạch này.", ["Mục III"]), ("Theo Phần thứ ba Kế hoạch này.", ["Phần thứ ba"]), ("Theo Điều 5 Quyết định này.", ["Điều 5"]),
    ("Theo điểm c khoản 7 Kế hoạch này.", ["khoản 7"]), ("Theo Mục II Kế hoạch này.", []), ("Theo khoản 2 Mục này.", []), ("Theo Mục V.", ["Mục V"]), ("Theo mục II.", []),
    ("Nghị quyết số 76/NQ-CP giao tại mục V.", []), ("Theo danh mục V.", []), ("Theo Mục V Kế hoạch số 12/KH-UBND.", []),
    ("Theo Phần II Kế hoạch này.", []), ("Theo khoản 1 Mục I Kế hoạch này.", []), ("Theo Mục V Quy hoạch này.", []),
])
def it_knows_the_parts_of_a_plan(line: str, told: list[str], tmp_path: Path) -> None:
    assert lacking(list(checked(tmp_path, qd=DECISION, kh=MUC.format(line=line)).findings)) == told
