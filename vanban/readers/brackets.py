"""The signs of a line that stand in brackets: figures, references, ids, notes, questions; and what is told of one that
was not written whole."""

import re
from dataclasses import dataclass
from typing import get_args

from vanban.ids import MA, is_id
from vanban.model.inline import Figure, NguonSoLieu, Reference

# Message and hint.
Words = tuple[str, str]
# What looks like a sign and is none: a question that nobody sees would be printed in an issued document.
_BROKEN = {
    "{%": "Trong bài không viết câu điều kiện; viết hẳn câu cần in.",
    "[^": "Chú thích viết [^ma], mã gồm chữ thường không dấu, chữ số và dấu gạch dưới.",
    "{#": "Mã của dòng viết {#ma} ở cuối dòng, gồm chữ thường không dấu, chữ số và dấu gạch dưới.",
    "}}": "Dấu này đóng một chỗ gọi số liệu mà phía trước không mở: viết {{ ma_chi_tieu }}.",
    "]]": "Dấu này đóng một dẫn chiếu mà phía trước không mở: viết [[ma_van_ban]].",
    "{{": "Số liệu gọi bằng hai dấu ngoặc nhọn viết liền: {{ ma_chi_tieu }}.",
    "{x": "Chỗ cần xem lại viết {XEM LẠI: lý do} trên một dòng, trong lý do không có dấu ngoặc nhọn.",
}
_LITERAL = "Nếu là chữ thường, đặt dấu \\ ở trước."
_FIGURE = re.compile(
    rf"\s*(?:(?P<nguon_so_lieu>{'|'.join(get_args(NguonSoLieu))})\.)?(?P<ma>{MA})"
    rf"(?:\.(?!rieng\b)(?P<don_vi>{MA}))?(?P<is_own>\.rieng)?(?:@(?P<ky>{MA}))?"
    rf"(?:\s*\|\s*(?P<cach_in>{MA})(?:\s+(?P<co_so>{MA}))?)?\s*"
)
_REFERENCE = re.compile(rf"\s*(?P<ma>{MA}(?:\.{MA})?)(?:\s*\|\s*(?P<cach_in>{MA}))?\s*")


@dataclass(frozen=True, slots=True)
class Brackets:
    """A sign of two brackets: what stands between them, what that is called, the node that is made of it."""

    opening: str
    closing: str
    form: re.Pattern[str]
    what: str
    sample: str
    make: type[Figure] | type[Reference]

    def whole(self, inner: str) -> str:
        """The sign as it is written whole."""
        space = " " if self.make is Figure else ""
        return f"{self.opening}{space}{inner.strip()}{space}{self.closing}"


OF_FIGURE = Brackets("{{", "}}", _FIGURE, "số liệu", "{{ ma_chi_tieu }}", Figure)
OF_REFERENCE = Brackets("[[", "]]", _REFERENCE, "dẫn chiếu", "[[ma_van_ban]]", Reference)
_LONG = 40
# The way itself, and what the figure is held against.
_WORDS_OF_A_WAY = 2


def of_single(typed: str) -> Words:
    """Message and hint for a sign in single brackets."""
    inner = typed.strip("[]{} ")
    if inner[0].isdecimal():
        return f"“{typed}” sẽ in cả dấu ngoặc nhọn.", f"Con số thì viết thẳng: {inner}. {_LITERAL}"
    sign = OF_FIGURE if typed[0] == "{" else OF_REFERENCE
    return (f"“{typed}” trông như {sign.what} mà thiếu dấu ngoặc, sẽ in nguyên ra giấy.",
            f"Viết {sign.whole(inner)}. {_LITERAL}")


def way_out(inner: str, sign: Brackets) -> str:
    if sign.make is Figure and re.fullmatch(r"\s*[0-9][0-9.,]*\s*%?\s*", inner):
        return f"Con số thì viết thẳng: {inner.strip()}; trong hai dấu ngoặc nhọn chỉ ghi mã."
    called, *ways = inner.split("|")
    if sign.make is Figure and "@" in called and not is_id(called.partition("@")[2].strip()):
        return "Sau dấu @ ghi mã của kỳ, bắt đầu bằng chữ: @quy_1, @sau_thang, @nam_2021."
    if sign.make is Figure and (len(ways) > 1 or ways and len(ways[0].split()) > _WORDS_OF_A_WAY):
        return "Sau dấu | ghi một cách in, sau đó nhiều nhất một mã để so: {{ ma_chi_tieu | so_sanh cung_ky }}."
    return f"Viết {sign.sample}; mã gồm chữ thường không dấu, chữ số và dấu gạch dưới."


def short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"


def of_broken(sign: str, behind: str) -> Words:
    """Message and hint for what looks like a sign and is none; `behind` is what stands behind it in the line."""
    if sign in ("[^", "{#") and (ma := re.match(MA, behind)):
        closing = "]" if sign == "[^" else "}"
        return f"“{sign}{ma[0]}” thiếu dấu {closing} ở cuối.", f"Viết {sign}{ma[0]}{closing}."
    is_question = "x" in sign.lower() and "L" in sign.upper()
    hint = _BROKEN.get(sign) or _BROKEN["{x" if is_question else "{{"]
    return f"“{sign}” viết chưa đúng.", f"{hint} {_LITERAL}"
