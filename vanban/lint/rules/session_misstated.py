"""C134: “ky_hop” ghi điều không phải khóa, kỳ họp của hội đồng, hoặc ở nghị quyết của cơ quan không họp theo khóa, kỳ.

Vì sao: máy in “ky_hop” dưới tên hội đồng và trong câu thông qua, sau tên hội đồng; gõ cả tên hội đồng thì tên in hai
lần, gõ cả “thông qua ngày …” thì ngày ấy in ở dưới tên. Sở, Ủy ban nhân dân không có khóa, kỳ họp.
Cách sửa: chỉ ghi khóa và kỳ họp, như “Khóa XVIII, kỳ họp thứ 31”; ngày thông qua ghi ở “ngay_thong_qua”.

Ví dụ:
    ky_hop: Hội đồng nhân dân tỉnh Khóa XVIII, kỳ họp thứ 31
"""

import re
from collections.abc import Iterator

from vanban.glossary import labelled
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.registers import CoQuan
from vanban.model.typed_dates import typed_dates

CODE, LEVEL, NAME, BO_QUA = "C134", "error", "session-misstated", True
TARGET, SOURCE = "set", ""
# Bodies that meet in sessions of a term, by how their names begin.
_COUNCILS = ("Hội đồng", "Quốc hội", "Đại hội")
_COUNCIL = re.compile(r"\b(?:hội đồng|hđnd|quốc hội|ủy ban|uỷ ban|ubnd)\b", re.IGNORECASE)
_OF_TERM = re.compile(r"\b(?:khóa|khoá|kỳ họp|kì họp)\b", re.IGNORECASE)
_DAY = re.compile(r"\b(?:thông qua|ngày)\b", re.IGNORECASE)


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault on a session that a body cannot have, or that says more than term and session."""
    van_ban, issuer = subject.bo.van_ban, subject.issuer
    if not van_ban.ky_hop or issuer is None:
        return
    if why := _why(issuer, van_ban.ky_hop):
        yield Fault(van_ban.origin_of("ky_hop"), *why)


def _why(issuer: CoQuan, ky_hop: str) -> tuple[str, str] | None:
    """What is wrong with the session, and the way out."""
    if _meets_otherwise(issuer, ky_hop):
        return (f"{issuer.ten_goi} không họp theo khóa, kỳ, mà văn bản ghi {labelled('ky_hop')} “{ky_hop}”.",
                "Bỏ dòng “ky_hop”, hoặc sửa “co_quan” thành Hội đồng đã họp.")
    if council := _COUNCIL.search(ky_hop):
        return (f"{labelled('ky_hop')} ghi cả “{council[0]}”: tên hội đồng sẽ in hai lần.",
                "Chỉ ghi khóa và kỳ họp, như “Khóa XVIII, kỳ họp thứ 31”.")
    if _DAY.search(ky_hop) or any(typed_dates(ky_hop)):
        return (f"{labelled('ky_hop')} ghi cả ngày thông qua, sẽ in dưới tên hội đồng.",
                "Ở “ky_hop” chỉ ghi khóa và kỳ họp; ngày ấy ghi thành dòng “ngay_thong_qua: ngày/tháng/năm”.")
    return None


def _meets_otherwise(issuer: CoQuan, ky_hop: str) -> bool:
    """Whether the body has no sessions, or none of a term: a steering committee has its own."""
    if issuer.collective == "":
        return True
    return not issuer.ten_goi.startswith(_COUNCILS) and _OF_TERM.search(ky_hop) is not None
