"""What the machine counts otherwise than it was typed: told, and tidied only where nothing can be lost by it."""

from pathlib import Path

import pytest

from tests.support.content import PLAN, checked, project
from vanban.pipeline import tidying

PLAN_WITH = PLAN.replace("      Theo phân công.\n", "{block}") + (
    "co_quan: ubnd_nghe_an\nngay_du_kien: 15/9/2025\nnoi_nhan: [Bộ Nội vụ]\nluu: VT\nnguoi_ky: nguyen_van_a\n"
)


def plan(*lines: str) -> str:
    return PLAN_WITH.format(block="".join(f"      {line}\n" if line else "\n" for line in lines))


def codes(folder: Path, *lines: str) -> list[tuple[str, int]]:
    """Codes, and the line of the block (from 1) that each stands at."""
    above = PLAN.count("\n") - 1
    return [(f.code, f.line - above) for f in checked(folder, ke_hoach=plan(*lines)).findings]


def items(marks: str) -> list[str]:
    return [f"{mark} x;" for mark in marks.split()]


@pytest.mark.parametrize("marks", [
    "1. 1. 1.", "1. 2. 3.", "a) b) c) d) đ) e)", "a) b) c) d) e) f) g)", "a) a) a)", "(1) (2) (3)", "c) c)",
    "1. a) b) 2. a) b)", "1. a) 1. a) 1.", "- - -", "1. 1. 2. 2.", "a) b) c) d) đ) e) g) h) i) j) k)", "4. 4.",
])
def it_lets_hands_type_any_mark_that_goes_on(marks: str, tmp_path: Path) -> None:
    assert codes(tmp_path, *items(marks)) == []


@pytest.mark.parametrize(("marks", "at"), [
    ("1. 12.", 2), ("1. 2. 4.", 3), ("a) b) d)", 3), ("(1) (3)", 2), ("1. a) c) 2. a) b)", 3), ("a) b) c) g)", 4), ("1. 1. 3. 7.", 3),
])
def it_tells_of_a_gap_once_for_a_list(marks: str, at: int, tmp_path: Path) -> None:
    assert codes(tmp_path, *items(marks)) == [("C118", at)]


# Where a list begins in the middle, and where it only goes on

LATE = [
    (items("3. 4. 5."), 1), (items("4."), 1), (items("e) g) h) i) k)"), 1), (items("h) i) j) k)"), 1), (items("(3) (4)"), 1),
    ([*items("1. b) c) 2. a)"), ], 2), ([*items("a) b)"), "", "Đoạn giữa.", "", *items("c) d)")], 6),
    ([*items("1. a) b)"), "", "Đoạn giữa.", "", *items("c)")], 7), ([*items("1. a) 2. c)")], 4),
    ([*items("1. 2."), "", "Đoạn giữa.", "", *items("3. b)")], 7),
]
GOES_ON = [
    [*items("1. 2."), "", "Đoạn giữa.", "", *items("3. 4.")], [*items("1. 2."), "", "Đoạn giữa.", "", *items("1. 2.")],
    [*items("a) b)"), "  Đoạn của điểm b.", *items("c) d)")], [*items("a) b)"), "", "Đoạn giữa.", "", *items("a) b)")],
    [*items("1. a) b) 2. a)"), "  Đoạn của điểm a.", *items("b) 3.")],
]


@pytest.mark.parametrize(("lines", "at"), LATE, ids=lambda each: " ".join(each) if isinstance(each, list) else "")
def it_tells_of_a_list_that_begins_in_the_middle_and_leaves_its_marks(
    lines: list[str], at: int, tmp_path: Path
) -> None:
    assert codes(tmp_path, *lines) == [("C118", at)]
    assert tidied(tmp_path, *lines) == plan(*lines)


@pytest.mark.parametrize("lines", GOES_ON, ids=" ".join)
def it_takes_a_list_that_goes_on_from_the_text_above(lines: list[str], tmp_path: Path) -> None:
    assert codes(tmp_path, *lines) == []


def it_takes_khoan_that_go_on_behind_the_headings_below(tmp_path: Path) -> None:
    below = "    de_muc:\n      - tieu_de: Phần dưới\n        noi_dung: Chữ.\n    noi_dung_cuoi: |\n"
    for last, told in (("3. x", []), ("1. x", []), ("4. x", ["C118"])):
        text = PLAN_WITH.format(block="      1. x\n      2. x\n") .replace("co_quan", f"{below}      {last}\nco_quan", 1)
        assert [f.code for f in checked(tmp_path, ke_hoach=text).findings] == told, last


def tidied(folder: Path, *lines: str) -> str:
    made = project(folder, ke_hoach=plan(*lines))
    tidying.tidy(made)
    return (folder / "content/nghe_an/2025/ke_hoach.yaml").read_text("utf-8")


