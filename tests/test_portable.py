"""What keeps it running on Windows, as far as it can be seen from here: paths, encodings, calls of one system only."""

import ast
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

import pytest

import build
from tests.support.content import DECISION, PLAN, checked

ROOT = Path(__file__).parents[1]
MODULES = sorted([*(ROOT / "vanban").rglob("*.py"), ROOT / "build.py"])
every_module = pytest.mark.parametrize("file", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())

POSIX_MODULES = {"fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty"}
POSIX_CALLS = {"chown", "fork", "forkpty", "geteuid", "getuid", "getpgid", "killpg", "mkfifo", "setpgid", "setsid",
               "SIGHUP", "SIGKILL", "O_NOFOLLOW"}


def guarded(tree: ast.AST) -> set[ast.AST]:
    """Whatever stands under a test of `sys.platform`: in its branches, behind its `and`, below a `return` of it."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If | ast.IfExp) and "sys.platform" in ast.unparse(node.test):
            found |= set(ast.walk(node))
        if isinstance(node, ast.BoolOp) and "sys.platform" in ast.unparse(node.values[0]):
            found |= set(ast.walk(node))
        for block in (getattr(node, "body", []), getattr(node, "orelse", [])):
            leaves = False
            for statement in block if isinstance(block, list) else ():
                found |= set(ast.walk(statement)) if leaves else set()
                leaves |= (isinstance(statement, ast.If) and "sys.platform" in ast.unparse(statement.test)
                           and isinstance(statement.body[-1], ast.Return | ast.Raise))
    return found


def posix_only(tree: ast.AST) -> Iterator[str]:
    """Modules and calls of POSIX systems that nothing guards."""
    safe = guarded(tree)
    for node in ast.walk(tree):
        if node in safe:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in POSIX_MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in POSIX_MODULES:
            yield str(node.module)
        elif isinstance(node, ast.Attribute) and node.attr in POSIX_CALLS:
            yield ast.unparse(node)


@every_module
def it_calls_nothing_that_only_posix_has(file: Path) -> None:
    assert list(posix_only(ast.parse(file.read_text("utf-8")))) == []


@pytest.mark.parametrize(("code", "found"), [
    ("import fcntl", ["fcntl"]),
    ("import os\nos.killpg(1, 9)", ["os.killpg"]),
    ("import os, sys\nif sys.platform != 'win32':\n    os.killpg(1, 9)", []),
    ("import os, sys\ndef f():\n    if sys.platform == 'win32':\n        return 1\n    return os.geteuid()", []),
    ("import os, sys\na = sys.platform == 'linux' and os.geteuid() == 0", []),
])
def it_sees_such_a_call(code: str, found: list[str]) -> None:
    assert list(posix_only(ast.parse(code))) == found


@every_module
def it_names_an_encoding_wherever_it_reads_or_writes_text(file: Path) -> None:
    """Without one Windows takes its old code page."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            said = ast.unparse(node)
            if node.func.attr in ("read_text", "write_text"):
                assert re.search("utf-8|ascii", said), said
            if node.func.attr == "open" and re.search(r"open\(\)|'[rw]t?'", said):
                assert re.search("utf-8|ascii", said), said


@every_module
def it_names_no_folder_of_posix(file: Path) -> None:
    texts = [node.value for node in ast.walk(ast.parse(file.read_text("utf-8")))
             if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert not [text for text in texts if re.match("/(tmp|var|home|dev|etc)", text)]


def it_shows_paths_with_forward_slashes(tmp_path: Path) -> None:
    """Names in findings are made by `as_posix`; on Windows that turns the separators."""
    found = checked(tmp_path, qd=DECISION.replace("luu: ", "la: "), kh=PLAN).findings
    assert {finding.file for finding in found} == {"content/nghe_an/2025/qd.yaml"}
    assert PureWindowsPath("content", "nghe_an", "2025", "qd.yaml").as_posix() == found[0].file


@every_module
def it_turns_no_path_into_a_name_by_str(file: Path) -> None:
    """`str(path.relative_to(…))` has backslashes on Windows."""
    assert not re.search(r"str\([\w.]+\.relative_to\(|\{[\w.]+\.relative_to\([^)]*\)\}", file.read_text("utf-8"))


def it_takes_a_target_typed_the_windows_way() -> None:
    typed = PureWindowsPath(r"content\nghe_an\2025\qd.yaml")
    assert typed.parts == Path("content/nghe_an/2025/qd.yaml").parts


def it_prints_vietnamese_to_a_console_of_another_code_page() -> None:
    """As `py build.py help` in a window set to code page 1258 or 437."""
    program = "import runpy, sys; sys.argv = ['build.py', '--help']; runpy.run_path('build.py', run_name='__main__')"
    for page in ("cp437", "cp1258"):
        done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True,
                              env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": page})
        assert done.returncode == 0, done.stderr
        assert "kiểm tra rồi tạo DOCX và PDF" in done.stdout.decode("utf-8")


def it_says_what_is_missing_on_a_console_that_cannot_print_it(monkeypatch: pytest.MonkeyPatch) -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp437")
    monkeypatch.setattr(sys, "stderr", console)
    build.bootstrap._say("Đang cài các thư viện")
    console.flush()
    assert console.buffer.getvalue().startswith(b"?ang c\x85i")


@pytest.mark.parametrize("name", ["CON", "aux.yaml", "a:b", "a?b", "kết thúc."])
def it_knows_a_name_that_windows_cannot_hold(name: str) -> None:
    assert _not_for_windows(name)


def it_has_no_file_that_windows_cannot_hold() -> None:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True)
    if done.returncode:
        pytest.skip("not in a git checkout")
    files = done.stdout.decode("utf-8").split("\0")
    assert not [file for file in files if any(map(_not_for_windows, file.split("/")))]
    assert len({file.lower() for file in files}) == len(files)


def _not_for_windows(name: str) -> bool:
    return bool(re.fullmatch(r"(?i:con|prn|aux|nul|com\d|lpt\d)(\..*)?|.*[<>:\"\\|?*\x00-\x1f].*|.*[. ]", name))
