"""A sign forgotten, or one too many: the finding names the sign, and what it says to do is the whole way out."""

from pathlib import Path

import pytest

from tests.support.copies import copy_project
from vanban.findings import Finding
from vanban.pipeline.checking import check
from vanban.readers.compose import compose

HEAD = """loai_van_ban: quyet_dinh
ma: qd_thu
co_quan: ubnd_nghe_an
ngay_du_kien: 31/12/2025
trich_yeu: Về việc thành lập Tổ công tác
luu: VT
nguoi_ky: nguyen_van_a
"""
PARTS = {
    "can_cu": "can_cu:\n  - nq_76_2021\n  - nd_30_2020\n",
    "dieu": "dieu:\n  - noi_dung: |\n      Thành lập Tổ công tác.\n      Gồm các ông: An, Bình.\n  - noi_dung: Thi hành.\n",
    "noi_nhan": 'noi_nhan:\n  - Bộ Nội vụ\n  - "VPCP: BTCN"\n',
}


def found_in(folder: Path, **typed: str) -> list[Finding]:
    """What is found in a decision with some of its parts typed otherwise."""
    project = copy_project(folder, samples=False)
    (project.content / "thu" / "2025").mkdir(parents=True)
    text = HEAD + "".join({**PARTS, **typed}.values())
    (project.content / "thu" / "2025" / "qd.yaml").write_text(text, "utf-8")
    return [each for each in check(project).findings if "nd_30_2020" not in each.message]


def it_takes_the_decision_as_it_is(tmp_path: Path) -> None:
    assert found_in(tmp_path) == []


DIEU = PARTS["dieu"]
FORGOTTEN = {
    "dash": ("can_cu", "  - nq_76_2021\n  nd_30_2020\n", "Thiếu dấu gạch"),
    "dash_of_the_margin": ("can_cu", "- nq_76_2021\nnd_30_2020\n", "Thiếu dấu gạch"),
    "dash_and_a_blank": ("can_cu", "  - nq_76_2021\n nd_30_2020\n", "Thiếu dấu gạch"),
    "every_dash": ("can_cu", "nq_76_2021\nnd_30_2020\n", "Thiếu dấu gạch"),
    "dash_of_words": ("noi_nhan", "  - Bộ Nội vụ\n  Sở Tài chính\n", "Thiếu dấu gạch"),
    "blanks_of_a_block": ("dieu", DIEU[6:].replace("      Gồm các ông: An", "  Gồm các ông An"), "thụt vào ít hơn"),
    "a_few_blanks": ("dieu", DIEU[6:].replace("      Gồm các ông: An", "   Gồm các ông An"), "thụt vào ít hơn"),
    "blanks_behind_a_gap": ("dieu", DIEU[6:].replace("      Gồm các ông: An", "\n    Gồm các ông An"), "thụt vào ít hơn"),
    "bar": ("dieu", DIEU[6:].replace(" |", ""), "viết sau dấu |"),
    "bar_behind_words": ("dieu", DIEU[6:].replace(" |\n     ", ""), "viết sau dấu |"),
    "bar_colon_first": ("dieu", "  - noi_dung:\n      Gồm: An\n      Bình\n", "viết sau dấu |"),
    "colon_of_a_key": ("noi_nhan", "  - Bộ Nội vụ\nluu VT\n", "Thiếu dấu hai chấm"),
    "blanks_of_a_whole_block": ("dieu", "  - noi_dung: |\nGồm các ông An.\n", "mà không thụt vào"),
    "plain_blanks_of_a_block": ("dieu", "  - noi_dung: |\n\u00a0\u00a0Gồm các ông An.\n", "dấu cách không ngắt"),
    "plain_blank_behind_a_colon": ("noi_nhan", "  - Bộ Nội vụ\nluu:\u00a0VT\n", "Sau “luu:” là dấu cách không ngắt"),
    "comma": ("dieu", "  - {ma: dieu_mot noi_dung: An}\n", "Thiếu dấu phẩy trước “noi_dung:”"),
    "colon_of_a_key_behind_a_block": ("dieu", "  - noi_dung: |\n      An.\nghi_chu_cuoi An\n", "Thiếu dấu hai chấm"),
}


@pytest.mark.parametrize(("part", "typed", "said"), FORGOTTEN.values(), ids=FORGOTTEN)
def it_names_the_sign_that_was_forgotten(part: str, typed: str, said: str, tmp_path: Path) -> None:
    [found] = found_in(tmp_path, **{part: f"{part}:\n{typed}"})
    assert found.code == "S101"
    assert said in found.message


OTHERWISE = {
    "colon": ("  - VPCP: BTCN, các PCN\n", "dấu hai chấm sau “VPCP”", "dấu nháy kép"),
    "dash": ("  - - Ban Bí thư\n", "thừa một dấu gạch", "xóa dấu thừa"),
    "its_own_key": ("  - Nơi nhận: Bộ Nội vụ\n", "không phải là một dòng", "chỉ viết “- Bộ Nội vụ”"),
    "another_list": ("  - Kính gửi: Bộ Nội vụ\n", "không phải là một dòng", "“kinh_gui:” rồi dòng dưới “- Bộ Nội vụ”"),
    "question": ("  - {XEM LẠI: ai nhận}\n", "câu hỏi {XEM LẠI: …}", "nháy kép"),
    "brackets": ("  - [Bộ Nội vụ]\n", "phải là một dòng chữ", ""),
    "braces": ("  - {Bộ: Nội vụ}\n", "phải là một dòng chữ", ""),
}


@pytest.mark.parametrize(("typed", "said", "way_out"), OTHERWISE.values(), ids=OTHERWISE)
def it_says_why_a_line_of_a_list_is_no_words(typed: str, said: str, way_out: str, tmp_path: Path) -> None:
    [found] = found_in(tmp_path, noi_nhan=f"noi_nhan:\n{typed}")
    assert (found.code, said in found.message, way_out in found.hint) == ("S203", True, True), found


@pytest.mark.parametrize(("part", "typed", "way_out"), [
    ("dieu", "dieu:\n  - noi_dung:\n      - Một.\n      - Hai.\n", "Viết “noi_dung: |” rồi các dòng “- …”"),
    ("dieu", "dieu:\n  - noi_dung: An.\n    ma:\n      - dieu_mot\n", "trên một dòng, không có dấu “- ”"),
])
def it_says_where_lines_with_dashes_go(part: str, typed: str, way_out: str, tmp_path: Path) -> None:
    [found] = found_in(tmp_path, **{part: typed})
    assert (found.code, way_out in found.hint) == ("S203", True), found


def it_says_of_a_file_that_was_cut_off_that_a_bracket_stays_open() -> None:
    """And not that a comma is missing, at a line that is not there."""
    text = "cot:\n  - {ma: don_vi}\n  - {ma: ky_"
    (found,) = compose("x.yaml", text).findings
    assert (found.code, found.line, "ngoặc" in found.message) == ("S101", 3, True)
