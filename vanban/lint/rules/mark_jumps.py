"""C118: số thứ tự gõ nhảy cóc (1. rồi 12.; a, b, d), hoặc bắt đầu từ giữa (4., c), (3)) mà máy đếm từ đầu.

Vì sao: máy đếm lại nên in liền số; chỗ nhảy thường là một dòng bị mất khi dán, hay một con số của câu bị hiểu là dấu
đầu dòng; danh sách bắt đầu từ giữa thường nối một danh sách ở trên mà máy không đếm tiếp. Gõ lại đúng một dấu cho mọi
dòng (1. 1. 1.) không phải là nhảy. Lệnh check --fix nối lại chỗ thiếu một số, không sửa chỗ nhảy xa hơn, không sửa
danh sách bắt đầu từ giữa.
Cách sửa: thêm dòng còn thiếu, hoặc gõ lại số cho liền, từ đầu; là chữ của câu thì đặt dấu \\ ở trước. Khoản (1.) đếm
suốt một đề mục; điểm (a), (1)) đếm lại sau mỗi khoản và sau đoạn không có dấu: đoạn chen giữa các điểm thì thụt hai dấu
cách.

Đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |
          1. Rà soát văn bản:
          a) Một;
          b) Hai;
          1. Báo cáo.
Không đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |                       # lỗi: C118 $.de_muc[0].noi_dung
          1. Hoàn thành trong tháng
          12. Sau đó báo cáo.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.running_text import Item
from vanban.model.typed_marks import bare, begins_late, gaps, lists
from vanban.model.walk import texts

CODE, LEVEL, NAME, BO_QUA = "C118", "warning", "mark-jumps", True
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each list with gaps, at the first; one for a list that begins in the middle of its series."""
    for van_ban in subject.bo:
        for text in texts(van_ban):
            for items in lists(text.blocks):
                yield from _late(items[0]) if begins_late(items) else _jump(items)


def _late(first: Item) -> Iterator[Fault]:
    yield Fault(
        first.origin, f"Danh sách gõ bắt đầu từ “{first.typed_mark}”; máy đếm và in từ “{first.mark}”.",
        "Gõ lại từ đầu như máy in; nối danh sách ở trên thì viết liền vào đó, đoạn chen giữa thụt hai dấu cách; nếu là "
        "chữ của câu thì đặt dấu \\ ở trước.",
    )


def _jump(items: list[Item]) -> Iterator[Fault]:
    for before, after, _ in gaps(items)[:1]:
        typed, counted = bare(after.typed_mark), bare(after.mark)
        yield Fault(
            after.origin,
            f"Số thứ tự gõ nhảy từ “{bare(before.typed_mark)}” sang “{typed}”; máy đếm và in “{counted}”.",
            "Thêm dòng còn thiếu, hoặc gõ lại cho liền; nếu là chữ của câu thì đặt dấu \\ ở trước.",
        )
