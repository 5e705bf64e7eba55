"""What a paste from Word or a web page leaves in a file and no text may hold: invisible characters, bullets of Word.

Word draws the bullets of its lists in a font of its own (Symbol, Wingdings), as characters that no other font has. At
the beginning of a line what they mean is certain.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from vanban.findings import Finding, Fix, Place, finding
from vanban.invisible import forbidden, is_removable, name_of

# Where so many characters at an offset of the text stand.
Locate = Callable[[int, int], Place]
_BULLET = re.compile(r"^(?P<indent>[ \t]*)(?P<bullet>[\ue000-\uf8ff][ \t\N{NO-BREAK SPACE}]*)", re.MULTILINE)
_OUTSIDE = re.compile(r"^[ \t]*(?=\S)", re.MULTILINE)


def check_pasted(text: str, locate: Locate) -> Iterator[Finding]:
    """A finding for each list with bullets of Word, and for each row of other characters that no text may hold."""
    bullets = list(_BULLET.finditer(text))
    for group in _lists(text, bullets):
        yield _of_list(text, group, locate)
    seen = {bullet.start("bullet") for bullet in bullets}
    for start, end in _rows_of_one(text, seen):
        yield _of_characters(text[start], Fix(start, end, ""), locate)


def _lists(text: str, bullets: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Bullets by the block that they stand in: a line that is indented less ends it."""
    group: list[re.Match[str]] = []
    for bullet in bullets:
        depth = len(group[0]["indent"]) if group else 0
        if group and any(len(line[0]) < depth for line in _OUTSIDE.finditer(text, group[-1].end(), bullet.start())):
            yield group
            group = []
        group.append(bullet)
    if group:
        yield group


def _of_list(text: str, group: Sequence[re.Match[str]], locate: Locate) -> Finding:
    start, end = group[0].start("bullet"), group[-1].end()
    ends = [bullet.end() for bullet in group]
    starts = [bullet.start("bullet") for bullet in group[1:]]
    mended = "- " + "- ".join([*(text[a:b] for a, b in zip(ends, starts, strict=False)), ""])
    more = f" và {len(group) - 1} dòng sau" if len(group) > 1 else ""
    return finding(
        "S304", locate(start, len(group[0]["bullet"])),
        f"Dấu đầu dòng của Word ({name_of(text[start])}) ở dòng này{more} không in được.",
        "Gạch đầu dòng gõ bằng dấu trừ và một dấu cách: “- ”. Lệnh check --fix thay giúp.",
        fix=Fix(start, end, mended),
    )


def _rows_of_one(text: str, seen: set[int]) -> Iterator[tuple[int, int]]:
    """Where rows of one forbidden character begin and end, bullets aside."""
    start = end = -1
    for match in forbidden(text):
        at = match.start()
        if at in seen:
            continue
        if at != end or text[at] != text[start]:
            if end > start:
                yield start, end
            start = at
        end = at + 1
    if end > start:
        yield start, end


def _of_characters(char: str, removal: Fix, locate: Locate) -> Finding:
    removable = is_removable(char)
    return finding(
        "S106", locate(removal.start, removal.end - removal.start),
        f"Có ký tự không được có trong văn bản ({name_of(char)}).",
        "Xóa ký tự này rồi gõ lại chỗ đó; ký tự thường theo vào khi dán từ Word hoặc trang web."
        + (" Lệnh check --fix xóa giúp." if removable else ""),
        fix=removal if removable else None,
    )
