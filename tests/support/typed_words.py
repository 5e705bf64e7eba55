"""An oracle of its own: whether each word of a file is in the DOCX, or is told of.

It knows YAML from PyYAML, and from the table of keys which keys are printed; how vanban reads a text it does not know.
What a line says between its signs must stand in one paragraph of the DOCX, as often as it is typed, in whatever case;
numbers that the machine counts (1. a) (2)), ids and what stands between signs are not words of the line.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import yaml
from lxml import etree

from tests.support.keys import ASIDE, STEERS, STEERS_OF
from tests.support.wordml import text_of, w
from vanban.findings import Finding
from vanban.readers.schemas import Schemas

ROOT = Path(__file__).parents[2]
SCHEMAS = Schemas(ROOT / "schemas")
# What a comment is to a clerk: a line that begins with “#”; behind a value “#” and a blank.
_COMMENT = re.compile(r"^\s*#.*$|(?<=[ \t])#(?:[\s#].*)?$", re.MULTILINE)
# What stands between signs is no word of the line; outside of them stars and backslashes are none.
_SIGNS = re.compile(r"\{\{[^{}]*\}\}|\[\[[^\[\]]*\]\]|\[\^[a-z][a-z0-9_]*\]:?|\{#[a-z][a-z0-9_]*\}|@chen\s+[a-z0-9_]+|\s\|\s")
# The head of a column for each period or unit says between braces what each has its own.
_OF_EACH = re.compile(r"\{[^{}]+\}")
_COUNTED = re.compile(r"\A\s*(?:\d{1,4}\.|[a-zđ]\)|\(\d{1,4}\)|[-+])\s+")
# Keys whose values are printed by other words: those of a register, of a table, of a day.
_OTHERWISE = re.compile(r"^(?:.*\.)?(?:co_quan|nguoi_ky|can_cu|gom|kem_theo|chu_tri|phoi_hop|thoi_gian|ngay|ngay_ban_hanh|ngay_thong_qua"
                        r"|ngay_du_kien|sao_tu|quan_he|do_mat|do_khan|pham_vi_luu_hanh|lan_thu|muc_tieu|danh_muc|in_dia_chi|in_xac_nhan)$")


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that must be printed, without blanks and marks, and the lines (from 1) on which they stand."""

    words: str
    first: int
    last: int
    address: str


def bare(text: str) -> str:
    """Letters, digits and signs that are no punctuation."""
    kept = (each for each in unicodedata.normalize("NFC", text).casefold() if each.isalnum() or each in "%&@<=>~$§°≥≤±×")
    return unicodedata.normalize("NFC", "".join(kept))


def raw_words(docx: bytes) -> str:
    """The words of a DOCX, notes and heads of pages too, a line feed between paragraphs."""
    with ZipFile(BytesIO(docx)) as package:
        parts = [etree.fromstring(package.read(name)) for name in package.namelist()
                 if re.fullmatch(r"word/(?:document|footnotes|header\d*|footer\d*)\.xml", name)]
    return "\n".join(text_of(paragraph).replace("\n", " ") for part in parts for paragraph in part.iter(w("p")))


def printed_words(docx: bytes) -> str:
    """The bare words of a DOCX, a line feed between paragraphs."""
    return "\n".join(map(bare, raw_words(docx).split("\n")))


def lost_words(text: str, printed: str, findings: Iterable[Finding]) -> list[Typed]:
    """What a file says that is neither printed nor told of; `findings` are those of this file."""
    told = [(found.line, max(found.line, found.end_line)) for found in findings]
    gone = [each for each in _lost(text, printed) if each.words]
    return [each for each in gone if not any(start <= each.last and each.first <= end for start, end in told)]


def _lost(text: str, printed: str) -> Iterator[Typed]:
    text = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    root = yaml.compose(text, yaml.CBaseLoader)
    if root is None:
        return
    yield from _outside(text, root)
    kind = next((value.value for key, value in root.value if key.value == "loai_van_ban"), "")
    typed = [each for each in _leaves(root, SCHEMAS.schema(kind), (), "", text.split("\n")) if not _is_unprinted(each.address, kind)]
    wanted = Counter(each.words for each in typed)
    for each in typed:
        if printed.count(each.words) < wanted[each.words]:
            yield each


def _is_unprinted(address: str, kind: str) -> bool:
    return address in ASIDE or address in STEERS or address in STEERS_OF.get(kind, ()) or bool(_OTHERWISE.match(address))


def _scalars(node: Any) -> Iterator[Any]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    else:
        for each in node.value:
            for inner in each if isinstance(each, tuple) else (each,):
                yield from _scalars(inner)


def _outside(text: str, root: Any) -> Iterator[Typed]:
    """Words that are no value and no comment: YAML has cut them off."""
    at, spaces = 0, []
    for node in _scalars(root):
        spaces.append((at, node.start_mark.index))
        at = max(at, node.end_mark.index)
    spaces.append((at, len(text)))
    for start, end in spaces:
        line = text.count("\n", 0, start) + 1
        for number, said in enumerate(_COMMENT.sub("", text[start:end]).split("\n")):
            yield Typed(bare(said), line + number, line + number, "#")


def _leaves(node: Any, schema: Any, path: tuple[str, ...], address: str, lines: Sequence[str]) -> Iterator[Typed]:
    schema = SCHEMAS.follow(schema)
    if isinstance(node, yaml.MappingNode):
        if path[-1:] != ("bo_qua",):
            title = f"{schema.get('title', '')}." if path else ""
            for key, value in node.value:
                inner = schema.get("properties", {}).get(key.value, {})
                yield from _leaves(value, inner, (*path, key.value), f"{title}{key.value}", lines)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _leaves(value, schema.get("items", {}), path, address, lines)
    else:
        yield from _of_scalar(node, address)


def _of_scalar(node: Any, address: str) -> Iterator[Typed]:
    if address == "Cột.tieu_de":
        node = yaml.ScalarNode(node.tag, _OF_EACH.sub("|", node.value).replace("|", " | "), node.start_mark, node.end_mark, node.style)
    first, last = node.start_mark.line + 1, max(node.start_mark.line, node.end_mark.line - (node.end_mark.column == 0)) + 1
    if node.style != "|":
        for words in _pieces(node.value):
            yield Typed(words, first, last, address)
        return
    for number, line in enumerate(node.value.split("\n"), first + 1):
        for words in _pieces(line):
            yield Typed(words, number, number, address)


@cache
def _pieces(line: str) -> tuple[str, ...]:
    """The bare words of a line between its signs, without what the machine counts."""
    said = _COUNTED.sub("", line, count=1)
    return tuple(filter(None, map(bare, _SIGNS.split(said))))
