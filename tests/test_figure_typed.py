"""D238: a number that is typed for an indicator beside those that are called; what speaks of something else is left alone."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.support.content import ROOT
from tests.support.seeds import SEEDS, seed_lines
from tests.test_reported_figures import home, told
from vanban.lint.said_indicators import Typed, names_of, typed_in
from vanban.lint.said_numbers import sentences
from vanban.model.indicators import ChiTieu
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.readers.library import open_library
from vanban.readers.schemas import Schemas

KNOWN = [
    ChiTieu("qua_han", "Hồ sơ giải quyết quá hạn", "hồ sơ", tinh_chat="phat_sinh"),
    ChiTieu("qua_han_dat", "Hồ sơ giải quyết quá hạn lĩnh vực đất đai", "hồ sơ", tinh_chat="phat_sinh"),
    ChiTieu("ty_le", "Tỷ lệ hồ sơ giải quyết đúng hạn", "%", 2, tinh_chat="tinh"),
    ChiTieu("kinh_phi", "Kinh phí thực hiện cải cách hành chính", "triệu đồng", 1, tinh_chat="phat_sinh"),
    ChiTieu("sang_kien", "Số sáng kiến được áp dụng", "sáng kiến", tinh_chat="phat_sinh"),
    ChiTieu("muc_tieu", "Tỷ lệ người dân hài lòng", "%"), ChiTieu("ngan", "Hồ sơ", "hồ sơ", tinh_chat="phat_sinh"),
]
NAMES = names_of({each.ma: each for each in KNOWN})
VALUES = {"qua_han": Decimal(494), "qua_han_dat": Decimal(31), "ty_le": Decimal("98.7654"), "kinh_phi": Decimal("150.5"), "sang_kien": Decimal(2)}


def seen(text: str, bound: frozenset[str] = frozenset()) -> list[Typed]:
    return [found for each in sentences(text) if (found := typed_in(each, NAMES, bound, lambda indicator: VALUES.get(indicator.ma)))]


@pytest.mark.parametrize(("text", "ma", "is_same"), [
    ("Hồ sơ giải quyết quá hạn là 495 hồ sơ.", "qua_han", False), ("Hồ sơ giải quyết quá hạn: 494 hồ sơ.", "qua_han", True),
    ("Có 495 hồ sơ giải quyết quá hạn.", "qua_han", False), ("Có 494 hồ sơ giải quyết quá hạn.", "qua_han", True),
    ("Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,67%.", "ty_le", False), ("Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,77%.", "ty_le", True),
    ("Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,8%.", "ty_le", True), ("Tỷ lệ hồ sơ giải quyết đúng hạn là 99%.", "ty_le", True),
    ("Kinh phí thực hiện cải cách hành chính là 150,6 triệu đồng.", "kinh_phi", False),
    ("Kinh phí thực hiện cải cách hành chính là 151 triệu đồng.", "kinh_phi", True),
    ("Sáng kiến được áp dụng là 03 sáng kiến.", "sang_kien", False), ("Có 02 sáng kiến được áp dụng.", "sang_kien", True),
    ("Hồ sơ giải quyết quá hạn lĩnh vực đất đai là 30 hồ sơ.", "qua_han_dat", False),
    ("Về hồ sơ giải quyết quá hạn, các xã báo cáo tất cả 494 hồ sơ.", "qua_han", True),
])
def it_sees_a_number_typed_for_an_indicator(text: str, ma: str, is_same: bool) -> None:
    (found,) = seen(text)
    assert (found.indicator.ma, found.is_same) == (ma, is_same)


@pytest.mark.parametrize("text", [
    "Hồ sơ giải quyết quá hạn quý I là 230 hồ sơ.", "Hồ sơ giải quyết quá hạn năm 2025 là 700 hồ sơ.", "Hồ sơ giải quyết quá hạn của xã A là 12 hồ sơ.",
    "Hồ sơ giải quyết quá hạn giảm 12 hồ sơ.", "Hồ sơ giải quyết quá hạn là 12 hồ sơ ở các sở.", "Hồ sơ giải quyết quá hạn là 04 ngày.",
    "Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 95% trở lên.", "Phấn đấu tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,77%.", "Mục tiêu: tỷ lệ hồ sơ giải quyết đúng hạn là 98,77%.",
    "Tỷ lệ hồ sơ giải quyết đúng hạn đạt trên 98%.", "Tỷ lệ hồ sơ giải quyết đúng hạn đạt khoảng 97%.", "Có 495 văn bản về hồ sơ giải quyết quá hạn.",
    "Tỷ lệ người dân hài lòng đạt 87%.", "Có 12 hồ sơ.", "Hồ sơ giải quyết quá hạn và hồ sơ trả lại có 12 hồ sơ.", "Trong 494 văn bản có nhắc hồ sơ giải quyết quá hạn.",
    "Hồ sơ giải quyết quá hạn còn 12 hồ sơ.", "Về sáng kiến được áp dụng, tỉnh khen 02 tập thể.", "Sáng kiến được áp dụng gồm 03 sáng kiến cấp tỉnh.",
    "Kinh phí thực hiện cải cách hành chính là 0,15 tỷ đồng.", "Hồ sơ giải quyết quá hạn: 12/494 hồ sơ.",
])
def it_leaves_alone_what_may_be_another_figure(text: str) -> None:
    assert seen(text) == []


def it_takes_another_number_beside_the_called_figure_for_another_thing() -> None:
    assert seen("Hồ sơ giải quyết quá hạn là 495 hồ sơ.", frozenset({"qua_han"})) == []
    assert [each.is_same for each in seen("Hồ sơ giải quyết quá hạn là 494 hồ sơ.", frozenset({"qua_han"}))] == [True]


def it_tells_both_numbers_at_the_line_and_once_a_sentence(tmp_path: Path) -> None:
    made = home(tmp_path, "Hồ sơ giải quyết quá hạn là 81 hồ sơ, có 1.900 hồ sơ mới nộp trực tuyến. Có {{ hs_qua_han }}.")
    (found,) = told(made)
    assert (found.code, found.level) == ("D238", "warning")
    assert found.message == "“Hồ sơ mới nộp trực tuyến” gõ tay là 1.900 hồ sơ, số liệu báo cáo cũng là 1.900 hồ sơ; đơn vị sửa số thì câu này không đổi theo."
    assert "{{ hs_truc_tuyen }}" in found.hint


def it_tells_what_is_another_number_and_stops_nothing(tmp_path: Path) -> None:
    made = home(tmp_path, "Hồ sơ giải quyết quá hạn là 81 hồ sơ. Có {{ hs_qua_han }}.")
    (found,) = told(made)
    assert found.message == "“Hồ sơ giải quyết quá hạn” gõ tay là 81 hồ sơ, mà số liệu báo cáo là 80 hồ sơ."
    assert len(check(made, [made.content / "so_noi_vu_nghe_an/2026/bc.yaml"]).sound) == 1


def it_says_nothing_where_a_total_is_not_whole(tmp_path: Path) -> None:
    made = home(tmp_path, "Hồ sơ giải quyết quá hạn là 81 hồ sơ.")
    (made.content / "xa_yen_thanh/2026/so_lieu/sau_thang.yaml").unlink()
    assert told(made) == []


def it_says_nothing_of_the_samples() -> None:
    assert [found for found in check(Project(ROOT)).findings if found.code == "D238"] == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="không có thư mục shared/seeds")
def it_finds_no_other_figure_in_what_offices_have_published() -> None:
    """Whatever the figures were: no number of the seeds stands beside the name of an indicator of the samples, as if it were
    its figure."""
    registers = open_library(ROOT / "content", Schemas(ROOT / "schemas"), []).shared.registers
    names = names_of({ma: ChiTieu(ma, each.ten_goi, each.don_vi_tinh, each.so_le, tinh_chat="phat_sinh") for ma, each in registers.chi_tieu.items()})
    lines = [line for path in sorted(SEEDS.glob("*.txt")) for line in seed_lines(path)]
    found = [each.text for line in lines for each in sentences(line) if typed_in(each, names, frozenset(), lambda _: Decimal("-1.5"))]
    assert found == []
