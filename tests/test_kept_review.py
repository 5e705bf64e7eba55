"""The words that were kept of an issued document against what would be printed today, told as changes are told."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.support.reviewing import applied, told
from vanban.errors import WrongUse
from vanban.pipeline.kept_review import kept_review
from vanban.pipeline.project import Project
from vanban.pipeline.supplementing import supplement

TABLE = ("bang_bieu:\n  - {ma: b, tieu_de: Bảng, cot: [{ma: so_thu_tu, tieu_de: STT}, {ma: a, tieu_de: Việc}, {ma: h, tieu_de: Hạn}],"
         " hang: [{a: Một việc, h: Quý I}, {a: Hai việc, h: Quý II}]}\n")
LISTED = PLAN.replace("      Theo phân công.\n", "      Mở đầu.\n      1. Rà soát thủ tục.\n      a) Của tỉnh;\n"
                      "      a) Của xã.\n      1. Công khai kết quả[^a].\n      [^a]: Trên cổng thông tin.\n") + TABLE


@pytest.fixture
def issued(tmp_path: Path) -> Project:
    made = project(tmp_path, qd=DECISION, kh=LISTED)
    assert supplement(made, file_of(made)).record
    return made


def file_of(made: Project, name: str = "qd") -> Path:
    return made.content / "nghe_an/2025" / f"{name}.yaml"


def edited(made: Project, path: Path, old: str, new: str) -> list[str]:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    review = kept_review(made, file_of(made)).review
    for document in review.comparison:
        assert document.new
        assert applied(review.comparison, document) == [line.text for line in document.new.lines]
    return told(review.comparison)


def it_finds_nothing_where_the_same_is_printed(issued: Project) -> None:
    review = kept_review(issued, file_of(issued)).review
    assert [*review.comparison] == []
    assert [document.title for document in review.comparison.documents] == [
        "Quyết định ban hành Kế hoạch", "Kế hoạch cải cách hành chính năm 2025"]


def it_tells_what_a_renamed_body_changes_on_paper(issued: Project) -> None:
    register = issued.content / "dung_chung/co_quan.yaml"
    lines = edited(issued, register, "ten_goi: Ủy ban nhân dân tỉnh Nghệ An", "ten_goi: Ủy ban nhân dân thành phố Vinh")
    assert lines == ["changed zone, thẩm quyền: ỦY BAN NHÂN DÂN TỈNH NGHỆ AN → ỦY BAN NHÂN DÂN THÀNH PHỐ VINH",
                     "changed zone, kèm theo: (Kèm theo Quyết định số 2228/QĐ-UBND / ngày 15 tháng 7 năm 2025 của Ủy ban "
                     "nhân dân tỉnh Nghệ An) → (Kèm theo Quyết định số 2228/QĐ-UBND / ngày 15 tháng 7 năm 2025 của Ủy ban "
                     "nhân dân thành phố Vinh)"]


@pytest.mark.parametrize(("old", "new", "lines"), [
    ("      1. Công", "      1. Thêm việc mới.\n      1. Công", [
        "added text, khoản 2 Mục I: 2. Thêm việc mới.",
        "  mark, khoản 3 Mục I: 2. Công khai kết quả. → 3. Công khai kết quả."]),
    ("a) Của xã.", "a) Của xã, phường.", [
        "changed text, điểm b khoản 1 Mục I: b) Của xã. → b) Của xã, phường."]),
    ("Trên cổng", "Trên các cổng", ["changed note, chú thích 1: Trên cổng thông tin. → Trên các cổng thông tin."]),
    ("{a: Hai việc", "{a: Việc mới, h: Quý III}, {a: Hai việc", [
        "added row, hàng 2, bảng thứ 1: 2 / Việc mới / Quý III", "  mark, hàng 3, bảng thứ 1: 2 → 3"]),
    ("h: Quý II}", "h: Quý IV}", ["changed cell, cột “Hạn”, hàng 2, bảng thứ 1: Quý II → Quý IV"]),
])
def it_tells_an_edit_of_what_was_issued(issued: Project, old: str, new: str, lines: list[str]) -> None:
    assert edited(issued, file_of(issued, "kh"), old, new) == lines


def it_refuses_what_has_no_kept_words(tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    with pytest.raises(WrongUse, match="chưa lưu lời văn khi ban hành"):
        kept_review(made, file_of(made))
