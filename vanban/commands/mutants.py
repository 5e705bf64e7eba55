"""`mutants`: small faults put into a copy of the project, to see which the tests notice."""

from argparse import Namespace

from vanban.commands.checkout import Checkout
from vanban.commands.programs import python


def run(checkout: Checkout, arguments: Namespace) -> int:
    return python(checkout, "-m", "tests.mutants", *arguments.rest)
