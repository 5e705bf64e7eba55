"""What the first five stages gave → one side of a comparison."""

from vanban.compare.reading import Reading
from vanban.doctypes import doctypes
from vanban.model.document import BoVanBan
from vanban.model.places import Places
from vanban.model.printed import PrintedSet
from vanban.model.registers import Registers
from vanban.pipeline.checking import Checked


def reading_of(checked: Checked) -> Reading:
    """The sets of one check, as far as they could be resolved."""
    content = checked.content

    def registers(bo: BoVanBan) -> Registers:
        return checked.setting(bo).registers if content.file_of(bo.van_ban) in content.frozen else content.registers

    def kept(bo: BoVanBan) -> PrintedSet | None:
        frozen = content.frozen.get(content.file_of(bo.van_ban))
        return frozen.loi_van if frozen else None

    return Reading(checked.sets, content.places, registers, doctypes(), kept)


def empty_reading() -> Reading:
    """A side on which there is nothing."""
    return Reading((), Places(), lambda _: Registers(), doctypes())
