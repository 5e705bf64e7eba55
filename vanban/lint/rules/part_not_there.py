"""R121: dẫn chiếu gõ tay đến một điều, khoản, mục mà văn bản này không có.

Vì sao: điều, khoản, mục được máy đếm; câu gõ tay “Điều 31 Quy chế này”, “khoản 5 Điều này” không đổi theo khi thêm,
bớt, chuyển điều, khoản; dòng “Như Điều 5” ở Nơi nhận cũng vậy. Dẫn chiếu đến văn bản khác, không nói của văn bản nào,
và phần trích nguyên văn không bị nêu.
Cách sửa: đặt “ma” ở điều, mục được dẫn ({#ma} ở cuối khoản), viết [[ma]] trong câu để máy dẫn theo.

Đạt:
    loai_van_ban: quy_che
    de_muc:
      - tieu_de: Quy định chung
        de_muc:
          - tieu_de: Phạm vi
            noi_dung: Thực hiện Điều 1 Quy chế này, Điều 9 Nghị định số 30/2020/NĐ-CP.
Không đạt:
    loai_van_ban: quy_che
    de_muc:
      - tieu_de: Quy định chung
        de_muc:
          - tieu_de: Phạm vi
            noi_dung: Thực hiện khoản 2 Điều 9 của Quy chế này.   # lỗi: R121 $.de_muc[0].de_muc[0].noi_dung
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from vanban.lint.fault import Fault
from vanban.lint.quoted import is_quoted
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_lines import typed_lines
from vanban.model.address import Address, AddressPart, addresses
from vanban.model.document import VanBan
from vanban.model.inline import shown_text
from vanban.model.running_text import Item
from vanban.model.typed_marks import bare
from vanban.model.typed_parts import TypedPart, TypedStep, missing, part_at, typed_parts
from vanban.model.walk import de_mucs

CODE, LEVEL, NAME, BO_QUA = "R121", "warning", "part-not-there", True
TARGET, SOURCE = "set", ""
_HINT = "Đặt mã ở chỗ được dẫn (“ma” của điều, mục; {#ma} cuối khoản) và viết [[mã]] trong câu để máy dẫn theo."
# A mục by its Roman number, and the steps within; in a line with these words it may be another document's.
_ROMAN = re.compile(
    r"\b(?:điểm (?P<diem>[a-zđ]) )?(?:khoản (?P<khoan>\d{1,2}) )?(?<![Dd]anh )(?<![Hh]ạng )(?<![Cc]huyên )"
    r"[Mm]ục (?P<muc>[IVX]{1,5})\b(?![/.]\d| này)")
_GROUPS = (("điểm", "diem"), ("khoản", "khoan"), ("mục", "muc"))
_OF_ANOTHER = re.compile(
    r"Nghị|Thông tư|Quyết định|Luật|Pháp lệnh|Kế hoạch|Công văn|Hướng dẫn|Chỉ thị|Đề án|Chương trình|Báo cáo|Tờ trình"
    r"|Thông báo|Kết luận|Quy |Hiến pháp|Văn bản|Điều lệ|(?i:đề cương|phụ lục|biểu|mẫu|phần)"
    r"|\d/\w|\ufffc")
_AS_NAMED = re.compile(r"[- ]*Như (?:các |những |tại )?")
_RECIPIENTS = (
    "Sửa cho đúng điều ghi những nơi phải thi hành, hoặc đặt mã ở điều đó và viết “Như [[mã]]”; văn bản có Kính gửi "
    "thì ghi “Như trên”."
)


class _Parts:
    """The parts of one document, worked out when something refers to one."""

    def __init__(self, van_ban: VanBan) -> None:
        self._van_ban = van_ban

    @cached_property
    def there(self) -> frozenset[Address]:
        return frozenset(self._by_origin.values()) | self._as_typed

    @cached_property
    def has_muc(self) -> bool:
        """Whether headings are counted in Roman numbers."""
        return any(each.step == "I." for each in de_mucs(self._van_ban.de_muc))

    @cached_property
    def _as_typed(self) -> frozenset[Address]:
        """Those of marks that were typed and are printed as others: what refers to them is told as moved (R114)."""
        moved = ((node, address) for node, address in addresses(self._van_ban)
                 if isinstance(node, Item) and node.sign in ("khoan", "diem") and bare(node.typed_mark))
        return frozenset(Address("", (AddressPart(address.parts[0].noun, bare(node.typed_mark)), *address.parts[1:]))
                         for node, address in moved)

    def of(self, origin: int) -> Address:
        """That of a line; the bare one of what stands in none, as cells and notes."""
        return self._by_origin.get(origin, Address())

    def holds(self, origin: int) -> bool:
        """Whether a line stands in the text, and in no cell and no note."""
        return origin in self._by_origin

    @cached_property
    def _by_origin(self) -> dict[int, Address]:
        known: dict[int, Address] = {}
        for node, address in addresses(self._van_ban):
            known[node.origin] = address
            if isinstance(node, Item):
                known |= {each.origin: address for each in node.paragraphs}
        return known


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each reference to a part of a document of the set that this does not have."""
    types = {van_ban.ma: subject.setting.kind(van_ban).ten_loai for van_ban in subject.bo}
    parts = {van_ban.ma: _Parts(van_ban) for van_ban in subject.bo}
    for van_ban in subject.bo:
        for origin, words in typed_lines(subject, van_ban):
            for part in typed_parts(words, set(types.values()) - {""}):
                meant = _meant(part, van_ban.ma, types)
                here = parts[van_ban.ma].of(origin)
                if meant and not is_quoted(words, part.start) and (lacking := missing(part, here, parts[meant].there)):
                    where = types[meant] if part.name else _own_part(part, here)
                    yield Fault(origin, f"Bài nhắc đến “{part.words}” mà {where} không có {lacking}.", _HINT)
            if parts[van_ban.ma].holds(origin):  # in cells "Cộng mục II" is of the table
                yield from _unnamed(origin, words, list(parts.values()))
    main = subject.bo.van_ban
    if not subject.setting.kind(main).is_copy:  # what it copies has the parts
        yield from _of_recipients(main, types[main.ma], parts[main.ma])


