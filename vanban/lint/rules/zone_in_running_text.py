"""F117: một dòng của bài là thành phần mà máy in ở chỗ khác: “Nơi nhận:”, “Kính gửi: …”, “(Đã ký)”, “Trang 1” …

Vì sao: các phần ấy thường theo vào khi dán cả văn bản từ Word; máy đã in chúng đúng chỗ, nên trên giấy có hai lần.
Cách sửa: xóa dòng ấy, ghi vào mục được nêu nếu mục còn thiếu. Phụ lục, đề cương có thể là biểu mẫu nên không bị nêu.

Đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |
          Nơi nhận hồ sơ: Trung tâm Phục vụ hành chính công.
Không đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |                       # lỗi: F117 $.de_muc[0].noi_dung
          Theo phân công.

          Nơi nhận:
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_again import rows, whole_lines
from vanban.model.inline import Run

CODE, LEVEL, NAME, BO_QUA = "F117", "warning", "zone-in-running-text", True
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each paragraph that hands have typed and that is a zone and nothing else."""
    places, pattern = subject.places, whole_lines(subject.the_thuc, subject.bo.van_ban.loai_van_ban)
    for line in subject.lines:
        is_typed = all(isinstance(each, Run) for each in line.inlines)
        is_ours = is_typed and places.file(line.origin) not in subject.forms
        if line.kind in ("paragraph", "heading") and not line.name and is_ours:
            text = "".join(words.text for words in line.words).strip()
            if found := pattern.fullmatch(text):
                row = rows("ca_dong")[str(found.lastgroup)]
                yield Fault(line.origin, f"Dòng “{text}” là phần máy tự in ở chỗ khác, sẽ in hai lần.", row.cach)
