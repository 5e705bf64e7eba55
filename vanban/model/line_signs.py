"""The signs with which a line of running text begins, as officers type them: what its reader and its writer share."""

import re

from vanban.model.running_text import Sign

_SIGNS: tuple[tuple[Sign, re.Pattern[str]], ...] = (
    ("khoan", re.compile(r"\d{1,3}\.\s+")),
    ("diem", re.compile(r"[a-zđ]\)\s+")),
    ("liet_ke", re.compile(r"\(\d{1,3}\)\s+")),
    ("gach", re.compile(r"-\s+")),
    ("cong", re.compile(r"\+\s+")),
)
NOTE = re.compile(r"\[\^([a-z][a-z0-9_]*)\]:\s*")
INSERT = re.compile(r"@chen\s+([a-z][a-z0-9_]*)\s*")
# What looks like a sign and is none, with what to type in its place.
LOOKALIKES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(\d{1,3}\.|[a-zđ]\)|\(\d{1,3}\)|[-+])$"), "Viết nội dung ngay sau dấu, cách một dấu cách."),
    (re.compile(r"[–—•·●▪◦]\s?|\*\s|--|[oO§Øüvq]\t"), "Gạch đầu dòng gõ bằng dấu trừ và một dấu cách: “- ”."),
    (re.compile(r"\d{1,2}(\.\d{1,2})+\.?\s|[IVXL]+\.\s"),
     "Số La Mã và số nhiều cấp là của đề mục: viết thành một mục trong “de_muc”."),
    (re.compile(r"\d{1,3}\)\s"), "Khoản viết “1. ”, liệt kê viết “(1) ”."),
    (re.compile(r"[a-zđ]\.\s|\([a-zđ]\)"), "Điểm viết “a) ”."),
    (re.compile(r"\d{1,2}\.[^\s\d]|[a-zđ]\)\S|\(\d{1,3}\)\S|[-+][^\W\d]"), "Sau dấu đầu dòng có một dấu cách."),
    (re.compile(r"@ch[eè]n\b.*"),
     "Viết “@chen ma” không dấu, một mình trên một dòng; ma là mã của một bảng hay hình của đề mục này."),
)
# Bullets that mean a dash and nothing else; a dash right before a figure may be its minus.
BULLET = re.compile(r"[•●▪◦]\s*|[–—·]\s+")


def sign_of(line: str) -> tuple[Sign, int] | None:
    """The sign that `line` begins with and the column at which its text begins; None for an unsigned line."""
    for sign, pattern in _SIGNS:
        if match := pattern.match(line):
            return sign, match.end()
    return None
