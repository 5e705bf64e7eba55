"""A document of the tree → the entries of its file. Keys follow the fields of their names (`by_kind`); here stands what
is said by several. The schema puts them in order."""

from collections.abc import Iterable

from vanban.model.body import DeMuc
from vanban.model.counting import count_khoan
from vanban.model.document import BoQua, NhiemVu, VanBan
from vanban.model.walk import de_mucs
from vanban.writers.to_yaml.by_kind import Entries, Writer
from vanban.writers.to_yaml.emit import Value
from vanban.writers.to_yaml.parts import block
from vanban.writers.to_yaml.table import TABLE_MADE

_Scopes = dict[int, list[BoQua]]


def document_entries(van_ban: VanBan, nodes_key: str) -> dict[str, Value]:
    """All that `van_ban` says; `nodes_key` is what the type calls its headings: "de_muc", or "dieu"."""
    scopes = _scopes(van_ban)

    def document(writer: Writer, _: VanBan) -> Entries:
        return {
            "de_muc": None,
            nodes_key: writer.nodes(van_ban.de_muc, "de_muc"),
            "noi_dung_cuoi": block(van_ban.noi_dung_cuoi, count_khoan(van_ban.mo_dau)),
            "bo_qua": _bo_qua(scopes.get(van_ban.origin, ())),
        }

    def heading(writer: Writer, node: DeMuc) -> Entries:
        return {
            "noi_dung_cuoi": block(node.noi_dung_cuoi, count_khoan(node.noi_dung)),
            "bo_qua": _bo_qua(scopes.get(node.origin, ())),
        }

    return Writer({VanBan: document, DeMuc: heading, NhiemVu: _task, **TABLE_MADE}).entries(van_ban, "")


def _scopes(van_ban: VanBan) -> _Scopes:
    """The suppressions by the origin of the heading they stand at; all others stand at the document."""
    known = {node.origin for node in de_mucs(van_ban.de_muc)} - {van_ban.origin}
    scopes: _Scopes = {}
    for suppression in van_ban.bo_qua:
        scopes.setdefault(suppression.scope if suppression.scope in known else van_ban.origin, []).append(suppression)
    return scopes


def _bo_qua(suppressions: Iterable[BoQua]) -> Value | None:
    """Reasons by code; one code in one place is one entry."""
    reasons: dict[str, Value] = {}
    for suppression in suppressions:
        given = reasons.get(suppression.ma_loi)
        reasons[suppression.ma_loi] = f"{given}; {suppression.ly_do}" if given else suppression.ly_do
    return reasons or None


def _task(writer: Writer, task: NhiemVu) -> Entries:
    """Who does it stands at the task; a list of parts where there are several."""
    if len(task.phan_cong) > 1:
        return {}
    return {"phan_cong": None} | (dict(writer.entries(task.phan_cong[0], "phan_cong")) if task.phan_cong else {})
