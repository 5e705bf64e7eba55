"""Words of a node → where exactly they are typed, to point at them and to take them away."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from vanban.findings import Fix, Place
from vanban.model.places import Places
from vanban.rows import Rows


class TypedWords(NamedTuple):
    """The place of words, and the characters of the file's text that they are."""

    place: Place
    start: int
    end: int

    @property
    def removal(self) -> Fix:
        """The edit that takes them away."""
        return Fix(self.start, self.end, "")


def find_typed(places: Places, origin: int, words: str, behind: str = "") -> TypedWords | None:
    """Where `words` stand first in what was typed at `origin`, letters of either case; `behind`: what follows them.

    None where they are written there in another form: by escapes, with loose accents, over two lines.
    """
    pattern = re.compile(f"({re.escape(words)}){re.escape(behind)}", re.IGNORECASE)
    typed = places.typed(origin)
    found = words and typed and pattern.search(typed.text, typed.start, typed.end)
    if not typed or not found:
        return None
    row, column = Rows(typed.text).position(found.start())
    whole, length = places[origin], found.end(1) - found.start()
    place = Place(whole.file, row + 1, column + 1, row + 1, column + 1 + length, whole.path)
    return TypedWords(place, found.start(), found.end(1))


def place_of_first(places: Places, origin: int, words: Sequence[str]) -> Place | int:
    """The place of the first of `words` that is found at `origin` as it is typed; `origin` where none is."""
    return next((found.place for word in words if (found := find_typed(places, origin, word))), origin)
