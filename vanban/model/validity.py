"""From when to when something holds."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HieuLuc:
    """From the first to the last day, both counted; None is open."""

    tu_ngay: date | None = None
    den_ngay: date | None = None

    def holds(self, day: date) -> bool:
        return (self.tu_ngay is None or self.tu_ngay <= day) and (self.den_ngay is None or day <= self.den_ngay)

    def overlaps(self, other: "HieuLuc") -> bool:
        """Whether there is a day on which both hold."""
        first = max(filter(None, (self.tu_ngay, other.tu_ngay)), default=None)
        return first is None or self.holds(first) and other.holds(first)
