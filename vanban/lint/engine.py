"""Runs the rules over a set and applies the suppressions (`bo_qua`) that its documents state.

Rules decide; the engine stamps code, level and source: an article of the decree, none where the format is one whose
text we have not read. A suppression that silences nothing is itself a finding.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Protocol

from vanban.codes import CODES, NEVER_SILENCED
from vanban.findings import Finding, Place, finding
from vanban.lint import rules
from vanban.lint.fault import Fault
from vanban.model.document import BoQua, BoVanBan
from vanban.model.places import Places
from vanban.registry import discover
from vanban.setting import Setting
from vanban.the_thuc import TheThuc


class Rule(Protocol):
    """A rule module.

    NAME    the defect, so that "allow <name>" reads well
    CODE    the code of its findings
    SOURCE  the article that asks for it, "" where it is ours
    """

    NAME: str
    CODE: str
    SOURCE: str
    __doc__: str | None

    def check(self, bo: BoVanBan, the_thuc: TheThuc) -> Iterable[Fault]:
        """The faults of a resolved set."""
        ...


@cache
def all_rules() -> Mapping[str, Rule]:
    """The rule modules by their short names."""
    return discover(rules, Rule)


def lint(bo: BoVanBan, setting: Setting) -> list[Finding]:
    """The findings of every rule on `bo` that no suppression silences, and the suppressions that are idle."""
    places, the_thuc = setting.places, setting.the_thuc
    found = [
        finding(rule.CODE, places[fault.origin], fault.message, fault.hint, "" if the_thuc.gian_tiep else rule.SOURCE)
        for rule in all_rules().values() for fault in rule.check(bo, the_thuc)
    ]
    stated = [suppression for van_ban in bo for suppression in van_ban.bo_qua]
    suppressions = [suppression for suppression in stated if suppression.ma_loi not in NEVER_SILENCED]
    kept = [f for f in found if not any(_silences(s, f, places) for s in suppressions)]
    refused = [
        finding("X102", places[s.origin], f"Lỗi {s.ma_loi} không bỏ qua được.", "Sửa chỗ được nêu, xóa dòng này.")
        for s in stated if s.ma_loi in NEVER_SILENCED
    ]
    return [*kept, *refused, *_idle(suppressions, found, places)]


def _silences(suppression: BoQua, found: Finding, places: Places) -> bool:
    scope = places[suppression.scope]
    return suppression.ma_loi == found.code and scope.file == found.file and _inside(found, scope)


def _inside(found: Finding, scope: Place) -> bool:
    start, end = (scope.line, scope.column), (scope.end_line, scope.end_column)
    return start <= (found.line, found.column) < end


def _idle(suppressions: list[BoQua], found: list[Finding], places: Places) -> Iterator[Finding]:
    for suppression in suppressions:
        if not any(_silences(suppression, each, places) for each in found):
            yield finding("X101", places[suppression.origin], *_words_for_idle(suppression.ma_loi))


def _words_for_idle(code: str) -> tuple[str, str]:
    """Message and hint for a suppression that silences nothing."""
    known = sorted(rule.CODE for rule in all_rules().values() if rule.CODE not in NEVER_SILENCED)
    if code in known:
        return f"“bo_qua: {code}” không bỏ qua lỗi nào.", "Lỗi này không có ở đây; xóa dòng này."
    others = f"Chỉ bỏ qua được: {', '.join(known)}."
    if code in CODES:
        return f"Lỗi {code} không bỏ qua được.", f"Sửa chỗ sai rồi xóa dòng này. {others}"
    return f"Không có lỗi nào mang mã {code}.", f"Xem lại mã lỗi. {others}"
