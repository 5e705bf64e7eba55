"""The signs with which a line of running text begins, as officers type them: what its reader and its writer share."""

import re

from vanban.model.running_text import Sign

# What counts: not a year, with which a line of text may begin ("(2025) ").
_COUNTED = r"(?!(?:19|20)\d\d\b)\d{1,4}"
_SIGNS: tuple[tuple[Sign, re.Pattern[str]], ...] = (
    ("khoan", re.compile(rf"{_COUNTED}\.\s+")),
    ("diem", re.compile(r"[a-zđ]\)\s+")),
    ("liet_ke", re.compile(rf"\({_COUNTED}\)\s+")),
    ("gach", re.compile(r"-\s+")),
    ("cong", re.compile(r"\+\s+")),
)
NOTE = re.compile(r"\[\^([a-z][a-z0-9_]*)\]:\s*")
INSERT = re.compile(r"@chen\s+([a-z][a-z0-9_]*)\s*")
# One large letter before a small one begins a word, "Việc"; a symbol ("KH-UBND") and a unit ("m2") do not.
LARGE = "".join(filter(str.isupper, map(chr, range(0x41, 0x1F00))))
_WORD = rf"(?=[{LARGE}][^\W\d_{LARGE}])"
# A heading in capitals, not a further number of a span ("I - III").
_CAPITALS = rf"(?![IVXL]+\b)(?=[{LARGE}]{{2,}}\s)"
_DASHED = rf"\s?[-–—]\s*{_WORD}"
_SLASHED = rf"/(?:\s+(?=[^\W\d])|{_WORD})"
# "5, Điều 3", "1, Thành phố Vinh": the rest of a citation or an address.
_PLACE = r"(?!(?:Điều|Khoản|Mục|Chương|Phần|Phụ lục) [\dIVX]|(?:Thành phố|Tỉnh|Quận|Huyện|Thị xã|Phường|Xã)\b)"
_HEADING = (
    r"\d{1,2}(?:\.\d{1,2})+[.)]?\s", rf"\d{{1,2}}(?:\.\d{{1,2}})+[.)]{_WORD}", r"[IVXL]+[.)]\s", rf"[IVXL]+[.)]{_WORD}",
    r"[IVXL]+(?:\.\d{1,2})+[.)]?\s", f"[IVXL]+(?:{_DASHED}|{_SLASHED})", r"[A-EĐ]\.\s(?!Mác\b)", "[Ⅰ-ⅿ]",
    rf"[IVXL]+(?:\s[-–—]|\s?:)\s+{_CAPITALS}",
)
_KHOAN = (
    rf"{_COUNTED}\)\s", r"\(?\d{5,}[.)]\s", r"\d{1,2}\s[.)]\s", r"\d{1,2}\.[)/-]",
    rf"\d{{1,2}}(?:{_DASHED}|{_SLASHED})", rf"\d{{1,2}}(?:\s[-–—]|:)\s+{_CAPITALS}",
    r"\(\s?\d{1,3}\s\)", r"\(\s\d{1,3}\)", "[①-⓿❶-➓]",
)
_DIEM = (
    r"[a-zđ]\.\s", r"\(\s?[a-zA-ZđĐ]\s?\)", r"[A-ZĐ]\)", r"[a-zđ]\.[)/-]", r"[a-zA-ZđĐ]\s\)\s", r"\d{1,2}[a-eđ][.)]\s",
    r"\(?[ivx]{2,4}\)\s", rf"[a-eđA-EĐ](?:\s?[-–—]\s+{_WORD}|{_SLASHED})",
)
# Letters that a paste leaves of the bullets of Word; none of them is a word, but in “o bế”.
_LETTERED = rf"[oO§Øüvq]\t\s*|[§Øüvq]\s+{_WORD}|o\s+(?!bế\b)(?=[^\W\d_])"
# What looks like a sign and is none, with what to type in its place. Names ("C. Mác"), ranges ("10 - 15 ngày"), dates
# and shares ("1/3 hồ sơ") begin lines too.
LOOKALIKES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"({_COUNTED}\.|[a-zđ]\)|\({_COUNTED}\)|[-+])$"), "Viết nội dung ngay sau dấu, cách một dấu cách."),
    (re.compile(rf"[–—•·●▪◦■◆❖♦➢➤►▶‣⁃∙✓✔]\s?|\*\s|--|{_LETTERED}"),
     "Gạch đầu dòng gõ bằng dấu trừ và một dấu cách: “- ”."),
    (re.compile("|".join(_HEADING)),
     "Số La Mã, chữ cái lớn và số nhiều cấp là của đề mục: viết thành một mục trong “de_muc”."),
    (re.compile("|".join(_KHOAN)), "Khoản viết “1. ”, liệt kê viết “(1) ”."),
    (re.compile("|".join(_DIEM)), "Điểm viết “a) ”."),
    (re.compile(rf"(?:\d{{1,2}}|[a-zđ]),\s+{_WORD}{_PLACE}"), "Khoản viết “1. ”, điểm viết “a) ”."),
    (re.compile(r"\d{1,2}\.[^\s\d]|[a-zđ]\)\S|\(\d{1,3}\)\S|[-+][^\W\d]"), "Sau dấu đầu dòng có một dấu cách."),
    (re.compile(r"@ch[eè]n\b.*"),
     "Viết “@chen ma” không dấu, một mình trên một dòng; ma là mã của một bảng hay hình của đề mục này."),
)
# "Phần thứ nhất:", "Điều 1.", "MỤC 2 NHIỆM VỤ": a mark with its noun, and not "Điều 3 của Nghị định …".
ORDINAL = "(?i:nhất|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)"
_NOUN = (rf"(?:(?i:phần thứ) {ORDINAL}\b"
         r"|(?i:phần|chương|tiểu mục|mục|điều|khoản) (?:(?i:số) )?(?:\d{1,3}|[IVXL]{1,6})\b)")
