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
    (DAY, "(kỳ họp): máy in câu thông qua không có kỳ họp"), ("", "(kỳ họp), “ngay_thong_qua” (ngày thông qua): máy không in câu"),
])
def it_tells_of_a_resolution_that_does_not_say_when_it_was_passed(said: str, words: str, tmp_path: Path) -> None:
    checked = check(project(tmp_path, nq=resolution(said)))
    found = [each for each in checked.findings if each.code == "C157"]
    assert [(each.level, each.line) for each in found] == ([("warning", 1)] if words else [])
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
