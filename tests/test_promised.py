"""What a document says is attached to it, in words: told where nothing is, and enough where there is an annex."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, checked
from vanban.lint.promised import promised

ANNEX = "loai_van_ban: phu_luc\nma: ds\ntrich_yeu: {}\nde_muc:\n  - tieu_de: Tập thể\n    noi_dung: |\n      1. Ban Chỉ huy.\n"


def decision(words: str, more: str = "") -> str:
    return DECISION.replace("Ban hành kèm theo Quyết định này [[kh]].", words).replace("kem_theo:\n  - kh\n", more)


@pytest.mark.parametrize(("words", "names"), [
    ("Tặng Bằng khen cho 03 cá nhân (có danh sách kèm theo).", ["danh sách"]),
    ("(Chi tiết tại các Phụ lục kèm theo)", ["phụ lục"]), ("Theo Phụ lục kèm theo.", ["phụ lục"]),
    ("Ban hành kèm theo Quyết định này Quy chế phối hợp.", ["quy chế"]),
    ("Ban hành kèm theo Quyết định này “Quy trình nội bộ”.", ["quy trình"]),
    ("Ban hành kèm theo Quyết định này 05 thủ tục.", [""]),
    ("Công bố Danh mục thủ tục hành chính kèm theo Quyết định này.", ["danh mục"]),
    ("Bãi bỏ Quy chế ban hành kèm theo Quyết định số 12/QĐ-UBND.", []), ("Đơn (có giấy tờ kèm theo).", []),
    ("Gửi báo cáo (kèm theo danh sách) về Sở Nội vụ.", []), ("Theo Phụ lục kèm theo Nghị định số 30/2020/NĐ-CP.", []),
    ("Thay cụm từ “(có danh sách kèm theo)” bằng cụm từ khác.", []), ("Thay thế Phụ lục kèm theo.", []),
    ("Kèm theo Bằng khen là tiền thưởng.", []), ("Kèm theo Tờ trình này là dự thảo Nghị quyết.", []),
])
def it_hears_what_a_line_promises(words: str, names: list[str]) -> None:
    assert sorted({each.name for each in promised(words, ["Quyết định", "Tờ trình"])}) == names


def it_tells_of_a_promise_that_nothing_keeps(tmp_path: Path) -> None:
    told = checked(tmp_path, qd=decision("Tặng Bằng khen cho 03 cá nhân (có danh sách kèm theo).")).findings
    assert [(each.code, each.level) for each in told] == [("F170", "warning")]


@pytest.mark.parametrize("more", ["ban_hanh_rieng:\n  - {ma: ds, ten_goi: Danh sách khen thưởng}\n", "kem_theo: [ds_mat]\n"])
def it_does_not_where_something_is_sent_apart_or_was_not_found(more: str, tmp_path: Path) -> None:
    told = checked(tmp_path, qd=decision("Tặng Bằng khen (có danh sách kèm theo).", more)).findings
    assert "F170" not in [each.code for each in told]


def it_does_not_where_the_papers_sent_along_are_listed(tmp_path: Path) -> None:
    words = "Theo Phụ lục kèm theo. Hồ sơ gửi kèm gồm dự thảo và phụ lục."
    assert checked(tmp_path, qd=decision(words)).findings == ()


@pytest.mark.parametrize(("words", "title", "codes"), [
    ("Tặng Bằng khen cho 03 cá nhân (có danh sách kèm theo).", "Danh sách khen thưởng", []),
    ("Tặng Bằng khen cho 03 cá nhân (có danh sách kèm theo).", "Mức thưởng", []),  # the only one can be meant
    ("Tặng Bằng khen cho 03 cá nhân.", "Danh sách khen thưởng", ["F102"]),
])
def it_takes_an_annex_as_named_by_such_words(words: str, title: str, codes: list[str], tmp_path: Path) -> None:
    told = checked(tmp_path, qd=decision(words, "kem_theo:\n  - ds\n"), ds=ANNEX.format(title)).findings
    assert [each.code for each in told] == codes


@pytest.mark.parametrize(("words", "codes"), [
    ("(có danh sách và mức thưởng kèm theo)", ["F102"]), ("(có danh sách kèm theo); mức thưởng theo Phụ lục II", []),
])
def it_takes_of_several_annexes_the_one_that_is_called_so(words: str, codes: list[str], tmp_path: Path) -> None:
    annexes = {"ds": ANNEX.format("Danh sách khen thưởng"),
               "muc": ANNEX.format("Mức thưởng").replace("ma: ds", "ma: muc")}
    told = checked(tmp_path, qd=decision(f"Tặng Bằng khen cho 03 cá nhân {words}.", "kem_theo:\n  - ds\n  - muc\n"), **annexes)
    assert [each.code for each in told.findings] == codes
