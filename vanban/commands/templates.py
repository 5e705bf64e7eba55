"""`templates`: the files of templates/, made anew."""

from argparse import Namespace

from vanban.commands import CLEAN
from vanban.commands.checkout import Checkout
from vanban.pipeline.templates import make_templates


def run(checkout: Checkout, _: Namespace) -> int:
    for path in make_templates(checkout.project()):
        print(f"Đã tạo {checkout.from_here(path)}")
    return CLEAN
