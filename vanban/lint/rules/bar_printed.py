"""C140: dấu | in nguyên ra giấy ở đầu trang, nơi nhận hay chỗ ký.

Vì sao: dấu | đánh dấu chỗ xuống dòng ở trích yếu, tên phụ lục, tiêu đề và ở “ten_dong”, “ten_chu_quan”, “chuc_vu”,
“chuc_vu_khac” của sổ cơ quan; ở các mục khác nó in nguyên ra giấy.
Cách sửa: xóa dấu |; cần hai nơi thì ghi hai dòng.

Đạt:
    luu: VT, NV
Không đạt:
    luu: VT | NV                          # lỗi: C140 $.luu
"""

from collections.abc import Iterator

from vanban.findings import Place
from vanban.glossary import labelled, names
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_place import place_of_first
from vanban.lint.words import FoundWords, all_words, led_home

CODE, LEVEL, NAME, BO_QUA = "C140", "error", "bar-printed", False
TARGET, SOURCE = "set", ""
# Parts of an address may well stand between bars.
_HONEST = ("dia_chi",)


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each text of a zone that holds a bar, once for each node."""
    told: set[int] = set()
    for words, line in all_words(subject):
        if line.kind == "zone" and "|" in words.text and line.name not in _HONEST and words.origin not in told:
            told.add(words.origin)
            yield _fault(led_home(words, line, subject), subject.places[words.origin], line.name, subject)


def _fault(found: FoundWords, typed: Place, zone: str, subject: SetSubject) -> Fault:
    """At the bar, or where the document calls the entry of the register that holds it."""
    is_here = subject.places.file(found.origin) == typed.file
    name, where = (labelled(found.key), "") if is_here else (names()[zone].label, f" ở {typed.file}:{typed.line}")
    return Fault(
        place_of_first(subject.places, found.origin, ["|"]), f"Dấu | ở {name} sẽ in nguyên ra giấy: “{found.text}”.",
        f"Xóa dấu |{where}; chỗ ấy không chia dòng.",
    )
