"""D111: các số trong câu không khớp nhau.

Vì sao: người đọc tính lại ngay trên câu: tỷ lệ đứng cạnh hai số mà không ra từ hai số ấy, các phần cộng lại không bằng
tổng ghi trước đó, phần chiếm quá 100% thì cả báo cáo bị ngờ. Máy chỉ nêu chỗ chắc chắn lệch, đã tính đến việc làm tròn;
số ghi “khoảng”, “trên”, “gần” được bỏ qua.
Cách sửa: sửa con số gõ sai. Nếu các số nói về những việc khác nhau thì viết rõ trong câu.

Đạt:
    de_muc:
      - tieu_de: Kết quả
        noi_dung: |
          Đạt 48,67% (1.597/3.281). Có 15 xã, gồm 10 xã miền núi và 05 xã ven biển.
Không đạt:
    de_muc:
      - tieu_de: Kết quả
        noi_dung: |                       # lỗi: D111 $.de_muc[0].noi_dung
          Tỷ lệ hồ sơ trực tuyến đạt 48,76% (1.597/3.281).
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.said_lists import with_its_list, words_of
from vanban.lint.said_numbers import Sentence, sentences
from vanban.lint.said_parts import doubtful_parts
from vanban.lint.said_shares import doubtful_shares
from vanban.lint.subjects import SetSubject
from vanban.model.inline import Figure
from vanban.model.printed_lines import PrintedLine

CODE, LEVEL, NAME, BO_QUA = "D111", "warning", "figures-contradict", True
TARGET, SOURCE = "set", ""
_KINDS = ("paragraph", "note", "cell", "heading")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each sentence whose numbers contradict each other, the first thing that is seen of it."""
    for at, line in enumerate(subject.lines):
        if line.kind not in _KINDS or _lacks_reports(line):
            continue
        for sentence in (*sentences(words_of(line)), *with_its_list(subject.lines, at)):
            if what := doubt_of(sentence):
                yield Fault(line.origin, f"Các số trong câu không khớp nhau: {what}.",
                            "Sửa con số gõ sai; nếu chúng nói về những việc khác nhau thì viết rõ trong câu.")


def _lacks_reports(line: PrintedLine) -> bool:
    """Whether its figures are not those of all units, which is told of them (D211)."""
    return any(isinstance(each, Figure) and each.total and each.total.missing for each in line.inlines)


def doubt_of(sentence: Sentence) -> str:
    """What is told of a sentence; "" for nothing."""
    return next(doubtful_shares(sentence), "") or next(doubtful_parts(sentence), "")
