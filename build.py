#!/usr/bin/env python3
"""The command line: words → a command of vanban.commands → exit code (vanban/commands/__init__.py says which)."""

import signal
import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

from vanban import bootstrap
from vanban.commands import STOPPED
from vanban.commands.arguments import handed_on, parser
from vanban.commands.parser import split

ROOT = Path(__file__).resolve().parent


def main(argv: list[str]) -> int:
    """Runs the command that was typed, in the Python of .venv, which is made where it is not there."""
    try:
        words, rest = handed_on(split(argv))
        arguments = parser().parse_args(words)
        arguments.rest = rest or getattr(arguments, "rest", [])
        bootstrap.reexec(ROOT)
        running = import_module("vanban.commands.running")  # it needs the libraries of .venv
        return int(running.run(ROOT, arguments))
    except KeyboardInterrupt:
        print("\nĐã dừng theo yêu cầu.", file=sys.stderr)
        return STOPPED


def _stop_as_by_ctrl_c() -> None:
    """Ends by a signal of the system as by the keyboard: what was begun is put away. Windows has no SIGHUP."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


if __name__ == "__main__":
    _stop_as_by_ctrl_c()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a Windows console may be set to another code page
            stream.reconfigure(encoding="utf-8", errors="replace")
    raise SystemExit(main(sys.argv[1:]))
