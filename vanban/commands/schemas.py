"""`schemas`: the files of schemas/, made anew."""

from argparse import Namespace

from vanban.commands import CLEAN
from vanban.commands.checkout import Checkout
from vanban.commands.telling import tell_written
from vanban.pipeline.schemas import make_schemas


def run(checkout: Checkout, _: Namespace) -> int:
    for path in make_schemas(checkout.project()):
        tell_written(checkout, path)
    return CLEAN
