"""Gives the other references their words: documents of the set, their headings and items, bodies.

Reads: ids and addresses of the numbered set, the register of bodies. Writes: `shown` of References that the
citations left open. What nothing answers to is a finding here, so this transform runs last.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from vanban.doctypes import DocType
from vanban.findings import Finding, finding
from vanban.model.address import addresses
from vanban.model.document import BoVanBan, VanBan
from vanban.model.inline import Inline, Reference, shown_text
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.model.table import column_name
from vanban.model.walk import map_inlines, tables
from vanban.text import lower_first, nearest


def resolve_references(
    bo: BoVanBan, doctypes: Mapping[str, DocType], registers: Registers, places: Places
) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with the words of every reference; an id given twice or to nothing is a finding."""
    findings: list[Finding] = []
    words = _words_of_nodes(bo, places, findings)
    words |= {ma: shown for van_ban in bo for ma, shown in _words_of_tables(van_ban)}
    words |= {van_ban.ma: _document_words(van_ban, doctypes) for van_ban in bo}
    words |= {body.ma: body.ten_goi for body in registers.co_quan.values()}
    words |= {group.ma: "\n".join(group.gom) for group in registers.nhom_noi_nhan.values()}
    told = {ma for van_ban in bo for ma in van_ban.kem_theo}  # an attachment that is not there was told as such

    def referred(van_ban: VanBan) -> VanBan:
        def resolved(inline: Inline) -> Inline:
            if not isinstance(inline, Reference) or inline.shown is not None or inline.ma in registers.can_cu:
                return inline
            if inline.dinh_dang and inline.ma in words:
                findings.append(finding(
                    "S302", places[inline.origin], f"Dẫn chiếu đến “{inline.ma}” chỉ có một cách viết.",
                    f"Viết [[{inline.ma}]], bỏ phần sau dấu |.",
                ))
            if inline.ma == van_ban.ma:
                return replace(inline, shown=f"{doctypes[van_ban.loai_van_ban].ten_loai} này")
            if inline.ma in words:
                return replace(inline, shown=words[inline.ma])
            if inline.ma in told:
                return inline
            close = nearest(inline.ma, [*words, *registers.can_cu])
            findings.append(finding(
                "R101", places[inline.origin], f"Không tìm thấy “{inline.ma}” để dẫn chiếu.",
                f"Có phải “{close}”?" if close else
                "Mã phải là của một đề mục, khoản, điểm, văn bản kèm theo, căn cứ hoặc cơ quan đã khai báo.",
            ))
            return inline

        return map_inlines(van_ban, resolved)

    return bo.map(referred), findings


def _words_of_nodes(bo: BoVanBan, places: Places, findings: list[Finding]) -> dict[str, str]:
    words: dict[str, str] = {}
    origins: dict[str, int] = {}
    for van_ban in bo:
        for node, address in addresses(van_ban):
            if not node.ma:
                continue
            if node.ma in words:
                first = places[origins[node.ma]]
                findings.append(finding(
                    "S309", places[node.origin], f"Mã “{node.ma}” đã đặt ở {first.file}:{first.line}.",
                    "Đổi một trong hai mã.",
                ))
            words[node.ma], origins[node.ma] = address.words, node.origin
    return words


def _words_of_tables(van_ban: VanBan) -> Iterator[tuple[str, str]]:
    """Tables by their titles, columns by their numbers: "bảng “Kết quả giải quyết”", "cột (6)"."""
    for table in tables(van_ban):
        yield table.ma, f"bảng “{shown_text(table.tieu_de)}”" if table.tieu_de else "bảng dưới đây"
        for leaf in table.leaves:
            yield f"{table.ma}.{leaf.ma}", f"cột {column_name(table, leaf.ma)}"


def _document_words(van_ban: VanBan, doctypes: Mapping[str, DocType]) -> str:
    """"Phụ lục II", "Kế hoạch cải cách hành chính …": how another document of the set names this one."""
    kind = doctypes[van_ban.loai_van_ban]
    if kind.attached == "phu_luc":
        return f"{kind.ten_loai} {van_ban.mark}".rstrip()
    return f"{kind.ten_loai} {lower_first(' '.join(van_ban.trich_yeu.replace('|', ' ').split()))}"
