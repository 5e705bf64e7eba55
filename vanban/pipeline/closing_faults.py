"""Periods that the registers say are closed and of which nothing was kept: a later change would not be seen."""

from collections.abc import Iterator

from vanban.figure_words.periods import named_in
from vanban.findings import Finding, finding
from vanban.readers.closings import read_closing
from vanban.readers.content import Content


def closing_faults(content: Content) -> Iterator[Finding]:
    """One for each such period, at its closing."""
    for regime in content.registers.che_do_bao_cao.values():
        for period in regime.ky_bao_cao:
            closed = period.chot_so if period.is_closed else None
            if closed and read_closing(content.root, regime.ma, period.ky) is None:
                yield finding(
                    "D236", content.places[closed.origin],
                    f"Kỳ {named_in(period)} ghi là đã chốt mà chưa giữ lại số liệu lúc chốt; sửa sau đó không ai biết.",
                    f"Chạy: build.py close {regime.ma} --ky {period.ma} --nam {period.ky.cho_nam}",
                )
