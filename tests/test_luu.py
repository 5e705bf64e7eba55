"""The line “Lưu: …” as offices write it (F101)."""

from pathlib import Path

import pytest

from tests.support.content import project
from vanban.pipeline.checking import check

LETTER = """\
loai_van_ban: thong_bao
ma: tb
co_quan: ubnd_nghe_an
ngay_du_kien: 15/9/2025
trich_yeu: Lịch họp
mo_dau: Họp ngày 20/9/2025.
noi_nhan: [Bộ Nội vụ]
luu: "{luu}"
nguoi_ky: nguyen_van_a
"""


def told(luu: str, folder: Path, code: str = "F101") -> list[str]:
    return [each.message for each in check(project(folder, tb=LETTER.format(luu=luu))).findings if each.code == code]


@pytest.mark.parametrize("luu", [
    "VT", "VT.", "VT, TH", "VT,TH", "Lưu: VT, TH", "VT (02), TH", "VT (02 bản)", "VT(SNV), VT(STC)", "VT (SNV, STC), TH", "VT, TH (05).",
])
def it_takes_the_registry_with_what_stands_beside_it(luu: str, tmp_path: Path) -> None:
    assert told(luu, tmp_path) == []


@pytest.mark.parametrize("luu", ["VT; TH", "VT. TH", "VT-TH", "VT TH", "VT/TH", "VT và TH"])
def it_says_that_a_comma_follows_the_registry(luu: str, tmp_path: Path) -> None:
    assert told(luu, tmp_path) == ["Sau VT ở dòng “Lưu” phải là dấu phẩy."]


@pytest.mark.parametrize("luu", ["TH", "VTLT, TH", "Văn thư, TH", "TH, VT"])
def it_wants_the_registry_first(luu: str, tmp_path: Path) -> None:
    assert told(luu, tmp_path) == ["Dòng “Lưu” phải bắt đầu bằng VT."]


@pytest.mark.parametrize("luu", ["VT, VT", "VT, TH, th.", "VT, TH (05), TH (05)"])
def it_tells_of_what_keeps_it_twice(luu: str, tmp_path: Path) -> None:
    (message,) = told(luu, tmp_path, "R136")
    assert message.startswith("Lưu đã có “")


@pytest.mark.parametrize("luu", ["VT, TH", "VT(SNV), VT(STC)", "VT (SNV, SNV), TH", "VT, {XEM LẠI: đơn vị}, {XEM LẠI: đơn vị}"])
def it_takes_what_brackets_tell_apart(luu: str, tmp_path: Path) -> None:
    assert told(luu, tmp_path, "R136") == []
