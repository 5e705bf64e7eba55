"""C105: văn bản đã ban hành mà tệp của bộ bị sửa, thêm hay mất.

Vì sao: văn bản đã có số, ngày và đã gửi đi thì lời của nó không đổi nữa; máy so từng tệp với dấu vân tay giữ khi ban
hành (tệp .ban_hanh.json).
Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 18, khoản 3.
Cách sửa: khôi phục tệp như khi ban hành (git checkout -- <tệp>). Sai về nội dung thì ban hành văn bản mới có hình thức
tương đương để sửa đổi, thay thế; sai về thể thức, kỹ thuật trình bày thì đính chính bằng công văn.

Ví dụ:
    Quyết định đã ban hành ngày 15/7/2025, hôm sau sửa “trich_yeu” của kế hoạch kèm theo: lỗi ở tệp kế hoạch.
"""

from collections.abc import Iterator

from vanban.findings import Place
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "C105", "error", "issued-edited", False
TARGET, SOURCE = "set", "NĐ 30/2020/NĐ-CP, Điều 18, khoản 3"
_HINT = (
    "Khôi phục tệp như khi ban hành (git checkout -- {}). Sai về nội dung: ban hành văn bản mới có hình thức tương "
    "đương để sửa đổi, thay thế. Sai về thể thức, kỹ thuật trình bày: đính chính bằng công văn."
)


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each file of the set that says something else than on the day of issue, is new or is gone."""
    if not (kept := subject.kept):
        return
    frozen, today = kept.frozen.tep, kept.today
    for name in sorted(today.keys() | frozen.keys()):
        if today.get(name) != frozen.get(name):
            yield Fault(Place(name), "Văn bản đã ban hành mà tệp này bị sửa.", _HINT.format(name))
