"""Who decides in a body, a collective or its head: the entry says it, or the name, or the clerk is asked. Never silently."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

import vanban
from tests.support.content import DECISION, PLAN, ROOT, project
from vanban.body_names import collective_of, named
from vanban.model.printed_lines import printed_lines
from vanban.model.registers import CoQuan, NguoiKy
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.project import Project
from vanban.readers.content import read_content
from vanban.readers.library import open_library
from vanban.readers.schemas import Schemas
from vanban.text import question_in
from vanban.the_thuc import latest
from vanban.transforms._signing import quyen_han
from vanban.transforms.zones import _tham_quyen

FORMS = yaml.safe_load((Path(vanban.__file__).parent / "body_names.yaml").read_text("utf-8"))
EXAMPLES = [form["ten"].format(noi="tỉnh Ta", nganh="Nội vụ", ten="Ta", cap_uy="Tỉnh ủy Ta") for form in FORMS]


@pytest.mark.parametrize(("ten_goi", "collective"), [
    ("Ủy ban nhân dân tỉnh Nghệ An", "Ủy ban nhân dân"), ("Uỷ ban nhân dân xã Hoa Lư", "Ủy ban nhân dân"),
    ("Ủy ban nhân dân huyện Yên Thành", "Ủy ban nhân dân"), ("ỦY BAN NHÂN DÂN PHƯỜNG 5", "Ủy ban nhân dân"),
    ("Hội đồng nhân dân đặc khu Phú Quý", "Hội đồng nhân dân"), ("Ban Chỉ đạo chuyển đổi số tỉnh", "Ban Chỉ đạo"),
    ("Ban chỉ đạo Chuyển đổi số", "Ban Chỉ đạo"), ("Hội đồng Thi đua - Khen thưởng tỉnh Nghệ An", "Hội đồng"),
    ("Thường trực Hội đồng nhân dân xã Hoa Lư", "Thường trực Hội đồng nhân dân"), ("Ban Thường vụ Tỉnh ủy", "Ban Thường vụ"),
    ("Chủ tịch Ủy ban nhân dân tỉnh Nghệ An", ""), ("Sở Nội vụ tỉnh Nghệ An", ""), ("Sở Y tế", ""), ("Chi cục Thú y", ""),
    ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã Hoa Lư", ""), ("Văn phòng Ủy ban nhân dân tỉnh", ""), ("Thanh tra tỉnh", ""),
    ("Trường Trung học phổ thông Lê Lợi", ""), ("trường mầm non Hoa Mai", ""), ("Phòng Kinh tế", ""), ("Bệnh viện Đa khoa tỉnh", ""),
    ("Trung tâm Phục vụ hành chính công xã Hoa Lư", ""), ("Bộ Nội vụ", ""), ("Trạm Y tế xã Hoa Lư", ""), ("Ban Quản lý dự án", ""),
    ("Ban Thường vụ Tỉnh ủy Nghệ An", "Ban Thường vụ"), ("Ban Tổ chức Tỉnh ủy", ""), ("Ban Xây dựng Đảng Đảng ủy xã Hoa Lư", ""),
    ("Ban Tổ chức Tỉnh ủy Nghệ An", ""), ("Văn phòng Tỉnh ủy Nghệ An", ""),
    ("Ban Chấp hành Đảng bộ tỉnh Gia Lai", "Ban Chấp hành"), ("Ban Chấp hành Đảng ủy xã Ta", "Ban Chấp hành"), ("Văn phòng Đảng ủy xã Ta", ""),
    ("Hội Nông dân tỉnh Nghệ An", None), ("Công ty Cấp nước", None), ("Ủy ban Kiểm tra Tỉnh ủy Nghệ An", None), ("Quỹ Đầu tư", None),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam xã Hoa Lư", None), ("Tổ công tác 06", None), ("Ban Tổ chức Lễ hội", None), ("Tỉnh ủy Nghệ An", None), ("Ủy ban Dân tộc", None),
])
def it_reads_from_a_name_who_decides_or_that_it_does_not_say(ten_goi: str, collective: str | None) -> None:
    assert collective_of(ten_goi) == collective


@pytest.mark.parametrize("ten_goi", EXAMPLES)
def it_writes_into_a_new_entry_what_an_entry_without_that_line_says(ten_goi: str) -> None:
    said = named(ten_goi).get("tap_the", "")
    assert collective_of(ten_goi) == (None if question_in(said) else said)


@pytest.mark.parametrize("ten_goi", [
    "Ban Chấp hành Đảng bộ tỉnh Gia Lai", "Ban Chấp hành Đảng bộ xã Ta", "Ban Chấp hành Đảng ủy xã Ta", "Ban Chấp hành Chi bộ thôn 5",
    "Tỉnh ủy Gia Lai", "Thành ủy Huế", "Huyện ủy Ta", "Thị ủy Ta", "Quận ủy Ta", "Đảng ủy xã Ta", "Đảng ủy Ủy ban nhân dân tỉnh Ta",
    "Đảng bộ xã Ta", "Chi bộ Sở Y tế", "Chi ủy thôn 5", "Thường trực Tỉnh ủy Ta", "Thường trực Đảng ủy xã Ta", "Ban Thường vụ Đảng ủy xã Ta",
    "Văn phòng Đảng ủy xã Ta", "Văn phòng Tỉnh ủy Ta", "Ủy ban Kiểm tra Đảng ủy xã Ta", "Ban Xây dựng Đảng Đảng ủy xã Ta",
    "Ban Tổ chức Tỉnh ủy Ta", "Đảng đoàn Hội đồng nhân dân tỉnh Ta", "Ban Cán sự đảng Ủy ban nhân dân tỉnh Ta",
])
def it_knows_the_bodies_of_the_party(ten_goi: str) -> None:
    assert named(ten_goi).get("ho_so") == "dang"


@pytest.mark.parametrize("ten_goi", [
    "Ban Chấp hành Hội Nông dân xã Ta", "Văn phòng Ủy ban nhân dân tỉnh Ta", "Ban Thường vụ Hội Phụ nữ xã Ta", "Ủy ban nhân dân xã Ta",
    "Thường trực Hội đồng nhân dân xã Ta", "Ban Kinh tế - Ngân sách Hội đồng nhân dân xã Ta",
])
def it_takes_no_other_body_for_one_of_the_party(ten_goi: str) -> None:
    assert "ho_so" not in named(ten_goi)


# What is printed

HEAD = NguoiKy("a", "Nguyễn Văn A", "Trưởng", "cap_truong", CoQuan("", "").hieu_luc)
STATE = latest("nha_nuoc")


def decided(body: CoQuan) -> tuple[str, list[str]]:
    """The authority line of a decision of the body, and the lines above the signature of its head."""
    lines = ["".join(piece.words for piece in line.pieces) for part in quyen_han(body, HEAD, STATE) for line in part]
    return "".join(piece.words for piece in _tham_quyen(body)), lines


def shipped() -> list[CoQuan]:
    content = read_content(open_library(ROOT / "content", Schemas(ROOT / "schemas"), [ROOT / "content" / "xa_yen_thanh"]))
    return list(content.registers.co_quan.values())


def it_never_changes_a_page_without_a_word_where_the_line_was_forgotten() -> None:
    bodies = shipped() + [CoQuan("a", name, cap_truong="Trưởng", tap_the=collective_of(name) or "không") for name in EXAMPLES]
    assert len(bodies) > 100
    for body in bodies:
        forgotten = replace(body, tap_the="")
        said = "tap_the" in forgotten.lacks(with_address=False)
        assert said or decided(forgotten) == decided(body), body.ten_goi


def it_says_of_every_shipped_body_that_issues_who_decides() -> None:
    assert [body.ten_goi for body in shipped() if body.nguoi_ky and body.collective is None] == []


# What is asked

BODY = """\
loai_du_lieu: co_quan
co_quan:
  - ma: hoi_nong_dan
    ten_goi: Hội Nông dân tỉnh Nghệ An
    ky_hieu: HND
    dia_danh: Nghệ An
    cap_truong: Chủ tịch
    nguoi_ky:
      - {ma: ho_thi_t, ho_ten: Hồ Thị T, chuc_vu: Chủ tịch, tu_cach_ky: cap_truong, tu_ngay: 1/8/2025}
