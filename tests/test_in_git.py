"""What stands around git: its diff of YAML and Word files, hooks, and the pipelines that an office copies."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from vanban.commands.arguments import parser

ROOT = Path(__file__).parents[1]
PIPELINES = sorted((ROOT / "docs/mau_ci").glob("*.yml"))
TEXT = """\
loai_van_ban: ke_hoach
de_muc:
  - tieu_de: Mục tiêu
    ma: muc_tieu
    noi_dung: |
      1. Một.
      1. Hai.
      1. Ba.
      1. Bốn.
  - tieu_de: Nhiệm vụ
    noi_dung: |
      1. Năm.
      1. Sáu.
      1. Bảy.
      1. Tám.
nhiem_vu:
  - nhom: Thể chế
    gom:
      - ma: nv_mot
        noi_dung: Một việc.
        san_pham: Báo cáo.
        chu_tri: [so_noi_vu]
        thoi_gian: Quý I
noi_nhan:
  - Bộ Nội vụ
  - Bộ Tài chính
  - Sở Nội vụ
  - Sở Tư pháp
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its shell is that of other systems")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone that has taken .gitconfig in, with a file of content/ and a DOCX."""
    for name in (".gitattributes", ".gitconfig"):
        shutil.copy(ROOT / name, tmp_path / name)
    file = tmp_path / "content/nghe_an/2025/kh.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(TEXT, "utf-8")
    (tmp_path / "x.docx").write_bytes(b"\0cu")
    (tmp_path / "build.py").write_text("import sys\nprint('chu cua', open(sys.argv[-1], 'rb').read()[1:].decode())\n", "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "--local", "include.path", "../.gitconfig")
    git(tmp_path, "add", "-A")
    git(tmp_path, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "Bắt đầu")
    return tmp_path


def git(folder: Path, *words: str) -> str:
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, encoding="utf-8", env={**os.environ, **own})
    assert not done.returncode, done.stderr
    return done.stdout


@pytest.mark.parametrize(("old", "new", "heading"), [
    ("Bốn.", "Mười.", "- tieu_de: Mục tiêu"), ("Bảy.", "Mười.", "- tieu_de: Nhiệm vụ"), ("Quý I", "Quý II", "- ma: nv_mot"),
    ("Sở Tư pháp", "Sở Y tế", "noi_nhan:"),
])
def it_shows_the_heading_that_a_change_stands_under(clone: Path, old: str, new: str, heading: str) -> None:
    file = clone / "content/nghe_an/2025/kh.yaml"
    file.write_text(TEXT.replace(old, new), "utf-8")
    (hunk,) = re.findall(r"^@@ .* @@ ?(.*)$", git(clone, "diff", "-U0"), re.MULTILINE)
    assert hunk.strip() == heading


def it_shows_the_words_of_a_word_file(clone: Path) -> None:
    (clone / "x.docx").write_bytes(b"\0moi")
    assert "-chu cua cu\n+chu cua moi\n" in git(clone, "diff")


# What an office copies


def commands(node: Any) -> Iterator[str]:
    """The lines that a pipeline has a shell run."""
    match node:
        case dict():
            for key, each in node.items():
                yield from commands(each) if key != "entry" else [str(each)]
        case list():
            for each in node:
                yield from commands(each)
        case str():
            yield from node.splitlines()


def calls(path: Path) -> list[list[str]]:
    """What build.py is called with."""
    lines = commands(yaml.safe_load(path.read_text("utf-8")))
    return [re.split(r" \|\| | > ", found[1])[0].split() for line in lines if (found := re.search(r"build\.py (.*)", line))]


@pytest.mark.parametrize("path", [*PIPELINES, ROOT / ".pre-commit-hooks.yaml"], ids=lambda path: path.name)
def it_calls_commands_that_there_are(path: Path) -> None:
    found: Sequence[list[str]] = calls(path)
    assert found
    for words in found:
        parser().parse_args(words)


@pytest.mark.parametrize("path", PIPELINES, ids=lambda path: path.stem)
def it_is_tied_to_no_repository_and_runs_no_words_of_others(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"https?://", text)
    assert [words[0] for words in sorted(calls(path))] == ["check", "diff", "report"]
    assert f"--format {path.stem}" in text
    for line in commands(yaml.safe_load(text)):  # titles and names of branches are data, never part of a command
        assert "build.py" not in line or "${{" not in line


def it_offers_hooks_for_the_files_that_it_names() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["vanban-check", "vanban-fix"]
    for hook in hooks:
        assert re.search(hook["files"], "content/nghe_an/2025/ke_hoach_cchc.yaml")
        assert not re.search(hook["files"], "vanban/keys/parts.yaml")
    assert not re.search(hooks[1]["files"], "content/dung_chung/co_quan.yaml")
