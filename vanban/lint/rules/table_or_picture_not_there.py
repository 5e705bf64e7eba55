"""R131: bài nhắc đến một bảng, biểu, hình theo số mà văn bản không có.

Vì sao: hình do máy đánh số (“Hình 1”), bảng không có số; câu gõ tay “xem Hình 3” không đổi theo khi thêm, bớt. Bảng,
hình của văn bản khác, biểu mẫu gửi riêng và phần trích trong ngoặc kép không bị nêu.
Cách sửa: đặt “ma” ở bảng, hình và viết [[mã]] trong câu; biểu gửi riêng thì khai báo trong “ban_hanh_rieng”.

Đạt:
    de_muc:
      - tieu_de: Số liệu
        noi_dung: Kết quả theo Bảng 2 Thông tư số 01/2024/TT-BNV.
Không đạt:
    de_muc:
      - tieu_de: Số liệu
        noi_dung: Kết quả xem Hình 3.            # lỗi: R131 $.de_muc[0].noi_dung
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_lines import typed_lines
from vanban.lint.typed_numbers import TypedNumber, heads, plain, typed_numbers
from vanban.lint.typed_place import place_of_first
from vanban.model.document import VanBan
from vanban.model.walk import pictures, tables

CODE, LEVEL, NAME, BO_QUA = "R131", "warning", "table-or-picture-not-there", True
TARGET, SOURCE = "set", ""
_PICTURES = ("hình", "biểu đồ", "sơ đồ")
# Forms (biểu) that a document asks others to fill in are often sent apart; a report has its own.
_HAS_FORMS = "bao_cao"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each number that no table and no picture of the set has, nor a caption typed by hand."""
    there = _captions(subject)
    for van_ban in subject.bo:
        for origin, words in typed_lines(subject, van_ban):
            for named in typed_numbers(words):
                if not _is_there(subject, named, there) and _is_ours(named, van_ban, there):
                    yield Fault(
                        place_of_first(subject.places, origin, [named.words]),
                        f"Bài nhắc đến “{named.words}” mà bộ văn bản không có.",
                        "Đặt “ma” ở bảng, hình được nhắc và viết [[mã]] trong câu; biểu gửi riêng thì khai báo trong "
                        "“ban_hanh_rieng”.",
                    )


def _captions(subject: SetSubject) -> Mapping[str, frozenset[str]]:
    """The numbers that stand at the beginning of lines, by noun: those of captions, headings, annexes sent apart."""
    apart = (each.ten_goi for van_ban in subject.bo for each in van_ban.ban_hanh_rieng)
    known: dict[str, set[str]] = defaultdict(set)
    for words in (*("".join(each.text for each in line.words) for line in subject.lines), *apart):
        if head := heads(words):
            known[head[0]].add(head[1])
    return {noun: frozenset(numbers) for noun, numbers in known.items()}


def _is_there(subject: SetSubject, named: TypedNumber, there: Mapping[str, frozenset[str]]) -> bool:
    """Whether a caption has the number, or so many stand in the set that a reader can count to it."""
    noun, number = named.noun.lower(), plain(named.number)
    if number in there.get(noun, ()):
        return True
    if noun in _PICTURES:
        count = sum(bool(each.number) for van_ban in subject.bo for each in pictures(van_ban))
    else:
        count = sum(1 for van_ban in subject.bo for _ in tables(van_ban))
    return number.isdigit() and 0 < int(number) <= count


def _is_ours(named: TypedNumber, van_ban: VanBan, there: Mapping[str, frozenset[str]]) -> bool:
    """Whether what is named can only be of this set: a form (biểu) may be sent apart."""
    if named.noun.lower() != "biểu":
        return True
    return named.is_here or van_ban.loai_van_ban == _HAS_FORMS or "biểu" in there
