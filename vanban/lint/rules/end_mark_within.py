"""F146: dấu kết thúc “./.” gõ ở chỗ không phải cuối văn bản.

Vì sao: máy in “./.” một lần, ở cuối văn bản. Ở dòng căn cứ, kính gửi, nơi nhận dấu ấy không in, vì dòng ở đó kết
thúc bằng dấu chấm phẩy hoặc dấu chấm; ở giữa bài, trong ô bảng thì in ra, người đọc tưởng văn bản đã hết.
Cách sửa: bỏ dấu ấy; lệnh check --fix bỏ giúp khi nó ở cuối dòng.

Đạt:
    luu: VT
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: Theo phân công./.
Không đạt:
    luu: VT./.                            # lỗi: F146 $.luu
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: Theo phân công./.
"""

import re
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.quoted import is_quoted
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_lines import typed_lines
from vanban.lint.typed_place import find_typed
from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.inline import shown_text
from vanban.model.print_order import in_print_order, opening
from vanban.model.walk import de_mucs

CODE, LEVEL, NAME, BO_QUA = "F146", "warning", "end-mark-within", True
TARGET, SOURCE = "set", ""

# Whole, or as some type it without its first dot; not the end of an address.
_MARK = re.compile(r" ?\./\.|(?<=\w)/\.(?=[\s;,]*$)")
_ADDRESS, _LONGEST = re.compile(r"(?:://|www\.)\S*$"), 200


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each line with an end mark, but for one that ends the text of its document."""
    for van_ban in subject.bo:
        last = _last(van_ban)
        for origin, words in (*_of_zones(van_ban), *_titles(van_ban), *typed_lines(subject, van_ban)):
            for found in _MARK.finditer(words):
                ends = not words[found.end() :].strip()
                if not (ends and origin == last or _is_anothers(words, found)):
                    yield _fault(subject, origin, found[0], ends=ends and found.start() > 0)


def _fault(subject: SetSubject, origin: int, mark: str, *, ends: bool) -> Fault:
    at = find_typed(subject.places, origin, mark)
    return Fault(
        at.place if at else origin, f"Dấu kết thúc “{mark.strip()}” chỉ in ở cuối văn bản, do máy; gõ ở đây là thừa.",
        "Bỏ dấu ấy." + (" Lệnh check --fix bỏ giúp." if at and ends else ""), fix=at.removal if at and ends else None,
    )


def _is_anothers(words: str, found: re.Match[str]) -> bool:
    before = words[max(0, found.start() - _LONGEST) : found.start()]
    return is_quoted(words, found.start()) or bool(_ADDRESS.search(before))


def _of_zones(van_ban: VanBan) -> Iterator[tuple[int, str]]:
    """What is typed in the lists of a document, whose lines the machine ends."""
    for key, lines in (("can_cu", van_ban.can_cu), ("kinh_gui", van_ban.kinh_gui), ("noi_nhan", van_ban.noi_nhan)):
        for index, line in enumerate(lines):
            for each in shown_text(line).split("\n"):
                yield van_ban.origin_of(key, index), each
    yield van_ban.origin_of("theo_de_nghi"), shown_text(van_ban.theo_de_nghi)
    yield van_ban.origin_of("luu"), van_ban.luu


def _titles(van_ban: VanBan) -> Iterator[tuple[int, str]]:
    return ((node.origin, shown_text(node.tieu_de)) for node in de_mucs(van_ban.de_muc) if node.tieu_de)


def _last(van_ban: VanBan) -> int | None:
    """The line of the body that the machine ends with the mark."""
    nodes = in_print_order(van_ban)
    if not nodes:
        return None
    first = opening(nodes[-1]) if isinstance(nodes[-1], DeMuc) else None
    return first.origin if first else nodes[-1].origin
