"""Names in files that lead out of content/, or to what is no file: told as a fault, and nothing there is read."""

import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.support.content import project
from tests.support.planning import sample
from tests.test_closing import Q2, RECORD, closed
from tests.test_closing import home as of_closing
from tests.test_task_states import STATES
from tests.test_task_states import home as reported
from vanban.findings import Finding
from vanban.pipeline.checking import check
from vanban.pipeline.planned_facts import states_of
from vanban.pipeline.planned_obstacles import NotPlanned
from vanban.pipeline.planned_superior import superior_of
from vanban.pipeline.project import Project
from vanban.plan.base import from_json
from vanban.readers.closings import Closing, read_closing
from vanban.readers.from_frozen import read_frozen
from vanban.readers.named_files import inside

__all__ = ["of_closing"]
OUTSIDE = ["/etc/passwd", "../../../etc/passwd", "nghe_an/../../etc/passwd", "nghe_an/2025/../../../etc/passwd", "..\\..\\etc\\passwd",
           "c:/windows/win.ini", "nghe_an/..\\..\\x/passwd", "nghe_an//passwd", "./2025/passwd", "\\0", "x" * 5000, "nghe_an/" + "x" * 5000 + "/a"]
SPOILED = [b"[" * 100_000, b'{"a": ' * 100_000, b"[]", b"null", b"12", b'"a"', b"", b"\xff\xfe{}", b'{"a": 1}', b'{"a": "\\ud800"}',
           b'{"content/a.yaml": {"dieu_chinh": {}}}', b'{"content/a.yaml": {"gia_tri": [], "dieu_chinh": {}}}', b'{"a": ' + b"9" * 5000 + b"}",
           b'{"content/a.yaml": {"gia_tri": {"a": "\\u0001"}, "dieu_chinh": {"2026-13-01": {}}}}']


@pytest.mark.parametrize("name", OUTSIDE)
def it_believes_bare_names_alone(tmp_path: Path, name: str) -> None:
    assert inside(tmp_path, name) is None
    assert inside(tmp_path, "nghe_an/2025/kh.yaml") == tmp_path / "nghe_an/2025/kh.yaml"


@pytest.mark.parametrize("name", OUTSIDE)
def it_tells_of_a_plan_that_lies_elsewhere(tmp_path: Path, name: str) -> None:
    states = STATES.replace("nghe_an/2025/phu_luc_viec", json.dumps(name))
    found = check(reported(tmp_path, "Việc.", states))
    assert found.failures == ()
    assert "D231" in {each.code for each in found.findings}


@pytest.mark.parametrize("name", OUTSIDE)
def it_carries_nothing_over_from_a_plan_that_lies_elsewhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotPlanned, match="không có tệp này$"):
        superior_of(project(tmp_path), name, "xa_yen_thanh", 2026)


def elsewhere(home: Project, unit: str) -> None:
    """The folder of a unit is a link to one outside."""
    away = home.root / "noi_khac"
    shutil.move(home.content / unit, away)
    (home.content / unit).symlink_to(away, target_is_directory=True)


def it_reads_no_plan_behind_a_link(tmp_path: Path) -> None:
    home = reported(tmp_path, "Việc.")
    elsewhere(home, "nghe_an")
    found = check(home)
    assert found.failures == ()
    assert {"D231", "S107"} <= {each.code for each in found.findings}


def it_reads_no_report_and_no_superior_behind_a_link(tmp_path: Path) -> None:
    home = sample(tmp_path, "nghe_an", "so_noi_vu_nghe_an")
    plans, day = ["nghe_an/2025/phu_luc_nhiem_vu"], date(2026, 12, 31)
    assert states_of(home, plans, day)
    elsewhere(home, "so_noi_vu_nghe_an")
    assert not states_of(home, plans, day)
    elsewhere_too = home.content / "xa"
    elsewhere_too.symlink_to(home.content / "nghe_an", target_is_directory=True)
    with pytest.raises(NotPlanned):
        superior_of(home, "xa/2025/quyet_dinh_cchc.yaml", "xa_yen_thanh", 2026)


def it_reads_no_figures_behind_a_link(of_closing: Project) -> None:
    elsewhere(of_closing, "xa_do_luong")
    assert closed(of_closing).files == 1


@pytest.mark.parametrize("name", OUTSIDE)
def it_looks_nowhere_else_for_the_files_and_the_record_of_a_closing(of_closing: Project, name: str) -> None:
    assert isinstance(read_closing(of_closing.content, name, Q2), Finding)
    closed(of_closing)
    (of_closing.root / RECORD).write_text(json.dumps({name: {"gia_tri": {}, "dieu_chinh": {}}}), "utf-8")
    found = check(of_closing)
    assert found.failures == ()
    assert "D220" in {each.code for each in found.findings}


@pytest.mark.parametrize("spoiled", SPOILED)
def it_crashes_on_no_json_that_stands_in_the_folder(of_closing: Project, tmp_path: Path, spoiled: bytes) -> None:
    closed(of_closing)
    assert isinstance(read_closing(of_closing.content, "cchc_dinh_ky", Q2), Closing)
    (of_closing.root / RECORD).write_bytes(spoiled)
    assert isinstance(read_closing(of_closing.content, "cchc_dinh_ky", Q2), Finding)
    found = check(of_closing)
    assert (found.failures, {each.code for each in found.findings} - {"S194"}) == ((), {"D221"})
    assert from_json(spoiled, lambda _: True) is None
    assert read_frozen("content/a.ban_hanh.json", spoiled)[0] is None


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo, lambda path: path.symlink_to("/etc/hostname"), lambda path: path.symlink_to(path)])
def it_reads_no_record_that_is_no_file(of_closing: Project, make: object) -> None:
    closed(of_closing)
    (of_closing.root / RECORD).unlink()
    make(of_closing.root / RECORD)  # type: ignore[operator]
    assert "D221" in {each.code for each in check(of_closing).findings}
