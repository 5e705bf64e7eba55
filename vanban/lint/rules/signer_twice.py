"""R135: một người ký ở cả hai chỗ ký của văn bản.

Vì sao: biên bản có thư ký và chủ tọa, bản thỏa thuận có hai bên; chữ ký thứ hai là của một người khác, xác nhận
điều người kia ghi. Trùng tên thường là chép nhầm.
Cách sửa: ghi đúng người ở chỗ ký kia; hai người trùng họ tên thì bỏ qua cảnh báo này.

Ví dụ:
    biên bản ghi “thu_ky: Lê Thị B” và “chu_toa: Lê Thị B”.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.text import question_in

CODE, LEVEL, NAME, BO_QUA = "R135", "warning", "signer-twice", True
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where the one who signs second is called as the one who signs first."""
    van_ban, zones = subject.bo.van_ban, subject.bo.zones
    own = zones.ho_ten.text if zones else ""
    other = van_ban.ben_ky.ho_ten if van_ban.ben_ky else ""
    pairs = ((van_ban.thu_ky, van_ban.chu_toa, "chu_toa"), (own, other, "ben_ky"))
    for first, second, key in pairs:
        if first and not question_in(first) and _same(first, second):
            yield Fault(van_ban.origin_of(key), f"{second} ký ở cả hai chỗ ký.", "Ghi đúng người ở chỗ ký kia.")


def _same(first: str, second: str) -> bool:
    return first.split() == second.split()
