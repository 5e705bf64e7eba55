"""In which session, on which day a council passed its resolution: printed where it is said, asked for where it is not."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.content import project
from vanban.model.printed_lines import printed_lines
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue

RESOLUTION = """\
loai_van_ban: nghi_quyet
ma: nq
co_quan: {body}
ngay_du_kien: 10/12/2025
{said}trich_yeu: Về việc thử
can_cu: [luat_chinh_quyen_dia_phuong_2025]
dieu:
  - noi_dung: Giao Ủy ban nhân dân tỉnh tổ chức thực hiện.
noi_nhan: [Ủy ban nhân dân tỉnh]
luu: VT
nguoi_ky: {signer}
vi_du: true
"""
SESSION, DAY = "ky_hop: Khóa XVIII, kỳ họp thứ 31\n", "ngay_thong_qua: 9/12/2025\n"


def resolution(said: str, body: str = "hdnd_nghe_an", signer: str = "hoang_van_k") -> str:
    return RESOLUTION.format(said=said, body=body, signer=signer)


@pytest.mark.parametrize(("said", "words"), [
    (SESSION + DAY, ""), (SESSION, "(ngày thông qua): máy không in câu thông qua"),
    ("ky_hop: Kỳ họp thứ 31\n" + DAY, "không ghi khóa"), ("ky_hop: Khóa XVIII\n" + DAY, "không ghi kỳ họp"),
    ("ky_hop: Nhiệm kỳ 2021 - 2026, kỳ họp chuyên đề\n" + DAY, ""),
    (DAY, "(kỳ họp): máy in câu thông qua không có kỳ họp"), ("", "(kỳ họp), “ngay_thong_qua” (ngày thông qua): máy không in câu"),
])
def it_tells_of_a_resolution_that_does_not_say_when_it_was_passed(said: str, words: str, tmp_path: Path) -> None:
    checked = check(project(tmp_path, nq=resolution(said)))
    found = [each for each in checked.findings if each.code == "C157"]
    assert [(each.level, each.line) for each in found] == ([("warning", 5 if "không ghi" in words else 1)] if words else [])
    assert all(words in each.message.lower() for each in found)
    (bo,) = checked.sound
    printed = [line.text for line in printed_lines(bo) if "thông qua ngày 09 tháng 12" in line.text]
    assert bool(printed) is ("ngay_thong_qua" in said)


def it_asks_no_other_body(tmp_path: Path) -> None:
    """A people's committee passes nothing in a session of a term."""
    text = resolution("", "ubnd_nghe_an", "nguyen_van_a")
    assert [each for each in check(project(tmp_path, nq=text)).findings if each.code == "C157"] == []


def it_issues_it_all_the_same(tmp_path: Path) -> None:
    """Mẫu 1.1 has no such sentence."""
    home = project(tmp_path, nq=resolution(""))
    issue(home, home.content / "nghe_an/2025/nq.yaml", "7", date(2025, 12, 10))
    assert "so_van_ban: 7" in (home.content / "nghe_an/2025/nq.yaml").read_text("utf-8").replace('"', "")


@pytest.mark.parametrize(("session", "body", "signer", "words"), [
    ("Hội đồng nhân dân tỉnh Khóa XVIII, kỳ họp thứ 31", "hdnd_nghe_an", "hoang_van_k", "tên hội đồng sẽ in hai lần"),
    ("HĐND tỉnh khóa XVIII, kỳ họp thứ 3", "hdnd_nghe_an", "hoang_van_k", "tên hội đồng sẽ in hai lần"),
    ("Khóa XVIII, kỳ họp thứ 31 thông qua ngày 9/12/2025", "hdnd_nghe_an", "hoang_van_k", "ghi cả ngày thông qua"),
    ("Khóa XVIII, kỳ họp thứ 31, 9/12/2025", "hdnd_nghe_an", "hoang_van_k", "ghi cả ngày thông qua"),
    ("Khóa XVIII, kỳ họp thứ 31", "ubnd_nghe_an", "nguyen_van_a", "không họp theo khóa, kỳ"),
    ("Khóa XVIII, kỳ họp thứ 31", "so_noi_vu_nghe_an", "pham_van_d", "không họp theo khóa, kỳ"),
    ("Phiên họp thứ 3", "so_noi_vu_nghe_an", "pham_van_d", "không họp theo khóa, kỳ"),
])
def it_tells_of_a_session_that_says_something_else(session: str, body: str, signer: str, words: str, tmp_path: Path) -> None:
    checked = check(project(tmp_path, nq=resolution(f"ky_hop: {session}\n{DAY}", body, signer)))
    assert [(each.line, words in each.message) for each in checked.findings if each.code == "C134"] == [(5, True)]
    assert checked.sound == ()


