"""What is typed behind a variable of make is a value: it reaches build.py as it stands, and nothing runs it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import build
from vanban.commands import CLEAN, WRONG_USE, pytests
from vanban.commands.checkout import Checkout
from vanban.commands.parser import split

ROOT = Path(__file__).parents[1]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
VARIABLES = re.findall(r"^(\w+) \?=", MAKEFILE, re.MULTILINE)
TARGETS = re.findall(r"^([a-z]+):.*##", MAKEFILE, re.MULTILINE)
TRAP = "bay"
VALUES = [
    f"$(shell touch {TRAP})", f"$(touch {TRAP})", f"$$(touch {TRAP})", f"`touch {TRAP}`", f"; touch {TRAP}",
    f"' ; touch {TRAP} ; '", f'" ; touch {TRAP} ; "', f"& touch {TRAP}", f"| touch {TRAP}", f"> {TRAP}", f"$(file >{TRAP},x)",
    "a b", "a'b", 'a"b', "'", "\\", "a\\", "*", "~", "#x", "$HOME", "$$HOME", "$(HOME)", "%", "$(error hỏng)", "a,b", "(", ")",
    "nghệ an", "$(MAKEFILE_LIST)", "${TEN}", "{a,b}", "!x",
]
pytestmark = pytest.mark.skipif(shutil.which("make") is None or sys.platform == "win32", reason="no make here")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the Makefile, and a python3 that writes down what it is called with."""
    made = tmp_path_factory.mktemp("make")
    shutil.copy(ROOT / "Makefile", made)
    (made / "content" / "mot" / "2025").mkdir(parents=True)
    (made / "bin").mkdir()
    script = made / "bin" / "python3"
    script.write_text(f"#!{sys.executable}\nimport json, sys\nfrom pathlib import Path\n"
                      f"Path({str(made / 'goi.json')!r}).write_text(json.dumps(sys.argv[1:]), 'utf-8')\n", "utf-8")
    script.chmod(0o755)
    return made


def make(home: Path, target: str, **variables: str) -> tuple[int, list[str], str]:
    """The exit code, what build.py was called with, what was said; nothing else has happened."""
    (home / "goi.json").unlink(missing_ok=True)
    before = sorted(home.rglob("*"))
    done = subprocess.run(["make", target, *(f"{name}={value}" for name, value in variables.items())], cwd=home,
                          capture_output=True, encoding="utf-8", check=False,
                          env={**os.environ, "PATH": f"{home / 'bin'}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"})
    called = json.loads((home / "goi.json").read_text("utf-8")) if (home / "goi.json").exists() else []
    assert sorted(path for path in home.rglob("*") if path.name != "goi.json") == before
    return done.returncode, called, done.stdout + done.stderr


def it_knows_every_variable_and_target() -> None:
    assert {"DON_VI", "NAM", "LOAI", "MA", "FILE", "SO", "NGAY", "BO_SUNG", "ARGS", "PYTHON"} <= set(VARIABLES)
    assert {"report", "check", "issue", "new", "test", "clean"} <= set(TARGETS)
    named = set(re.findall(r"\$\(([A-Z_]+)\)", MAKEFILE)) - {"MAKE", "MAKEFILE_LIST", "RUN", "MORE", "FOLDER"}
    assert named == set(), "the value of a variable is taken by `value` or `quoted` alone"


@pytest.mark.parametrize("target", [*TARGETS, "khong_co"])
def it_runs_nothing_that_is_typed(target: str, home: Path) -> None:
    for value in VALUES:
        given = {name: value for name in VARIABLES if name != "PYTHON"}
        _, called, said = make(home, target, **given)
        assert called or target in ("help", "khong_co"), f"{value}: {said}"
        assert all(value in word or value.strip() not in word for word in called), f"{value}: {called}"


