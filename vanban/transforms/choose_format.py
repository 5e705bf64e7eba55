"""Chooses the format (thể thức) that a set is written in: by who issues it and by its day, never by today's clock.

Reads: the day that decides (`BoVanBan.deciding_day`), the profile (`ho_so`) of its body in the register.
Writes: nothing; the other transforms take it.
"""

from vanban import the_thuc
from vanban.doctypes import doctypes
from vanban.errors import VanBanError
from vanban.findings import Finding, finding
from vanban.model.deciding_day import weighed
from vanban.model.document import BoVanBan, VanBan
from vanban.model.places import Places
from vanban.model.registers import HoSo, Registers
from vanban.the_thuc import TheThuc


def choose_format(bo: BoVanBan, registers: Registers, places: Places) -> tuple[TheThuc, list[Finding]]:
    """The format in force for the body on the day of the set, the latest where it has none.

    A day before the first format is a finding, and read on with the latest.
    """
    profile, day = _profile(bo.van_ban, registers), bo.deciding_day
    if day is None:
        return the_thuc.latest(profile), []
    try:
        return the_thuc.load(profile, day.ngay), []
    except VanBanError as error:
        fault = finding("F103", places[bo.van_ban.origin_of(day.way)], f"{error}.", "Kiểm tra lại ngày, nhất là năm.")
        return the_thuc.latest(profile), [weighed(fault, day)]


def _profile(van_ban: VanBan, registers: Registers) -> HoSo:
    """That of the body; of what says no body, and of a body that is not there, the one that has the type."""
    own = doctypes()[van_ban.loai_van_ban].viet_tat
    known = van_ban.co_quan in registers.co_quan
    return registers.ho_so(van_ban.co_quan) if known or "nha_nuoc" in own else next(iter(own))
