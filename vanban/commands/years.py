"""`years`: every mention of a year or a day in a file, and what becomes of it in another year."""

import sys
from argparse import Namespace

from vanban.commands import CLEAN, FINDINGS
from vanban.commands.checkout import Checkout
from vanban.commands.days import typed_day
from vanban.commands.telling import told
from vanban.pipeline.year_mentions import Asked, mentions, rows


def run(_: Checkout, arguments: Namespace) -> int:
    signed = typed_day(arguments.ngay_ky) if arguments.ngay_ky else None
    seen = mentions(arguments.file, Asked(arguments.old, arguments.new, signed))
    if seen.findings:
        print(told(seen.findings), file=sys.stderr)
    if seen.fault:
        print(f"Không đọc được {arguments.file}: {seen.fault}", file=sys.stderr)
    if seen.findings or seen.fault:
        return FINDINGS
    for row in rows(seen):
        print(row)
    return CLEAN
