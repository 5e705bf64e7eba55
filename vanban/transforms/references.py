"""Gives the other references their words: documents of the set, their headings and items, bodies.

Reads: ids and addresses of the numbered set, the register of bodies. Writes: `shown` of References that the
citations left open. What nothing answers to is a finding here, so this transform runs last.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vanban.findings import Finding, finding
from vanban.model.address import addresses
from vanban.model.body import DeMuc
from vanban.model.document import BoVanBan, VanBan
from vanban.model.inline import Inline, Reference, shown_text
from vanban.model.places import Places
from vanban.model.table import column_name
from vanban.model.walk import map_inlines, pictures, tables
from vanban.setting import Setting
from vanban.text import lower_first, nearest, unbroken

TITLE = "dẫn chiếu"


@dataclass(frozen=True, slots=True)
class _Named:
    """What a reference can mean: its words, and the document that it is in, None for what is outside of documents."""

    words: str
    home: VanBan | None = None


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with the words of every reference; an id given twice or to nothing is a finding."""
    resolver = _Resolver(bo, setting)

    def referred(van_ban: VanBan) -> VanBan:
        def resolved(inline: Inline) -> Inline:
            if not isinstance(inline, Reference) or inline.shown is not None or inline.ma in setting.registers.can_cu:
                return inline
            return replace(inline, shown=resolver.words(inline, van_ban))

        return map_inlines(van_ban, resolved)

    return bo.map(referred), resolver.findings


class _Resolver:
    """Finds the words for the references of one set; faults gather in `findings`."""

    def __init__(self, bo: BoVanBan, setting: Setting) -> None:
        registers = setting.registers
        self._setting, self._places, self._acts = setting, setting.places, registers.can_cu
        outside = {van_ban.ma: _Named(_document_words(van_ban, setting)) for van_ban in bo}
        outside |= {body.ma: _Named(body.ten_goi) for body in registers.co_quan.values()}
        outside |= {group.ma: _Named("\n".join(group.gom)) for group in registers.nhom_noi_nhan.values()}
        self._known, self.findings = _nodes(bo, {*outside, *self._acts}, setting.places)
        self._known |= outside
        # An attachment that is not there was told as such.
        self._told = {ma for van_ban in bo for ma in van_ban.kem_theo}

    def words(self, reference: Reference, van_ban: VanBan) -> str | None:
        """The words in the document `van_ban`: those of another document name that too; None where there are none."""
        named = self._known.get(reference.ma)
        if named is None:
            if reference.ma not in self._told:
                self.findings.append(_unknown(reference, [*self._known, *self._acts], self._places))
            return None
        if reference.dinh_dang:
            self._fault("S302", reference, f"Dẫn chiếu đến “{reference.ma}” chỉ có một cách viết.",
                        f"Viết [[{reference.ma}]], bỏ phần sau dấu |.")
        if reference.ma == van_ban.ma:
            return f"{self._setting.kind(van_ban).ten_loai} này"
        if not named.words:
            self._fault("R101", reference, f"Chỗ mang mã “{reference.ma}” không có số, không có tên để dẫn chiếu.",
                        "Đặt mã cho một đề mục, khoản, điểm có số.")
            return None
        if named.home is None or named.home.ma == van_ban.ma:
            return named.words
        return f"{named.words} {_document_words(named.home, self._setting)}"

    def _fault(self, code: str, reference: Reference, message: str, hint: str) -> None:
        self.findings.append(finding(code, self._places[reference.origin], message, hint))


def _unknown(reference: Reference, known: list[str], places: Places) -> Finding:
    close = nearest(reference.ma, known)
    return finding(
        "R101", places[reference.origin], f"Không tìm thấy “{reference.ma}” để dẫn chiếu.",
        f"Có phải “{close}”?" if close else
        "Mã phải là của một đề mục, khoản, điểm, bảng, hình, văn bản kèm theo, căn cứ hoặc cơ quan đã khai báo; "
        "phụ lục gửi riêng thì khai báo trong “ban_hanh_rieng”.",
    )


def _nodes(bo: BoVanBan, taken: set[str], places: Places) -> tuple[dict[str, _Named], list[Finding]]:
    """Headings, items, tables, columns, pictures of the set and annexes issued apart by their ids; an id given twice,
    or to a document of the set or in a register (`taken`), is a finding."""
    known: dict[str, _Named] = {}
    origins: dict[str, int] = {}
    findings: list[Finding] = []
    for van_ban in bo:
        for ma, words, origin in _ids(van_ban):
            if ma in taken:
                findings.append(finding(
                    "S309", places[origin], f"Mã “{ma}” đã là của một văn bản trong bộ hay của sổ dùng chung.",
                    "Đổi mã ở đây.",
                ))
            if ma in known and "." not in ma:  # columns twice were told of when their table was read
                first = places[origins[ma]]
                findings.append(finding(
                    "S309", places[origin], f"Mã “{ma}” đã đặt ở {first.file}:{first.line}.", "Đổi một trong hai mã.",
                ))
            known[ma], origins[ma] = _Named(words, van_ban), origin
    for van_ban in bo:
        for annex in van_ban.ban_hanh_rieng:
            if annex.ma in taken or annex.ma in known and known[annex.ma].words != annex.ten_goi:
                findings.append(finding(
                    "S309", places[annex.origin], f"Mã “{annex.ma}” đã đặt cho mục khác.",
                    "Đổi mã của phụ lục gửi riêng.",
                ))
            known[annex.ma] = _Named(annex.ten_goi)
    return known, findings


def _ids(van_ban: VanBan) -> Iterator[tuple[str, str, int]]:
    """Id, words and origin of what a reference can point to inside a document: "khoản 2 Mục III",
    "bảng “Kết quả giải quyết”", "cột (6)", "Hình 1"."""
    for node, address in addresses(van_ban):
        if node.ma:
            title = shown_text(node.tieu_de) if isinstance(node, DeMuc) and not node.mark else ""
            yield node.ma, f"mục “{unbroken(title)}”" if title else address.words, node.origin
    for table in tables(van_ban):
        yield table.ma, f"bảng “{shown_text(table.tieu_de)}”" if table.tieu_de else "bảng kèm theo", table.origin
        for leaf in table.leaves:
            yield f"{table.ma}.{leaf.ma}", f"cột {column_name(table, leaf.ma)}", leaf.origin
    for hinh in pictures(van_ban):
        if hinh.ma:
            yield hinh.ma, hinh.words, hinh.origin


def _document_words(van_ban: VanBan, setting: Setting) -> str:
    """"Phụ lục II", "Kế hoạch cải cách hành chính …": how another document of the set names this one."""
    kind = setting.kind(van_ban)
    if kind.attached == "phu_luc":
        return f"{kind.ten_loai} {van_ban.mark}".rstrip()
    return f"{kind.ten_loai} {lower_first(unbroken(van_ban.trich_yeu))}"
