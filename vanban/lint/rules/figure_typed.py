"""D238: con số gõ tay của một chỉ tiêu đã có số liệu báo cáo.

Vì sao: số gõ tay không đổi theo khi đơn vị sửa số; câu chữ và phụ lục của cùng báo cáo khi ấy nói hai số. Máy chỉ nêu
khi câu ghi đúng tên chỉ tiêu, con số đứng ngay cạnh, và câu không nói về mục tiêu, kỳ khác hay đơn vị khác; đã tính đến
việc làm tròn.
Cách sửa: gọi số bằng {{ mã }}; số ấy là của kỳ khác, đơn vị khác thì viết rõ trong câu.

Ví dụ:
    sai:   Hồ sơ giải quyết quá hạn là 495 hồ sơ.        (số liệu báo cáo: 494)
    đúng:  Hồ sơ giải quyết quá hạn là {{ hs_qua_han }}.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from vanban.facts.reporters import Scope
from vanban.lint.fault import Fault
from vanban.lint.said_indicators import Typed, names_of, typed_in
from vanban.lint.said_numbers import sentences
from vanban.lint.subjects import SetSubject
from vanban.model.document import VanBan
from vanban.model.indicators import ChiTieu
from vanban.model.inline import Figure, Line, shown_text
from vanban.model.printed_lines import PrintedLine, printed_lines
from vanban.numerals import format_number

CODE, LEVEL, NAME, BO_QUA = "D238", "warning", "figure-typed", True
TARGET, SOURCE = "set", ""
_PROSE = ("paragraph", "note")
# What stands in place of a figure, so that its number is not taken for a typed one.
_BOUND = re.compile("\ufffc([a-z0-9_]+)\ufffc")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each sentence in which a number is typed for an indicator that units report; one a sentence."""
    parts = [part for part in subject.bo.parts() if subject.bo.so_lieu_theo(part.van_ban)]
    names = names_of(subject.setting.registers.chi_tieu) if parts else {}
    for part in parts:
        for line in printed_lines(replace(part, kem_theo=())):
            if line.kind in _PROSE:
                yield from _of_line(subject, part.van_ban, line, names)


def _of_line(subject: SetSubject, van_ban: VanBan, line: PrintedLine, names: dict[str, ChiTieu]) -> Iterator[Fault]:
    def value(indicator: ChiTieu) -> Decimal | None:
        return _figure(subject, van_ban, indicator)

    for sentence in sentences(_typed_words(line.inlines)):
        if found := typed_in(sentence, names, frozenset(_BOUND.findall(sentence.text)), value):
            yield Fault(line.origin, f"{_words(found)}.",
                        f"Viết {{{{ {found.indicator.ma} }}}} thay con số; là số của kỳ khác, đơn vị khác thì viết rõ "
                        "trong câu.")


def _typed_words(line: Line) -> str:
    """The words of a line, with the ids of called figures in place of what these print."""
    return "".join(f"\ufffc{each.ma}\ufffc" if isinstance(each, Figure) else shown_text([each]) for each in line)


def _figure(subject: SetSubject, van_ban: VanBan, indicator: ChiTieu) -> Decimal | None:
    """The figure that the document would print; None where there is none, or reports are missing."""
    theo, che_do = subject.bo.so_lieu_theo(van_ban), subject.setting.facts.che_do
    rolled = che_do.of(theo.che_do_bao_cao) if theo and che_do else None
    if theo is None or rolled is None or rolled.figures.regime.period(theo.ky) is None:
        return None
    amount = rolled.total(indicator.ma, Scope(theo.don_vi), theo.ky).amount
    return amount.number if amount.is_whole else None


def _words(found: Typed) -> str:
    name, unit = found.indicator.ten_goi, found.indicator.don_vi_tinh
    typed, figure = (f"{words}%" if unit == "%" else f"{words} {unit}" for words in (
        found.said.text.rstrip(" %"), format_number(found.figure, max(found.said.places, found.indicator.so_le))))
    if found.is_same:
        return (f"“{name}” gõ tay là {typed}, số liệu báo cáo cũng là {figure}; đơn vị sửa số thì câu này không đổi "
                "theo")
    return f"“{name}” gõ tay là {typed}, mà số liệu báo cáo là {figure}"
