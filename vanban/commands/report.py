"""`report`: check, then DOCX and PDF into outputs/."""

import sys
from argparse import Namespace

from vanban.commands import CLEAN, FINDINGS, MACHINE
from vanban.commands.checkout import Checkout
from vanban.commands.pdf import prepare_pdf
from vanban.commands.telling import tell_written, told
from vanban.pipeline import forms
from vanban.pipeline.reporting import report


def run(checkout: Checkout, arguments: Namespace) -> int:
    formats = _formats(arguments.format)
    if "pdf" in formats and not prepare_pdf():
        formats = [each for each in formats if each != "pdf"] or ["docx"]
    result = report(checkout.project(), arguments.targets, formats, arguments.out, arguments.separate,
                    lambda path: tell_written(checkout, path), lambda words: print(words, file=sys.stderr, flush=True))
    if findings := result.findings:  # last, where they are seen
        print(told(findings))
    for words in (*result.warnings, *result.failures):
        print(words, file=sys.stderr)
    return MACHINE if result.failures else FINDINGS if result.has_errors else CLEAN


def _formats(asked: str) -> list[str]:
    """What `--format` asks for."""
    return ["docx", *(name for name, form in forms.forms().items() if form.IN_ALL)] if asked == "all" else [asked]
