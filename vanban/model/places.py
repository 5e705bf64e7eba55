"""The side table: from the `origin` of a node to its place in the source."""

from dataclasses import dataclass, field

from vanban.findings import Place

NOWHERE = -1


@dataclass(slots=True)
class Places:
    """Places of the nodes of one run, in the order in which they were read."""

    _places: list[Place] = field(default_factory=list)

    def add(self, place: Place) -> int:
        """The origin under which `place` is found again."""
        self._places.append(place)
        return len(self._places) - 1

    def __getitem__(self, origin: int) -> Place:
        return self._places[origin]
