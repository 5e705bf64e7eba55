"""The Jinja of a frame: its tags paragraph by paragraph, and the template that they make together."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from vanban.errors import VanBanError
from vanban.frames.breaks import length
from vanban.frames.grammar import loop_names, names, refusals
from vanban.model.zones import BODY
from vanban.wordml.elements import Element, W, text_of, texts

# A frame of ours has 80 tags, 110 paragraphs and 700 elements.
# Letters of all its text: a frame of ours has a thousand, and docxtpl looks through them some forty times.
_MAX_TEXT = 200_000
MAX_TAGS, _MAX_LETTERS, _MAX_PARAGRAPHS, _MAX_ELEMENTS = 400, 300, 2000, 20_000
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_INSIDE = re.compile(r"\{(?P<kind>[{%#])(?:(?P<level>p|tr|tc|r) )?(?P<words>.*)..", re.DOTALL)
_BRACES = re.compile(r"[{}]")
MARK = re.compile(r"\{[{%#]|[}%#]\}")
# Word types these for the straight ones; docxtpl takes them back, and so do we.
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_OPENS = {"if": "endif", "for": "endfor"}

_ENVIRONMENT = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
_ENVIRONMENT.filters = {"length": length, "replace": _ENVIRONMENT.filters["replace"]}
_ENVIRONMENT.globals.clear()
_ENVIRONMENT.tests.clear()


class BadTag(VanBanError):
    """A tag that Jinja does not understand."""


class RefusedTag(VanBanError):
    """Jinja that a frame may not use."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it stands in a paragraph, quotes straightened.

    words   what stands between its braces, without docxtpl's letter for what the tag takes with it, `level`
    split   its letters are in runs of different looks
    """

    text: str
    kind: str
    level: str
    words: str
    split: bool

    @property
    def keyword(self) -> str:
        """The first word of a statement; "" of what prints."""
        return self.words.split(maxsplit=1)[0] if self.kind == "%" and self.words.strip() else ""


def tags_of(paragraph: Element) -> list[Tag]:
    """The tags of a paragraph, in order. Raises BadTag where braces do not close."""
    text = text_of(paragraph)
    if _BRACES.search(_TAG.sub("", text)):
        raise BadTag("Ngoặc nhọn mở ra mà không đóng lại trong cùng một đoạn.")
    looks = [look for t in texts(paragraph) for look in [_look(t)] * len(t.text or "")]
    tags = []
    for match in _TAG.finditer(text):
        inside = _INSIDE.fullmatch(match[0].translate(_STRAIGHT))
        if inside:
            split = len(set(looks[match.start():match.end()])) > 1
            tags.append(Tag(inside[0], inside["kind"], inside["level"] or "", inside["words"], split))
    return tags


def tree_of(tag: Tag) -> nodes.Template:
    """The syntax tree of one tag, its block closed. Raises BadTag, RefusedTag."""
    if len(tag.text) > _MAX_LETTERS:
        raise RefusedTag(f"Thẻ dài hơn {_MAX_LETTERS} chữ.")
    keyword, rest = tag.keyword, tag.words.strip()[len(tag.keyword):]
    if tag.kind == "#" or keyword in ("else", "endif", "endfor"):
        if rest.strip() and tag.kind == "%":
            raise BadTag(f"Sau “{keyword}” không viết gì thêm.")
        return nodes.Template([])
    if tag.kind == "{":
        _check_level(tag)
        return _parsed("{{" + tag.words + "}}")
    if keyword not in ("if", "elif", "for"):
        raise RefusedTag("Khung trang chỉ dùng if, elif, else, endif, for, endfor.")
    if tag.level not in ("", "p", "tr", "tc"):
        raise RefusedTag(f"Sau dấu {{% không viết “{tag.level}”.")
    opening = "if" if keyword == "elif" else keyword
    return _parsed(f"{{% {opening} {rest} %}}{{% {_OPENS[opening]} %}}")


def misplaced(tags: list[Tag]) -> tuple[int, str] | None:
    """The first tag that closes or goes on with what is not open, or that nothing closes, and what is wrong."""
    open_tags: list[tuple[int, str]] = []
    for place, tag in enumerate(tags):
        if tag.keyword in _OPENS:
            open_tags.append((place, tag.keyword))
        elif tag.keyword in ("elif", "else", "endif", "endfor"):
            wanted = "for" if tag.keyword == "endfor" else "if"
            if not open_tags or open_tags[-1][1] != wanted:
                return place, f"“{tag.keyword}” không có “{wanted}” đứng trước."
            if tag.keyword.startswith("end"):
                open_tags.pop()
    if open_tags:
        place, keyword = open_tags[-1]
        return place, f"“{keyword}” không có “{_OPENS[keyword]}” đóng lại."
    return None


def compiled(xml: str, known: Collection[str]) -> Template:
    """The template of a document part or a piece of one, filled with variables `known`. Raises RefusedTag, BadTag.

    The tree is judged as Jinja reads it after docxtpl has put paragraphs and rows out of the way.
    """
    xml = DocxTemplate(None).patch_xml(xml)
    tree = _parsed(xml)
    if refused := next(refusals(tree), None):
        raise RefusedTag(refused)
    if unknown := names(tree) - loop_names(tree) - {*known}:
        raise RefusedTag(f"Không có biến “{min(unknown)[:60]}”.")
    try:
        return _ENVIRONMENT.from_string(xml)
    except (TemplateError, SyntaxError, RecursionError) as error:
        raise BadTag("Máy không hiểu các thẻ này.") from error


def check_amount(root: Element) -> None:
    """Raises RefusedTag for a document part that would take long: no frame is a book."""
    if sum((t.text or "").count("{") for t in root.iter(W + "t")) > 2 * MAX_TAGS:
        raise RefusedTag(f"Khung trang có quá {MAX_TAGS} thẻ.")
    if sum(len(t.text or "") for t in root.iter(W + "t")) > _MAX_TEXT:
        raise RefusedTag(f"Khung trang có quá {_MAX_TEXT} chữ; khung chỉ gồm phần đầu, phần cuối và chỗ của nội dung.")
    if sum(1 for _ in root.iter(W + "p")) > _MAX_PARAGRAPHS:
        raise RefusedTag(f"Khung trang có quá {_MAX_PARAGRAPHS} đoạn.")
    if sum(1 for _ in root.iter()) > _MAX_ELEMENTS:
        raise RefusedTag("Khung trang có quá nhiều mảnh chữ và hình.")


def check_tags(root: Element) -> None:
    """Raises BadTag, RefusedTag for a tag that is none by itself: one whose braces do not close in its paragraph, or
    that stands where nothing is printed. docxtpl would search the whole part for what closes it."""
    check_amount(root)
    for paragraph in root.iter(W + "p"):
        for tag in tags_of(paragraph):
            tree_of(tag)
    for text in hidden_tags(root):
        raise BadTag(f"“{text[:60]}” không nằm trong chữ của văn bản.")


def hidden_tags(root: Element) -> Iterator[str]:
    """Texts and attributes with a tag, other than the letters of paragraphs."""
    for element in root.iter():
        hidden = [str(each) for each in element.attrib.values()]
        hidden += [element.tail or ""] + ([] if element.tag == W + "t" else [element.text or ""])
        yield from (text for text in hidden if MARK.search(text))


def _parsed(source: str) -> nodes.Template:
    try:
        return _ENVIRONMENT.parse(source)
    except TemplateError as error:
        raise BadTag("Máy không hiểu thẻ này.") from error
    except RecursionError as error:
        raise RefusedTag("Thẻ lồng nhau quá sâu.") from error


def _look(text: Element) -> bytes:
    """The looks of the run of a w:t, to be compared; its language and marks of spelling are no looks."""
    run = text.getparent()
    properties = None if run is None else run.find(W + "rPr")
    if properties is None:
        return b""
    return b"".join(sorted(
        etree.tostring(child, method="c14n") for child in properties if child.tag not in (W + "lang", W + "noProof")
    ))


def _check_level(tag: Tag) -> None:
    body = tag.words.strip() == BODY
    if body and tag.level != "p":
        raise RefusedTag(f"Chỗ của nội dung viết là {{{{p {BODY} }}}}, một mình trong một đoạn.")
    if not body and tag.level:
        raise RefusedTag(f"Sau dấu {{{{ không viết “{tag.level}”.")


def fixed_words(root: Element) -> tuple[str, ...]:
    """What a part of a frame prints besides what it is filled with, paragraph by paragraph."""
    found = (" ".join(_TAG.sub(" ", text_of(paragraph)).split()) for paragraph in root.iter(f"{W}p"))
    return tuple(filter(None, found))


def read_names(root: Element) -> frozenset[str]:
    """The variables that the tags of a part read, those of loops among them."""
    return frozenset(name for paragraph in root.iter(f"{W}p") for tag in tags_of(paragraph)
                     for name in names(tree_of(tag)))
