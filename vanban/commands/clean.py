"""`clean`: takes away what was made in outputs/."""

import sys
from argparse import Namespace

from vanban.commands import CLEAN, MACHINE
from vanban.commands.checkout import Checkout
from vanban.pipeline.cleaning import clean


def run(checkout: Checkout, _: Namespace) -> int:
    cleaned = clean(checkout.project())
    print(f"Đã xóa {len(cleaned.gone)} tệp trong outputs/.")
    for words in (*cleaned.told, *cleaned.failures):
        print(words, file=sys.stderr)
    return MACHINE if cleaned.failures else CLEAN