"""
NUMBER = 'so_van_ban: "2228"\n'


def told(folder: Path, more: str = "", *, draft: bool = False, name: str = "Hội Nông dân tỉnh Nghệ An") -> Checked:
    text = DECISION.replace("ubnd_nghe_an", "hoi_nong_dan").replace("15/7/2025", "1/9/2025").replace("nguyen_van_a", "ho_thi_t")
    home = project(folder, qd=text.replace(NUMBER, "") if draft else text, kh=PLAN)
    register = BODY.replace("Hội Nông dân tỉnh Nghệ An", name).replace("    nguoi_ky:", f"{more}    nguoi_ky:")
    (home.content / "dung_chung" / "co_quan_thu.yaml").write_text(register, "utf-8")
    return check(Project(folder))


def lines(checked: Checked, name: str) -> list[str]:
    (bo,) = checked.sets
    return [line.text for line in printed_lines(bo) if line.name == name]


def it_asks_whose_decision_it_is_and_says_both_lines_that_answer(tmp_path: Path) -> None:
    checked = told(tmp_path)
    (found,) = checked.findings
    assert (found.code, found.level, found.file, found.line) == ("S202", "error", "content/nghe_an/2025/qd.yaml", 3)
    assert found.message == "Hội Nông dân tỉnh Nghệ An ban hành văn bản mà chưa rõ tập thể hay người đứng đầu quyết định."
    assert found.hint == (
        "Ở content/dung_chung/co_quan_thu.yaml:3: tập thể quyết định, ký TM. thì thêm dòng “tap_the: tên tập thể”; "
        "người đứng đầu quyết định một mình thì thêm dòng “tap_the: không”.")
    assert checked.sound == ()


def it_names_the_collective_that_is_likely(tmp_path: Path) -> None:
    found = next(f for f in told(tmp_path, name="Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Nghệ An").findings if f.code == "S202")
    assert "thêm dòng “tap_the: Ban Thường trực”" in found.hint


def it_prints_the_question_in_both_places_of_a_draft(tmp_path: Path) -> None:
    checked = told(tmp_path, draft=True)
    assert [f.level for f in checked.findings if f.code == "S202"] == ["warning"]
    asked = "{XEM LẠI: tập thể của Hội Nông dân tỉnh Nghệ An}"
    assert [line.lower() for line in lines(checked, "tham_quyen")] == [asked.lower()]
    assert [line.lower() for line in lines(checked, "quyen_han")] == [f"tm. {asked}".lower(), "chủ tịch"]


@pytest.mark.parametrize(("line", "decides", "signs"), [
    ("tap_the: Ban Thường vụ", "BAN THƯỜNG VỤ HỘI NÔNG DÂN TỈNH NGHỆ AN", ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"]),
    ("tap_the: không", "CHỦ TỊCH HỘI NÔNG DÂN TỈNH NGHỆ AN", ["CHỦ TỊCH"]),
])
def it_prints_what_either_line_says(line: str, decides: str, signs: list[str], tmp_path: Path) -> None:
    checked = told(tmp_path, f"    {line}\n")
    assert checked.findings == ()
    assert (lines(checked, "tham_quyen"), lines(checked, "quyen_han")) == ([decides], signs)


def it_lets_a_head_decide_alone_whatever_the_name_says(tmp_path: Path) -> None:
    checked = told(tmp_path, "    tap_the: không\n", name="Ủy ban nhân dân tỉnh Ta")
    assert checked.findings == ()
    assert lines(checked, "quyen_han") == ["CHỦ TỊCH"]


@pytest.mark.parametrize("word", ["Không", "khong", "KHÔNG", "không có", "no", "false"])
def it_takes_no_other_word_for_the_name_of_a_collective(word: str, tmp_path: Path) -> None:
    found = [f for f in told(tmp_path, f"    tap_the: {word}\n").findings if f.code == "S205"]
    assert [f.message + f.hint for f in found if "“không”" in f.message + f.hint] != []


def it_tells_of_a_collective_in_a_body_whose_head_decides_alone(tmp_path: Path) -> None:
    checked = told(tmp_path, "    tap_the: Ban Giám đốc\n", name="Sở Nội vụ tỉnh Ta")
    (found,) = checked.findings
    assert (found.code, found.level, found.line) == ("F123", "warning", 3)
    assert "content/dung_chung/co_quan_thu.yaml:3" in found.hint
