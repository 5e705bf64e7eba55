"""An issued set → its data for the register of outgoing documents, as JSON.

The fields and their names are those of NĐ 30/2020/NĐ-CP, Phụ lục VI, Phần II, mục I. Identifiers of bodies and the
file (hồ sơ) are the system's to give; they are not here.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from vanban.model.document import DoKhan, DoMat, VanBan
from vanban.model.printed import PrintedDocument
from vanban.model.registers import CoQuan

_PURPOSE = re.compile(r"\s*\((?:để |b/c\b|t/h\b|p/h\b|đ/c\b)[^()]*\)$")
_POINTS = re.compile(
    r"như (?:trên|trong|tại|ở|điều|mục|khoản|phụ lục|danh sách|thành phần|nơi nhận|đã|dự|kính gửi)\b", re.IGNORECASE)
_LANGUAGE = "Tiếng Việt"
# Field 14 is one number for urgency and secrecy; the decree names no scale. Ours: 0 none, 1–3 urgency, 4–6 secrecy,
# the higher counts.
_DO_KHAN: dict[DoKhan, int] = {"khan": 1, "thuong_khan": 2, "hoa_toc": 3}
_DO_MAT: dict[DoMat, int] = {"mat": 4, "toi_mat": 5, "tuyet_mat": 6}


@dataclass(frozen=True, slots=True)
class Metadata:
    """The record of one set, the amount of its pages left open."""

    fields: Mapping[str, Any]

    def as_json(self, pages: int | None) -> bytes:
        """The record as a file. `pages` is None where no PDF was made to count them."""
        return (json.dumps({**self.fields, "PageAmount": pages}, ensure_ascii=False, indent=1) + "\n").encode()


def to_metadata(van_ban: VanBan, printed: PrintedDocument, issuer: CoQuan) -> Metadata:
    """The record of `van_ban`, which has its number and its date, as it is printed."""
    zones = printed.zones
    if van_ban.ngay_ban_hanh is None:
        raise ValueError(f"{van_ban.ma!r} is not issued")
    own = zones.so_ky_hieu.texts[0]  # of several that of the body that leads
    number = "".join(takewhile(str.isdigit, own))
    notation = own[len(number) + 1:]
    day = van_ban.ngay_ban_hanh
    return Metadata({
        "TypeName": printed.ten_loai,
        "CodeNumber": number,
        "CodeNotation": notation,
        "IssuedDate": f"{day:%d/%m/%Y}",
        "OrganName": issuer.ten_goi,
        "Subject": zones.trich_yeu.text or printed.ten_loai,
        "Language": _LANGUAGE,
        "PageAmount": None,
        "Description": "Bản ví dụ, không phải văn bản đã ban hành" if van_ban.vi_du else "",
        "SignerInfo": {"Position": ", ".join(zones.quyen_han.texts), "FullName": zones.ho_ten.text},
        "To": [{"OrganName": name} for name in _recipients((*zones.kinh_gui.texts, *zones.noi_nhan.texts[:-1]))],
        "Priority": _DO_MAT[van_ban.do_mat] if van_ban.do_mat else _DO_KHAN[van_ban.do_khan] if van_ban.do_khan else 0,
        "IssuedAmount": int(van_ban.so_ban_phat_hanh) if van_ban.so_ban_phat_hanh.isdigit() else None,
    })


def _recipients(lines: Iterable[str]) -> list[str]:
    """The bodies and persons of the lines, each once: without what they get it for ("(để b/c)"), and not what points to
    another place of the page ("Như trên", "Như Điều 3")."""
    names = (_PURPOSE.sub("", line.removeprefix("- ").rstrip(" ;.,")) for line in lines)
    return list(dict.fromkeys(name for name in names if name and not _POINTS.match(name)))
