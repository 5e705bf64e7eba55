"""A deadline in any of its forms moves to the next year, stays or is asked, as what it says demands."""

from datetime import date

import pytest

from vanban.model.registers import Registers
from vanban.plan.context import Carrying
from vanban.plan.item import Naming
from vanban.plan.tasks import items_of_tasks
from vanban.readers.source import read_source
from vanban.years.mention import Turn

TASK = """\
loai_van_ban: phu_luc
nhiem_vu:
  - nhom: Nhóm
    gom:
      - {{ma: nv_a, noi_dung: Việc, chu_tri: [so_noi_vu_nghe_an], thoi_gian: "{words}", hang_nam: "{yearly}"}}
"""
TURN = Turn(2026, 2027, date(2025, 12, 22))


def decided(words: str, *, yearly: bool) -> tuple[str, str]:
    """What becomes of a deadline, and the words that are proposed."""
    source, findings = read_source("x.yaml", TASK.format(words=words, yearly="true" if yearly else "false").encode())
    assert findings == []
    carrying = Carrying(TURN, date(2026, 12, 20), Registers())
    (item,) = items_of_tasks(source, carrying, Naming(source, "x"))
    return item.decision.so_phan, item.decision.de_xuat


@pytest.mark.parametrize(("words", "moved"), [
    ("Quý 1/2026", "Quý 1/2027"), ("Từ nay đến hết năm 2026", "Từ nay đến hết năm 2027"),
    ("Quý II/2026 (sau khi có hướng dẫn của Bộ)", "Quý II/2027 (sau khi có hướng dẫn của Bộ)"),
    ("Quý I, II, III, IV/2026", "Quý I, II, III, IV/2027"), ("Hoàn thành chậm nhất ngày 30/6/2026", "Hoàn thành chậm nhất ngày 30/6/2027"),
    ("Từ 01/3 đến 30/6/2026", "Từ 01/3 đến 30/6/2027"), ("Năm học 2026 - 2027", "Năm học 2027 - 2028"), ("Tháng 3, 6 và 9/2026", "Tháng 3, 6 và 9/2027"),
    ("Năm 2026 và hằng năm", "Năm 2027 và hằng năm"),
    ("Quý II/2026 (theo Công văn số 3/BNV-CCHC ngày 05/01/2026)", "Quý II/2027 (theo Công văn số 3/BNV-CCHC ngày 05/01/2026)"),
])
def it_moves_that_of_a_task_of_every_year(words: str, moved: str) -> None:
    assert decided(words, yearly=True) == ("chuyen", moved)


@pytest.mark.parametrize("words", [
    "Quý 1/2026", "Quý I, II, III, IV/2026", "Hoàn thành chậm nhất ngày 30/6/2026", "Từ 01/3 đến 30/6/2026", "Tháng 3, 6 và 9/2026",
    "Quý IV/2025 và quý I/2026", "Quý II/2026 (sau khi có hướng dẫn của Bộ)", "Năm 2024, 2025 và 2026",
])
def it_asks_about_that_of_a_task_that_was_to_be_done_once(words: str) -> None:
    assert decided(words, yearly=False)[0] == "hoi"


@pytest.mark.parametrize("words", ["Năm 2026, 2027 và 2028", "Năm học 2026 - 2027", "Quý IV/2026 và quý I/2027", "Giai đoạn 2026 - 2030"])
def it_leaves_a_span_that_goes_on(words: str) -> None:
    assert decided(words, yearly=False) == ("giu", "")


@pytest.mark.parametrize("words", ["Quý IV/2027", "Quý I/2027", "Trước ngày 30/6/2028", "Đến năm 2030", "Đến 31/12/2030"])
def it_leaves_that_of_a_task_done_once_which_is_not_due_yet(words: str) -> None:
    assert decided(words, yearly=False) == ("giu", "")


@pytest.mark.parametrize("words", ["Trước ngày 30/6/2028", "Đến năm 2030", "Đến 31/12/2030"])
def it_does_not_move_a_deadline_of_later_years(words: str) -> None:
    assert decided(words, yearly=True) == ("giu", "")


@pytest.mark.parametrize("words", [
    "Trước ngày 30/6 và 31/12 hằng năm", "Ngày 25 tháng cuối quý", "Mỗi năm 1 lần", "24/24 giờ", "Theo Kế hoạch số 12/KH-UBND ngày 05/01/2026",
    "Trong tháng 6 và tháng 12 hằng năm",
])
@pytest.mark.parametrize("yearly", [True, False])
def it_leaves_what_names_no_year(words: str, yearly: bool) -> None:
    assert decided(words, yearly=yearly) == ("giu", "")
