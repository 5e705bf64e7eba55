"""`templates`: the files of templates/, made anew."""

from argparse import Namespace

from vanban.commands import CLEAN
from vanban.commands.checkout import Checkout
from vanban.commands.telling import tell_written
from vanban.pipeline.templates import make_templates


def run(checkout: Checkout, _: Namespace) -> int:
    for path in make_templates(checkout.project()):
        tell_written(checkout, path)
    return CLEAN
