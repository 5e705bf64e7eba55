"""S114: chữ của bảng chữ cái khác (Nga, Hy Lạp, chữ phiên âm) lẫn vào chữ Việt.

Vì sao: mắt thường thấy giống hệt, in ra gần đúng, nhưng tìm kiếm, tra cứu không ra và máy đọc sai. Thường theo vào khi
dán từ tệp PDF, ảnh quét, mạng xã hội. Tên riêng viết trọn bằng chữ Nga, chữ Hy Lạp thì không bị nêu.
Cách sửa: gõ lại các từ được nêu bằng bàn phím tiếng Việt.

Đạt:
    trich_yeu: Làm việc với Cơ quan Россотрудничество; hệ số α, ΔT
Không đạt:
    trich_yeu: Kế hoạch ѕoạn thảo văn bản             # lỗi: S114 $.trich_yeu
    luu: VТ                                           # lỗi: S114 $.luu
"""

import re
from collections.abc import Iterator

from vanban.glossary import labelled
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_place import place_of_first
from vanban.lint.words import words_that

CODE, LEVEL, NAME, BO_QUA = "S114", "warning", "letter-of-another-script", True
TARGET, SOURCE = "set", ""

# Letters that nobody tells from Latin ones on paper: Cyrillic, Greek (no small letter that stands for a quantity),
# small capitals and phonetic letters.
_TWINS = dict(zip(
    "аеорсухіјѕԁԛԝһӏАВЕКМНОРСТУХІЈЅԚԜҺӀ" "οϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" "ᴀʙᴄᴅᴇғɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡ",
    "aeopcyxijsdqwhlABEKMHOPCTYXIJSQWHI" "ocjABEZHIKMNOPTYX" "abcdefghijklmnoprstuvwyzag", strict=True,
))
_TWIN = re.compile(f"[{''.join(_TWINS)}]")
_WORD = re.compile(r"[^\W\d_]+")
# What a Vietnamese or English word is made of.
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each text with words that mix Latin letters with their twins, or are made of twins alone."""
    for words in words_that(subject, lambda words: any(_mixed(words.text))):
        mixed = list(dict.fromkeys(_mixed(words.text)))
        strange = ", ".join(f"“{char}” (U+{ord(char):04X})" for char in dict.fromkeys(_TWIN.findall("".join(mixed))))
        yield Fault(
            place_of_first(subject.places, words.origin, mixed),
            f"Ở {labelled(words.key)} có chữ {strange} không phải chữ Việt, chỉ trông giống.",
            f"Gõ lại: {', '.join(f'“{_latin(word)}”' for word in mixed)}.",
        )


def _latin(word: str) -> str:
    return _TWIN.sub(lambda char: _TWINS[char[0]], word)


def _mixed(text: str) -> Iterator[str]:
    """The words of `text` that hold twins and are no words of the script that these belong to."""
    if not _TWIN.search(text):
        return
    for word in _WORD.findall(text):
        if _TWIN.search(word) and (_LATIN.search(_TWIN.sub("", word)) or _is_all_twins(word, text)):
            yield word


def _is_all_twins(word: str, text: str) -> bool:
    """Whether every letter has a twin, and no word beside it shows that the script is meant."""
    return not _TWIN.sub("", word) and not re.search("[\u0370-\u052f]", _TWIN.sub("", text))
