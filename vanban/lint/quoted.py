"""What a document quotes: words between quotation marks, provisions quoted in whole."""

from vanban.model.document import BoVanBan
from vanban.model.rebuild import found
from vanban.model.running_text import Paragraph


def is_quoted(words: str, at: int) -> bool:
    """Whether what stands at `at` of a line is inside quotation marks."""
    before = words[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def quoted_origins(bo: BoVanBan) -> frozenset[int]:
    """The paragraphs that are lines of another text."""
    return frozenset(each.origin for van_ban in bo for each in found(van_ban, Paragraph) if each.quoted)
