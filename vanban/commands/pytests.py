"""`test`, `bench`, `soak`, `golden`: pytest, each with its own options."""

from argparse import Namespace

from vanban.commands.checkout import Checkout
from vanban.commands.pdf import prepare_pdf
from vanban.commands.programs import python

_OPTIONS = {
    "test": ("-n", "2", "--dist", "loadgroup"), "golden": ("tests", "-k", "golden", "--golden"),
    "bench": ("tests/bench", "-s"),
    "soak": ("tests", "-m", "soak or hypothesis", "--soak", "--hypothesis-profile", "soak", "-s"),
}


def run(checkout: Checkout, arguments: Namespace) -> int:
    """PDF tests need LibreOffice, so it is made ready first."""
    prepare_pdf()
    return python(checkout, "-m", "pytest", "-q", *_OPTIONS[arguments.command], *arguments.rest)
