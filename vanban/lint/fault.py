"""What a rule yields."""

from dataclasses import dataclass

from vanban.findings import Fix, Place


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and what to do. The engine adds code, level and source.

    at         the origin of the node at fault; a place, where it stands in no node
    is_of_day  it holds on the day that decides only: an information where nobody stated that day
    is_of_issued  it stops what is issued; of a draft, whose page asks for what is missing, a warning
    fix        the edit that mends it
    """

    at: int | Place
    message: str
    hint: str
    is_of_day: bool = False
    is_of_issued: bool = False
    fix: Fix | None = None
