"""The files of bad/ have the findings that their comments state, no others; those of good/ have none.

Drop a file in, or a folder where it takes several, and it is a test. A comment `# lỗi: S201` expects the finding in
its line, `# lỗi: S201:5` in that column too; `# lỗi +2: S301` two lines below, where running text allows no comment.
The files stand in content/thu/2025 beside the registers of the project; a folder `dung_chung` adds to these.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.copies import copy_project
from vanban.findings import Finding
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad").iterdir())
GOOD = sorted((HERE / "good").iterdir())
_EXPECTED = re.compile(r"# lỗi([^:]*(?:: \w\d{3}.*))$")
_ONE = re.compile(r"(?:\+(\d+): |: )?([A-Z]\d{3})(?::(\d+))?")
SOUND = (HERE / "good" / "quyet_dinh_toi_thieu.yaml").read_text("utf-8")

Expected = tuple[str, int, str, int | None]


def expected_in(name: str, text: str) -> Iterator[Expected]:
    """File, line, code, and column where it is stated, of each finding that the comments of a file expect."""
    for number, line in enumerate(text.split("\n"), 1):
        if stated := _EXPECTED.search(line):
            below = 0
            for one in _ONE.finditer(stated[1]):
                below = int(one[1]) if one[1] else below
                yield name, number + below, one[2], int(one[3]) if one[3] else None


def put(path: Path, project: Project) -> dict[str, str]:
    """Puts a file or the files of a folder into the content of `project`; their texts by name in findings."""
    texts: dict[str, str] = {}
    for file in [path] if path.is_file() else sorted(path.rglob("*.yaml")):
        inside = Path(file.name) if path.is_file() else file.relative_to(path)
        target = project.content / (inside if inside.parts[0] == "dung_chung" else Path("thu", "2025") / inside)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
        texts[target.relative_to(project.root).as_posix()] = file.read_text("utf-8")
    if path.is_dir():
        for picture in sorted(path.rglob("*.*g")):  # .png, .jpg, .jpeg
            target = project.content / "thu" / "2025" / picture.relative_to(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(picture.read_bytes())
    return texts


def findings_of(raw: bytes, folder: Path) -> list[Finding]:
    """What is found in one file of these bytes."""
    project = copy_project(folder, samples=False)
    (project.content / "thu" / "2025").mkdir(parents=True)
    (project.content / "thu" / "2025" / "tep.yaml").write_bytes(raw)
    return list(check(project).findings)


def is_told(expected: Expected, found: Finding) -> bool:
    return expected in ((found.file, found.line, found.code, found.column), (found.file, found.line, found.code, None))


@pytest.mark.parametrize("path", BAD, ids=[path.name for path in BAD])
def it_finds_what_the_comments_of_a_bad_file_state(path: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path, samples=False)
    expected = [each for name, text in put(path, project).items() for each in expected_in(name, text)]
    assert expected, "a bad file states what is wrong with it"
    found = list(check(project).findings)
    told = "\n".join(f"{f.file}:{f.line}:{f.column} {f.code} {f.message} {f.hint}" for f in found)
    assert Counter(each[:3] for each in expected) == Counter((f.file, f.line, f.code) for f in found), told
    assert [each for each in expected if not any(is_told(each, f) for f in found)] == [], told


@pytest.mark.parametrize("path", GOOD, ids=[path.name for path in GOOD])
@pytest.mark.parametrize("form", ["as_it_is", "crlf", "byte_order_mark", "nfd", "no_last_newline"])
def it_takes_a_good_file_in_every_form_of_text(path: Path, form: str, tmp_path: Path) -> None:
    text = path.read_text("utf-8")
    raw = {
        "as_it_is": text, "crlf": text.replace("\n", "\r\n"), "byte_order_mark": "\N{ZERO WIDTH NO-BREAK SPACE}" + text,
        "nfd": unicodedata.normalize("NFD", text), "no_last_newline": text.rstrip("\n"),
    }[form].encode()
    assert findings_of(raw, tmp_path) == []


OF_BYTES = {
    "not_utf8": (SOUND.encode() + b"# \xe0\xe9\n", "S102", 12, 1),
    "utf16": (SOUND.encode("utf-16"), "S102", 1, 1),
    "empty": (b"", "S103", 1, 1),
    "zero_width_space": (SOUND.replace("Tổ công", "Tổ\u200b công", 1).encode(), "S106", 5, 32),
    "line_separator": (SOUND.replace("Tổ công", "Tổ\u2028công", 1).encode(), "S106", 5, 32),
    "bare_carriage_return": (SOUND.replace("Tổ công", "Tổ\rcông", 1).encode(), "S106", 5, 32),
    "lists_5000_deep": (f"{SOUND}ghi_chu: {'[' * 5000}{']' * 5000}\n".encode(), "S101", 12, 70),
    "mappings_1500_deep": (
        (SOUND + "ghi_chu:\n" + "".join(f"{' ' * n}a:\n" for n in range(1, 1500))).encode(), "S101", 73, 62
    ),
}


@pytest.mark.parametrize(("raw", "code", "line", "column"), OF_BYTES.values(), ids=OF_BYTES)
def it_finds_what_no_comment_can_state(raw: bytes, code: str, line: int, column: int, tmp_path: Path) -> None:
    found = findings_of(raw, tmp_path)
    assert [(f.code, f.line, f.column) for f in found if f.code == code] == [(code, line, column)]
    assert {f.code for f in found} <= {code, "S203"}


def it_takes_a_title_of_five_megabytes(tmp_path: Path) -> None:
    assert findings_of(SOUND.replace("Tổ công tác", "x" * 5_000_000, 1).encode(), tmp_path) == []


@pytest.mark.parametrize("name", ["Kế hoạch số 1 (bản cuối).yaml", "ke hoach.yaml", "x" * 200 + ".yaml"])
def it_names_a_file_as_the_clerk_did(name: str, tmp_path: Path) -> None:
    project = copy_project(tmp_path, samples=False)
    folder = project.content / "Nghệ An" / "Năm 2025"
    folder.mkdir(parents=True)
    (folder / name).write_text("ma: x\n", "utf-8")
    assert [f.file for f in check(project).findings] == [f"content/Nghệ An/Năm 2025/{name}"]


def it_tells_of_what_looks_like_yaml_and_cannot_be_read(tmp_path: Path) -> None:
    project = copy_project(tmp_path, samples=False)
    folder = project.content / "thu"
    (folder / "thu_muc.yaml").mkdir(parents=True)
    (folder / "doi.yml").write_text(SOUND, "utf-8")
    (folder / "._ke_hoach.yaml").write_bytes(b"\x00\x05\x16\x07")  # what macOS leaves on foreign disks
    try:
        (folder / "mat.yaml").symlink_to("khong_co.yaml")
    except OSError:
        (folder / "mat.yaml").mkdir()
    assert [(f.code, Path(f.file).name) for f in check(project).findings] == [
        ("S107", "doi.yml"), ("S107", "mat.yaml"), ("S107", "thu_muc.yaml")
    ]


def it_writes_every_good_file_that_passes(tmp_path: Path) -> None:
    project = copy_project(tmp_path, samples=False)
    for path in GOOD:
        put(path, project)
        (project.content / "thu" / "2025" / path.name).rename(project.content / "thu" / path.name)
        (project.content / "thu" / path.stem).mkdir()
        (project.content / "thu" / path.name).rename(project.content / "thu" / path.stem / path.name)
    checked = check(project)
    assert checked.findings == ()
    assert len(checked.sound) == len(GOOD)
    for bo in checked.sound:
        assert docx(project, checked, bo)[:2] == b"PK"
