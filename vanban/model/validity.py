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
