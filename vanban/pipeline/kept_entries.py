"""The entries of registers that were kept of an issued set, held to its words: both were kept on one day, so they say
the same; what somebody has put in or taken out since leads to other words."""

from vanban.lint.printed_otherwise import Difference, differences
from vanban.model.document import BoVanBan
from vanban.model.printed import PrintedSet
from vanban.model.registers import CoQuan, Registers


def lacking(bo: BoVanBan, kept: Registers) -> str:
    """The body that issues the set, or who signs it, where the kept entries have none of that id; "" where both are
    there."""
    for ma in (bo.van_ban.co_quan, *(each.co_quan for each in bo.van_ban.lien_tich)):
        if ma not in kept.co_quan:
            return f"cơ quan “{ma}”"
    ma, body = bo.van_ban.nguoi_ky, kept.co_quan[bo.van_ban.co_quan]
    return f"người ký “{ma}”" if ma and body.signer(ma, None) is None else ""


def apart_from_words(words: PrintedSet, by_kept: PrintedSet | None, today: PrintedSet | None) -> list[Difference]:
    """The places where the kept entries print something else than was kept, and the registers of today do not.

    Where both do, the program itself may have changed since: nothing is said of the entries then.
    """
    if by_kept is None or today is None:
        return []
    changed = {_place(each) for each in differences(words, today)}
    return [each for each in differences(words, by_kept) if _place(each) not in changed]


def is_named(words: PrintedSet, body: CoQuan) -> bool:
    """Whether the name of a body stands in what the issuing document prints, in whichever letters and lines."""
    printed = "".join(f"{text} " for text in words.issuing.zones.co_quan_ban_hanh.texts)
    return _letters(body.ten_goi) in _letters(printed)


def _letters(text: str) -> str:
    return "".join(text.split()).casefold()


def _place(found: Difference) -> tuple[str, str, str]:
    return found.document, found.where, found.kept
