"""A change in the YAML changes what it should in the document and nothing else."""

import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx

ROOT = Path(__file__).parents[1]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FOLDER = "content/nghe_an/2025"


def built(folder: Path, file: str = "", old: str = "", new: str = "") -> dict[str, bytes]:
    """The parts of the sample's DOCX, with the first `old` in `file` replaced by `new`."""
    shutil.copytree(ROOT / "content", folder / "content")
    for part in ("schemas", "templates"):
        (folder / part).symlink_to(ROOT / part)
    if file:
        path = folder / FOLDER / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
    checked = check(Project(folder), [folder / FOLDER / "quyet_dinh_cchc.yaml"])
    assert not checked.has_errors, checked.findings
    (bo,) = checked.sets
    with zipfile.ZipFile(BytesIO(docx(Project(folder), checked, bo))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def paragraphs(parts: dict[str, bytes]) -> list[str]:
    root = etree.fromstring(parts["word/document.xml"])
    return ["".join(p.itertext()).replace("\N{NO-BREAK SPACE}", " ") for p in root.iter(f"{W}p")]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("before"))


def changes(before: dict[str, bytes], after: dict[str, bytes]) -> list[tuple[str, str]]:
    """Paragraphs that differ, old and new; the documents must have the same number of them."""
    return [(a, b) for a, b in zip(paragraphs(before), paragraphs(after), strict=True) if a != b]


def it_carries_one_digit_of_the_number_to_every_place_that_cites_it(before, tmp_path):
    after = built(tmp_path, "quyet_dinh_cchc.yaml", "so_van_ban: 2228", "so_van_ban: 2229")
    changed = changes(before, after)
    assert [old.replace("2228", "2229") for old, _ in changed] == [new for _, new in changed]
    assert [old.split("2228")[0] for old, _ in changed] == [
        "Số: ", "(Kèm theo Quyết định số ", "(Kèm theo Quyết định số "
    ]
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml", "docProps/core.xml"}


def it_carries_a_target_to_the_one_sentence_that_prints_it(before, tmp_path):
    text = (ROOT / FOLDER / "ke_hoach_cchc.yaml").read_text("utf-8")
    start = text.index("chi_tieu: ty_le_dung_han")
    entry = text[start : text.index("95", start) + 2]
    after = built(tmp_path, "ke_hoach_cchc.yaml", entry, entry[:-2] + "96")
    ((old, new),) = changes(before, after)
    assert new == old.replace("95%", "96%")
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}


def it_changes_nothing_for_a_comment_or_a_blank_line(before, tmp_path):
    after = built(tmp_path, "ke_hoach_cchc.yaml", "de_muc:", "# một lời nhắc\n\nde_muc:   # và một nữa")
    assert after == before
