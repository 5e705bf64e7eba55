"""`check`: every fault with its file and line; with `--fix` what changes no words is mended first."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from vanban.commands import CLEAN, FINDINGS, MACHINE
from vanban.commands.checkout import Checkout
from vanban.commands.telling import told
from vanban.findings import Finding
from vanban.guard import Crashed
from vanban.pipeline.checking import findings_of
from vanban.pipeline.crashes import Crashes, sentence
from vanban.pipeline.tidying import tidy


def run(checkout: Checkout, arguments: Namespace) -> int:
    well = _tidy(checkout, arguments) if arguments.fix else True
    found = findings_of(checkout.project(), arguments.targets)
    for left in _left_alone(found.findings) if arguments.fix else ():
        print(left, file=sys.stderr)
    # “Không có lỗi” is not said of what could not be looked at.
    if found.findings or not found.failures or arguments.format != "text":
        well = _print(checkout, arguments, found.findings) and well
    for failure in found.failures:
        print(failure, file=sys.stderr)
    return MACHINE if found.failures or not well else FINDINGS if found.has_errors else CLEAN


def _tidy(checkout: Checkout, arguments: Namespace) -> bool:
    """Tidies; whether nothing of ours failed."""
    project = checkout.project()
    crashes = Crashes(project)
    for path in tidy(project, arguments.targets, crashes):
        print(f"Đã sửa {checkout.from_here(path)}", file=sys.stderr)
    for failure in crashes.told.values():
        print(failure, file=sys.stderr)
    return not crashes.told


def _left_alone(findings: Sequence[Finding]) -> Iterator[str]:
    """A sentence for each file in which nothing was mended, for it has an error that only a person can mend."""
    first: dict[str, Finding] = {}
    for found in findings:
        if found.level == "error" and not found.fix:
            first.setdefault(found.file, found)
    for name, found in first.items():
        yield f"Chưa sửa gì ở {name}: còn lỗi {found.code} ở dòng {found.line}. Sửa lỗi ấy rồi chạy lại check --fix."


def _print(checkout: Checkout, arguments: Namespace, findings: Sequence[Finding]) -> bool:
    """Prints what was found; whether that could be done as it was asked. Where a reporter crashes, as text."""
    guard = Crashed()
    words = guard("", lambda: told(findings, arguments.format))
    print(told(findings) if words is None else words)
    for error in guard.errors.values():
        print(sentence(checkout.project(), "Lệnh check", error), file=sys.stderr)
    return words is not None
