"""Figures → Vietnamese words: everything that `{{ ma | cách_in cơ_sở }}` may print.

Pure: whoever calls has looked up the figure, what it is held against, and how that is called. The words stand in
words.yaml, and the ways to print too; what is printed of a target itself, “từ 95% trở lên”, is printer.py's.
"""

from collections.abc import Callable, Mapping

from vanban.figure_words.changes import change, comparison, growth, share
from vanban.figure_words.outcomes import Outcome, outcome, outcome_words
from vanban.figure_words.periods import base_kind, base_name, named_period, period_words, target_name, until
from vanban.figure_words.results import PROSE, Refusal, Style, Words, refusal
from vanban.figure_words.sentence import begins_sentence, placed
from vanban.figure_words.shortfalls import shortfall
from vanban.figure_words.table import Form, forms, said
from vanban.figure_words.values import bare, by_sign, missing, note_of, rank_of, reached, reported, sure, value
from vanban.model.measured import Base, Measured

__all__ = [
    "Form", "Outcome", "Refusal", "Style", "Words", "base_kind", "base_name", "begins_sentence", "forms", "misfit",
    "named_period", "note_of", "outcome", "period_words", "placed", "shortfall", "sure", "target_name",
    "until", "ways_to_print", "words",
]

_ALONE: Mapping[str, Callable[[Measured, Style], Words | Refusal]] = {
    "": value, "so": bare, "dat": reached, "theo_dau": by_sign, "thu_hang": rank_of, "da_bao_cao": reported,
    "con_thieu": missing,
}
_HELD_AGAINST: Mapping[str, Callable[[Measured, Base, Style], Words | Refusal]] = {
    "tang_giam": change, "so_sanh": comparison, "toc_do": growth, "ty_trong": share, "danh_gia": outcome_words,
}
_FOR_SIGNS = ("", "da_bao_cao", "con_thieu")


def words(figure: Measured, form: str = "", base: Base | None = None, style: Style = PROSE) -> Words | Refusal:
    """`figure` in the way `form` ("": with its unit), held against `base` where the form asks for one."""
    if why := _misfit(form, base.kind if base else "", base.name if base else ""):
        return Refusal(why)
    if figure.nature == "danh_dau" and form not in _FOR_SIGNS:
        return refusal("khong_dung_danh_dau")
    if form in _ALONE:
        return _ALONE[form](figure, style)
    if base is None:
        return refusal("khong_co_muc_tieu")
    return _HELD_AGAINST[form](figure, base, style)


def misfit(cach_in: str, co_so: str) -> str:
    """What is wrong with a way to print as it is typed, `| cach_in co_so`, whatever the figure; "" for nothing."""
    return _misfit(cach_in, base_kind(co_so) if co_so else "", co_so)


def ways_to_print() -> str:
    """All ways, as a finding lists them: "so, dat, …, tang_giam <kỳ gốc, muc_tieu>"."""
    return "; ".join(_listed(form) for form in forms().values())


def _misfit(cach: str, kind: str, co_so: str) -> str:
    if not cach:
        return said("tu_choi.thua_co_so", cach=cach, co_so=co_so) if kind else ""
    form = forms().get(cach)
    if form is None:
        return said("tu_choi.khong_co_cach", cach=cach)
    if not kind:
        return said("tu_choi.thieu_co_so", cach=cach, vi_du=form.sample) if form.bases and form.writes_base else ""
    if not form.bases:
        return said("tu_choi.thua_co_so", cach=cach, co_so=co_so)
    if kind not in form.bases:
        what = " hoặc ".join(said(f"co_so.{each}") for each in form.bases)
        return said("tu_choi.sai_co_so", cach=cach, co_so=co_so, can=what)
    return ""


def _listed(form: Form) -> str:
    return f"{form.name} {said(f'co_so_ngan.{form.bases[0]}')}" if form.bases and form.writes_base else form.name
