"""What a copy prints: the words that it copies, as they were kept at their issue, and below them what is said of it.

A copy of a PDF prints only what is said of it; that goes onto the PDF where its pages are made (forms/pdf).
"""

from typing import NamedTuple

from vanban.model.document import BoVanBan
from vanban.model.extract import extract
from vanban.model.printed import PrintedDocument, PrintedSet
from vanban.pipeline.checking import Checked
from vanban.writers.to_docx.as_printed import as_printed


class Copied(NamedTuple):
    """`words` of the resolved set `of`; what is said of the copies, the first one first, a copy of a copy last."""

    of: BoVanBan
    words: PrintedSet
    copies: tuple[PrintedDocument, ...]


def copied(checked: Checked, bo: BoVanBan) -> Copied | None:
    """What `bo`, one of the sound sets, prints where it is a copy of a document that is built here; else None."""
    chain = [bo, *(checked.resolved(each) for each in checked.content.originals_of(bo))]
    if len(chain) == 1:
        return None
    *copies, original = chain
    return Copied(original, _words(checked, original, copies),
                  tuple(checked.printed(each).issuing for each in reversed(copies)))


def _words(checked: Checked, original: BoVanBan, copies: list[BoVanBan]) -> PrintedSet:
    """All that is printed of `original`, or what the extracts among `copies` name; the check has held those to what was
    kept."""
    parts = [each.van_ban.phan_trich for each in copies if each.van_ban.phan_trich]
    if not parts:
        return checked.printed(original)
    setting = checked.setting(original)
    return as_printed(extract(original, parts[0]), setting.doctypes, setting.the_thuc, whole=original)
