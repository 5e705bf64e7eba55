"""`habits`: style and types of the code."""

from argparse import Namespace

from vanban.commands.checkout import Checkout
from vanban.commands.programs import python


def run(checkout: Checkout, _: Namespace) -> int:
    """Both, one after the other, even where the first has found something."""
    return max(python(checkout, "-m", "ruff", "check", "."), python(checkout, "-m", "mypy"))
