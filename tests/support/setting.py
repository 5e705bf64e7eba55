"""A setting for tests that need little of one."""

from vanban.doctypes import doctypes
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.setting import Setting
from vanban.the_thuc import latest


def plain_setting(places: Places | None = None) -> Setting:
    """Empty registers, the latest format of the state."""
    registers = Registers()
    return Setting(registers, latest("nha_nuoc"), doctypes(), Places() if places is None else places)
