"""A resolution is written in điều or in headings, in one of both; Mẫu 1.1 leaves the form of its text open."""

from pathlib import Path

import pytest

from tests.support.content import PLAN, checked, project
from vanban.pipeline.checking import check
from vanban.writers.to_yaml import to_yaml

HEAD = """\
loai_van_ban: nghi_quyet
ma: nq
co_quan: ubnd_nghe_an
ngay_du_kien: 31/12/2025
trich_yeu: Về phiên họp tháng 12 năm 2025
can_cu: [nq_76_2021]
"""
END = "noi_nhan: [Bộ Nội vụ]\nluu: VT\nnguoi_ky: nguyen_van_a\n"
HEADINGS = "de_muc:\n  - tieu_de: Một\n    de_muc:\n      - {tieu_de: Hai, ma: hai}\n  - {noi_dung: 'Thực hiện [[hai]].'}\n"
ARTICLES = "dieu:\n  - noi_dung: |\n      Một.\n"


def told(folder: Path, *parts: str) -> list[tuple[str, str]]:
    return [(each.code, each.path) for each in checked(folder, nq=HEAD + "".join(parts) + END).findings if each.level == "error"]


@pytest.mark.parametrize("parts", [(ARTICLES,), (HEADINGS,), ("mo_dau: Quyết nghị.\n", HEADINGS), ("danh_so: A. / I.\n", HEADINGS)])
def it_takes_either(parts: tuple[str, ...], tmp_path: Path) -> None:
    assert told(tmp_path, *parts) == []


@pytest.mark.parametrize(("parts", "code", "path"), [
    ((ARTICLES, HEADINGS), "S201", "$.dieu"), ((), "S202", "$"), (("mo_dau: Quyết nghị.\n", ARTICLES), "S201", "$.mo_dau"),
    (("danh_so: A. / I.\n", ARTICLES), "S201", "$.danh_so"),
])
def it_takes_neither_both_nor_none(parts: tuple[str, ...], code: str, path: str, tmp_path: Path) -> None:
    assert told(tmp_path, *parts) == [(code, path)]


def it_counts_headings_as_those_of_a_plan(tmp_path: Path) -> None:
    (bo,) = checked(tmp_path, nq=HEAD + HEADINGS + END).sets
    first, second = bo.van_ban.de_muc
    assert [first.mark, first.de_muc[0].mark, second.mark] == ["I.", "1.", "II."]


def it_tells_of_no_typed_article_there(tmp_path: Path) -> None:
    """The machine counts none in headings; in articles it does."""
    typed = HEADINGS.replace("{noi_dung: 'Thực hiện [[hai]].'}", "noi_dung: |\n      Thực hiện [[hai]].\n\n      Điều 5. Giữ nguyên.")
    assert told(tmp_path, typed) == []


def it_writes_headings_as_headings(tmp_path: Path) -> None:
    home = project(tmp_path, nq=HEAD + HEADINGS + END, kh=PLAN)
    van_ban = next(bo.van_ban for bo in check(home).sets if bo.van_ban.ma == "nq")
    schemas = home.schemas
    text = to_yaml(van_ban, schemas.schema("nghi_quyet"), schemas.follow, "x.json")
    assert "\nde_muc:\n" in text
    assert "\ndieu:" not in text