_ENDED = r"\s*(?:[.:)|]|[-–—]\s)\s*"
_ACT = "(?:Quyết định|Nghị|Luật|Bộ luật|Thông tư|Kế hoạch|Quy |Hiến pháp|Pháp lệnh|Chỉ thị|Chương|Mục|Phần|Điều)"
_WITH_NOUN = re.compile(rf"{_NOUN}(?:{_ENDED}|\s*$|\s+(?!{_ACT})(?=[{LARGE}]))")
_WITH_NOUN_ENDED = re.compile(_NOUN + _ENDED)
# "V. I. Lê-nin", "C. Mác".
_INITIALS = re.compile(rf"(?:[{LARGE}]\.\s?)+(?:[{LARGE}]\.\s?[{LARGE}]|Mác\b)")
# Bullets that mean a dash and nothing else; a dash right before a figure may be its minus.
BULLET = re.compile(rf"[•●▪◦■◆❖♦➢➤►▶‣⁃∙✓✔]\s*|[–—·]\s+|{_LETTERED}")


def sign_of(line: str) -> tuple[Sign, int] | None:
    """The sign that `line` begins with and the column at which its text begins; None for an unsigned line."""
    for sign, pattern in _SIGNS:
        if match := pattern.match(line):
            return sign, match.end()
    return None


def typed_mark(title: str, *, in_sentence: bool = False) -> str:
    """The mark, with what stands behind it, that hands typed before the words of a title; "" for none.

    in_sentence  the words are a sentence, not a title: only a mark with its noun and a sign behind it is one
    """
    if match := (_WITH_NOUN_ENDED if in_sentence else _WITH_NOUN).match(title):
        return match[0]
    if in_sentence or _INITIALS.match(title):
        return ""
    if signed := sign_of(title):
        return title[: signed[1]]
    return next((match[0] for pattern, _ in LOOKALIKES[:-1] if (match := pattern.match(title))), "")


def is_same_mark(typed: str, counted: str) -> bool:
    """Whether two marks differ in signs alone: "1)" and "1.", "Điều 1:" and "Điều 1."."""
    first, second = (" ".join(mark.strip(" .:()|-–—").casefold().split()) for mark in (typed, counted))
    return first == second
