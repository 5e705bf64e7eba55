"""Nothing that is typed, registered or kept in a frame becomes a part of the page's own code in the reading copy."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.support.keys import specimen
from tests.test_marks import TYPES, body_of, built, keys_of
from vanban.pipeline.checking import check
from vanban.pipeline.reporting import docx
from vanban.writers.to_html import to_html

# Ends a title, an attribute of either kind, a comment, a piece of data, and calls.
HOSTILE = '</title></style>--></script><script>goi(1)</script><img src=x onerror=goi(2)>" onmouseover="goi(3)'
_TAGS = {"html", "head", "meta", "title", "style", "body", "main", "p", "div", "span", "table", "colgroup", "col", "thead",
         "tbody", "tr", "th", "td", "em", "strong", "br", "sup", "a", "section", "hr", "ol", "ul", "li", "img", "figure",
         "figcaption", "blockquote", "h1", "h2", "u", "caption", "tfoot", "aside"}


class Page(HTMLParser):
    """What a browser makes of a page: the names of its tags and attributes, its words, what it would fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.fetched: set[str] = set()
        self.words = ""
        self.title = ""
        self._in_title = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._in_title = tag == "title"
        for name, value in attrs:
            self.attributes.add(name)
            if name in ("src", "href"):
                self.fetched.add((value or "").partition(",")[0].partition(":")[0])

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False

    def handle_data(self, data: str) -> None:
        self.words += data
        self.title += data if self._in_title else ""


def is_safe(page: Page) -> None:
    assert page.tags <= _TAGS
    assert [name for name in page.attributes if name.startswith("on")] == []
    assert all(each.startswith("#") or each == "data" for each in page.fetched)


@pytest.mark.parametrize("kind", [kind for kind, each in TYPES.items() if each.frame])
def it_shows_whatever_is_typed_as_words(kind: str, tmp_path: Path) -> None:
    text = specimen(kind, keys_of(kind), body_of(kind), "draft").replace("mốc", f"{HOSTILE}mốc")
    _, checked = built(tmp_path, kind, text, "draft")
    (bo,) = checked.sets
    path = tmp_path / "thu.docx"
    path.write_bytes(docx(project(tmp_path), checked, bo))
    page = Page(to_html(path).decode())
    is_safe(page)
    shown = page.words.lower().count("<script>goi(1)</script><img src=x onerror=goi(2)>")
    assert shown > 30 or 0 < shown == text.count(HOSTILE)
    assert ("<script>goi(1)</script>" in page.title) is ("trich_yeu" in keys_of(kind))
    assert "data" in page.fetched or "hinh" not in keys_of(kind)


def it_shows_what_registers_say_as_words(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN)
    register = home.content / "dung_chung" / "co_quan.yaml"
    text = register.read_text("utf-8")
    for name in ("Nguyễn Văn A", "Vinh"):
        text = text.replace(name, f"'{HOSTILE}{name}'" if name == "Nguyễn Văn A" else name)
    register.write_text(text, "utf-8")
    checked = check(home)
    (bo,) = checked.sets
    path = tmp_path / "thu.docx"
    path.write_bytes(docx(home, checked, bo))
    page = Page(to_html(path).decode())
    is_safe(page)
    assert "<script>goi(1)</script>" in page.words