def _unnamed(origin: int, words: str, parts: Sequence[_Parts]) -> Iterator[Fault]:
    """A fault for a mục with a Roman number that is said to be of no document, where the line names no other one, and
    documents of the set have mục, but none has this."""
    if "ục " not in words or _OF_ANOTHER.search(words) or not any(each.has_muc for each in parts):
        return
    for found in _ROMAN.finditer(words):
        steps = [TypedStep(noun, (found[group],)) for noun, group in _GROUPS if found[group]]
        part = TypedPart(found[0], found.start(), tuple(steps))
        lacking = [missing(part, Address(), each.there) for each in parts]
        if all(lacking) and not is_quoted(words, found.start()):
            yield Fault(origin, f"Bài nhắc đến “{found[0]}” mà văn bản không có {lacking[0]}.", _HINT)


def _of_recipients(van_ban: VanBan, name: str, parts: _Parts) -> Iterator[Fault]:
    """A fault for each line of nơi nhận that names the recipients by a part which is not there (Mẫu 1.2)."""
    for index, line in enumerate(van_ban.noi_nhan):
        words = shown_text(line)
        named = _AS_NAMED.match(words)
        part = part_at(words, named.end()) if named else None
        if part and (lacking := missing(part, Address(), parts.there)):
            yield Fault(van_ban.origin_of("noi_nhan", index),
                        f"Nơi nhận ghi “Như {part.words}” mà {name} không có {lacking}.", _RECIPIENTS)


def _meant(part: TypedPart, own: str, types: Mapping[str, str]) -> str:
    """The document that a reference is to: its own, or the only one of that type; "" where several may be meant."""
    if not part.name or types[own] == part.name:
        return own
    named = [ma for ma, name in types.items() if name == part.name]
    return named[0] if len(named) == 1 else ""


def _own_part(part: TypedPart, here: Address) -> str:
    """What "Điều này" is: "Điều 3"."""
    noun = part.steps[-1].noun
    return next((str(each) for each in here.parts if each.noun.lower() == noun), f"{noun} này")
