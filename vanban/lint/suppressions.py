"""`bo_qua`: silences the findings of one code inside the node that states it, where the table of codes allows that.

A finding of any stage can be silenced: its code decides, and its place. A suppression of a code that may not be
silenced is a finding and silences nothing; so is one that finds nothing to silence.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vanban.findings import Finding, Place, finding
from vanban.lint.engine import known_codes
from vanban.model.document import BoQua
from vanban.model.places import Places


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that was silenced, and why."""

    finding: Finding
    ly_do: str


@dataclass(frozen=True, slots=True)
class Sifted:
    """kept      the findings that nothing silences
    silenced  the others
    told      those about the suppressions themselves
    """

    kept: Sequence[Finding]
    silenced: Sequence[Silenced] = ()
    told: Sequence[Finding] = ()


def sift(findings: Sequence[Finding], stated: Sequence[BoQua], places: Places) -> Sifted:
    """What is left of `findings` where `stated` holds. Of two suppressions of one finding the first is named."""
    if not stated:
        return Sifted(findings)
    by_code: dict[str, list[tuple[Place, BoQua]]] = {}
    for each in stated:
        if _may_be(each.ma_loi):
            by_code.setdefault(each.ma_loi, []).append((places[each.scope], each))
    kept: list[Finding] = []
    silenced: list[Silenced] = []
    busy: set[int] = set()
    for found in findings:
        reached = [each for scope, each in by_code.get(found.code, ()) if _is_inside(found, scope)]
        busy |= {each.origin for each in reached}
        if reached:
            silenced.append(Silenced(found, reached[0].ly_do))
        else:
            kept.append(found)
    return Sifted(kept, silenced, [_told(each, places[each.origin]) for each in stated if each.origin not in busy])


def _is_inside(found: Finding, scope: Place) -> bool:
    start, end = (scope.line, scope.column), (scope.end_line, scope.end_column)
    return scope.file == found.file and start <= (found.line, found.column) < end


def _may_be(code: str) -> bool:
    return code in known_codes() and known_codes()[code].bo_qua


def _told(suppression: BoQua, place: Place) -> Finding:
    """The finding about a suppression that silences nothing."""
    code = suppression.ma_loi
    if _may_be(code):
        idle = f"“bo_qua: {code}” không bỏ qua lỗi nào."
        return finding("X101", place, idle, "Lỗi này không có ở đây; xóa dòng này.")
    if code in known_codes():
        return finding("X102", place, f"Lỗi {code} không bỏ qua được.", f"Sửa chỗ được nêu, xóa dòng này. {_allowed()}")
    return finding("X101", place, f"Không có lỗi nào mang mã {code}.", f"Xem lại mã lỗi. {_allowed()}")


def _allowed() -> str:
    codes: Iterable[str] = sorted(code for code, entry in known_codes().items() if entry.bo_qua)
    return f"Chỉ bỏ qua được: {', '.join(codes)}."
