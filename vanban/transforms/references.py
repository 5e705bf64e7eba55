"""Gives the other references their target and their words: documents of the set, their headings and items, bodies.

Reads: ids and addresses of the numbered set, the register of bodies. Writes: `target`, `shown` of References that the
citations left open. What nothing answers to is a finding here, so this transform runs last.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from vanban import printer
from vanban.findings import Finding, finding
from vanban.model.address import AddressPart, addresses, is_in_dieu
from vanban.model.body import DeMuc
from vanban.model.document import BoVanBan, VanBan
from vanban.model.inline import Reference, Target, TargetKind, shown_text
from vanban.model.places import Places
from vanban.model.walk import map_inlines, pictures, tables
from vanban.setting import Setting
from vanban.slips import Names
from vanban.text import upper_first
from vanban.transforms._reference_places import Spot, words_by_origin

TITLE = "dẫn chiếu"


@dataclass(frozen=True, slots=True)
class _Named:
    """What a reference can mean: its target, its words, and the document that it is in, None for what is outside of
    documents.

    parts  its address, where it is a part of a text in điều
    """

    target: Target
    words: str
    home: VanBan | None = None
    parts: tuple[AddressPart, ...] = ()


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with the words of every reference; an id given twice or to nothing is a finding."""
    resolver = _Resolver(bo, setting)

    def referred(van_ban: VanBan) -> VanBan:
        words = words_by_origin(van_ban, lambda reference, spot: resolver.words(reference, van_ban, spot))

        def resolved(inline: Reference) -> Reference:
            if inline.target or inline.ma in setting.registers.can_cu:
                return inline
            return resolver.resolved(inline, van_ban, words)

        return map_inlines(van_ban, resolved, Reference)

    return bo.map(referred), resolver.findings


class _Resolver:
    """Finds what the references of one set lead to; faults gather in `findings`."""

    def __init__(self, bo: BoVanBan, setting: Setting) -> None:
        self._setting, self._places, self._registers = setting, setting.places, setting.registers
        documents = {
            van_ban.ma: _Named(Target("van_ban", van_ban.ma, van_ban.ma), printer.document(van_ban, setting))
            for van_ban in bo
        }
        self._own, self.findings = _nodes(bo, documents, setting)
        self._own |= documents
        # An attachment that is not there was told as such, and so was a column that only rows know.
        self._told = {ma for van_ban in bo for ma in van_ban.kem_theo}
        self._told |= {f"{table.ma}.{stray.cot}" for van_ban in bo for table in tables(van_ban)
                       for stray in table.strays(table.rows())}
        self._attached = {part.van_ban.ma: [each.van_ban for each in part.kem_theo] for part in bo.parts()}

    def resolved(self, reference: Reference, van_ban: VanBan, words: Mapping[int, str]) -> Reference:
        """The reference as it stands in the document `van_ban`; as it is where it leads to nothing.

        words  those of references in lines, by origin; elsewhere they are those of no place
        """
        named = self._named(reference.ma)
        if named is None:
            if reference.ma not in self._told:
                self.findings.append(_unknown(reference, self._known, self._places))
            return reference
        if reference.cach_in:
            self._fault("S302", reference, f"Dẫn chiếu đến “{reference.ma}” chỉ có một cách viết.",
                        f"Viết [[{reference.ma}]], bỏ phần sau dấu |.")
        if not named.words:
            self._fault("R101", reference, f"Chỗ mang mã “{reference.ma}” không có số, không có tên để dẫn chiếu.",
                        "Đặt mã cho một đề mục, khoản, điểm có số.")
            return reference
        shown = words[reference.origin] if reference.origin in words else self._words(named, van_ban, Spot())
        return replace(reference, target=named.target, shown=shown)

    def words(self, reference: Reference, van_ban: VanBan, spot: Spot) -> str:
        """The words at a spot of the document `van_ban`; "" for a reference that leads to nothing."""
        named = self._named(reference.ma)
        words = self._words(named, van_ban, spot) if named else ""
        return upper_first(words) if spot.opens and spot.in_body else words

    def _words(self, named: _Named, van_ban: VanBan, spot: Spot) -> str:
        """The words in the document `van_ban`: what stands in another document is named with that."""
        if named.target == Target("van_ban", van_ban.ma, van_ban.ma):
            return printer.this_document(van_ban, self._setting)
        if named.home is None:
            return named.words
        is_here = named.home.ma == van_ban.ma
        if not named.parts or is_here and not spot.in_body:
            return named.words if is_here else f"{named.words} {printer.document(named.home, self._setting)}"
        if is_here:
            text = printer.this_document(van_ban, self._setting)
            return printer.provision(named.parts, spot.here, text, spot.rest)
        return printer.provision(named.parts, (), self._text_elsewhere(named.home, van_ban), spot.rest)

    def _text_elsewhere(self, home: VanBan, van_ban: VanBan) -> str:
        """What the document `van_ban` calls another one behind a part of it: short where it attaches that, and no other
        of the type."""
        alike = [each for each in self._attached.get(van_ban.ma, ()) if each.loai_van_ban == home.loai_van_ban]
        if [each.ma for each in alike] == [home.ma]:
            return printer.attached_document(home, van_ban, self._setting)
        return printer.document(home, self._setting)

    def _named(self, ma: str) -> _Named | None:
        """What `ma` means. The registers come first: an id of the set that is theirs too was told of."""
        if group := self._registers.nhom_noi_nhan.get(ma):
            return _Named(Target("nhom_noi_nhan", ma), "\n".join(group.gom))
        if body := self._registers.co_quan.get(ma):
            return _Named(Target("co_quan", ma), body.ten_goi)
        return self._own.get(ma)

    @cached_property
    def _known(self) -> Names:
        registers = self._registers
        return Names([*self._own, *registers.co_quan, *registers.nhom_noi_nhan, *registers.can_cu])

    def _fault(self, code: str, reference: Reference, message: str, hint: str) -> None:
        self.findings.append(finding(code, self._places[reference.origin], message, hint))


