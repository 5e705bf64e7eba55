"""What each set is resolved and written with."""

from vanban.doctypes import doctypes
from vanban.facts import facts_of
from vanban.findings import Finding
from vanban.model.document import BoVanBan
from vanban.model.registers import Registers
from vanban.pipeline.offices import restyled
from vanban.readers.content import Content
from vanban.readers.from_frozen import frozen_registers
from vanban.setting import Setting
from vanban.transforms.choose_format import choose_format


def registers_of(content: Content, bo: BoVanBan) -> Registers:
    """The registers that a set is written with: what was kept when it was issued, else those of today,
    which remember what the set asks them for."""
    file = content.file_of(bo.van_ban)
    frozen = content.frozen.get(file)
    return frozen_registers(frozen, file, content.places) if frozen else content.registers.remembering()


def setting_of(content: Content, bo: BoVanBan, registers: Registers | None = None) -> tuple[Setting, list[Finding]]:
    """The setting of a set, and what is wrong with its day; `registers` in place of those that it is written with."""
    registers = registers or registers_of(content, bo)
    the_thuc, findings = choose_format(bo, registers, content.places)
    return Setting(registers, restyled(content, bo, the_thuc), doctypes(), content.places, facts_of(bo)), findings
