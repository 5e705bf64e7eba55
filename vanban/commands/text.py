"""`text`: the words of a document of content/ as it will be printed, or of any DOCX."""

import sys
from argparse import Namespace

from vanban.commands import CLEAN, FINDINGS
from vanban.commands.checkout import Checkout
from vanban.commands.telling import told
from vanban.pipeline import reading_out, showing


def run(checkout: Checkout, arguments: Namespace) -> int:
    is_source = arguments.file.suffix.lower() in (".yaml", ".yml")
    return (_of_source if is_source else _of_word_file)(checkout, arguments)


def _of_source(checkout: Checkout, arguments: Namespace) -> int:
    lines, checked = reading_out.words(checkout.project(), arguments.file)
    print(lines, end="")
    if checked.has_errors:
        print(told(checked.findings), file=sys.stderr)
    return FINDINGS if checked.has_errors else CLEAN


def _of_word_file(_: Checkout, arguments: Namespace) -> int:
    shown, fault = showing.text(arguments.file)
    if arguments.git and fault:
        print(f"[không đọc được] {fault}")
        return CLEAN
    print(shown, end="")
    if fault:
        print(f"Không đọc được {arguments.file}: {fault}", file=sys.stderr)
    return FINDINGS if fault else CLEAN
