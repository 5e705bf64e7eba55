"""S321: chú thích gõ tay: dấu ¹ hoặc [1] trong câu, lời chú ở một dòng “¹ …”, “[1] …” cuối bài.

Vì sao: dán từ Word thì chú thích cuối trang thành chữ thường: lời chú in ở cuối bài, số không đổi theo khi thêm, bớt.
Cách sửa: đặt [^ma] ngay sau chữ được chú, viết lời chú ở một dòng “[^ma]: …” ngay dưới đoạn ấy; máy đánh số, in lời
chú ở cuối trang. Danh mục tài liệu tham khảo không bị nêu.

Đạt:
    de_muc:
      - tieu_de: Kết quả
        noi_dung: |
          Đạt 98%[^nguon] trên 1.200 m² trụ sở.
          [^nguon]: Theo báo cáo của Sở Nội vụ.
Không đạt:
    de_muc:
      - tieu_de: Kết quả
        noi_dung: |
          Đạt 98%¹ số hồ sơ.

          ¹ Theo báo cáo của Sở Nội vụ.          # lỗi: S321 $.de_muc[0].noi_dung
"""

import re
from collections.abc import Iterator

from vanban.lint.also_at import also_at
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_lines import typed_lines

CODE, LEVEL, NAME, BO_QUA = "S321", "warning", "note-typed-by-hand", True
TARGET, SOURCE = "set", ""
_RAISED = "¹²³⁴⁵⁶⁷⁸⁹⁰"
_NOTE = re.compile(rf"(?P<raised>[{_RAISED}]+)\s*(?=[^\W\d])|\[(?P<number>\d{{1,3}})\]\s+(?=\w)")
_OF_SOURCES = "tài liệu tham khảo"


def check(subject: SetSubject) -> Iterator[Fault]:
    """One fault for the notes of a document whose marks stand in its sentences."""
    for van_ban in subject.bo:
        lines = list(typed_lines(subject, van_ban))
        text = "\n".join(words for _, words in lines)
        notes = [(origin, note) for origin, words in lines if (note := _NOTE.match(words)) and _is_called(note, text)]
        if notes and _OF_SOURCES not in text.casefold():
            (origin, first), *others = notes
            yield Fault(
                origin, f"“{first[0].strip()}” ở đầu dòng là lời chú thích gõ tay, sẽ in thành một đoạn của bài"
                f"{also_at([subject.places[each] for each, _ in others])}.",
                "Đặt [^ma] ngay sau chữ được chú, viết lời chú ở một dòng riêng “[^ma]: …”; số do máy đánh.",
            )


def _is_called(note: re.Match[str], text: str) -> bool:
    """Whether the mark of a note stands behind a word of the text, raised or in brackets."""
    number = note["number"] or "".join(str(("⁰¹²³⁴⁵⁶⁷⁸⁹").index(each)) for each in note["raised"])
    raised = "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(each)] for each in number)
    return re.search(rf"(?<=[^\s\d])(?:{raised}(?![{_RAISED}])|\s?\[{number}\])", text) is not None
