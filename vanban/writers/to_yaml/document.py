"""A document of the tree → the entries of its file. The schema puts them in order."""

from collections.abc import Iterable
from datetime import date

from vanban.dates import short_date
from vanban.keys import document_keys
from vanban.model.body import DeMuc
from vanban.model.counting import count_khoan
from vanban.model.deadline import words_of
from vanban.model.document import BoQua, Moc, MucTieu, NhiemVu, NhomNhiemVu, NhomVanBan, PhanCong, VanBan
from vanban.model.walk import de_mucs
from vanban.numerals import typed_number
from vanban.writers.to_yaml.by_kind import entries_by_kind
from vanban.writers.to_yaml.emit import Entries, Value
from vanban.writers.to_yaml.inline import inline_source
from vanban.writers.to_yaml.parts import block, filled, listing, texts
from vanban.writers.to_yaml.picture import picture_entries
from vanban.writers.to_yaml.table import table_entries

_Scopes = dict[int, list[BoQua]]


def document_entries(van_ban: VanBan, nodes_key: str) -> Entries:
    """All that `van_ban` says; `nodes_key` is what the type calls its headings: "de_muc", or "dieu"."""
    scopes = _scopes(van_ban)
    draft = van_ban.du_thao
    said = entries_by_kind(van_ban, document_keys()) | {
        "can_cu": texts("; ".join(act.ma for act in line) for line in van_ban.can_cu),
        nodes_key: listing((_de_muc(node, scopes) for node in van_ban.de_muc), apart=True),
        "bang_bieu": listing(map(table_entries, van_ban.bang_bieu), apart=True),
        "hinh": listing(map(picture_entries, van_ban.hinh), apart=True),
        "noi_dung_cuoi": block(van_ban.noi_dung_cuoi, count_khoan(van_ban.mo_dau)),
        "muc_tieu": listing(map(_muc_tieu, van_ban.muc_tieu)),
        "nhiem_vu": listing(map(_nhom_nhiem_vu, van_ban.nhiem_vu), apart=True),
        "danh_muc": listing(map(_nhom_van_ban, van_ban.danh_muc), apart=True),
        "du_thao": filled(lan_thu=draft.lan_thu, ngay=_date(draft.ngay)) if draft else None,
        "ban_hanh_rieng": listing(filled(ma=annex.ma, ten_goi=annex.ten_goi) for annex in van_ban.ban_hanh_rieng),
        "bo_qua": _bo_qua(scopes.get(van_ban.origin, ())),
    }
    return filled(**said)


def _date(day: date | None) -> str:
    return short_date(day) if day else ""


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


def _de_muc(node: DeMuc, scopes: _Scopes) -> Entries:
    return filled(
        tieu_de=inline_source(node.tieu_de),
        ma=node.ma,
        noi_dung=block(node.noi_dung),
        danh_so=node.danh_so,
        khong_danh_so=node.khong_danh_so,
        de_muc=listing((_de_muc(below, scopes) for below in node.de_muc), apart=True),
        bang_bieu=listing(map(table_entries, node.bang_bieu), apart=True),
        hinh=listing(map(picture_entries, node.hinh), apart=True),
        noi_dung_cuoi=block(node.noi_dung_cuoi, count_khoan(node.noi_dung)),
        bo_qua=_bo_qua(scopes.get(node.origin, ())),
    )


def _muc_tieu(target: MucTieu) -> Entries:
    value = "" if target.gia_tri is None else typed_number(target.gia_tri)
    return filled(chi_tieu=target.chi_tieu, so_sanh=target.so_sanh, gia_tri=value)


def _nhom_nhiem_vu(group: NhomNhiemVu) -> Entries:
    return filled(nhom=group.nhom, gom=listing(map(_nhiem_vu, group.gom), apart=True))


def _nhiem_vu(task: NhiemVu) -> Entries:
    """Who does it stands at the task; a list of parts where there are several."""
    parts = {"phan_cong": listing(map(_phan_cong, task.phan_cong))}
    return filled(
        ma=task.ma,
        noi_dung=inline_source(task.noi_dung),
        san_pham=inline_source(task.san_pham),
        thoi_gian=words_of(task.thoi_gian),
        cac_moc=listing(map(_moc, task.cac_moc)),
        ghi_chu=inline_source(task.ghi_chu),
        hang_nam=task.hang_nam,
        **(parts if len(task.phan_cong) > 1 else {}),
        **(_phan_cong(task.phan_cong[0]) if len(task.phan_cong) == 1 else {}),
    )


def _phan_cong(part: PhanCong) -> dict[str, Value]:
    return filled(chu_tri=texts(part.chu_tri, inline=True), phoi_hop=texts(part.phoi_hop, inline=True))


def _moc(milestone: Moc) -> Entries:
    return filled(thoi_gian=words_of(milestone.thoi_gian), ket_qua=inline_source(milestone.ket_qua))


def _nhom_van_ban(group: NhomVanBan) -> Entries:
    return filled(nhom=group.nhom, gom=texts(act.ma for act in group.gom))
