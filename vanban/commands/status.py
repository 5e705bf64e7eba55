"""`status`: who has reported, who has not, what does not agree; with `--da-ban-hanh` which issued documents print other
figures than those of today."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from vanban.commands import CLEAN, MACHINE
from vanban.commands.checkout import Checkout
from vanban.commands.days import day_or_today
from vanban.commands.telling import tell_written
from vanban.errors import WrongUse
from vanban.pipeline import issued_figures_words, status_page, status_words
from vanban.pipeline.issued_figures import issued_figures
from vanban.pipeline.page_files import written
from vanban.pipeline.sorted_page import Page
from vanban.pipeline.status import Asked, status


class _Said(NamedTuple):
    """What is said, in each form; only the one that is asked for is made. `name`: of the file of the page."""

    name: str
    told: Callable[[], str]
    data: Callable[[], object]
    page: Callable[[], Page]


def run(checkout: Checkout, arguments: Namespace) -> int:
    day = day_or_today(arguments.ngay)
    return (_of_issued if arguments.da_ban_hanh else _of_reports)(checkout, arguments, day)


def _of_reports(checkout: Checkout, arguments: Namespace, day: date) -> int:
    found = status(checkout.project(), Asked(arguments.don_vi, arguments.ky, arguments.nam), day)
    _tell(checkout, arguments, _Said("tinh_hinh_bao_cao", lambda: status_words.told(found),
                                     lambda: status_words.as_data(found), lambda: status_page.page(found)))
    return CLEAN


def _of_issued(checkout: Checkout, arguments: Namespace, day: date) -> int:
    if arguments.ky or arguments.nam:
        raise WrongUse("--da-ban-hanh xem mọi văn bản đã ban hành, của mọi kỳ; bỏ --ky, --nam")
    found, words = issued_figures(checkout.project(), arguments.don_vi, day), issued_figures_words
    _tell(checkout, arguments, _Said("so_lieu_da_ban_hanh", lambda: words.told(found),
                                     lambda: words.as_data(found), lambda: words.page(found)))
    for failure in found.failures:
        print(failure, file=sys.stderr)
    return MACHINE if found.failures else CLEAN


def _tell(checkout: Checkout, arguments: Namespace, said: _Said) -> None:
    """Prints what was asked for, or writes the page."""
    if arguments.format == "html":
        tell_written(checkout, written(checkout.project(), said.page(), said.name, arguments.out))
    else:
        text = arguments.format == "text"
        print(said.told() if text else json.dumps(said.data(), ensure_ascii=False, indent=2))
