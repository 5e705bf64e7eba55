"""S319: dấu Tab giữa các chữ của một dòng đề mục, ô bảng, nơi nhận, trích yếu …

Vì sao: Tab không phải là dấu cách; trên giấy nó đẩy chữ sang chỗ không ai định, và thường là hai ô của một bảng dán vào
cùng một dòng.
Cách sửa: hai ô thì ghi thành hai mục; một câu thì thay Tab bằng một dấu cách.

Đạt:
    noi_nhan: [Bộ Nội vụ, Sở Tài chính]
Không đạt:
    trich_yeu: "Ban hành\\tKế hoạch"          # lỗi: S319 $.trich_yeu
"""

from collections.abc import Iterator

from vanban.glossary import labelled
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_place import place_of_first
from vanban.lint.words import all_words, led_home

CODE, LEVEL, NAME, BO_QUA = "S319", "warning", "tab-in-line", True
TARGET, SOURCE = "set", ""
# In running text S324 tells of the rows of a table.
_READ = ("paragraph", "note")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each text of one line that holds a tab, once for each node."""
    told: set[int] = set()
    for words, line in all_words(subject):
        if "\t" in words.text.strip() and line.kind not in _READ and words.origin not in told:
            told.add(words.origin)
            found = led_home(words, line, subject)
            yield Fault(
                place_of_first(subject.places, found.origin, ["\t"]),
                f"Có dấu Tab giữa các chữ của {labelled(found.key)}.",
                "Là hai ô của một bảng thì ghi thành hai mục; là một câu thì thay Tab bằng một dấu cách.",
            )
