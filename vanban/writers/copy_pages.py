"""A PDF of a copy → the pages that begin with what is said of the copy, away from the text that is copied.

It belongs on the sheet on which that text ends (Phụ lục I, Phần II, II.2.a); where the page has no room it stands on
the next, which LibreOffice alone knows.
"""

import re
from collections.abc import Sequence

from vanban.model.printed import PrintedDocument
from vanban.writers._pdf_text import bare, lying_pages, pages_of

# What a page may say above the number of a copy that it begins with: the page's own number, “Số:”.
_OWN = re.compile(r"\d*(số:)?")


def above_number(said: PrintedDocument) -> tuple[str, str, str]:
    """The number and symbol of a copy, and the words that stand above them, the body's and the form's."""
    return said.zones.so_ky_hieu.text, said.zones.co_quan_ban_hanh.text, said.zones.ten_loai.text


def pages_apart(pdf: bytes, copies: Sequence[tuple[str, str, str]]) -> list[tuple[int, bool]]:
    """Of each of the `copies` (`above_number`) that begins a page the number of that page, counted from 1, and whether
    the page before lies across."""
    further = ["".join(pieces) for pieces in pages_of(pdf)][1:]
    across = lying_pages(pdf)
    return [(number, across[number - 2]) for said in copies for number, words in enumerate(further, 2)
            if _begins(words, *map(bare, said))]


def _begins(words: str, own: str, body: str, form: str) -> bool:
    """Whether a page that says `words` says nothing above a copy of that number."""
    above, there, _ = words.partition(own)
    return bool(there and _OWN.fullmatch(above.replace(body, "", 1).replace(form, "", 1)))


def told_apart(name: str, page: int, behind_across: bool) -> str:
    """A sentence on a copy that is said on a page of its own, why, and what keeps it with the sheet before.

    behind_across  whether that is because the page before lies across; else because it has no room
    """
    why = "nằm ngang, không cùng chiều" if behind_across else "không đủ chỗ"
    way_out = "Xếp trang ấy liền sau trang cuối" if behind_across else "Thiếu ít dòng thì bớt nơi nhận của bản sao"
    sheet = "In hai mặt thì vẫn cùng một tờ" if page % 2 == 0 else way_out
    return (f"{name}: phần của bản sao in thành trang riêng (trang {page}), trang cuối của văn bản được sao {why}. "
            f"{sheet} (Phụ lục I, Phần II, mục II.2.a Nghị định 30/2020/NĐ-CP).")
