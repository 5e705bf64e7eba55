"""C170: mã của sổ, của văn bản gõ thẳng vào bài, sẽ in nguyên ra giấy: “Theo nq_76_2021”.

Vì sao: ngoài [[ ]] và {{ }}, mã chỉ là chữ thường; trên giấy không ai biết “nq_76_2021” là văn bản nào.
Cách sửa: viết [[mã]]; số liệu thì viết {{ mã }}. Đúng là chữ cần in thì ghi “bo_qua: {C170: lý do}”.

Đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: Theo [[nq_76_2021]]; tải tệp mau_bao_cao.xlsx.
Không đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: Theo nq_76_2021.                    # lỗi: C170 $.de_muc[0].noi_dung
"""

import re
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_place import place_of_first
from vanban.lint.words import all_words, led_home
from vanban.model.address import addresses
from vanban.model.walk import pictures, tables

CODE, LEVEL, NAME, BO_QUA = "C170", "warning", "id-printed", True
TARGET, SOURCE = "set", ""
# Not a part of an address or the name of a file; what stands between signs is told of by itself.
_ID = re.compile(r"(?<![\w./@:\\\[{-])[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+(?![\w@/\\-]|\.\w)")
_SIGNED = re.compile(r"\{\{[^{}]*\}\}|\[\[[^\[\]]*\]\]")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each id in the words that are printed, once for each node."""
    told: set[tuple[int, str]] = set()
    known, registers = _own(subject), subject.setting.registers
    for words, line in all_words(subject):
        for typed in _ID.findall(_SIGNED.sub("", words.text)) if "_" in words.text else ():
            ma, origin = typed.lower(), led_home(words, line, subject).origin
            if (origin, ma) not in told and (ma in known or registers.knows(ma) or ma in registers.chi_tieu):
                told.add((origin, ma))
                sign = f"{{{{ {ma} }}}}" if ma in registers.chi_tieu else f"[[{ma}]]"
                yield Fault(
                    place_of_first(subject.places, origin, [typed]),
                    f"“{typed}” là mã, sẽ in nguyên ra giấy.", f"Viết {sign}, hoặc viết hẳn câu chữ.",
                )


def _own(subject: SetSubject) -> frozenset[str]:
    """The ids that the documents of the set give."""
    found: set[str] = set()
    for van_ban in subject.bo:
        found |= {van_ban.ma, *(each.ma for each in van_ban.ban_hanh_rieng), *(each.ma for each in tables(van_ban))}
        found |= {each.ma for each in pictures(van_ban)} | {node.ma for node, _ in addresses(van_ban)}
        found |= {task.ma for group in van_ban.nhiem_vu for task in group.gom}
    return frozenset(found)
