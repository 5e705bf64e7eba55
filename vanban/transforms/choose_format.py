"""Chooses the format (thể thức) that a set is written in: by who issues it and by its day, never by today's clock.

Reads: the day that decides (`BoVanBan.deciding_day`), the profile (`ho_so`) of its body in the register.
Writes: nothing; the other transforms take it.
"""

from vanban import the_thuc
from vanban.dates import short_date
from vanban.doctypes import doctypes
from vanban.errors import VanBanError
from vanban.findings import Finding, finding
from vanban.model.deciding_day import DecidingDay, weighed
from vanban.model.document import BoVanBan, VanBan
from vanban.model.places import Places
from vanban.model.registers import HoSo, Registers
from vanban.the_thuc import TheThuc


def choose_format(bo: BoVanBan, registers: Registers, places: Places) -> tuple[TheThuc, list[Finding]]:
    """The format in force for the body on the day of the set, the latest where it has none.

    What was signed before the first format is printed in that one, which is an information: offices keep what they
    issued. A draft that is to be signed before it is at fault.
    """
    profile, day = _profile(bo.van_ban, registers), bo.deciding_day
    if day is None:
        return the_thuc.latest(profile), []
    try:
        return the_thuc.load(profile, day.ngay), []
    except VanBanError as error:
        nearest = the_thuc.earliest(profile)
        return nearest, [_of_an_old_day(bo.van_ban, day, nearest, f"{error}.", places)]


def _of_an_old_day(van_ban: VanBan, day: DecidingDay, nearest: TheThuc, said: str, places: Places) -> Finding:
    """What is told of a day before the first format."""
    place = places[van_ban.origin_of(day.way)]
    if not van_ban.is_issued:
        hint = "Kiểm tra lại ngày, nhất là năm; văn bản đã ký thì ghi “so_van_ban”, “ngay_ban_hanh”."
        return weighed(finding("F103", place, said, hint), day)
    return finding(
        "F132", place,
        f"Văn bản ký ngày {short_date(day.ngay)} in theo thể thức gần nhất mà máy có, của {nearest.ten_van_ban}.",
        "Bản đã ký có thể trình bày khác; nếu ngày gõ nhầm thì sửa lại, nhất là năm.",
    )


def _profile(van_ban: VanBan, registers: Registers) -> HoSo:
    """That of the body; of what says no body, and of a body that is not there, the one that has the type."""
    own = doctypes()[van_ban.loai_van_ban].viet_tat
    known = van_ban.co_quan in registers.co_quan
    return registers.ho_so(van_ban.co_quan) if known or "nha_nuoc" in own else next(iter(own))
