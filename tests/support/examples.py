"""How many examples a property is tried with, and the letters of which they are made."""

from hypothesis import settings
from hypothesis import strategies as st

from vanban.invisible import first_forbidden

_AS_A_RULE = 100


def examples(count: int) -> int:
    """`count` in `make test`, ten times as many in `make soak`: for a property that states a number of its own."""
    return count * settings.default.max_examples // _AS_A_RULE


def printable() -> st.SearchStrategy[str]:
    """A character that a source may hold, blanks among them."""
    letters = st.characters(exclude_categories=("C", "Zl", "Zp"))
    return letters.filter(lambda char: not first_forbidden(char))
