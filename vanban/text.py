"""Vietnamese text: Unicode form, folding to ASCII names, non-breaking spaces."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate, pairwise

_NBSP = "\N{NO-BREAK SPACE}"
# A number that is read together with the word before it: "Điều 1", "số 76", "ngày 15", "Phụ lục II", "cột (6)". The
# pattern begins at the space, looks ahead, then at the letter before, and only then at the words, the frequent ones
# first: a search that tries every word at once takes several times as long.
_WORDS = ("năm", "tháng", "[Nn]gày", "[Ss]ố", "Điều", "[Kk]hoản", "[Mm]ục", "Phần", "Chương", "Phụ lục", "[Qq]uý",
          "[Cc]ột", "[Bb]ảng", "[Bb]iểu", "[Hh]ình", "[Mm]ẫu", "[Kk]hóa", "ISO")
_LAST = "".join(sorted({word[-1] for word in _WORDS}))
_COUNTED = "|".join(rf"(?<=\b{word} )" for word in _WORDS)
# A symbol ("76/NQ-CP"), a whole date ("30/6/2025") and whatever is as long read by themselves: held by their word, they
# would leave wide gaps in the line before.
_READS_ALONE = r"(?:[\w/&.-]{9}\w|[\w&.]+[/-][\w&.]+[/-]\w)"
_NUMBER = re.compile(
    rf" (?=[0-9IVXLC(])(?<=[{_LAST}] )(?:{_COUNTED})(?=[0-9]|\([0-9]+\)|[IVXLC]+\b)(?!{_READS_ALONE})")
# "điểm" counts letters only: "dứt điểm 315 hồ sơ" is no điểm.
_LETTER = re.compile(r"iểm (?=[a-zđ]\b)(?<=\b[Đđ]iểm )")
# One that is told from the others by a letter: "Bên B", "nhóm A".
_LETTERED = re.compile(
    r" (?=[A-ZĐ]\b)(?:(?<=\b[Bb]ên )|(?<=\b[Nn]hóm )|(?<=\b[Ll]oại )|(?<=\b[Hh]ạng )|(?<=\b[Cc]ột ))")
# The spaces in a period of years, however it is typed: "2021 - 2030", "2021 -2030"; and between a figure and its %.
_RANGE = re.compile(r" (?=(?:[-–] ?)?\d)(?:(?<=\d )(?=[-–])|(?<=\d[-–] )|(?<=\d [-–] ))|(?<=\d) (?=%)")

# One full stop; more of them are an ellipsis.
_ADDRESS = re.compile(r"(?:://|www\.)\S*\Z")
_END = re.compile(r"(?<!\.)\.\Z")
# The full stop that is a part of the last word.
_AND_SO_ON = re.compile(r"\bv\.\s?v\.[ ;,]*\Z")
# The end mark of documents of the state, which hands type from habit in others too.
_END_MARK = "./."
# What asks a person and is printed only in drafts, as it is typed and as it is printed.
_QUESTION = re.compile(r"[{\[]XEM\s+LẠI:([^{}\[\]]*)[}\]]")


def nfc(text: str) -> str:
    """`text` in Unicode form NFC, the form of every string in the tree."""
    return unicodedata.normalize("NFC", text)


def fold_ascii(text: str) -> str:
    """`text` without diacritics. đ has no decomposition, so it is replaced first."""
    plain = text.replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))


def lower_first(text: str) -> str:
    """`text` with its first letter small, as a title stands inside a sentence. A name and an abbreviation keep theirs:
    "CCHC", "Hội Người làm …"."""
    if text[1:2].isupper() or text.partition(" ")[2][:1].isupper():
        return text
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """`text` with its first letter large."""
    return text[:1].upper() + text[1:]


def without_end(text: str, mark: str = "") -> str:
    """`text` without the punctuation that ends a sentence or a line of a list, without the end mark "./." and without
    `mark` where that was typed.

    Dots of an ellipsis, a colon and the slash of an address are words of the text and stay.
    """
    bare = text.rstrip(" ;,")
    marks = (_END_MARK, mark) if mark else (_END_MARK,)
    while (shorter := _without_marks(bare, marks)) != bare:
        bare = shorter
    return bare


def ends_with_and_so_on(text: str) -> bool:
    """Whether the last full stop of `text` is that of "v.v."."""
    return _AND_SO_ON.search(text) is not None


def _without_marks(text: str, marks: tuple[str, ...]) -> str:
    for mark in marks:
        text = _without_mark(text, mark)
    return _END.sub("", text).rstrip(" ;,")


def _without_mark(text: str, mark: str) -> str:
    """`text` without `mark`, typed whole or, as some do, without its first dot: "/."."""
    if mark and text.endswith(mark):
        return text.removesuffix(mark)
    return text.removesuffix(mark[1:]) if mark[1:] and not _ADDRESS.search(text) else text


def bind(text: str) -> str:
    """`text` with non-breaking spaces between a counting word and its number or letter, inside a period of years,
    before a dash and before "%".

    For print only: the tree keeps plain spaces. No letter is added or taken away.
    """
    bound = _LETTERED.sub(_NBSP, _NUMBER.sub(_NBSP, text))
    if "iểm " in bound:
        bound = _LETTER.sub(f"iểm{_NBSP}", bound)
    if "-" in bound or "–" in bound or " %" in bound:
        bound = bind_dashes(_RANGE.sub(_NBSP, bound))
    return bound


def bind_dashes(text: str) -> str:
    """`text` with a non-breaking space before each dash: a line that begins with one would look like an item."""
    for dash in (" - ", " – "):
        if dash in text:
            text = text.replace(dash, _NBSP + dash[1:])
    return text


def question_in(text: str) -> str:
    """What is asked where `text` is one open question and nothing else; "" where it says something."""
    asked = _QUESTION.fullmatch(text)
    return str(asked[1]) if asked else ""


def parted_by_questions(text: str) -> list[tuple[str, bool]]:
    """`text` in pieces: what it says, and (True) the open questions in it as they are printed, [XEM LẠI: …]."""
    if "XEM" not in text:
        return [(text, False)]
    pieces = _QUESTION.split(text)
    parted = [(f"[XEM LẠI: {piece.strip()}]" if at % 2 else piece, at % 2 == 1) for at, piece in enumerate(pieces)]
    return [(piece, asks) for piece, asks in parted if piece]


def cut(whole: str, like: Iterable[str]) -> list[str]:
    """`whole` cut into texts as long as those of `like`: what was joined to be bound, in its pieces again.

    Joined first, a space is bound by what stands on its two sides, be that in two pieces: "số " | "76".
    """
    return [whole[start:end] for start, end in pairwise(accumulate(map(len, like), initial=0))]


def unbroken(title: str) -> str:
    """A title on one line, without the marks (|) of where it breaks by sense."""
    return " ".join(title.replace("|", " ").split())
