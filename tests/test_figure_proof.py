"""`explain`: where a figure comes from, down to the line in which a unit has typed it."""

from datetime import date
from pathlib import Path

import pytest

import build
from tests.support.content import ROOT
from tests.test_reported_figures import home, report_of, without_yen_thanh
from tests.test_so_lieu import of, put
from vanban.commands import CLEAN
from vanban.errors import WrongUse
from vanban.pipeline.figure_proof import proof
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project
from vanban.pipeline.reading_out import words

SAMPLE = ROOT / "content/so_noi_vu_nghe_an/2026/bao_cao_sau_thang.yaml"


def it_names_every_unit_with_its_figure_its_file_and_its_line() -> None:
    found = proof(Project(ROOT), SAMPLE, "hs_qua_han")
    assert found.lines[0] == "{{ hs_qua_han }}: Hồ sơ giải quyết quá hạn"
    assert "của các sở, xã, phường (10 đơn vị của bản ví dụ)" in found.lines[1]
    assert "  = 494 hồ sơ (10/10 đơn vị)" in found.lines
    (corrected,) = [line for line in found.lines if "UBND xã Hưng Nguyên" in line]
    assert corrected.strip() == "39  UBND xã Hưng Nguyên  content/xa_hung_nguyen/2026/so_lieu/sau_thang.yaml:37, theo báo cáo ngày 24/6/2026"
    numbered = [line for line in found.lines if ".yaml:" in line and "in ở" not in line]
    assert len(numbered) == 10
    for line in numbered:
        place = next(word for word in line.split() if ".yaml:" in word).rstrip(",")
        name, _, row = place.partition(":")
        typed = (ROOT / name).read_text("utf-8").splitlines()[int(row) - 1]
        assert typed.strip() == f"hs_qua_han: {line.split()[0].replace('.', '')}"


def it_shows_a_formula_with_its_numbers_and_how_it_was_rounded() -> None:
    lines = proof(Project(ROOT), SAMPLE, "ty_le_nop_truc_tuyen").lines
    assert "  = 70,01612…, làm tròn thành 70,02 % (10/10 đơn vị)" in lines
    assert "    = 100 × 49.960 : (49.960 + 21.395)" in lines


def it_shows_what_was_taken_away_to_find_a_quarter() -> None:
    lines = proof(Project(ROOT), SAMPLE, "hs_truc_tuyen@quy_2").lines
    assert any(line.strip().startswith("− 820  Sở Nội vụ (kỳ quý I năm 2026)") for line in lines)


def it_finds_a_figure_by_the_line_it_stands_in_and_says_where_else_it_is_printed(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_truc_tuyen }} và {{ hs_qua_han }}.\n  Lại có {{ hs_truc_tuyen }}.")
    lines = proof(made, report_of(made), "13").lines
    assert lines[0] == "{{ hs_truc_tuyen }}: Hồ sơ mới nộp trực tuyến"
    assert "  in ở: content/so_noi_vu_nghe_an/2026/bc.yaml:12, content/so_noi_vu_nghe_an/2026/bc.yaml:13" in lines
    assert not any("hs_qua_han" in line for line in lines)


def it_names_who_is_missing_and_what_could_not_be_read(tmp_path: Path) -> None:
    made = without_yen_thanh(tmp_path)
    put(made, of("ubnd_xa_do_luong", figures="gia_tri:\n  hs_truc_tuyen: 1.000\n"), "xa_do_luong")
    (line,) = [line for line in proof(made, report_of(made), "hs_truc_tuyen").lines if line.startswith("  = ")]
    assert "còn thiếu: UBND xã Yên Thành" in line
    assert "không đọc được: UBND xã Đô Lương, content/xa_do_luong/2026/so_lieu/sau_thang.yaml:7" in line


def it_refuses_a_figure_that_the_document_does_not_call() -> None:
    with pytest.raises(WrongUse, match="không gọi số liệu nào là “hs_x”"):
        proof(Project(ROOT), SAMPLE, "hs_x")


def it_is_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["explain", str(SAMPLE), "hs_qua_han"]) == CLEAN
    assert "= 494 hồ sơ (10/10 đơn vị)" in capsys.readouterr().out


def it_says_with_which_figure_an_issued_document_was_printed(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_truc_tuyen }}.")
    assert not issue(made, report_of(made), "12", date(2026, 6, 24)).has_errors
    assert not any("đã giữ khi ban hành" in line for line in proof(made, report_of(made), "hs_truc_tuyen").lines)
    put(made, of("ubnd_xa_yen_thanh", figures="gia_tri:\n  hs_truc_tuyen: 40\n"))
    lines = proof(made, report_of(made), "hs_truc_tuyen").lines
    assert "  in ra: 1.900 hồ sơ" in lines
    assert "  đó là số đã giữ khi ban hành; hôm nay sẽ in 1.930 hồ sơ, tính như ở dưới" in lines
    assert "Có 1.900 hồ sơ." in words(made, report_of(made))[0].splitlines()
