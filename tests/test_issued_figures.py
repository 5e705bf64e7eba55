"""Issued documents held to the figures of today: which of them a unit has changed since."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.support.content import ROOT
from tests.test_reported_figures import figures, home, report_of
from tests.test_so_lieu import of, put
from vanban.pipeline.issued_figures import Comparison, issued_figures
from vanban.pipeline.issued_figures_words import as_data, page, told
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project
from vanban.pipeline.sorted_page import to_html

TEXT = ("Có {{ hs_truc_tuyen }}, trễ {{ hs_qua_han }} (riêng Yên Thành {{ hs_qua_han.ubnd_xa_yen_thanh }}); tỷ lệ {{ ty_le_nop_truc_tuyen }}; "
        "{{ hs_truc_tuyen | so_sanh quy_1 }}. Lần nữa {{ hs_qua_han }}.")
LATER = date(2026, 7, 30)


@pytest.fixture
def issued(tmp_path: Path) -> Project:
    made = home(tmp_path, TEXT)
    assert issue(made, report_of(made), "214", date(2026, 6, 24)).findings == ()
    return made


def correct(made: Project, ky: str = "sau_thang", day: str = "25/6/2026", **now: int) -> None:
    """A correction of Yên Thành, whose first figures stay."""
    first = figures(0, 10, 2) if ky == "sau_thang" else figures(0, 5, 1)
    lines = "".join(f"      {ma}: {number}\n" for ma, number in now.items())
    put(made, of("ubnd_xa_yen_thanh", ky, first + f"dieu_chinh:\n  - ngay_dieu_chinh: {day}\n    ly_do: Nhầm\n    gia_tri:\n{lines}"), name=ky)


def apart(found: Comparison) -> list[tuple[str, str, str]]:
    return [(one.ma, one.kept, one.today) for each in found.documents for one in each.disagreeing]


def it_finds_nothing_where_nothing_was_changed(issued: Project) -> None:
    found = issued_figures(issued, "", LATER)
    assert ([each.compared for each in found.documents], apart(found)) == ([4], [])
    assert told(found) == "Tính đến ngày 30/7/2026: 1 văn bản đã ban hành dùng số liệu của đơn vị, 0 văn bản có số khác hôm nay."


def it_names_what_was_printed_what_would_be_and_who_has_changed_it(issued: Project) -> None:
    correct(issued, hs_qua_han=12)
    found = issued_figures(issued, "", LATER)
    assert apart(found) == [("hs_qua_han", "80 hồ sơ", "90 hồ sơ"), ("hs_qua_han.ubnd_xa_yen_thanh", "02 hồ sơ", "12 hồ sơ")]
    lines = told(found).splitlines()
    assert "    UBND xã Yên Thành sửa ngày 25/6/2026: 12 (content/xa_yen_thanh/2026/so_lieu/sau_thang.yaml:15)" in lines
    assert [one["sua_sau_ban_hanh"][0]["dong"] for one in as_data(found)[0]["so_lieu_khac"]] == [15, 15]
    assert "90 hồ sơ" in to_html(page(found))


def it_reads_as_of_the_day_that_is_asked_for(issued: Project) -> None:
    correct(issued, hs_qua_han=12)
    assert apart(issued_figures(issued, "", date(2026, 6, 24))) == []


def it_finds_a_comparison_whose_earlier_figure_was_corrected(issued: Project) -> None:
    correct(issued, "quy_1", hs_truc_tuyen=9)
    found = apart(issued_figures(issued, "", LATER))
    assert ("hs_truc_tuyen | so_sanh quy_1", "tăng 950 hồ sơ so với quý I năm 2026", "tăng 946 hồ sơ so với quý I năm 2026") in found


def it_leaves_alone_what_rounds_to_the_same_words(issued: Project) -> None:
    """A ratio that is another one behind the printed digits is read as the same."""
    correct(issued, hs_truc_tuyen=10, hs_ky_truoc=0)
    assert apart(issued_figures(issued, "", LATER)) == []


def it_finds_a_figure_that_was_overwritten_and_one_that_cannot_be_read_any_more(issued: Project) -> None:
    put(issued, of("ubnd_xa_yen_thanh", figures=figures(0, 10, 7)))
    assert ("hs_qua_han", "80 hồ sơ", "85 hồ sơ") in apart(issued_figures(issued, "", LATER))
    put(issued, of("ubnd_xa_yen_thanh", figures=figures(0, 10, "1.204")))
    found = issued_figures(issued, "", LATER)
    assert ("hs_qua_han", "80 hồ sơ", "") in apart(found)
    assert "đã in 80 hồ sơ, nay chưa tính được" in told(found)


def it_takes_the_documents_of_the_body_or_the_group_that_is_asked_for(issued: Project) -> None:
    correct(issued, hs_qua_han=12)
    assert len(issued_figures(issued, "so_noi_vu_nghe_an", LATER).documents) == 1
    assert len(issued_figures(issued, "so_bao_cao_mau", LATER).documents) == 1
    assert told(issued_figures(issued, "so_tu_phap_nghe_an", LATER)) == "Chưa có văn bản đã ban hành nào dùng số liệu của đơn vị."


def it_says_what_was_kept_and_is_no_longer_called(issued: Project) -> None:
    report = report_of(issued)
    report.write_text(report.read_text("utf-8").replace("(riêng Yên Thành {{ hs_qua_han.ubnd_xa_yen_thanh }})", ""), "utf-8")
    assert "  đã in mà tệp không còn gọi: hs_qua_han.ubnd_xa_yen_thanh" in told(issued_figures(issued, "", LATER)).splitlines()


def it_is_a_command() -> None:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "build.py", "status", "--da-ban-hanh", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    assert run("--ngay", "30/7/2026").stdout == "Chưa có văn bản đã ban hành nào dùng số liệu của đơn vị.\n"
    assert json.loads(run("--format", "json").stdout) == []
    wrong = run("--ky", "quy_1")
    assert (wrong.returncode, "bỏ --ky, --nam" in wrong.stderr) == (2, True)


def it_counts_no_words_that_are_the_same_today(tmp_path: Path) -> None:
    """A share whose number is another one and whose printed words are not."""
    made = home(tmp_path, "Riêng {{ hs_truc_tuyen | ty_trong hs_tiep_nhan }}, {{ hs_truc_tuyen | toc_do quy_1 }}.")
    assert not issue(made, report_of(made), "214", date(2026, 6, 24)).has_errors
    correct(made, hs_truc_tuyen=11)
    assert apart(issued_figures(made, "", LATER)) == [("hs_truc_tuyen | toc_do quy_1", "tăng 100,0%", "tăng 100,1%")]


def it_names_the_unit_of_a_correction_that_is_dated_before_the_report(issued: Project) -> None:
    correct(issued, day="20/6/2026", hs_qua_han=12)
    found = issued_figures(issued, "", LATER)
    assert ("hs_qua_han", "80 hồ sơ", "90 hồ sơ") in apart(found)
    assert "    UBND xã Yên Thành sửa ngày 20/6/2026: 12 (content/xa_yen_thanh/2026/so_lieu/sau_thang.yaml:15)" in told(found).splitlines()


def it_says_of_an_overwritten_figure_what_its_words_were_worked_out_from(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_truc_tuyen | so_sanh quy_1 }}.")
    assert not issue(made, report_of(made), "214", date(2026, 6, 24)).has_errors
    put(made, of("ubnd_xa_yen_thanh", figures=figures(0, 20, 2)))
    (found,) = apart(issued_figures(made, "", LATER))
    assert found[1:] == ("lời tính từ 1.900 hồ sơ", "tăng 960 hồ sơ so với quý I năm 2026")
