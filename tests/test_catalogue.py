"""What lies in content/, told without reading a file; names and kinds of files that are no files of ours."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, ROOT, project
from vanban.pipeline.checking import check
from vanban.readers.catalogue import catalogue

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no such name, has no such file")


def folder_of(root: Path) -> Path:
    home = root / "content" / "nghe_an" / "2025"
    home.mkdir(parents=True, exist_ok=True)
    return home


def told(root: Path) -> list[tuple[str, str]]:
    """Code and file of what the catalogue finds."""
    return [(found.code, found.file) for found in catalogue(root / "content").findings]


def kinds(root: Path) -> dict[str, str]:
    return {entry.name: entry.kind for entry in catalogue(root / "content").entries}


def it_says_unit_year_and_kind_of_every_file(tmp_path: Path) -> None:
    home = folder_of(tmp_path)
    for name in ("kh.yaml", "so_lieu/quy_1.yaml", "qd.ban_hanh.json", "so_do.png", "../mau/quyet_dinh.docx",
                 "../../dung_chung/can_cu.yaml", ".an.yaml", ".git/x.yaml", "ghi_chu.txt"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("x", "utf-8")
    found = catalogue(tmp_path / "content")
    assert found.findings == ()
    assert [(entry.name.removeprefix("content/"), entry.kind, entry.don_vi, entry.nam, entry.size)
            for entry in found.entries] == [
        ("dung_chung/can_cu.yaml", "so_sach", "dung_chung", "", 1),
        ("nghe_an/2025/kh.yaml", "van_ban", "nghe_an", "2025", 1),
        ("nghe_an/2025/qd.ban_hanh.json", "ban_hanh", "nghe_an", "2025", 1),
        ("nghe_an/2025/so_do.png", "hinh", "nghe_an", "2025", 1),
        ("nghe_an/2025/so_lieu/quy_1.yaml", "so_lieu", "nghe_an", "2025", 1),
        ("nghe_an/mau/quyet_dinh.docx", "mau", "nghe_an", "", 1),
    ]


def it_walks_only_what_was_asked_for_and_the_shared_files(tmp_path: Path) -> None:
    for office in ("dung_chung", "nghe_an", "ha_tinh"):
        (tmp_path / "content" / office).mkdir(parents=True)
        (tmp_path / "content" / office / "x.yaml").write_text("x", "utf-8")
    root = tmp_path / "content"
    names = [entry.name for entry in catalogue(root, [root / "nghe_an", root / "nghe_an"]).entries]
    assert names == ["content/dung_chung/x.yaml", "content/nghe_an/x.yaml"]


def it_does_not_read_figures_as_documents(tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    figures = made.content / "nghe_an" / "2025" / "so_lieu"
    figures.mkdir()
    (figures / "quy_1.yaml").write_text("[", "utf-8")
    checked = check(made)
    name = "content/nghe_an/2025/so_lieu/quy_1.yaml"
    assert {(found.file, found.code) for found in checked.findings} == {(name, "S101")}
    assert name not in checked.content.sources
    assert len(checked.sound) == 1
    assert {found.file for found in check(made, [figures]).findings} == {name}, "a folder of figures is a target too"


@posix_only
@pytest.mark.parametrize("name", ["con.yaml", "Aux.yaml", "a:b.yaml", "a?.yaml", 'a".yaml', "cuoi .yaml ", "lpt1"])
def it_tells_of_names_that_windows_does_not_take(name: str, tmp_path: Path) -> None:
    (folder_of(tmp_path) / name).write_text("x", "utf-8")
    assert told(tmp_path) == [("S107", f"content/nghe_an/2025/{name}")]


@posix_only
@pytest.mark.parametrize(("raw", "shown"), [
    (b"k\xff.yaml", "k\\xff.yaml"), (b"a\nb.yaml", "a\\x0ab.yaml"), (b"a\x1b[31m.yaml", "a\\x1b[31m.yaml"),
])
def it_tells_of_names_that_cannot_be_printed_and_does_not_read_them(raw: bytes, shown: str, tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    home = os.fsencode(made.content / "nghe_an" / "2025")
    try:
        Path(os.fsdecode(home + b"/" + raw)).write_text("x", "utf-8")
    except OSError:
        pytest.skip("this disk takes no such name")
    checked = check(made)
    assert [(found.code, found.file) for found in checked.findings] == [("S107", f"content/nghe_an/2025/{shown}")]
    assert len(checked.sound) == 1
    checked.findings[0].file.encode()


@pytest.mark.parametrize(("one", "other"), [("kh.yaml", "KH.yaml"), ("ế.yaml", "e\u0302\u0301.yaml")])
def it_tells_of_two_names_that_are_one_on_other_machines(one: str, other: str, tmp_path: Path) -> None:
    home = folder_of(tmp_path)
    (home / one).write_text("x", "utf-8")
    (home / other).write_text("y", "utf-8")
    if (home / one).read_text("utf-8") == "y":
        pytest.skip("this disk takes the two for one")
    assert [code for code, _ in told(tmp_path)] == ["S107"]


@pytest.mark.parametrize("name", ["kh.yaml.txt", "kh.yml.TXT", "kh.yaml.docx"])
def it_tells_of_a_name_that_an_editor_made_longer(name: str, tmp_path: Path) -> None:
    (folder_of(tmp_path) / name).write_text("x", "utf-8")
    assert told(tmp_path) == [("S107", f"content/nghe_an/2025/{name}")]
    assert kinds(tmp_path) == {}


@posix_only
def it_tells_of_pipes_devices_and_links_and_reads_none_of_them(tmp_path: Path) -> None:
    home = folder_of(tmp_path)
    os.mkfifo(home / "ong.yaml")
    (home / "vo_tan.yaml").symlink_to("/dev/zero")
    (home / "noi_khac.yaml").symlink_to(home / "that.yaml")
    (home / "thu_muc").symlink_to(tmp_path)
    (home / "that.yaml").write_text("x", "utf-8")
    assert [file.rpartition("/")[2] for _, file in told(tmp_path)] == [
        "noi_khac.yaml", "ong.yaml", "thu_muc", "vo_tan.yaml"
    ]
    assert kinds(tmp_path) == {"content/nghe_an/2025/that.yaml": "van_ban"}


@posix_only
def it_takes_a_pipe_for_no_picture(tmp_path: Path) -> None:
    picture = "hinh:\n  - {ma: so_do, tep: so_do.png, mo_ta: Sơ đồ}\n"
    made = project(tmp_path, qd=DECISION, kh=PLAN + picture)
    os.mkfifo(made.content / "nghe_an" / "2025" / "so_do.png")
    assert [found.code for found in check(made).findings] == ["C110"]


@posix_only
@pytest.mark.parametrize("make", ["pipe", "link", "broken", "zero"])
@pytest.mark.parametrize(("name", "code"), [("qd.ban_hanh.json", "S109"), ("../mau/quyet_dinh.docx", "S107")])
def it_prints_nothing_beside_a_record_or_frame_that_is_no_file(make: str, name: str, code: str, tmp_path: Path) -> None:
    """Without them other words would be printed."""
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    path = made.content / "nghe_an" / "2025" / name
    path.parent.mkdir(exist_ok=True)
    if make == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to({"link": ROOT / "templates" / "quyet_dinh.docx", "broken": tmp_path / "khong_co",
                         "zero": Path("/dev/zero")}[make])
    checked = check(made)
    assert checked.sound == ()
    assert code in {found.code for found in checked.findings}
    assert not checked.failures


@posix_only
def it_prints_nothing_with_frames_that_lie_elsewhere(tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    elsewhere = tmp_path / "noi_khac"
    elsewhere.mkdir()
    shutil.copy(ROOT / "templates" / "quyet_dinh.docx", elsewhere)
    (made.content / "nghe_an" / "mau").symlink_to(elsewhere, target_is_directory=True)
    checked = check(made)
    assert [(found.code, found.file) for found in checked.findings] == [("S107", "content/nghe_an/mau")]
    assert checked.sound == ()


@posix_only
@pytest.mark.parametrize("target", [[], ["nghe_an"]])
def it_reads_no_registers_that_lie_elsewhere(target: list[str], tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    (made.content / "dung_chung").rename(tmp_path / "noi_khac")
    (made.content / "dung_chung").symlink_to(tmp_path / "noi_khac", target_is_directory=True)
    checked = check(made, [made.content / each for each in target])
    assert [(found.code, found.file) for found in checked.findings] == [("S107", "content/dung_chung")]
    assert checked.sound == ()


@posix_only
@pytest.mark.parametrize("name", ["to.yaml", "dung_chung", "qd.ban_hanh.json"])
def it_reads_no_file_of_a_size_that_no_text_has(name: str, tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    path = made.content / "dung_chung" / "to.yaml" if name == "dung_chung" else made.content / "nghe_an" / "2025" / name
    with path.open("wb") as file:
        file.truncate(5_000_000_000)  # takes no room on the disk
    checked = check(made)
    assert "S107" in {found.code for found in checked.findings if found.file.endswith(path.name)}
    assert not checked.failures
    assert len(checked.sound) == (0 if name == "qd.ban_hanh.json" else 1)


def it_tells_of_folders_without_end(tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    deep = made.content / "nghe_an" / Path(*["a"] * 300)
    deep.mkdir(parents=True)
    (deep / "x.yaml").write_text("x", "utf-8")
    checked = check(made)
    (found,) = checked.findings
    assert (found.code, found.file) == ("S107", f"content/nghe_an/{'/'.join(['a'] * 20)}")
    assert len(checked.sound) == 1


@posix_only
def it_is_not_led_in_a_circle(tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    (made.content / "nghe_an" / "2025" / "vong").symlink_to(made.content, target_is_directory=True)
    assert [found.code for found in check(made).findings] == ["S107"]
