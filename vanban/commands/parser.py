"""argparse, in Vietnamese."""

import argparse
import re
import shlex
from typing import Any, NoReturn

from vanban.commands import WRONG_USE

# What argparse says → what the one who typed the command understands.
_WORDS = (
    (r"the following arguments are required: (.*)", r"thiếu \1"),
    (r"argument (.*): invalid choice: '(.*)' \(choose from (.*)\)", r"“\2” không dùng được cho \1; chọn một trong: \3"),
    (r"argument (.*): expected (?:one|at least one) argument", r"sau \1 còn thiếu giá trị"),
    (r"argument (.*): ignored explicit argument '(.*)'", r"\1 không đi kèm giá trị “\2”"),
    (r"unrecognized arguments: (.*)", r"không hiểu “\1”"),
    (r"ambiguous option: (.*) could match (.*)", r"“\1” có thể là \2; viết đủ tên"),
    (r"argument (.*): not allowed with argument (.*)", r"\1 không dùng cùng \2"),
    (r"argument (.*): invalid \S+ value: '(.*)'", r"\1 không nhận “\2”"),
)


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "cách dùng: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Says in Vietnamese what argparse says in English."""

    def __init__(self, **words: Any) -> None:
        super().__init__(**words, add_help=False, formatter_class=_Help)
        self._positionals.title, self._optionals.title = "lệnh và đích", "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in những dòng này")

    def error(self, message: str) -> NoReturn:
        for said, words in _WORDS:
            message = re.sub(f"^{said}$", words, message)
        self.exit(WRONG_USE, f"Lệnh viết chưa đúng: {message}.\nXem cách dùng: python3 build.py --help\n")


def split(argv: list[str]) -> list[str]:
    """The words of the command, those in place of `--args` and what follows it that make was given in one (ARGS="…"):
    parted as a shell does, and run by none."""
    if "--args" not in argv[:-1]:
        return argv
    at = argv.index("--args")
    try:
        return [*argv[:at], *shlex.split(argv[at + 1]), *argv[at + 2:]]
    except ValueError:
        Parser().error(f"trong ARGS “{argv[at + 1]}” có dấu nháy mở ra mà không đóng lại")
