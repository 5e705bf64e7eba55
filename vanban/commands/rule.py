"""`rule`: the page of a code."""

import sys
from argparse import Namespace

from vanban.commands import CLEAN, WRONG_USE
from vanban.commands.checkout import Checkout
from vanban.pipeline.explaining import rule_page


def run(_: Checkout, arguments: Namespace) -> int:
    page = rule_page(arguments.code.upper())
    print(page or f"Không có mã {arguments.code}.", file=sys.stdout if page else sys.stderr)
    return CLEAN if page else WRONG_USE
