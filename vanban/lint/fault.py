"""What a rule yields."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """The origin of the node at fault, what is wrong, what to do. The engine adds code, level and source."""

    origin: int
    message: str
    hint: str
