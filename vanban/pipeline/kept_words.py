"""The words that were kept of an issued set against those that would be printed today. The kept ones are printed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from vanban.findings import Finding, Place, finding, has_errors
from vanban.lint.printed_otherwise import Difference, differences
from vanban.model.document import BoVanBan
from vanban.model.inline import Figure, Reference
from vanban.model.printed import PrintedSet
from vanban.model.rebuild import found
from vanban.model.registers import Registers
from vanban.pipeline.kept_entries import apart_from_words, is_named, lacking
from vanban.pipeline.own_frames import Looks
from vanban.pipeline.settings import registers_of, setting_of
from vanban.pipeline.todays_registers import completed, lack_signer
from vanban.readers.content import Content
from vanban.readers.from_frozen import broken
from vanban.setting import Setting
from vanban.writers.to_docx.as_printed import as_printed

# How a set that was read is resolved.
Transformed = Callable[[BoVanBan, Setting], tuple[BoVanBan, list[Finding]]]
_MOST_TOLD = 3
_COMPARE = ("Đối chiếu với bản đã ký trước khi dùng bản in này. Bản đã ký như các sổ hôm nay: tệp lưu đã bị sửa, lấy "
            "lại từ git. Bản đã ký như các mục đã lưu: không cần làm gì.")
_NOTHING_TO_DO = "Máy vẫn in đúng lời văn đã lưu khi ban hành; không cần làm gì."
# Codes of an office's own frames.
_OF_FRAMES = "F2"


def beside_kept(
    content: Content, bo: BoVanBan, words: PrintedSet, faults: Sequence[Finding], today: Callable[[], "Today"]
) -> list[Finding]:
    """What is told of a set whose `words` were kept and whose files nobody has edited.

    faults  what the transforms and rules of today find in it: to know, for neither may the text be edited any more
            nor does what is printed rest on it; but the frames of today have to print it
    today   what would be printed
    """
    file = content.file_of(bo.van_ban)
    if [(each.ma, each.loai_van_ban) for each in words.documents] != [(each.ma, each.loai_van_ban) for each in bo]:
        return [*faults, broken(content.record_of(bo), "không phải của bộ văn bản này")]
    now = today()
    if missing := lacking(bo, registers_of(content, bo)):
        return [broken(content.record_of(bo), f"thiếu {missing} mà văn bản này ghi")]
    if forged := _forged(content, bo, words, now):
        return [broken(content.record_of(bo), f"có mục của sổ không khớp với lời văn lưu cùng tệp ({forged})")]
    known = [replace(each, level="info") if each.level == "error" and not each.code.startswith(_OF_FRAMES) else each
             for each in faults]
    apart = differences(words, now.printed) if now.printed else []
    return [*known, *_told_gone(Place(file), now.gone),
            *told("S192", Place(file), "Hôm nay máy sẽ in khác bản đã ban hành", apart, _NOTHING_TO_DO)]


def _forged(content: Content, bo: BoVanBan, words: PrintedSet, now: "Today") -> str:
    """Where the kept entries are not those that the kept words were printed with: "" where nothing shows it.

    The name of the issuing body goes into the register of outgoing documents, though nothing may print it.
    """
    if apart := apart_from_words(words, now.by_kept, now.printed):
        return apart[0].sentence
    kept, today = (each.co_quan.get(bo.van_ban.co_quan) for each in (registers_of(content, bo), content.registers))
    if kept and today and kept.ten_goi != today.ten_goi and is_named(words, today) and not is_named(words, kept):
        return f"tên cơ quan “{kept.ten_goi}”"
    return ""


def beside_old(
    content: Content, bo: BoVanBan, by_kept: PrintedSet | None, looks: Looks, transformed: Transformed
) -> list[Finding]:
    """What is told of an issued set of which entries alone were kept: nobody knows with which words it was signed, so
    a person has to look where the registers of today would print others."""
    now = today_beside_kept(content, bo, looks, transformed, by_kept)
    apart = differences(by_kept, now.printed) if by_kept and now.printed else []
    words = "Tệp lưu khi ban hành không có lời văn; in theo các mục lưu ở đó thì khác các sổ hôm nay"
    return told("S197", Place(content.file_of(bo.van_ban)), words, apart, _COMPARE)


def _told_gone(place: Place, gone: Sequence[str]) -> list[Finding]:
    if not gone:
        return []
    more = f" và {len(gone) - _MOST_TOLD} mục khác" if len(gone) > _MOST_TOLD else ""
    words = f"Các sổ hôm nay không còn đủ để in lại văn bản này: không còn {', '.join(gone[:_MOST_TOLD])}{more}."
    return [finding("S192", place, words, f"{_NOTHING_TO_DO} Mục nào lỡ xóa thì lấy lại sổ từ git.")]


class Today(NamedTuple):
    """What would be printed today, None where that cannot be said; and the entries that are gone from the registers,
    in place of which the kept ones were taken. `by_kept` is what this engine prints by the kept entries alone."""

    printed: PrintedSet | None
    gone: Sequence[str] = ()
    by_kept: PrintedSet | None = None


def today_beside_kept(
    content: Content, bo: BoVanBan, looks: Looks, transformed: Transformed, by_kept: PrintedSet | None
) -> Today:
    """What would be printed of an issued set, as it was read, by today's registers with kept entries for those gone.

    by_kept  what this engine prints by the kept entries: the answer where the registers of today lead to nothing
    """
    kept, signers = registers_of(content, bo), {each.nguoi_ky for each in bo}
    printed = printed_today(content, bo, looks, transformed)
    if printed and not lack_signer(content.registers, kept, signers):
        return Today(printed, (), by_kept)
    if content.misses_registers:  # what is not found may stand there
        return Today(by_kept, (), by_kept)
    registers, gone = completed(content.registers, kept, signers)
    return Today((printed_by(registers, content, bo, looks, transformed) if gone else None) or by_kept, gone,
                 by_kept)


def printed_today(content: Content, bo: BoVanBan, looks: Looks, transformed: Transformed) -> PrintedSet | None:
    """What would be printed of `bo`, as it was read, by the registers of today; None where they do not suffice."""
    return printed_by(content.registers.remembering(), content, bo, looks, transformed)


def printed_by(
    registers: Registers, content: Content, bo: BoVanBan, looks: Looks, transformed: Transformed
) -> PrintedSet | None:
    """The same by other registers."""
    setting, faults = setting_of(content, bo, looks, registers)
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
