"""Columns that stand for several: one for each period of a range (`moi_ky`), one for each unit of a group
(`moi_don_vi`); and heads that say which.

In a head {năm} is the year of the period of its column, {kỳ} the name of that period, {đơn vị} the unit; {tính đến} is
"(Tính đến 31/3)" of a period that ends before its time, and of others nothing. They are written with their tones, as
{XEM LẠI: …} is: an id in braces is a figure with a bracket forgotten.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from vanban.facts.periods import is_cut_short
from vanban.figure_words import named_period, until
from vanban.model.inline import Line, Run, shown_text
from vanban.model.table import Cot
from vanban.tables._whose import Whose

_WORD = re.compile(r"(?P<space> ?)\{(?P<word>[^{}]*)\}")


def speaks_of_figures(cot: Cot) -> bool:
    """Whether its head does, or it stands for several."""
    return bool(cot.moi_ky or cot.moi_don_vi or _WORD.search(shown_text(cot.tieu_de)))


def written_columns(cots: tuple[Cot, ...], whose: Whose) -> tuple[Cot, ...]:
    """The columns as they are printed."""
    return tuple(new for cot in cots for new in _written(cot, whose, "", ""))


def _written(cot: Cot, whose: Whose, ky: str, don_vi: str) -> Iterator[Cot]:
    """`ky`, `don_vi`: the period and the unit that the heads above say."""
    for each in _of_units(cot, whose) if cot.moi_don_vi else cot.of_periods:
        of, unit = each.trong_ky or ky, each.cua_don_vi or don_vi
        below = tuple(new for inner in each.cot for new in _written(inner, whose, of, unit))
        yield replace(each, tieu_de=_head(each, whose, of, unit), cot=below)


def _of_units(cot: Cot, whose: Whose) -> Iterator[Cot]:
    for unit in whose.members(cot.moi_don_vi, cot.origin, "moi_don_vi"):
        yield replace(cot.called(unit), cua_don_vi=unit, moi_don_vi="")


def _head(cot: Cot, whose: Whose, ky: str, don_vi: str) -> Line:
    said = _said(whose, ky, don_vi)

    def filled(found: re.Match[str]) -> str:
        word = found["word"].strip()
        if (words := said.get(word)) is not None:
            return found["space"] + words if words else ""
        typed = found[0].strip()
        whose.tell(cot.origin, "D242", f"Đầu cột ghi {typed} mà cột này không có gì để điền vào đó.",
                   "Ghi kỳ ở moi_ky hay trong_ky, đơn vị ở moi_don_vi hay cua_don_vi, chế độ báo cáo ở so_lieu_theo."
                   if word in said else f"Viết một trong: {', '.join(f'{{{each}}}' for each in said)}.")
        return found[0]

    return tuple(
        replace(each, text=_WORD.sub(filled, each.text)) if isinstance(each, Run) else each for each in cot.tieu_de)


def _said(whose: Whose, ky: str, don_vi: str) -> Mapping[str, str | None]:
    """What stands for each word; None for what nobody has said."""
    period, named = whose.period(ky), named_period(ky)
    year = period.ky.cho_nam if period else named.year if named else None
    last = period.den_ngay if period and is_cut_short(period) else None
    return {
        "năm": str(year) if year else None, "kỳ": whose.words_of(ky) or None,
        "tính đến": until(last) if last else "" if period else None,
        "đơn vị": whose.setting.registers.called(don_vi) if don_vi else None,
    }
