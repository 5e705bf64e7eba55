"""Every word that stands in a DOCX, found without the reader: what `build.py text` is held to.

All strings of all parts of XML, w:t, w:delText, m:t and a:t, in both namespaces of the standard; a paragraph is looked for
as a whole, else piece by piece. What other branches of alternatives and the drawn copy of a diagram say once more may be
shown once.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

_NAMESPACE = re.compile(r"\{http://(schemas\.openxmlformats\.org|purl\.oclc\.org/ooxml)/"
                        r"(wordprocessingml|drawingml|officeDocument)/(2006/)?(main|math)\}(t|delText)")
# What the writer puts between words: brackets and bars of its own, ends of lines, names of characters.
_MARKS = re.compile(r"‹U\+[0-9A-F]+›|\[\^\w+\]|\[nhận xét \d+[^\]]*\]| \[liên kết: [^\]]*\]"
                    r"|\[(thêm|xóa|chuyển đến|chuyển đi|ẩn|mã trường|khung|hình vẽ|sơ đồ|biểu đồ):?"
                    r"|↵\n|(?m:^ *\|--$)|(?m:^\|?  ?)|(?m:^\[(đầu|chân) trang[^\]]*\])")
_NOTHING = re.compile(r"[\s\[\]|\xad\u007f-\u009f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff"
                      r"\ufe00-\ufe0f\U000e0000-\U000e0fff]")
_CELLS = " | "
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾₀₁₂₃₄₅₆₇₈₉₊₋₍₎", "0123456789+-()" * 2)
_COUNTED = re.compile(r"(\d+) chữ trong ([^;\s]+?)[.;]?(?=\s|$)")


def bare(text: str) -> str:
    """`text` without blanks, brackets and what nobody sees; raised digits as digits."""
    return _NOTHING.sub("", text.translate(_RAISED))


def shown_of(text: str) -> str:
    """What `build.py text` printed, a paragraph a line, without the last line and the marks that are not of the file."""
    words = _MARKS.sub("", text.rsplit("[không hiện] ", 1)[0])
    return "\n".join(map(bare, words.replace(_CELLS, "\n").split("\n")))


def counted(text: str) -> dict[str, int]:
    """How many words of which part it says it does not show."""
    _, found, told = text.rpartition("[không hiện] ")
    return {part: int(words) for words, part in _COUNTED.findall(told)} if found else {}


@dataclass(frozen=True)
class Said:
    """A paragraph of a part: its pieces; whether another place says the same."""

    part: str
    pieces: tuple[str, ...]
    is_copy: bool

    @property
    def words(self) -> int:
        return len("".join(self.pieces).split())


def said_in(docx: Path) -> Iterator[Said]:
    """The paragraphs with words of every part."""
    with zipfile.ZipFile(docx) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                yield from _said(name, archive.read(name))


def _said(name: str, data: bytes) -> Iterator[Said]:
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return
    found: dict[tuple[etree._Element | None, bool], list[str]] = {}
    for element in root.iter("{*}t", "{*}delText"):
        if _NAMESPACE.fullmatch(element.tag):
            outside = [*element.iterancestors()]
            paragraph = next((each for each in outside if each.tag.endswith("}p")), None)
            is_copy = any(each.tag.endswith(("}Fallback", "}Choice")) for each in outside)
            found.setdefault((paragraph, is_copy), []).extend((element.text or "").split(_CELLS))
    for (_, is_copy), pieces in found.items():
        yield Said(name, tuple(pieces), is_copy or name.startswith("word/diagrams/drawing"))


def not_shown(docx: Path, text: str) -> list[tuple[str, str]]:
    """The words of the file that `text` neither shows nor counts, each with its part; more of them in a part than it
    counts there."""
    left = shown = shown_of(text)
    lost: dict[str, list[str]] = {}
    pieces: list[tuple[str, str, bool]] = []
    said, told = [*said_in(docx)], counted(text)
    whole = {part for part, words in told.items() if words == sum(each.words for each in said if each.part == part)}
    for each in sorted(said, key=lambda each: (each.is_copy, -len("".join(each.pieces)))):
        if each.part in whole or each.is_copy and bare("".join(each.pieces)) in shown:
            continue
        if (words := bare("".join(each.pieces))) in left:
            left = left.replace(words, "\0", 1)
        else:
            pieces += ((each.part, piece, each.is_copy) for piece in each.pieces)
    for part, piece, is_copy in sorted(pieces, key=lambda each: -len(each[1])):
        if is_copy and bare(piece) in shown:
            continue
        if (words := bare(piece)) in left:
            left = left.replace(words, "\0", 1)
        else:
            lost.setdefault(part, []).append(piece)
    return [(part, piece) for part, found in lost.items() for piece in found
            if sum(len(each.split()) for each in found) != told.get(part, 0)]
