"""What stands around git: its diff of YAML and Word files, hooks, and the pipelines that an office copies."""

import os
import re
import shlex
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


@pytest.mark.parametrize("path", PIPELINES, ids=lambda path: path.stem)
def it_checks_and_builds_before_it_compares_and_comments(path: Path) -> None:
    """What may fail for reasons of the host comes last."""
    assert [words[0] for words in calls(path)] == ["check", "report", "diff"]
    text = path.read_text("utf-8")
    assert text.index("build.py diff") < min(text.find(word) % len(text) for word in ("curl ", "gh pr"))


def it_names_artefacts_as_gitlab_takes_them() -> None:
    job = yaml.safe_load((ROOT / "docs/mau_ci/gitlab.yml").read_text("utf-8"))["van_ban"]
    assert re.fullmatch(r"[A-Za-z0-9_\- ]{1,100}", job["artifacts"]["expose_as"])


def it_does_not_let_a_refused_comment_end_the_job(tmp_path: Path) -> None:
    """The lines of the job one after another, as GitLab runs them, where every command but the comment does its work."""
    job = yaml.safe_load((ROOT / "docs/mau_ci/gitlab.yml").read_text("utf-8"))["van_ban"]
    for name, status in (("python3", 0), ("curl", 22)):
        (tmp_path / name).write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/called\nexit {status}\n', "utf-8")
        (tmp_path / name).chmod(0o755)
    (tmp_path / "thay_doi").mkdir()
    (tmp_path / "thay_doi/thay_doi.md").write_text("x", "utf-8")
    env = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "VANBAN_TOKEN": "x", "CI_API_V4_URL": "x"}
    done = subprocess.run(["bash", "-eo", "pipefail", "-c", "\n".join(job["script"])], cwd=tmp_path, env=env,
                          capture_output=True, encoding="utf-8")
    assert (done.returncode, "Chưa viết được lời bàn" in done.stdout) == (0, True)


def it_keeps_out_of_git_what_the_guide_has_made(clone: Path) -> None:
    shutil.copy(ROOT / ".gitignore", clone / ".gitignore")
    for name in ("outputs/x.docx", "thay_doi/thay_doi.html", "loi.json"):
        assert git(clone, "check-ignore", name).strip() == name


def it_shows_names_of_files_as_they_are_typed(clone: Path) -> None:
    (clone / "biên_bản.txt").write_text("x", "utf-8")
    assert "biên_bản.txt" in git(clone, "status", "--short")


def it_offers_hooks_for_the_files_that_it_names() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["vanban-check", "vanban-fix"]
    for hook in hooks:
        assert re.search(hook["files"], "content/nghe_an/2025/ke_hoach_cchc.yaml")
        assert not re.search(hook["files"], "vanban/keys/parts.yaml")
    assert not re.search(hooks[1]["files"], "content/dung_chung/co_quan.yaml")


@pytest.mark.skipif(os.name == "nt", reason="sh của git chạy bước này")
def it_says_what_to_do_where_a_repository_has_no_programme(tmp_path: Path) -> None:
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")):
        words = [*shlex.split(hook["entry"]), *([] if hook.get("pass_filenames", True) is False else ["a b.yaml"])]
        for path in tmp_path.iterdir():
            path.unlink()
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, encoding="utf-8")
        assert (done.returncode, done.stdout) == (1, "")
        assert "Kho này chưa có chương trình" in done.stderr
        assert "can't open" not in done.stderr
        (tmp_path / "build.py").write_text("import sys\nprint(sys.argv[1:])\nsys.exit(3)\n", "utf-8")
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, encoding="utf-8")
        expected = ["check", "--fix", "a b.yaml"] if hook["id"] == "vanban-fix" else ["check"]
        assert (done.returncode, done.stdout.strip()) == (3, str(expected))
