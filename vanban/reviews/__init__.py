"""Forms of a review: the same list of changes for a terminal, for a program, for a merge request. They tell; they
decide nothing. A form is a module that is found by looking as `to_` and the name of `diff --format`; the table that is
laid before whoever decides is a document of ours, which is drawn and written as any other (`comparison_table`).
"""

import sys
from collections.abc import Mapping
from typing import Protocol

from vanban.model.review import Review
from vanban.registry import discover
from vanban.reviews._as_read import as_read
from vanban.reviews._comparison_table import NAME, comparison_table
from vanban.reviews._sentences import counted

__all__ = ["NAME", "ReviewForm", "as_read", "comparison_table", "counted", "review_forms"]


class ReviewForm(Protocol):
    """A form. SUFFIX is the ending of its file where `diff --out` writes one; IN_FILE: it is opened, never printed."""

    SUFFIX: str
    IN_FILE: bool

    def told(self, review: Review, colour: bool) -> str:
        """All of `review`; in colour where that is asked for and the form has any."""
        ...


def review_forms() -> Mapping[str, ReviewForm]:
    """The forms by their names."""
    return {name.removeprefix("to_"): form for name, form in discover(sys.modules[__name__], ReviewForm).items()}
