"""F102: trong văn bản không có chỗ nào nói đến phụ lục kèm theo.

Vì sao: người đọc phải được chỉ đến phụ lục; phụ lục không ai nhắc đến là phụ lục dễ bị bỏ sót khi gửi. Dự thảo chỉ bị
nhắc; còn thiếu thì không ban hành được.
Căn cứ: Phụ lục I, Phần I, mục III, khoản 1, điểm a.
Cách sửa: dẫn đến phụ lục trong câu bằng [[mã phụ lục]], hoặc bằng lời: “Phụ lục II”, “Phụ lục kèm theo” (khi chỉ có
một), “các Phụ lục kèm theo”, “(có danh sách kèm theo)”. Số gõ tay không đổi theo khi thêm, bớt phụ lục.

Đạt:
    kem_theo: [phu_luc_nhiem_vu]
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |
          Nhiệm vụ cụ thể tại [[phu_luc_nhiem_vu]].
Không đạt:
    kem_theo: [phu_luc_nhiem_vu]          # lỗi: F102 $.kem_theo[0]
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |
          Nhiệm vụ cụ thể do các cơ quan tự xác định.
"""

from collections.abc import Iterator, Mapping

from vanban.lint.fault import Fault
from vanban.lint.promised import promised
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_annexes import names_bare, plain_number, typed_annexes
from vanban.lint.typed_lines import typed_lines
from vanban.model.address import addresses
from vanban.model.document import BoVanBan, VanBan
from vanban.model.inline import Reference
from vanban.model.walk import inlines, tables

CODE, LEVEL, NAME, BO_QUA = "F102", "error", "phu-luc-not-named", True
TARGET = "set"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 1, điểm a"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each annex that no other document of the set refers to, by a sign or in words."""
    bo = subject.bo
    yield from _unnamed(subject, bo, {van_ban.ma: set(_named(van_ban)) for van_ban in bo})


def _named(van_ban: VanBan) -> Iterator[str]:
    """What a document refers to; of a column its table too, for a slip in its id has been told."""
    for each in inlines(van_ban):
        if isinstance(each, Reference):
            yield from (each.ma, each.ma.partition(".")[0])


def _unnamed(subject: SetSubject, bo: BoVanBan, named: Mapping[str, set[str]]) -> Iterator[Fault]:
    annexes = [part.van_ban for part in bo.kem_theo if part.zones and part.zones.phu_luc]
    for van_ban in annexes:
        ma, here = van_ban.ma, _ids(van_ban)
        by_others = any(here & mentioned for other, mentioned in named.items() if other != ma)
        if not (by_others or _in_words(subject, van_ban, len(annexes))):
            yield Fault(
                bo.van_ban.origin_of(f"kem_theo.{ma}"), f"Không chỗ nào trong văn bản nói đến phụ lục “{ma}”.",
                f"Dẫn đến phụ lục trong câu bằng [[{ma}]].", is_of_issued=True,
            )
    for part in bo.kem_theo:
        yield from _unnamed(subject, part, named)


def _in_words(subject: SetSubject, annex: VanBan, how_many: int) -> bool:
    """Whether another document of the set names an annex in words; `how_many` are attached to the same one."""
    own = plain_number(annex.mark)
    lines = [words for van_ban in subject.bo if van_ban.ma != annex.ma for _, words in typed_lines(subject, van_ban)]
    types = {subject.setting.kind(van_ban).ten_loai for van_ban in subject.bo}
    said = (each for words in lines for each in promised(words, types))
    return any(each.is_annex(annex.trich_yeu, how_many == 1) for each in said) or any(
        names_bare(words, how_many)
        or any(own == plain_number(each) for named in typed_annexes(words) for each in named)
        for words in lines if "hụ lục" in words
    )


def _ids(van_ban: VanBan) -> set[str]:
    """What a reference to the annex, or to a place in it, can say."""
    columns = {f"{table.ma}.{leaf.ma}" for table in tables(van_ban) for leaf in table.leaves}
    return {van_ban.ma, *columns, *(table.ma for table in tables(van_ban)),
            *(node.ma for node, _ in addresses(van_ban) if node.ma)}
