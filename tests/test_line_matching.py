"""Lines matched: in order, of all that difflib would match where texts are short, in time that grows as they do."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.plan.changes import Changes, changed
from vanban.plan.line_matching import matched
from vanban.plan.merging import merged
from vanban.readers.source import read_source

LINES = st.lists(st.sampled_from("abcdefgh"), max_size=12)


@given(LINES, LINES)
def it_matches_equal_lines_in_an_order_that_both_have(lines: list[str], others: list[str]) -> None:
    found = matched(lines, others)
    assert all(lines[at] == others[other] for at, other in found.items())
    pairs = sorted(found.items())
    assert all(one[1] < next_one[1] for one, next_one in zip(pairs, pairs[1:], strict=False))


@given(LINES, LINES)
def it_matches_all_of_what_is_the_same_at_both_ends(lines: list[str], between: list[str]) -> None:
    found = matched(lines + lines, lines + between + lines)
    assert len(found) == 2 * len(lines)


def it_matches_lines_that_stand_once_across_long_texts_of_equal_ones() -> None:
    lines = [line for at in range(500) for line in (f"ma: {at}", "san_pham: Báo cáo", "chu_tri: [so]")]
    others = [*lines[:3], "mới", *lines[3:600], *lines[603:]]
    found = matched(lines, others)
    assert len(found) == len(lines) - 3
    assert 600 not in found


def edited(tasks: int) -> tuple[str, str, str]:
    """A long annex as generated, as generated after answers to every second task, as a person has edited it."""
    rows = [f"- ma: nv_{at}\n  noi_dung: Việc {at}\n  san_pham: Báo cáo\n  chu_tri: [so]\n  thoi_gian: Quý IV/2025\n"
            for at in range(tasks)]
    new = [row.replace("Quý IV/2025", "Quý II/2026") if at % 3 == 1 else row for at, row in enumerate(rows) if at % 3]
    there = ["  # sửa\n" + row.replace("Việc", "Công việc") if at in (3, tasks - 5) else row for at, row in enumerate(rows)]
    return "".join(rows), "".join(new), "".join(there)


EQUAL = "- Việc\n"


@pytest.mark.parametrize("texts", [
    edited, lambda size: (EQUAL * size, f"a\n{EQUAL * size}b\n{EQUAL * 9}", f"{EQUAL * (size // 2)}c\n{EQUAL * size}d\n"),
    lambda size: ("".join(f"{at % 7}\n" for at in range(size)), "".join(f"{at % 5}\n" for at in range(size)), "".join(
        f"{at % 3}\n" for at in range(size))),
    lambda size: tuple("".join(f"{at * step % size}\n" for at in range(size)) for step in (1, 7, 11)),
], ids=["annex", "equal", "periodic", "shuffled"])
def it_takes_twice_the_time_for_twice_the_lines(texts: object) -> None:
    def took(size: int) -> float:
        given_texts = texts(size)  # type: ignore[operator]
        times = []
        for _ in range(3):
            start = process_time()
            merged(*given_texts)
            times.append(process_time() - start)
        return min(times)
    took(100)
    assert took(8000) < 3.2 * took(4000) + 0.05


def annex(tasks: int) -> str:
    return "nhiem_vu:\n" + "".join(
        f"  - nhom: Nhóm {group}\n    gom:\n" + "".join(
            f"      - ma: nv_{group}_{at}\n        noi_dung: Việc\n        thoi_gian: Quý IV/2025\n" for at in range(50))
        for group in range(tasks // 50))


def it_puts_a_key_into_every_task_in_time_that_grows_as_the_file() -> None:
    def took(tasks: int) -> float:
        source, _ = read_source("x.yaml", annex(tasks).encode())
        added = tuple((("nhiem_vu", group, "gom", at), "thoi_gian", "ghi_chu", "Chuyển tiếp") for group in range(tasks // 50)
                      for at in range(50))
        start = process_time()
        text = changed(source, Changes(added=added), {})
        assert text.count("        thoi_gian: Quý IV/2025\n        ghi_chu: Chuyển tiếp\n") == tasks
        return process_time() - start
    took(50)
    assert took(400) < 3.2 * took(200) + 0.1
