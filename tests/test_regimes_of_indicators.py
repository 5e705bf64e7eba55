"""Registers of several provinces side by side: whose indicator is asked of whom, and what is told where nobody says."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.support.content import project
from tests.support.figures import INDICATORS, SIX, body, registers, roll_up, so_lieu, whole
from tests.test_reported_figures import home, report_of
from tests.test_reported_figures import told as told_of_report
from tests.test_so_lieu import of, put, told
from vanban.facts.reporters import Scope
from vanban.facts.submissions import submissions
from vanban.model.indicators import ChiTieu
from vanban.model.validity import HieuLuc
from vanban.pipeline.checking import check

OTHERS = """loai_du_lieu: che_do_bao_cao
che_do_bao_cao:
  - ma: cua_tinh_khac
    ten_goi: Báo cáo của tỉnh khác
    nguoi_bao_cao: [xa_bao_cao_mau]
    ky_bao_cao: [{ma: sau_thang, cho_nam: 2026, tu_ngay: 01/1/2026, den_ngay: 30/6/2026}]
"""
STRANGE = """loai_du_lieu: chi_tieu
chi_tieu:
  - {ma: hs_cua_khac, ten_goi: Hồ sơ ở tỉnh khác, don_vi_tinh: hồ sơ, tinh_chat: phat_sinh, che_do_bao_cao: [cua_tinh_khac]}
  - {ma: ty_le_cua_khac, ten_goi: Tỷ lệ ở tỉnh khác, don_vi_tinh: "%", tinh_chat: tinh, cong_thuc: 100 * hs_cua_khac / hs_truc_tuyen}
"""


def asked_of_a(*indicators: ChiTieu) -> tuple[str, ...]:
    """The indicators that unit a, with an empty report of six months in the regime `cchc`, still lacks."""
    rolled = roll_up([so_lieu("a", SIX, {"moi": "1"})], registers([body("a")], indicators))
    period = rolled.figures.regime.period(SIX)
    assert period
    (found,) = submissions(rolled, (), period, (Scope("tinh"),), date(2026, 7, 1))
    return found.lacking


def it_asks_no_unit_for_an_indicator_of_another_regime_or_of_another_time() -> None:
    moi, con = (each for each in INDICATORS if each.ma in ("moi", "con"))
    assert asked_of_a(moi, con) == ("con",)
    assert asked_of_a(moi, replace(con, che_do_bao_cao=("cchc", "khac"))) == ("con",)
    assert asked_of_a(moi, replace(con, che_do_bao_cao=("khac",))) == ()
    assert asked_of_a(moi, replace(con, hieu_luc=HieuLuc(den_ngay=date(2026, 6, 13)))) == ()
    assert asked_of_a(moi, replace(con, hieu_luc=HieuLuc(den_ngay=date(2026, 6, 14)))) == ("con",)


def it_counts_nobody_of_another_regime_among_those_who_report() -> None:
    others = [replace(each, che_do_bao_cao=("khac",)) if each.ma == "moi" else each for each in INDICATORS]
    assert whole(roll_up([so_lieu("a", SIX, {"moi": "1"})], registers([body("a")], others)), "moi").reporters == ()


def _strange(folder: Path, text: str) -> list[tuple[str, str, str]]:
    made = home(folder, text)
    (made.content / "dung_chung/khac.yaml").write_text(OTHERS, "utf-8")
    (made.content / "dung_chung/khac_chi_tieu.yaml").write_text(STRANGE, "utf-8")
    return [(found.code, found.message, found.hint) for found in told_of_report(made)]


def it_tells_of_a_figure_of_another_regime_in_text(tmp_path: Path) -> None:
    (found,) = _strange(tmp_path / "a", "Có {{ hs_cua_khac }}.")
    assert found[0] == "D205"
    assert found[1] == "“Hồ sơ ở tỉnh khác” không có trong chế độ báo cáo “cchc_dinh_ky”."
    assert "cua_tinh_khac" in found[2]
    ((code, _, way),) = _strange(tmp_path / "b", "Có {{ ty_le_cua_khac }}.")
    assert (code, "công thức" in way) == ("D205", True)


def it_tells_in_text_and_leaves_blank_in_a_cell_what_a_unit_is_not_asked_for(tmp_path: Path) -> None:
    table = ("bang_bieu:\n  - ma: b\n    cot: [{ma: ten, tieu_de: A, lay_gi: ten_don_vi}, {ma: x, tieu_de: B, so_lieu: tthc_cap_xa}]\n"
             "    hang: [{cua_don_vi: so_noi_vu_nghe_an}, {cua_don_vi: ubnd_xa_yen_thanh}]\n")
    made = home(tmp_path, "", more=table)
    put(made, of(figures="gia_tri:\n  tthc_cap_xa: 12\n"))
    assert told_of_report(made) == []
    (bo,) = check(made, [report_of(made)]).sets
    assert [entry.figure.shown for row in bo.van_ban.bang_bieu[0].hang if (entry := row.entry("x")) and entry.figure] == ["", "12"]
    made = home(tmp_path / "b", "Có {{ tthc_cap_xa.so_noi_vu_nghe_an }}.")
    (found,) = told_of_report(made)
    assert (found.code, "“Sở Nội vụ”" in found.message) == ("D205", True)


def it_refuses_a_figure_of_another_regime_in_a_units_file(tmp_path: Path) -> None:
    made = project(tmp_path)
    (made.content / "dung_chung/khac.yaml").write_text(OTHERS, "utf-8")
    (made.content / "dung_chung/khac_chi_tieu.yaml").write_text(STRANGE, "utf-8")
    put(made, of(figures="gia_tri:\n  hs_truc_tuyen: 5\n  hs_cua_khac: 6\n"))
    (found,) = told(made)
    assert (found.code, "Hồ sơ ở tỉnh khác" in found.message) == ("D206", True)


@pytest.mark.parametrize(("regimes", "own", "count"), [
    (OTHERS, "", 1), (OTHERS, ", che_do_bao_cao: [cua_tinh_khac]", 0), ("", "", 0),
])
def it_tells_of_indicators_of_no_regime_where_there_are_several(regimes: str, own: str, count: int, tmp_path: Path) -> None:
    made = project(tmp_path)
    if regimes:
        (made.content / "dung_chung/khac.yaml").write_text(regimes, "utf-8")
    else:
        for each in sorted((made.content / "dung_chung").glob("che_do_bao_cao*.yaml"))[1:]:
            each.unlink()
    entries = "".join(f"  - {{ma: them_{n}, ten_goi: Thêm {n}, don_vi_tinh: hồ sơ, tinh_chat: phat_sinh{own}}}\n" for n in range(5))
    (made.content / "dung_chung/them.yaml").write_text(f"loai_du_lieu: chi_tieu\nchi_tieu:\n{entries}", "utf-8")
    found = [each for each in check(made).findings if each.code == "D230" and each.file.endswith("them.yaml")]
    assert len(found) == count
    if found:
        assert "“them_0”, “them_1”, “them_2” và 2 chỉ tiêu nữa" in found[0].message
        assert found[0].line == 3
