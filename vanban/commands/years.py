"""`years`: every mention of a year or a day in a file, and what becomes of it in another year."""

import sys
from argparse import Namespace

from vanban import dates
from vanban.commands import CLEAN, FINDINGS
from vanban.commands.checkout import Checkout
from vanban.commands.telling import told
from vanban.errors import WrongUse
from vanban.pipeline.year_mentions import Asked, mentions, rows


def run(_: Checkout, arguments: Namespace) -> int:
    try:
        signed = dates.parse_date(arguments.ngay_ky) if arguments.ngay_ky else None
    except ValueError as error:
        raise WrongUse(str(error)) from error
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
