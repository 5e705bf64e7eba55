"""What a set is written by: the registers, and the format of its body and its day."""

from typing import TYPE_CHECKING, Any

from vanban.findings import Finding
from vanban.model.document import BoVanBan
from vanban.model.registers import Registers
from vanban.pipeline._stages import stage

if TYPE_CHECKING:
    from vanban.readers.content import Content


def registers_of(content: "Content", bo: BoVanBan) -> Registers:
    """The registers that a set is written with: what was kept when it was issued, else those of today."""
    file = content.file_of(bo.van_ban)
    if frozen := content.frozen.get(file):
        kept: Registers = stage("readers.from_frozen").frozen_registers(frozen, file, content.places)
        return kept
    return content.registers


def format_of(content: "Content", bo: BoVanBan) -> tuple[Any, list[Finding]]:
    """The format of a set, and what is wrong with its day."""
    chosen: tuple[Any, list[Finding]] = stage("transforms.choose_format").choose_format(
        bo, registers_of(content, bo), content.places
    )
    return chosen
