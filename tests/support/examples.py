"""How many examples a property is tried with."""

from hypothesis import settings

_AS_A_RULE = 100


def examples(count: int) -> int:
    """`count` in `make test`, ten times as many in `make soak`: for a property that states a number of its own."""
    return count * settings.default.max_examples // _AS_A_RULE
