"""`help`: what `--help` says."""

from argparse import Namespace

from vanban.commands import CLEAN
from vanban.commands.arguments import parser
from vanban.commands.checkout import Checkout


def run(_: Checkout, __: Namespace) -> int:
    parser().print_help()
    return CLEAN
