"""The end of what is signed: on the page of the signature stand two lines of text, or the last row of a table."""

from collections.abc import Sequence
from dataclasses import replace

from vanban.metrics import text_width
from vanban.model.grid import Grid
from vanban.model.inline import shown_text
from vanban.model.printed import Para, Part
from vanban.the_thuc import Kieu, TheThuc
from vanban.units import Length

# What is so little wider than a line may still be set on one.
_SLACK = 1.02


def with_signature(parts: Sequence[Part], the_thuc: TheThuc, width: Length) -> list[Part]:
    """The body with what goes to the page of the signature beside its last paragraph, which Word keeps with it."""
    *before, end = parts
    if isinstance(end, Grid):
        return [*before, _kept(end)]
    if before and not _takes_two_lines(end, the_thuc.kieu[end.style], width):
        before[-1] = _kept(before[-1])
    return [*before, end]


def _takes_two_lines(para: Para, kieu: Kieu, width: Length) -> bool:
    text = (para.mark[0] if para.mark else "") + shown_text(para.line)
    room = width - kieu.thut_trai - kieu.thut_dau_dong
    return text_width(text, kieu.co_chu, kieu.dam, kieu.nghieng) > _SLACK * room


def _kept(part: Part) -> Part:
    """The part on the page of what comes behind it, of a table its last row."""
    if isinstance(part, Grid):
        return part.kept_with_next()
    return replace(part, keep="lien_sau")
