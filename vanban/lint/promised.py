"""What a line of a document says is attached to it: "(có danh sách kèm theo)", "Ban hành kèm theo Quyết định
này Quy chế".

What is attached to another act, what others have to send with their papers and what is quoted is left out.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from vanban.lint.quoted import is_quoted

# What documents have attached, by the names it goes by in a sentence. No papers of a dossier, which are sent along: dự
# thảo, hồ sơ, báo cáo, biên bản.
_NAMES = (
    "danh sách|danh mục|phụ lục|bảng|biểu|mẫu|đề cương|quy chế|quy định|quy trình|điều lệ|kế hoạch|chương trình|"
    "nội quy|bộ tiêu chí|lịch"
)
# What an annex may be whatever its title says; the other names are of documents that are no annexes.
_ANNEXES = frozenset(("danh sách", "danh mục", "phụ lục", "bảng", "biểu", "mẫu", "lịch"))
_NAME = rf"\b(?P<name>{_NAMES})\b"
# Brackets that close with the words speak of the document's own: “(có danh sách kèm theo)”; what is “gửi kèm” is sent
# along as a paper of its own.
_BRACKETED = re.compile(rf"\([^()“”;]{{0,40}}?{_NAME}[^()“”;]{{0,40}} kèm theo\)", re.IGNORECASE)
_AMENDED = "".join(rf"(?<!{verb} )" for verb in ("thay thế", "bãi bỏ", "sửa đổi", "bổ sung"))
_BARE = re.compile(rf"{_AMENDED}\b(?P<name>phụ lục) kèm theo(?=[,.;:)]|\Z| (?:và|hoặc|gồm|là)\b)", re.IGNORECASE)


class Promised(NamedTuple):
    """The words that promise an attachment, and what they call it, in small letters; "" where they do not say."""

    words: str
    name: str

    def is_annex(self, title: str, is_only_one: bool) -> bool:
        """Whether an annex of this title may be meant: it is called so, or it is the only one of its document."""
        return bool(self.name) and (title.casefold().startswith(self.name) or is_only_one and self.name in _ANNEXES)


def promised(words: str, types: Iterable[str]) -> Iterator[Promised]:
    """The attachments that a line of a document promises.

    types  what the document is: "Quyết định"
    """
    for pattern in (_BRACKETED, _BARE, *_own(frozenset(types))) if "èm theo" in words else ():
        for found in pattern.finditer(words):
            if not is_quoted(words, found.start()):
                yield Promised(found[0].strip("() "), (found["name"] or "").casefold())


@cache
def _own(types: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """"Ban hành kèm theo Quyết định này Quy chế …" and "Danh mục … kèm theo Quyết định này"."""
    this = rf"kèm theo (?:{'|'.join(map(re.escape, sorted(types)))}) này"
    issued = rf"\bban hành {this}(?: (?:bản )?[“\"]?{_NAME})?"
    return tuple(re.compile(each, re.IGNORECASE) for each in (issued, rf"{_NAME}[^.;:()“”]{{0,60}}? {this}"))