@pytest.mark.parametrize(("typed", "meant"), [
    ("1. 2. 4.", "1. 2. 3."), ("a) b) d)", "a) b) c)"), ("1. 1. 1.", "1. 2. 3."), ("a) b) c) d) e)", "a) b) c) d) đ)"),
])
def it_closes_a_small_gap(typed: str, meant: str, tmp_path: Path) -> None:
    assert tidied(tmp_path, *items(typed)) == plan(*items(meant))


@pytest.mark.parametrize("lines", [
    ["1. Hoàn thành trong tháng", "12. Sau đó báo cáo."], [*items("a) b) e) g)"), "1. Việc khác."],
    ["1. Các việc:", *items("a) b) c) d) e) g)"), "2. Thực hiện điểm e khoản 1 Mục này."],
    [*items("1. 2. 4."), "5. Theo khoản 4 Mục này."],
])
def it_leaves_a_leap_and_marks_that_are_named(lines: list[str], tmp_path: Path) -> None:
    assert tidied(tmp_path, *lines) == plan(*lines)


LIST = ("1. Các việc:", *items("a) b) c) d) e) g)"))


@pytest.mark.parametrize("sentence", [
    "điểm e khoản 1 Mục này", "Điểm g khoản 1", "điểm e, khoản 1 Mục I", "điểm e nêu trên", "điểm g khoản 1 Mục I Kế hoạch này",
])
def it_tells_of_a_reference_that_the_count_has_moved(sentence: str, tmp_path: Path) -> None:
    assert codes(tmp_path, *LIST, f"1. Thực hiện {sentence}.") == [("R114", 8)]


@pytest.mark.parametrize("sentence", ["điểm e khoản 2 Mục này", "điểm e khoản 1 Mục II"])
def it_tells_once_of_a_point_of_a_part_that_has_none(sentence: str, tmp_path: Path) -> None:
    assert codes(tmp_path, *LIST, f"1. Thực hiện {sentence}.") == [("R121", 8)]


@pytest.mark.parametrize("sentence", [
    "điểm a khoản 1 Mục này", "điểm e khoản 1 Điều 5 Nghị định số 30/2020/NĐ-CP", "điểm e khoản 1 của Luật Cán bộ, công chức",
    "“điểm e khoản 1 Mục này”", "thời điểm này", "dứt điểm 315 hồ sơ",
    "điểm e khoản 1 Kế hoạch số 12/KH-UBND", "điểm d khoản 1", "tài khoản 1", "điểm e khoản 1 Điều 18",
])
def it_leaves_alone_references_that_still_point_there(sentence: str, tmp_path: Path) -> None:
    assert codes(tmp_path, *LIST, f"1. Thực hiện {sentence}.") == []


def it_follows_a_khoan_that_was_counted_otherwise(tmp_path: Path) -> None:
    assert codes(tmp_path, *items("1. 2. 4."), "5. Theo khoản 4 Mục này.") == [("C118", 3), ("R114", 4)]


@pytest.mark.parametrize("lines", [
    ("Một câu;", "hai câu."), ("Một câu", "Hai câu."), ("- Một việc", "của tỉnh."), ("Một câu", "", "hai câu."), ("Câu[^a].", "và.", "[^a]: x"),
    ("1. Tham mưu", "Ủy ban nhân dân tỉnh ban hành."), ("1. Phối hợp với", "Lực lượng công an."), ("1. Việc của", "Sở Nội vụ."),
    ("1. Tổ chức các hoạt động tuyên truyền trên địa bàn toàn tỉnh nhân dịp", "Tết Nguyên đán."),
    ("1. Rà soát, thống kê, công bố,", "Bảo đảm tiến độ."), ("1. Bàn giao hồ sơ, tài liệu", "Kho bạc giữ."), ("1. Giao", "Nghệ An chủ trì."),
    ("1. Mục đích:", "Bảo đảm tiến độ."), ("1. Mục đích", "  Bảo đảm tiến độ."), ("1. Mục đích", "bảo đảm tiến độ."),
])
def it_takes_lines_that_meet_as_they_are_meant(lines: tuple[str, ...], tmp_path: Path) -> None:
    assert [each for each in codes(tmp_path, *lines) if each[0] in ("S312", "S313")] == []


@pytest.mark.parametrize(("lines", "expected"), [
    (("Đẩy mạnh cải cách,", "nâng cao hiệu quả", "của tỉnh."), ("S312", 2)), (("1. Mục đích", "Bảo đảm tiến độ.", "Nâng cao."), ("S313", 2)),
    (("a) **Yêu cầu chung**", "Làm đúng hạn."), ("S313", 2)),
    (("1. Tổ công tác của Ủy ban nhân dân tỉnh làm việc theo chế độ thủ trưởng", "Người đứng đầu quyết định."), ("S313", 2)),
    (("1. Mục đích, yêu cầu", "Bảo đảm tiến độ."), ("S313", 2)),
])
def it_tells_of_lines_that_meet_against_their_sense(
    lines: tuple[str, ...], expected: tuple[str, int], tmp_path: Path
) -> None:
    assert codes(tmp_path, *lines) == [expected]
