"""A plan of many tasks is carried over in time that grows as it does, whatever is answered."""

from datetime import date

import pytest

from tests.support.timing import least_seconds
from vanban.model.registers import Registers
from vanban.plan.context import Carrying
from vanban.plan.rolling import Rolled, rolled
from vanban.readers.source import Source, read_source
from vanban.years.mention import Turn

HEAD = "loai_van_ban: phu_luc\nma: pl\ntrich_yeu: Nhiệm vụ\nbang_bieu: [{ma: bang, bo_cuc: nhiem_vu}]\nnhiem_vu:\n  - nhom: Một\n    gom:\n"
FORMS = {
    "block": "      - ma: nv_{0}\n        noi_dung: Việc số {0}\n        san_pham: Báo cáo năm 2025\n        thoi_gian: Tháng 10/2025\n",
    "flow": "      - {{ma: nv_{0}, noi_dung: Việc số {0}, san_pham: Báo cáo năm 2025, thoi_gian: Tháng 10/2025}}\n",
    "groups": "  - nhom: Nhóm {0}\n    gom:\n      - ma: nv_{0}\n        noi_dung: Việc số {0}\n        san_pham: Báo cáo năm 2025\n"
              "        thoi_gian: Tháng 10/2025\n",
}
# What is answered about the product, and about the deadline.
ANSWERS = {"product goes": ("xóa", "Quý II/2026"), "every other task goes": ("giữ", "xóa")}


def tasks(form: str, count: int) -> Source:
    head = HEAD.removesuffix("  - nhom: Một\n    gom:\n") if form == "groups" else HEAD
    source, found = read_source("content/x/2025/pl.yaml", (head + "".join(map(FORMS[form].format, range(count)))).encode())
    assert not found
    return source


def carried_over(source: Source, answers: dict[str, str]) -> Rolled:
    return rolled(source, "pl", Carrying(Turn(2025, 2026, date(2025, 7, 15)), date(2025, 12, 31), Registers({})), answers)


def answers(source: Source, product: str, deadline: str) -> dict[str, str]:
    made = carried_over(source, {})
    said = {each.vi_tri: deadline if ".thoi_gian" in each.vi_tri else product for each in made.decisions}
    return {place: words for at, (place, words) in enumerate(said.items()) if words != "xóa" or product == "xóa" or at % 4 < 2}


@pytest.mark.parametrize("said", ANSWERS.values(), ids=list(ANSWERS))
@pytest.mark.parametrize("form", FORMS)
def it_carries_four_times_as_many_tasks_over_in_some_four_times_the_time(form: str, said: tuple[str, str]) -> None:
    small, large = tasks(form, 60), tasks(form, 240)
    told = [(each, answers(each, *said)) for each in (small, large)]
    made = carried_over(large, told[1][1])
    assert not made.fault
    assert made.text.count("ma: nv_") == (240 if said[0] == "xóa" else 120)
    first, last = (least_seconds(lambda source=source, own=own: carried_over(source, own), 2) for source, own in told)
    assert last < 7 * first + 0.05
