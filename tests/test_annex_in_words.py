"""An annex that the text names in words is named (Phụ lục I, Phần I, mục III.1.a); one of another act is not that annex."""

from pathlib import Path

import pytest

from tests.support.content import checked

NOTICE = """\
loai_van_ban: thong_bao
ma: tb
co_quan: ubnd_nghe_an
so_van_ban: "12"
ngay_ban_hanh: 15/7/2025
trich_yeu: Kết luận cuộc họp
mo_dau: |
  {line}
noi_nhan: [Bộ Nội vụ]
luu: VT, KSTT
nguoi_ky: nguyen_van_a
vi_du: true
kem_theo: [{annexes}]
"""
ANNEX = "loai_van_ban: phu_luc\nma: {ma}\ntrich_yeu: Danh mục\nmo_dau: |\n  Theo phân công{more}.\n"


def unnamed(folder: Path, line: str, how_many: int = 1, more: str = "") -> list[str]:
    names = [f"pl{number}" for number in range(how_many)]
    annexes = {name: ANNEX.format(ma=name, more=more) for name in names}
    found = checked(folder, tb=NOTICE.format(line=line, annexes=", ".join(names)), **annexes).findings
    return [each.message.partition("“")[2].rstrip("”.") for each in found if each.code == "F102"]


@pytest.mark.parametrize("line", [
    "Chi tiết tại Phụ lục kèm theo.", "Chi tiết tại Phụ lục.", "(Có phụ lục kèm theo)", "Theo Phụ lục ban hành kèm theo Thông báo này.", "Chi tiết: [[pl0]].",
])
def it_takes_the_only_annex_for_named(line: str, tmp_path: Path) -> None:
    assert unnamed(tmp_path, line) == []


@pytest.mark.parametrize("line", [
    "Theo phân công.", "Theo Phụ lục của Nghị định số 30/2020/NĐ-CP.", "Thay thế Phụ lục ban hành kèm theo Quyết định số 12/QĐ-UBND.",
    "Ghi “theo Phụ lục” vào sổ.", "Theo Phụ lục II Thông tư số 01/2024/TT-BNV.",
])
def it_tells_of_an_annex_that_nothing_names(line: str, tmp_path: Path) -> None:
    assert unnamed(tmp_path, line) == ["pl0"]


def it_does_not_count_what_an_annex_says_of_itself(tmp_path: Path) -> None:
    assert unnamed(tmp_path, "Theo phân công.", more=" tại Phụ lục này") == ["pl0"]


@pytest.mark.parametrize(("line", "told"), [
    ("Theo Phụ lục I và Phụ lục II kèm theo.", []), ("Theo các Phụ lục kèm theo.", []), ("Theo Phụ lục 01, 02.", ["pl1"]), ("Theo Phụ lục II.", ["pl0"]),
    ("Theo Phụ lục kèm theo.", ["pl0", "pl1"]),
])
def it_tells_several_annexes_apart_by_their_numbers(line: str, told: list[str], tmp_path: Path) -> None:
    assert unnamed(tmp_path, line, 2) == told
