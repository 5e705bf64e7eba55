"""A unit's file of figures to be filled in: every indicator that is asked of it, its name and unit above its line.

Names stand above and not behind: what is typed at the end of a line with a comment would become part of that comment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from vanban.model.indicators import ChiTieu

_WIDTH = 118
_SIGN = "ghi x là có, 0 là không"


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator to be filled in; `proposed` is written behind it, and `why` above; "" for nothing."""

    chi_tieu: ChiTieu
    proposed: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class BlankFigures:
    """What a file begins with: opening sentences, the keys that say whose it is and of when, in order."""

    schema: str
    opening: Sequence[str]
    whose: Sequence[tuple[str, str]]
    report: Sequence[tuple[str, str]]
    lines: Sequence[Line]


def to_blank_figures(blank: BlankFigures) -> str:
    """The text of the file."""
    return "\n".join(_all(blank)) + "\n"


def _all(blank: BlankFigures) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={blank.schema}"
    for words in blank.opening:
        yield from _comment(words, "")
    yield "loai_du_lieu: so_lieu"
    yield from (f"{key}: {value}" for key, value in blank.whose)
    yield from _comment("Báo cáo gửi kèm số liệu: bỏ dấu # ở hai dòng dưới rồi ghi số, ngày của báo cáo.", "")
    yield from (f"#{key}: {value}" for key, value in blank.report)
    yield ""
    yield "gia_tri:"
    area = ""
    for place, line in enumerate(blank.lines):
        if line.chi_tieu.linh_vuc != area:
            area = line.chi_tieu.linh_vuc
            yield from [""] if place else []
            yield from _comment(f"== {area or 'Khác'} ==", "  ")
        yield from _comment(_called(line.chi_tieu), "  ")
        yield from _comment(line.why, "  ")
        yield f"  {line.chi_tieu.ma}:{f' {line.proposed}' if line.proposed else ''}"


def _called(chi_tieu: ChiTieu) -> str:
    """"Kinh phí thực hiện (triệu đồng, 1 số lẻ)"."""
    decimals = f"{chi_tieu.so_le} số lẻ" if chi_tieu.so_le else ""
    sign = _SIGN if chi_tieu.tinh_chat == "danh_dau" else ""
    said = ", ".join(filter(None, (chi_tieu.don_vi_tinh, decimals, sign)))
    return f"{chi_tieu.ten_goi} ({said})" if said else chi_tieu.ten_goi


def _comment(words: str, indent: str) -> list[str]:
    before = f"{indent}# "
    return wrap(words, _WIDTH, initial_indent=before, subsequent_indent=before, break_long_words=False,
                break_on_hyphens=False)
