"""What `make habits` checks holds, and the hooks and pages for those who work on the project name what is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from vanban.commands.arguments import parser

ROOT = Path(__file__).parent.parent
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
COMMANDS = set(re.findall(r"(?m)^    (\w+)(?: |$)", parser().format_help()))


@pytest.mark.parametrize("words", [("ruff", "check", "."), ("mypy",)], ids=lambda words: words[0])
def it_finds_nothing_to_say_of_the_source(words: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def it_runs_hooks_in_the_projects_own_environment_only() -> None:
    assert {hook["id"] for hook in HOOKS} == {"habits", "check"}
    for hook in HOOKS:
        assert hook["language"] == "system"
        program, script, command = hook["entry"].split()
        assert (program, script) == ("python3", "build.py")
        assert command in COMMANDS


def it_names_commands_that_are_there() -> None:
    named = set(re.findall(r"(?:make|build\.py) (\w+)", CONTRIBUTING))
    assert {"test", "soak", "mutants", "golden", "bench", "habits"} <= named
    assert named <= COMMANDS


def it_links_only_to_files_that_are_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", CONTRIBUTING)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def it_has_a_short_word_for_every_command_of_those_who_work_on_it() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert [name for name in ("test", "habits", "bench", "soak", "mutants", "golden") if f"\n{name}: ## " not in makefile] == []
