"""What a unit's file said by a day: its figures as they were at first, then each correction dated until that day.

Nothing is overwritten, so a document of March reads in March's figures for ever.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vanban.model.so_lieu import DieuChinh, Reported, SoLieu


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as of a day.

    gia_tri     the figures by indicator
    corrected   of those that were corrected by then, the last correction
    """

    so_lieu: SoLieu
    gia_tri: Mapping[str, Reported]
    corrected: Mapping[str, DieuChinh]

    def version(self, ma: str) -> date | None:
        """The day on which the unit has said so: of the correction, else of its report; None where that has no day."""
        correction = self.corrected.get(ma)
        return correction.ngay_dieu_chinh if correction else self.so_lieu.ngay_bao_cao


def as_of(so_lieu: SoLieu, day: date | None) -> Reading:
    """The figures as of the evening of `day`; None: with every correction. Of one day the later in the file counts."""
    entries = [each for each in so_lieu.dieu_chinh if day is None or each.ngay_dieu_chinh <= day]
    if not entries:
        return Reading(so_lieu, so_lieu.gia_tri, {})
    corrected = {ma: each for each in sorted(entries, key=lambda each: each.ngay_dieu_chinh) for ma in each.gia_tri}
    changed = {ma: each.gia_tri[ma] for ma, each in corrected.items()}
    return Reading(so_lieu, {**so_lieu.gia_tri, **changed}, corrected)
