"""S322: số thứ tự, dấu đầu dòng nằm trong chữ đậm, nghiêng: “**I. MỤC ĐÍCH**”, “**1. Mục đích:**”.

Vì sao: máy chỉ đếm dấu đứng ngay đầu dòng; dấu nằm sau ** thì in nguyên như gõ, không là đề mục, không đổi theo
khi thêm, bớt dòng.
Cách sửa: đề mục viết thành một mục trong “de_muc” (máy in đậm, in hoa theo bậc); khoản, điểm thì đưa dấu ra ngoài
chữ đậm: “1. **Mục đích:** …”.

Đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |
          1. **Mục đích:** bảo đảm tiến độ.

          **Yêu cầu:** đúng hạn.
Không đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |                         # lỗi: S322 $.de_muc[0].noi_dung
          **1. Mục đích:**

          Bảo đảm tiến độ.
"""

from collections.abc import Iterator

from vanban.lint.also_at import also_at
from vanban.lint.fault import Fault
from vanban.lint.quoted import quoted_origins
from vanban.lint.subjects import SetSubject
from vanban.lint.words import is_running
from vanban.model.inline import Line, Run
from vanban.model.line_signs import typed_mark

CODE, LEVEL, NAME, BO_QUA = "S322", "error", "mark-in-face", True
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """One fault for each file, at the first paragraph of it that begins with a mark in bold or italics."""
    places, left_alone = subject.places, quoted_origins(subject.bo)
    found: dict[str, list[tuple[int, str]]] = {}
    for line in subject.lines:
        file = places.file(line.origin)
        if is_running(line) and line.origin not in left_alone and (mark := _mark(line.inlines, file in subject.forms)):
            found.setdefault(file, []).append((line.origin, mark))
    for (origin, mark), *others in found.values():
        yield Fault(
            origin, f"“{mark}” ở đầu dòng nằm trong chữ đậm hoặc nghiêng nên máy không đếm"
            f"{also_at([places[each] for each, _ in others])}.",
            "Đề mục thì viết thành một mục trong “de_muc”; khoản, điểm thì đưa dấu ra ngoài: “1. **Mục đích:** …”.",
        )


def _mark(line: Line, may_hold_forms: bool) -> str:
    """The mark that a line begins with in bold or italics, the words behind it in any face; "" for none.

    may_hold_forms  “Điều 1.” may be that of a form
    """
    first = line[0] if line else None
    if not isinstance(first, Run) or not (first.bold or first.italic):
        return ""
    mark = typed_mark("".join(each.text for each in line if isinstance(each, Run))).strip()
    return "" if may_hold_forms and mark[:1].isalpha() and " " in mark else mark
