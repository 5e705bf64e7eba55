"""The programmes of several years of a unit → what they say of the targets of a year."""

from collections.abc import Callable, Iterable
from datetime import date

from vanban.model.document import BoVanBan, VanBan
from vanban.plan.context import Step


def path_of(
    sets: Iterable[BoVanBan], year: int, day: date, called: Callable[[VanBan], tuple[str, str]]
) -> dict[str, Step]:
    """By indicator, of the programmes signed by that day: of several that name the year the latest says its value.
    `called` gives name and file of a programme."""
    steps: dict[str, Step] = {}
    for _, van_ban in sorted(_signed(sets, day), key=lambda each: each[0]):
        for target in van_ban.muc_tieu:
            named = {at: own for at, own in ((each.cho_nam, each.gia_tri) for each in target.lo_trinh)
                     if at is not None and own is not None}
            value = named.get(year)
            later = min(((at, own) for at, own in named.items() if at > year), default=None)
            if value is not None or later and target.chi_tieu not in steps:
                steps[target.chi_tieu] = Step(target.so_sanh, value, later, *called(van_ban))
    return steps


def _signed(sets: Iterable[BoVanBan], day: date) -> Iterable[tuple[date, VanBan]]:
    """The documents that have targets with a path, each with the day on which it is signed; one without a day comes
    before all others."""
    for bo in sets:
        signed = bo.van_ban.ngay_ban_hanh or bo.van_ban.ngay_du_kien or date.min
        if signed <= day:
            yield from ((signed, van_ban) for van_ban in bo if any(each.lo_trinh for each in van_ban.muc_tieu))
