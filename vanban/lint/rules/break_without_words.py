"""C119: dấu | ở tiêu đề không ngắt dòng nào: đứng đầu, đứng cuối, hoặc hai dấu liền nhau.

Vì sao: ở trích yếu, tiêu đề, tên phụ lục, dấu | là chỗ ngắt dòng và không in ra; đứng như vậy thì máy để trống một dòng
hoặc bỏ dấu đi.
Cách sửa: đặt một dấu | giữa hai phần chữ, hoặc bỏ dấu; gạch đứng của câu chữ thì viết bằng chữ khác.

Đạt:
    trich_yeu: Ban hành Kế hoạch cải cách hành chính | năm 2026
Không đạt:
    trich_yeu: Ban hành Kế hoạch || năm 2026            # lỗi: C119 $.trich_yeu
"""

import re
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.inline import shown_text

CODE, LEVEL, NAME, BO_QUA = "C119", "warning", "break-without-words", True
TARGET, SOURCE = "set", ""
_IDLE = re.compile(r"^\s*\||\|\s*(?:\||$)")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each title with a bar that parts no words."""
    for van_ban in subject.bo:
        for title, origin in _titles(van_ban):
            if _IDLE.search(title):
                yield Fault(
                    origin, "Dấu | ở đây không ngắt dòng nào và không in ra.",
                    "Đặt một dấu | giữa hai phần chữ, hoặc bỏ đi; dấu gạch đứng của câu chữ thì viết bằng chữ khác.",
                )


def _titles(van_ban: VanBan) -> Iterator[tuple[str, int]]:
    yield van_ban.trich_yeu, van_ban.origin_of("trich_yeu")
    yield van_ban.phu_de, van_ban.origin_of("phu_de")
    for node in van_ban.de_muc:
        yield from _of(node)


def _of(node: DeMuc) -> Iterator[tuple[str, int]]:
    yield shown_text(node.tieu_de), node.origin
    for below in node.de_muc:
        yield from _of(below)