def _unknown(reference: Reference, known: Names, places: Places) -> Finding:
    close = known.nearest(reference.ma)
    return finding(
        "R101", places[reference.origin], f"Không tìm thấy “{reference.ma}” để dẫn chiếu.",
        f"Có phải “{close}”?" if close else
        "Mã phải là của một đề mục, khoản, điểm, bảng, hình, văn bản kèm theo, căn cứ hoặc cơ quan đã khai báo; "
        "phụ lục gửi riêng thì khai báo trong “ban_hanh_rieng”.",
    )


def _nodes(bo: BoVanBan, documents: Container[str], setting: Setting) -> tuple[dict[str, _Named], list[Finding]]:
    """Headings, items, tables, columns, pictures of the set and annexes issued apart by their ids; an id given twice,
    or to one of the `documents` of the set or in a register, is a finding."""
    places = setting.places

    def is_taken(ma: str) -> bool:
        return ma in documents or setting.registers.knows(ma)

    known: dict[str, _Named] = {}
    origins: dict[str, int] = {}
    findings: list[Finding] = []
    for van_ban in bo:
        for named, origin in _ids(van_ban):
            ma = named.target.ma
            if is_taken(ma):
                findings.append(finding(
                    "S309", places[origin], f"Mã “{ma}” đã là của một văn bản trong bộ hay của sổ dùng chung.",
                    "Đổi mã ở đây.",
                ))
            if ma in known and "." not in ma:  # columns twice were told of when their table was read
                first = places[origins[ma]]
                findings.append(finding(
                    "S309", places[origin], f"Mã “{ma}” đã đặt ở {first.file}:{first.line}.", "Đổi một trong hai mã.",
                ))
            known[ma], origins[ma] = named, origin
    for van_ban in bo:
        for annex in van_ban.ban_hanh_rieng:
            if is_taken(annex.ma) or annex.ma in known and known[annex.ma].words != annex.ten_goi:
                findings.append(finding(
                    "S309", places[annex.origin], f"Mã “{annex.ma}” đã đặt cho mục khác.",
                    "Đổi mã của phụ lục gửi riêng.",
                ))
            known[annex.ma] = _Named(Target("ban_hanh_rieng", annex.ma), annex.ten_goi)
    return known, findings


def _ids(van_ban: VanBan) -> Iterator[tuple[_Named, int]]:
    """Everything inside a document that has an id, with its origin."""
    def named(kind: TargetKind, ma: str, words: str, parts: tuple[AddressPart, ...] = ()) -> _Named:
        return _Named(Target(kind, ma, van_ban.ma), words, van_ban, parts)

    in_dieu = is_in_dieu(van_ban)
    for node, address in addresses(van_ban):
        if node.ma:
            kind: TargetKind = "de_muc" if isinstance(node, DeMuc) else "dong"
            title = shown_text(node.tieu_de) if isinstance(node, DeMuc) and not node.mark else ""
            parts = address.parts if in_dieu and not title else ()
            yield named(kind, node.ma, printer.heading(title, address), parts), node.origin
    for table in tables(van_ban):
        yield named("bang_bieu", table.ma, printer.table(table)), table.origin
        for leaf in table.leaves:
            yield named("cot", f"{table.ma}.{leaf.ma}", printer.column(table, leaf.ma)), leaf.origin
    for hinh in pictures(van_ban):
        if hinh.ma:
            yield named("hinh", hinh.ma, hinh.words), hinh.origin
