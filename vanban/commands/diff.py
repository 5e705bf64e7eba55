"""`diff`: what changed between two versions, in the words and numbering of the paper."""

import os
import sys
from argparse import Namespace

import colorama  # type: ignore[import-untyped]

from vanban.commands import CLEAN, FINDINGS, MACHINE
from vanban.commands.arguments import OF_WORD
from vanban.commands.checkout import Checkout
from vanban.commands.review_writing import Sides, write_review
from vanban.commands.telling import told
from vanban.errors import WrongUse
from vanban.model.review import Review
from vanban.pipeline.asked_document import asked_document
from vanban.pipeline.diffing import Diffed, compared
from vanban.pipeline.drafts import last_draft
from vanban.pipeline.kept_review import kept_review
from vanban.pipeline.project import Project
from vanban.reviews import review_forms


def run(checkout: Checkout, arguments: Namespace) -> int:
    project = checkout.project()
    if arguments.base and (arguments.ban_hanh or arguments.du_thao) or arguments.ban_hanh and arguments.du_thao:
        raise WrongUse("--ban-hanh hay --du-thao đã nói so hai bản nào; không ghi thêm bản khác")
    if arguments.ban_hanh:
        kept = kept_review(project, arguments.ban_hanh)
        file = kept.checked.content.file_of(kept.bo.van_ban)
        return _tell(checkout, arguments, project, Diffed(kept.review), kept, file.partition("/")[2])
    base, only = _last_draft(project, arguments) if arguments.du_thao else (arguments.base, "")
    with compared(project, base, arguments.head, only) as both:
        return _tell(checkout, arguments, project, both.diffed, both, only)


def _last_draft(project: Project, arguments: Namespace) -> tuple[str, str]:
    """The revision of the last draft, and the file of the document that alone is asked for."""
    only = asked_document(project, arguments.du_thao)
    return last_draft(project, only), only


def _tell(
    checkout: Checkout, arguments: Namespace, project: Project, diffed: Diffed, sides: Sides, only: str
) -> int:
    """Prints a review, or writes its files; `sides` is what Word files are made of, `only` the file of the document
    that alone is asked for."""
    review, failures = diffed.review, [*diffed.failures]
    if arguments.format in (*OF_WORD, "all") or arguments.out or review_forms()[arguments.format].IN_FILE:
        failures += write_review(checkout, arguments, project, review, sides, only)
    else:
        print(_printed(review, arguments.format))
    _tell_faults(review)
    for failure in failures:
        print(failure, file=sys.stderr)
    if failures:
        return MACHINE
    return FINDINGS if diffed.has_errors or arguments.exit_code and not review.is_equal else CLEAN


def _printed(review: Review, form: str) -> str:
    """A review as it is printed, in colour where a person looks."""
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    if colour:
        colorama.just_fix_windows_console()
    return review_forms()[form].told(review, colour).rstrip("\n")


def _tell_faults(review: Review) -> None:
    """Says which faults the two sides have; those of the old one are only told."""
    for words, findings in (("Bản cũ có lỗi theo quy tắc hiện nay, chỉ nêu để biết:", review.base),
                            ("Bản mới còn lỗi; những chỗ có lỗi thì so sánh có thể chưa đủ:", review.head)):
        if errors := [found for found in findings if found.level == "error"]:
            print(f"\n{words}\n{told(errors)}", file=sys.stderr)
