"""No pattern takes more than a time in proportion to the text that it is held to, whatever that is full of."""

import importlib
import re
import time
from collections.abc import Iterator
from itertools import product

from tests.test_layers import MODULES
from tests.test_linear import SIGNS

_BEGINNINGS = ("", *SIGNS, "Điều 1", "số ", "http://a", "1.", "a = b", '"', "<a", "năm 2025")
_FILLINGS = ("a", " ", "1", "a ", "1 ", "1.", "1, ", "- ", "A", "Ă", "/", "*", "\n", " \n", "a\n", "{", "[", "(", "|", "#", ":", ".",
             "; ", "…", "=", "a=", "a;", "_", "a_", "\t", "“")
# The second shows what grows with the square of the length; the first what grows faster, before it takes forever.
_LENGTHS, _SECONDS = (250, 4000), 0.02


def _patterns(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, tuple | list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _patterns(each)


def _all() -> dict[str, re.Pattern[str]]:
    """Every pattern of the program, by what it says."""
    modules = (importlib.import_module(name) for name in MODULES if name != "build")
    return {pattern.pattern: pattern for module in modules for value in vars(module).values() for pattern in _patterns(value)}


def _slow(pattern: re.Pattern[str]) -> Iterator[str]:
    for length, beginning, filling in product(_LENGTHS, _BEGINNINGS, _FILLINGS):
        text = beginning + filling * (length // len(filling)) + "\x01"
        begun = time.process_time()
        pattern.match(text)
        if time.process_time() - begun > _SECONDS:
            yield f"{beginning!r}, then {filling!r} {length} times"
            return


def it_holds_no_pattern_to_a_text_for_long() -> None:
    found = _all()
    assert len(found) > 100
    assert {text: slow for text, pattern in found.items() for slow in _slow(pattern)} == {}