@pytest.mark.parametrize(("session", "body", "signer"), [
    ("Khóa XVIII, kỳ họp thứ 31", "hdnd_nghe_an", "hoang_van_k"), ("Khoá XVIII, kì họp chuyên đề lần thứ 2", "hdnd_nghe_an", "hoang_van_k"),
    ("Phiên họp thứ 4", "ubnd_nghe_an", "nguyen_van_a"),
])
def it_takes_the_session_of_a_council_and_that_of_another_collective(session: str, body: str, signer: str, tmp_path: Path) -> None:
    checked = check(project(tmp_path, nq=resolution(f"ky_hop: {session}\n", body, signer)))
    assert [each.message for each in checked.findings if each.code == "C134"] == []


TYPED = "Nghị quyết này được Hội đồng nhân dân tỉnh Nghệ An Khóa XVIII, kỳ họp thứ 31 thông qua ngày {} và có hiệu lực từ ngày ký."


@pytest.mark.parametrize("day", ["09 tháng 12 năm 2025", "9/12/2025", "09/12/2025", "08 tháng 12 năm 2025"])
@pytest.mark.parametrize("place", ["below", "in_dieu"])
def it_prints_the_typed_sentence_in_place_of_its_own_if_that_has_the_day(day: str, place: str, tmp_path: Path) -> None:
    text, said = resolution(SESSION + DAY), TYPED.format(day)
    if place == "below":
        text = text.replace("noi_nhan:", f"noi_dung_cuoi: |\n  {said}\nnoi_nhan:")
    else:
        text = text.replace("tổ chức thực hiện.", f"tổ chức thực hiện.\n  - noi_dung: |\n      {said}")
    checked = check(project(tmp_path, nq=text))
    assert [each.code for each in checked.findings if each.level != "info"] == (["C135"] if day.startswith("08") else [])
    (bo,) = checked.sets
    assert [line.text for line in printed_lines(bo) if "thông qua ngày" in line.text] == [f"{'' if place == 'below' else 'Điều 2. '}{said}"]


def it_prints_its_own_sentence_beside_one_on_another_resolution(tmp_path: Path) -> None:
    text = resolution(SESSION + DAY).replace("tổ chức thực hiện.", "thực hiện Nghị quyết được Quốc hội thông qua ngày 01 tháng 7 năm 2025.")
    checked = check(project(tmp_path, nq=text))
    assert [each.code for each in checked.findings if each.level != "info"] == []
    (bo,) = checked.sound
    assert [line.text for line in printed_lines(bo) if line.text.startswith("Nghị quyết này được")]


def it_asks_for_no_day_where_the_sentence_was_typed(tmp_path: Path) -> None:
    said = TYPED.format("09 tháng 12 năm 2025")
    text = resolution(SESSION).replace("noi_nhan:", f"noi_dung_cuoi: |\n  {said}\nnoi_nhan:")
    assert [each.code for each in check(project(tmp_path, nq=text)).findings if each.level != "info"] == []


def it_knows_no_resolution_that_a_head_decides_alone(tmp_path: Path) -> None:
    checked = check(project(tmp_path, nq=resolution(f"{SESSION}{DAY}tham_quyen: cap_truong\n")))
    (found,) = [each for each in checked.findings if each.level == "error"]
    assert (found.code, found.line) == ("S201", 7)
    assert "nghị quyết luôn của tập thể" in found.hint
