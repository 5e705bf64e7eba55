"""The status of a period as a page: a row for each unit, a column for each area; in Chromium sorted, chosen from, narrow, dark.

Without Chromium, where it cannot be installed, the tests in it are skipped and say so.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.support.browser import Browser, NoBrowser, installed
from tests.support.content import ROOT, project, put_sample_figures
from vanban.pipeline.project import Project
from vanban.pipeline.sorted_page import Cell, Column, Page, Row, Section, to_html
from vanban.pipeline.status import Asked, Status, status
from vanban.pipeline.status_page import areas, flags, page

pytestmark = pytest.mark.xdist_group("browser")  # one browser, one worker

DAY = date(2026, 6, 25)
HOSTILE = "</script><img src=x onerror=\"document.title='sai'\"> & <b>đậm</b>"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The sample with one unit that has not reported, a figure that is not read, one that is missing, one that is wrong."""
    made = project(tmp_path_factory.mktemp("home"))
    put_sample_figures(made)
    (made.content / "xa_yen_thanh/2026/so_lieu/sau_thang.yaml").unlink()
    for unit, old, new in (("xa_dien_chau", r"hs_qua_han: .*", "hs_qua_han: 1.204"), ("xa_do_luong", r"  hs_truoc_han: .*\n", ""),
                           ("phuong_cua_lo", r"hs_dung_han: .*", "hs_dung_han: 9")):
        path = made.content / unit / "2026/so_lieu/sau_thang.yaml"
        path.write_text(re.sub(old, new, path.read_text("utf-8"), count=1), "utf-8")
    return made


@pytest.fixture(scope="module")
def found(home: Project) -> Status:
    (one,) = status(home, Asked("xa_bao_cao_mau", "sau_thang", 2026), DAY)
    return one


def it_counts_by_area_what_each_unit_has_reported(found: Status) -> None:
    by_unit = {each.don_vi: areas(found, each)["Thủ tục hành chính"] for each in found.submissions}
    assert by_unit["ubnd_xa_hung_nguyen"].words == "9/9"
    assert (by_unit["ubnd_xa_yen_thanh"].words, by_unit["ubnd_xa_yen_thanh"].tone) == ("0/9", "warn")
    assert (by_unit["ubnd_xa_dien_chau"].words, by_unit["ubnd_xa_dien_chau"].tone) == ("8/9, 1 chưa đọc được", "bad")
    assert (by_unit["ubnd_xa_do_luong"].words, by_unit["ubnd_xa_do_luong"].tone) == ("8/9", "warn")
    assert (by_unit["ubnd_phuong_cua_lo"].words, by_unit["ubnd_phuong_cua_lo"].tone) == ("9/9, lệch", "bad")


def it_puts_each_report_where_it_can_be_chosen(found: Status) -> None:
    by_unit = {each.don_vi: flags(each) for each in found.submissions}
    assert by_unit["ubnd_xa_yen_thanh"] == ("chua", "qua_han")
    assert by_unit["ubnd_xa_dien_chau"] == ("hong",)
    assert by_unit["ubnd_xa_do_luong"] == ("thieu",)
    assert "lech" in by_unit["ubnd_phuong_cua_lo"]
    assert by_unit["ubnd_xa_hung_nguyen"] == ("dieu_chinh", "du")


def it_is_the_same_text_for_the_same_tables_and_takes_words_for_words() -> None:
    tables = Page(HOSTILE, (Section(HOSTILE, (HOSTILE,), (Column(HOSTILE),), (Row((Cell((HOSTILE,), "bad", HOSTILE),), (HOSTILE,)),)),), {HOSTILE: HOSTILE}, "")
    assert to_html(tables) == to_html(tables)
    assert "<img" not in to_html(tables)
    assert "<b>" not in to_html(tables)
    assert to_html(Page("Trống", (), {}, "Không có gì.")).count("Không có gì.") == 1


def it_is_written_by_a_command(tmp_path: Path) -> None:
    words = [sys.executable, "build.py", "status", "xa_bao_cao_mau", "--ky", "sau_thang", "--nam", "2026", "--ngay", "25/6/2026", "--format", "html", "--out", str(tmp_path / "trang")]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.startswith("Đã tạo ")
    text = (tmp_path / "trang/tinh_hinh_bao_cao.html").read_text("utf-8")
    assert "UBND xã Hưng Nguyên" in text
    assert not re.search(r"(?:src|href)=\"(?!#)", text)


# In a browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    try:
        program = installed()
    except NoBrowser as missing:
        pytest.skip(str(missing))
    with Browser(program) as running:
        yield running


@pytest.fixture(scope="module")
def file(home: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "tinh_hinh_bao_cao.html"
    path.write_text(to_html(page(status(home, Asked("xa_bao_cao_mau", "sau_thang", 2026), DAY))), "utf-8")
    return path


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Browser]:
    browser.open(file)
    yield browser
    assert browser.errors == []


def rows(browser: Browser) -> list[str]:
    """The units that are seen, in order."""
    found: list[str] = browser.ask("[...document.querySelectorAll('tbody tr')].filter(each => !each.hidden).map(each => each.cells[0].innerText)")
    return found


def it_shows_every_unit_and_only_those_that_are_chosen(opened: Browser) -> None:
    assert len(rows(opened)) == 7
    opened.click('[data-flag="chua"]')
    assert rows(opened) == ["UBND xã Yên Thành"]
    assert opened.ask("document.getElementById('dem').innerText") == "1/7 dòng"
    opened.click('[data-flag=""]')
    assert len(rows(opened)) == 7


def it_finds_a_unit_by_words_without_their_marks(opened: Browser) -> None:
    opened.click("input")
    for letter in "dien":
        opened.press(letter)
    assert rows(opened) == ["UBND xã Diễn Châu"]


def it_sorts_by_how_much_of_an_area_is_there_and_back(opened: Browser) -> None:
    area = opened.ask("[...document.querySelectorAll('thead th')].findIndex(each => each.innerText === 'Thủ tục hành chính') + 1")
    opened.click(f"thead th:nth-child({area}) button")
    assert rows(opened)[:3] == ["UBND xã Diễn Châu", "UBND phường Cửa Lò", "UBND xã Yên Thành"]  # not read, not agreeing, not there
    assert opened.ask(f"document.querySelector('thead th:nth-child({area})').ariaSort") == "ascending"
    opened.click(f"thead th:nth-child({area}) button")
    assert rows(opened)[-1] == "UBND xã Diễn Châu"
    opened.click("thead th:nth-child(1) button")
    assert [name.removeprefix("UBND ") for name in rows(opened)] == [
        "phường Cửa Lò", "phường Thành Vinh", "phường Trường Vinh", "xã Diễn Châu", "xã Đô Lương", "xã Hưng Nguyên", "xã Yên Thành"]


def it_fits_a_telephone_and_a_dark_room(opened: Browser, file: Path) -> None:
    opened.open(file, width=390, height=800, dark=True)
    assert opened.ask("document.documentElement.scrollWidth") <= 390
    light = opened.ask("getComputedStyle(document.body).color")
    opened.look(390, 800, dark=False)
    assert light != opened.ask("getComputedStyle(document.body).color")
    opened.open(file, width=1280)
    assert opened.ask("document.documentElement.scrollWidth") <= 1280
