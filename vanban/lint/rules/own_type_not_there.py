"""R132: bài gọi chính mình bằng tên loại khác: “Nghị quyết này” ở một quyết định.

Vì sao: “… này” chỉ chính văn bản hoặc văn bản kèm theo; chép từ văn bản khác mà quên đổi tên loại thì điều khoản thi
hành không trỏ đến đâu. Tên loại đã nêu ở chỗ khác trong bài (“Nghị quyết số 76/NQ-CP … Nghị quyết này”) và phần trích
nguyên văn không bị nêu.
Cách sửa: viết đúng tên loại của văn bản; nói của văn bản khác thì ghi số, ký hiệu của văn bản đó.

Đạt:
    dieu:
      - noi_dung: Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này.
Không đạt:
    dieu:
      - noi_dung: Chánh Văn phòng chịu trách nhiệm thi hành Nghị quyết này.      # lỗi: R132 $.dieu[0].noi_dung
"""

import re
from collections.abc import Iterator
from functools import cached_property

from vanban.lint.fault import Fault
from vanban.lint.quoted import is_quoted
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_lines import typed_lines
from vanban.lint.typed_place import place_of_first

CODE, LEVEL, NAME, BO_QUA = "R132", "warning", "own-type-not-there", True
TARGET, SOURCE = "set", ""

# What no document of ours is; it is told of where a document speaks of itself by such a name.
_OTHERS = ("Nghị định", "Thông tư", "Pháp lệnh", "Bộ luật", "Luật")
# The words in front by which a document speaks of itself alone.
_OF_ITSELF = re.compile(r"(?:chịu trách nhiệm thi hành|kèm theo) $")
_PART = re.compile(r"\b(?:Điều|Mục|Chương|Phần|[Kk]hoản|[Đđ]iểm) [\w]+ (?:của )?$")
_NEAR = 40  # so many letters before a name are looked at
# A sentence that begins may speak of anything: “Quy định này còn vướng mắc”.
_BEGINS = re.compile(r"(?:^|[.:;!?…“(]) *$")


class _Said:
    """What a set says: in all that it prints, and in its running text; worked out when it is asked for."""

    def __init__(self, subject: SetSubject) -> None:
        self._subject = subject
        self._known: dict[str, bool] = {}

    def names(self, name: str) -> bool:
        """Whether anything that is printed names a type, in letters of either case, and does not mean itself."""
        if name not in self._known:
            self._known[name] = _names(name.lower(), self._printed)
        return self._known[name]

    def closes_as(self, main: str) -> bool:
        """Whether the running text closes with the words of its own type."""
        return f"thi hành {main} này" in self._typed

    def names_in_text(self, name: str) -> bool:
        return _names(name, self._typed)

    @cached_property
    def _printed(self) -> str:
        return "\n".join(line.text for line in self._subject.lines).lower()

    @cached_property
    def _typed(self) -> str:
        return "\n".join(words for van_ban in self._subject.bo for _, words in typed_lines(self._subject, van_ban))


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each "… này" that names a type which no document of the set is; where the set may be attached to
    another, nothing can be said."""
    if not subject.stands_alone:
        return
    own, said = _own(subject), _Said(subject)
    names = {kind.ten_loai for kind in subject.setting.doctypes.values() if kind.frame} | {*_OTHERS}
    known = "|".join(map(re.escape, sorted(names - own, key=len, reverse=True)))
    called = re.compile(rf"\b(?P<name>{known}) này\b")
    main = subject.setting.kind(subject.bo.van_ban).ten_loai
    for van_ban in subject.bo:
        for origin, words in typed_lines(subject, van_ban):
            for found in called.finditer(words):
                if not is_quoted(words, found.start()) and _is_its_own(found, words, said, main):
                    yield Fault(
                        place_of_first(subject.places, origin, [found[0]]),
                        f"Bài ghi “{found[0]}” mà bộ văn bản không có {found['name']} nào.",
                        f"Nói của chính văn bản thì viết “{main} này”; nói của văn bản khác thì ghi số, ký hiệu của "
                        "văn bản đó.",
                    )


def _own(subject: SetSubject) -> set[str]:
    """The types of the documents of a set, and of what is sent apart with it."""
    kinds = {subject.setting.kind(van_ban).ten_loai for van_ban in subject.bo}
    apart = " ".join(each.ten_goi.lower() for van_ban in subject.bo for each in van_ban.ban_hanh_rieng)
    return kinds | {kind.ten_loai for kind in subject.setting.doctypes.values() if kind.ten_loai.lower() in apart}


def _is_its_own(found: re.Match[str], words: str, said: _Said, main: str) -> bool:
    """Whether a document can only mean itself: what it has named before may be meant too."""
    name, near = found["name"], words[max(0, found.start() - _NEAR) : found.start()]
    if _OF_ITSELF.search(near):
        return not (said.names_in_text(name) if said.closes_as(main) else _names(name, words[: found.start()]))
    is_free = _BEGINS.search(near) and not _PART.search(near)
    return name not in _OTHERS and not is_free and not said.names(name)


def _names(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b(?! này\b)", text) is not None