@pytest.mark.parametrize("target", [each for each in TARGETS if each != "help"])
def it_runs_nothing_that_is_typed_for_python(target: str, home: Path) -> None:
    given = dict.fromkeys(VARIABLES, "x")
    for value in VALUES[:11]:
        code, called, _ = make(home, target, **given | {"PYTHON": value})
        assert (code != 0, called) == (True, [])


@pytest.mark.parametrize("variable", VARIABLES)
def it_takes_no_second_line_for_a_command(variable: str, home: Path) -> None:
    given = {name: "x" for name in VARIABLES if name != "PYTHON"} | {variable: f"x\n\ttouch {TRAP}"}
    for target in TARGETS:
        make(home, target, **given)


@pytest.mark.parametrize("value", VALUES)
def it_gives_every_value_as_it_stands(value: str, home: Path) -> None:
    assert make(home, "report", DON_VI=value, NAM=value)[1] == ["build.py", "report", f"content/{value}/{value}"]
    assert make(home, "check", DON_VI=value, ARGS=value)[1] == ["build.py", "check", f"content/{value}", "--args", value]
    assert make(home, "issue", FILE=value, SO=value, NGAY=value)[1] == [
        "build.py", "issue", value, "--so", value, "--ngay", value]
    assert make(home, "new", LOAI=value, DON_VI=value, NAM=value, MA=value)[1] == [
        "build.py", "new", value, "--don-vi", value, "--nam", value, "--ma", value]


def it_goes_through_all_offices_of_a_year(home: Path) -> None:
    assert make(home, "report", NAM="2025")[1] == ["build.py", "report", "content/mot/2025"]
    assert make(home, "report")[1] == ["build.py", "report"]


def it_says_what_is_missing_to_issue(home: Path) -> None:
    code, called, said = make(home, "issue", FILE="a.yaml")
    assert (code != 0, called) == (True, [])
    assert "Thiếu FILE=, SO= hoặc NGAY=" in said
    assert make(home, "issue", FILE="a.yaml", BO_SUNG="1")[1] == ["build.py", "issue", "a.yaml", "--bo-sung"]


@pytest.mark.parametrize(("typed", "words"), [
    ("-k relations", ["-k", "relations"]), ("-k 'a or b'", ["-k", "a or b"]), ('--out "a b"', ["--out", "a b"]),
    ("$(touch x) ; y", ["$(touch", "x)", ";", "y"]), ("", []),
])
def it_parts_what_else_is_typed_as_a_shell_does(typed: str, words: list[str]) -> None:
    assert split(["test", "--args", typed]) == ["test", *words]


@pytest.mark.parametrize("task", ["test", "bench", "soak", "golden"])
def it_hands_options_on_to_pytest_as_they_are(task: str, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[tuple[str, ...]] = []

    def run(_: Checkout, *words: str) -> int:
        handed.append(words)
        return 0

    monkeypatch.setattr(pytests, "python", run)
    monkeypatch.setattr(pytests, "prepare_pdf", bool)
    assert build.main([task, "--args", "-k 'a or b' -x"]) == CLEAN
    assert handed[0][-3:] == ("-k", "a or b", "-x")


def it_says_that_a_quote_is_left_open(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        build.main(["check", "--args", "-k 'a"])
    assert stopped.value.code == WRONG_USE
    assert "không đóng lại" in capsys.readouterr().err


def it_names_every_variable_of_a_command_in_its_help(home: Path) -> None:
    _, _, said = make(home, "help")
    for target in TARGETS:
        recipe = re.search(rf"^{target}:(?:.*)\n((?:\t.*\n)*)", MAKEFILE, re.MULTILINE)
        used = set(re.findall(r"(?:option,--[a-z-]+|quoted|value) ?,?([A-Z_]{2,})\)", recipe[1] if recipe else "")) - {"ARGS"}
        line = next(each for each in said.splitlines() if f"make {target} " in f"{each} ")
        assert {name for name in used if f"{name}=" not in line} == set(), target
