"""`explain`: where a figure of a document comes from."""

from argparse import Namespace

from vanban.commands import CLEAN, FINDINGS
from vanban.commands.checkout import Checkout
from vanban.pipeline.figure_proof import proof


def run(checkout: Checkout, arguments: Namespace) -> int:
    found = proof(checkout.project(), arguments.file, arguments.figure)
    for line in found.lines:
        print(line)
    return FINDINGS if found.has_errors else CLEAN
