"""R121: dẫn chiếu gõ tay đến một điều mà văn bản này không có.

Vì sao: điều được máy đếm; câu gõ tay “Điều 31 Quy chế này” không đổi theo khi thêm, bớt, chuyển điều, chương. Dẫn chiếu
đến văn bản khác và phần trích nguyên văn không bị nêu.
Cách sửa: đặt “ma” ở điều được dẫn, viết [[ma]] trong câu để máy dẫn theo.

Đạt:
    loai_van_ban: quy_che
    de_muc:
      - tieu_de: Quy định chung
        de_muc:
          - tieu_de: Phạm vi
            noi_dung: Thực hiện Điều 1 Quy chế này, Điều 9 Nghị định số 30/2020/NĐ-CP.
Không đạt:
    loai_van_ban: quy_che
    de_muc:
      - tieu_de: Quy định chung
        de_muc:
          - tieu_de: Phạm vi
            noi_dung: Thực hiện khoản 2 Điều 9 của Quy chế này.   # lỗi: R121 $.de_muc[0].de_muc[0].noi_dung
"""

import re
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.address import is_in_dieu
from vanban.model.document import VanBan
from vanban.model.inline import Line, Run
from vanban.model.rebuild import found
from vanban.model.running_text import Item, Paragraph
from vanban.model.steps import STEPS
from vanban.model.walk import de_mucs

CODE, LEVEL, NAME, BO_QUA = "R121", "warning", "dieu-not-there", True
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each điều of the text itself that is typed and that it does not have."""
    for van_ban in subject.bo:
        if is_in_dieu(van_ban):
            name = subject.setting.kind(van_ban).ten_loai
            typed = re.compile(rf"\bĐiều (?P<so>\d+)(?= (?:của )?{name} này\b)")
            there = {node.mark for node in de_mucs(van_ban.de_muc) if STEPS[node.step].through}
            for origin, line in _lines(van_ban):
                for match in typed.finditer("".join(each.text for each in line if isinstance(each, Run))):
                    if f"{match[0]}." not in there:
                        yield Fault(
                            origin, f"Bài nhắc đến “{match[0]} {name} này” mà {name} không có {match[0]}.",
                            "Đặt “ma” ở điều được dẫn và viết [[ma]] trong câu để máy dẫn theo.",
                        )


def _lines(van_ban: VanBan) -> Iterator[tuple[int, Line]]:
    """What the text says itself, without what it quotes in whole."""
    kinds: tuple[type[Item | Paragraph], ...] = (Item, Paragraph)
    for block in found(van_ban, *kinds):
        if isinstance(block, Item) or not block.quoted:
            yield block.origin, block.inlines
