"""What several commands say: findings, files that were written."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from vanban.commands.checkout import Checkout
from vanban.findings import Finding
from vanban.reporters import reporters


def told(findings: Sequence[Finding], form: str = "text") -> str:
    """Findings as a reporter tells them."""
    return reporters()[f"to_{form}"].told(findings)


def tell_written(checkout: Checkout, path: Path) -> None:
    """Says so at once; who read us (“… | head”) may have gone, the other files are written all the same."""
    with suppress(BrokenPipeError):
        print(f"Đã tạo {checkout.from_here(path)}", flush=True)
