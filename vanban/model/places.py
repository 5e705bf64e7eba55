"""The side table: from the `origin` of a node to its place in the source.

What a reader adds is cheap: what stands where, not in which line. The place is worked out when somebody asks.
"""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from vanban.findings import Place

NOWHERE = -1


class Typed(NamedTuple):
    """Characters `start` to `end` of the text of a file."""

    text: str
    start: int
    end: int


class Spot(Protocol):
    """Something that stands in a source file, whose place can be worked out."""

    @property
    def file(self) -> str: ...

    def place(self) -> Place: ...

    def typed(self) -> Typed | None:
        """What stands there as it is typed, quotes included, of an id all that it names; None where nothing does."""
        ...


class Places:
    """Spots and places of the nodes of one run, in the order in which they were read; first those `known` before."""

    __slots__ = ("_spots",)

    def __init__(self, known: "Places | Iterable[Spot | Place]" = ()) -> None:
        self._spots: list[Spot | Place] = list(known._spots if isinstance(known, Places) else known)

    def add(self, spot: Spot | Place) -> int:
        """The origin under which `spot` is found again."""
        self._spots.append(spot)
        return len(self._spots) - 1

    def __getitem__(self, origin: int) -> Place:
        return place_of(self._spots[origin])

    def spot(self, origin: int) -> Spot | Place:
        """What was read at `origin`; asking for it works out no line."""
        return self._spots[origin]

    def typed(self, origin: int) -> Typed | None:
        """What was typed at `origin`; None where the text of its file is not at hand."""
        spot = self._spots[origin]
        return None if isinstance(spot, Place) else spot.typed()

    def file(self, origin: int) -> str:
        """The file of `origin`; asking for it works out no line."""
        return self._spots[origin].file


def place_of(spot: Spot | Place) -> Place:
    """The place of a spot; a place is its own."""
    return spot if isinstance(spot, Place) else spot.place()
