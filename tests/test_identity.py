"""Addresses of printed lines: each given once, by ids where there are ids, by the words of who receives."""

from collections import Counter
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, checked
from tests.support.sample import ROOT
from vanban.model.identity import addressed_lines
from vanban.model.printed_lines import printed_lines
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.project import Project


@pytest.fixture(scope="module")
def samples() -> Checked:
    return check(Project(ROOT))


def names(folder: Path, van_ban: str, qd: str = DECISION, kh: str = PLAN) -> dict[str, str]:
    """The lines of one document, by their addresses."""
    (bo,) = checked(folder, qd=qd, kh=kh).sets
    return {each.address: each.line.text for each in addressed_lines(bo) if each.van_ban == van_ban}


def it_gives_every_line_of_every_sample_an_address_of_its_own(samples: Checked) -> None:
    for bo in samples.sound:
        found = [*addressed_lines(bo)]
        assert [each.line for each in found] == [*printed_lines(bo)]
        given = Counter((each.van_ban, each.address) for each in found)
        assert all(address and count == 1 for (_, address), count in given.items())


def it_knows_recipients_by_their_words_and_acts_by_their_ids(tmp_path: Path) -> None:
    before = names(tmp_path / "a", "qd")
    after = names(tmp_path / "b", "qd", DECISION.replace("  - Bộ Nội vụ\n", "  - Bộ Tài chính\n  - Bộ Nội vụ;\n").replace(
        "  - nq_76_2021\n", "  - luat_can_bo_cong_chuc\n  - nq_76_2021\n"))
    assert {"noi_nhan__bo_noi_vu", "noi_nhan__luu_vt_kstt", "can_cu__nq_76_2021", "dieu_1", "ho_ten"} <= before.keys()
    assert after.keys() - before.keys() == {"noi_nhan__bo_tai_chinh", "can_cu__luat_can_bo_cong_chuc"}
    assert before["can_cu__nq_76_2021"].rstrip(".;") == after["can_cu__nq_76_2021"].rstrip(".;")


def it_knows_what_has_an_id_wherever_it_moves(tmp_path: Path) -> None:
    body = ("      Mở đầu.\n      1. Một. {#viec_mot}\n      1. Hai.\n", "      1. Không.\n      1. Một. {#viec_mot}\n")
    first, second = (names(tmp_path / str(count), "kh", kh=PLAN.replace("      Theo phân công.\n", text))
                     for count, text in enumerate(body))
    assert (first["viec_mot"], second["viec_mot"]) == ("1. Một.", "2. Một.")
    assert (first["muc_i__doan"], first["muc_i__khoan_2"]) == ("Mở đầu.", "2. Hai.")


def it_knows_cells_by_row_and_column(tmp_path: Path) -> None:
    table = ("bang_bieu:\n  - ma: viec\n    tieu_de: Bảng\n    danh_so: I / 1\n    cot: [{ma: so_thu_tu, tieu_de: STT}, {ma: ten, tieu_de: Việc}]\n"
             "    hang: [{nhom: A, gom: [{ten: Một}]}, {ten: Hai}]\n    ghi_chu_cuoi: Chú.\n")
    assert [*names(tmp_path, "kh", kh=PLAN + table).items()][-10:] == [
        ("viec", "Bảng"), ("viec__so_thu_tu", "STT"), ("viec__ten", "Việc"), ("viec__hang_1", "I"), ("viec__hang_1__2", "A"),
        ("viec__hang_1__hang_1", "1"), ("viec__hang_1__hang_1__ten", "Một"), ("viec__hang_2", "II"),
        ("viec__hang_2__ten", "Hai"), ("viec__ghi_chu", "Chú."),
    ]
