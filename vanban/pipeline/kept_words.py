"""The words that were kept of an issued set against those that would be printed today. The kept ones are printed."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from vanban.findings import Finding, Place, finding, has_errors
from vanban.lint.printed_otherwise import Difference, differences
from vanban.model.document import BoVanBan
from vanban.model.inline import Figure, Reference
from vanban.model.printed import PrintedSet
from vanban.model.rebuild import found
from vanban.pipeline.own_frames import Looks
from vanban.pipeline.settings import setting_of
from vanban.readers.content import Content
from vanban.readers.from_frozen import broken
from vanban.setting import Setting
from vanban.writers.to_docx.as_printed import as_printed

# How a set that was read is resolved.
Transformed = Callable[[BoVanBan, Setting], tuple[BoVanBan, list[Finding]]]
_MOST_TOLD = 3
# Codes of an office's own frames.
_OF_FRAMES = "F2"


def beside_kept(
    content: Content, bo: BoVanBan, words: PrintedSet, faults: Sequence[Finding], today: Callable[[], PrintedSet | None]
) -> list[Finding]:
    """What is told of a set whose `words` were kept and whose files nobody has edited.

    faults  what the transforms and rules of today find in it: to know, for neither may the text be edited any more
            nor does what is printed rest on it; but the frames of today have to print it
    today   what would be printed, None where that cannot be said
    """
    file = content.file_of(bo.van_ban)
    if [(each.ma, each.loai_van_ban) for each in words.documents] != [(each.ma, each.loai_van_ban) for each in bo]:
        return [*faults, broken(content.record_of(bo), "không phải của bộ văn bản này")]
    known = [replace(each, level="info") if each.level == "error" and not each.code.startswith(_OF_FRAMES) else each
             for each in faults]
    printed = today()
    apart = differences(words, printed) if printed else []
    return [*known, *told("S192", Place(file), "Hôm nay máy sẽ in khác bản đã ban hành", apart,
                          "Máy vẫn in đúng lời văn đã lưu khi ban hành; không cần làm gì.")]


def printed_today(content: Content, bo: BoVanBan, looks: Looks, transformed: Transformed) -> PrintedSet | None:
    """What would be printed of `bo`, as it was read, by the registers of today; None where they do not suffice."""
    setting, faults = setting_of(content, bo, looks, content.registers.remembering())
    resolved, more = transformed(bo, setting)
    return printed_of(resolved, setting, [*faults, *more])


def printed_of(bo: BoVanBan, setting: Setting, faults: Sequence[Finding]) -> PrintedSet | None:
    """What a resolved set prints; None where one of `faults` forbids it, or something in it leads nowhere."""
    if has_errors(faults) or bo.zones is None:
        return None
    printed = as_printed(bo, setting.doctypes, setting.the_thuc)
    kinds: tuple[type[Figure | Reference], ...] = (Figure, Reference)
    return None if any(each.shown is None for each in found(printed, *kinds)) else printed


def told(code: str, place: Place, words: str, apart: Sequence[Difference], hint: str) -> list[Finding]:
    """One finding with the first of the differences and how many more there are; none where there is no difference."""
    if not apart:
        return []
    first = "; ".join(each.sentence for each in apart[:_MOST_TOLD])
    more = f"; và {len(apart) - _MOST_TOLD} chỗ khác" if len(apart) > _MOST_TOLD else ""
    return [finding(code, place, f"{words}: {first}{more}.", hint)]
