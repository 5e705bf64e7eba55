"""The files of a review: pages and lists, Word files with tracked changes, comparison tables."""

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from vanban.commands.arguments import OF_WORD
from vanban.commands.checkout import Checkout
from vanban.commands.pdf import prepare_pdf
from vanban.commands.telling import tell_written
from vanban.errors import VanBanError, WrongUse
from vanban.model.review import Review
from vanban.pipeline.comparison_tables import write_comparison_tables
from vanban.pipeline.diffing import Compared
from vanban.pipeline.kept_review import KeptReview
from vanban.pipeline.project import Project
from vanban.pipeline.reasons import reasons_of
from vanban.pipeline.redlining import write_kept_redline, write_redlines
from vanban.pipeline.review_files import written
from vanban.pipeline.stale_reviews import take_away_stale
from vanban.pipeline.word_files import WordFiles
from vanban.reviews import counted, review_forms

# What Word files are made of: two versions, or the kept words of an issued document and today's.
Sides = Compared | KeptReview


def write_review(
    checkout: Checkout, arguments: Namespace, project: Project, review: Review, sides: Sides, only: str = ""
) -> list[str]:
    """Writes what is asked for, and takes away what an earlier comparison has left there; what could not be made, in
    sentences.

    only  the file, from the content folder, of the document that alone is compared; "": all
    """
    form, made = arguments.format, list[Path]()
    if form not in OF_WORD:
        for path in written(project, review, form, arguments.out):
            tell_written(checkout, path)
            made.append(path)
    failures: list[str] = []
    if form in (*OF_WORD, "all"):
        failures += _word_files(checkout, arguments, project, review, sides, made)
    forms = (*review_forms(), *OF_WORD) if form == "all" else (form,)
    stale = take_away_stale(project, forms, made, arguments.out, only.rpartition(".")[0] or None)
    for words in stale.told:
        print(words, file=sys.stderr)
    return [*failures, *stale.failures]


def _word_files(
    checkout: Checkout, arguments: Namespace, project: Project, review: Review, sides: Sides, made: list[Path]
) -> list[str]:
    """Writes the Word files that are asked for and adds them to `made`; what could not be made, in sentences."""
    form = arguments.format
    if form in OF_WORD:
        for note in review.notes:  # the other forms tell them in their files
            print(note, file=sys.stderr)
    if not review.comparison.changes:
        print(f"{counted(review)}.")
        return []
    makers = {"docx": lambda: _redlines(project, sides, arguments.out),
              "so_sanh": lambda: _tables(project, review, sides, arguments)}
    return [failure for name, make in makers.items() if form in (name, "all")
            for failure in _made(checkout, make, made)]


def _made(checkout: Checkout, make: Callable[[], WordFiles], made: list[Path]) -> list[str]:
    """Tells what was written of one form and adds it to `made`, and gives what could not be made, so that another form
    is made all the same."""
    try:
        done = make()
    except WrongUse:
        raise
    except VanBanError as error:
        return [str(error)]
    made += done.written
    for path in done.written:
        tell_written(checkout, path)
    for words in (*done.notes, *done.at_fault):
        print(words, file=sys.stderr)
    return list(done.failures)


def _redlines(project: Project, sides: Sides, out: Path | None) -> WordFiles:
    if isinstance(sides, KeptReview):
        return write_kept_redline(project, sides, out)
    return write_redlines(project, sides, out)


def _tables(project: Project, review: Review, sides: Sides, arguments: Namespace) -> WordFiles:
    """The comparison tables, their PDF where these alone are asked for: that takes seconds."""
    with_pdf = arguments.format == "so_sanh" and prepare_pdf()
    if isinstance(sides, KeptReview):
        return write_comparison_tables(project, review, sides.checked, {}, arguments.out, with_pdf)
    return write_comparison_tables(project, review, sides.new, reasons_of(project, sides), arguments.out, with_pdf)
