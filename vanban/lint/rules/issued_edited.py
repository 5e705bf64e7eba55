"""C105: văn bản đã ban hành mà tệp của bộ bị sửa, thêm, đổi tên hay mất.

Vì sao: văn bản đã có số, ngày và đã gửi đi thì lời của nó không đổi nữa; máy so từng tệp với dấu vân tay giữ khi ban
hành (tệp .ban_hanh.json).
Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 18, khoản 3.
Cách sửa: khôi phục tệp như khi ban hành: bỏ chỗ vừa sửa, hoặc lấy lại từ git lần lưu đã có số, ngày (lần lưu còn là dự
thảo thì không); xem đã đổi gì: build.py diff --ban-hanh <tệp>. Tệp bị đổi tên thì đổi lại tên cũ. Sai về nội dung thì
ban hành văn bản mới có hình thức tương đương để sửa đổi, thay thế; sai về thể thức, kỹ thuật trình bày thì đính chính
bằng công văn.

Ví dụ:
    Quyết định đã ban hành ngày 15/7/2025, hôm sau sửa “trich_yeu” của kế hoạch kèm theo: lỗi ở tệp kế hoạch.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from vanban.findings import Place
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "C105", "error", "issued-edited", False
TARGET, SOURCE = "set", "NĐ 30/2020/NĐ-CP, Điều 18, khoản 3"
_HINT = (
    "Khôi phục tệp như khi ban hành: bỏ chỗ vừa sửa, hoặc lấy lại lần lưu đã có số, ngày (tìm bằng git log -- {}). Sai "
    "về nội dung: ban hành văn bản mới có hình thức tương đương để sửa đổi, thay thế. Sai về thể thức, kỹ thuật trình "
    "bày: đính chính bằng công văn."
)
_GONE = (
    "Lấy lại tệp: git checkout -- {} (việc xóa đã lưu vào git thì lấy từ lần lưu trước đó). Không sửa văn bản đã ban "
    "hành cho khớp với tệp còn lại."
)
_OF_ANOTHER = "Nếu tệp này là bản chép thì xóa tệp .ban_hanh.json chép theo; nếu không thì lấy lại cả hai tệp từ git."


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each file of the set that says something else than on the day of issue, is new, renamed or gone."""
    if not (kept := subject.kept):
        return
    frozen, today, renamed = kept.frozen.tep, kept.today, kept.renamed
    issuing = subject.places.file(subject.bo.van_ban.origin)
    if issuing not in frozen and issuing not in renamed and not kept.missing:
        yield Fault(Place(issuing), "Tệp lưu khi ban hành nằm cạnh tệp này là của văn bản khác.", _OF_ANOTHER)
        return
    for name in sorted(today.keys() | frozen.keys() - kept.gone):
        if name in renamed:
            yield _renamed(name, renamed[name], name == issuing)
        elif today.get(name) != frozen.get(name):
            yield Fault(Place(name), "Văn bản đã ban hành mà tệp này bị sửa.", _HINT.format(name))
    for name in sorted(kept.missing):
        yield Fault(Place(issuing), f"Văn bản đã ban hành mà tệp {name} của bộ không còn.", _GONE.format(name))


def _renamed(name: str, old: str, is_issuing: bool) -> Fault:
    hint = f"Đổi tên tệp lại thành {old}"
    if is_issuing:
        hint += f", và tệp lưu khi ban hành nằm cạnh thành {PurePosixPath(old).with_suffix('.ban_hanh.json')}"
    return Fault(Place(name), f"Văn bản đã ban hành mà tệp bị đổi tên; khi ban hành tệp là {old}.", f"{hint}.")
