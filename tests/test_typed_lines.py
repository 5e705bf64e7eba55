"""What is typed in a line is printed, or took effect as a sign, or is told: nothing of it vanishes.

The oracle reads a line by itself: it takes away what took effect (a pair of stars around something, the signs of a
reference, a figure, a note, an id, a question, a backslash before punctuation) and compares the rest with the words.
"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.support.examples import examples
from vanban.findings import Place
from vanban.model.inline import Inline, NoteMark, Question, Run
from vanban.model.places import Places
from vanban.model.running_text import Insert, Text
from vanban.readers.body_text import parse_text
from vanban.readers.inline_text import InlineText, parse_inline, trimmed
from vanban.writers.to_yaml.inline import inline_source

ATOMS = (
    "a", "b", "ế", "Sở", "1", "2", " ", " ", "*", "*", "**", "**", "***", "|", "_", "__", "(", ")", "[", "]", "{", "}",
    "“", "”", '"', "'", "\\", ".", ",", ":", "%", "…", "-", "(*)", "[^ma]", "[[ma]]", "{{ ma }}", "{#ma}", "{XEM LẠI: a}",
)
TYPED = st.lists(st.sampled_from(ATOMS), max_size=12).map("".join)


def parse(text: str) -> InlineText:
    return parse_inline(text, lambda column, length: Place("x", 1, column + 1, 1, column + 1 + length), Places())


def words(inlines: Iterable[Inline]) -> str:
    """All that is printed, the nodes by a letter that nobody types."""
    return "".join(inline.text if isinstance(inline, Run) else "◊" for inline in inlines)


_TOOK_EFFECT = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~–—•…“”‘’«»]|(?<=\A\\).)|(?P<id>\{#ma\})"
    r"|(?P<node>\[\[ma\]\]|\{\{ ma \}\}|\[\^ma\]|\{XEM LẠI: a\})"
)


def typed_words(text: str) -> str:
    """The line less its backslashes and ids, stars and all; a star that is escaped is another one, ★."""
    return _TOOK_EFFECT.sub(lambda m: "◊" if m["node"] else "" if m["id"] else m["escaped"].replace("*", "★"), text)


def stars_of_faces(inlines: Iterable[Inline]) -> int:
    """How many stars it takes to give the words their faces."""
    faces = [(i.bold, i.italic) for i in inlines if not isinstance(i, NoteMark | Question)]
    changes = pairwise([(False, False), *faces, (False, False)])
    return sum(2 * (before[0] != after[0]) + (before[1] != after[1]) for before, after in changes)


def shows_all(text: str, inlines: Iterable[Inline]) -> bool:
    """Whether the words are those that were typed, and every star stands among them or gave them a face."""
    typed, shown = typed_words(text), words(inlines)
    spent = typed.count("*") + typed.count("★") - shown.count("*") - stars_of_faces(inlines)
    is_around_none = "[^ma]" in text or "{#ma}" in text or "XEM" in text  # closed before a note, opened behind it
    same = typed.replace("*", "").replace("★", "") == shown.replace("*", "")
    return same and typed.count("★") <= shown.count("*") and (spent == 0 or spent > 0 and is_around_none)


def without_faces_of_blanks(line: Iterable[Inline]) -> list[tuple[str, bool, bool] | Inline]:
    """Letter by letter: a blank looks the same in every face."""
    return [
        each for inline in line for each in (
            [(c, inline.bold and not c.isspace(), inline.italic and not c.isspace()) for c in inline.text]
            if isinstance(inline, Run) else [inline]
        )
    ]


@given(TYPED)
@settings(max_examples=examples(1500), deadline=None)
def it_prints_or_tells_of_all_that_is_typed(text: str) -> None:
    found = parse(text)
    assert found.findings or shows_all(text, found.inlines)


@given(TYPED.filter(lambda text: "{#ma}" not in text))
@example("*{XEM LẠI: a} {XEM LẠI: a}a")
@settings(max_examples=examples(1500), deadline=None)
def it_writes_a_line_that_reads_as_the_same(text: str) -> None:
    """Ids aside: an id between stars and a letter is no letter, and is written at the end."""
    found = parse(text)
    line = trimmed(found.inlines)
    again = parse(source := inline_source(line))
    assert again.findings == []
    assert without_faces_of_blanks(trimmed(again.inlines)) == without_faces_of_blanks(line)
    assert inline_source(trimmed(again.inlines)) == source


# What officers type


@pytest.mark.parametrize("text", [
    "(*) Ghi chú", "Đạt 95% (*), tăng 3% (*) so với năm 2024", "Đạt 95%*, tăng 3%* so với năm 2024", "Tổng số (**)", "Tổng số**",
    "Số liệu (***) tạm tính", "2 ** 3 ** 4", "2**3**4", "5*3", "5 * 3", "a*b", "a*b*c", "*", "**", "***", "* ", "đánh dấu “*” hoặc “**”",
    'đánh dấu "*" hoặc "**"', "Sở A *, Sở B *", "[*] đã gộp", "x|y", "|", "||", "| a | b |", "a__b", "__", "_a_", "*)", "(*", "x (**) y (**) z",
    "1*2*3 = 6", "3*(4 + 5)", "A* và B*", "** Ghi chú: số liệu ước tính", "** a ** b", "****",
])
def it_prints_ordinary_text_as_it_is_typed(text: str) -> None:
    found = parse(text)
    assert (found.findings, words(found.inlines)) == ([], text)
    assert all(isinstance(run, Run) and not (run.bold or run.italic) for run in found.inlines)


@pytest.mark.parametrize(("text", "bold", "italic"), [
    ("**Lưu ý:** nộp đúng hạn (*)", "Lưu ý:", ""), ("**Lưu ý: **nộp", "Lưu ý: ", ""), ("*“Một cửa”*, nhanh", "", "“Một cửa”"),
    ("(*Kèm theo*)", "", "Kèm theo"), ("**a**b", "a", ""), ("*5%*.", "", "5%"), ("**(1)** a", "(1)", ""), ("*a (*)*", "", "a (*)"),
    ("**2 ** 3**", "2 ", ""), (r"**\, a**", ", a", ""), (r"**a \(**", "a (", ""),
])
def it_still_gives_faces(text: str, bold: str, italic: str) -> None:
    runs = [run for run in parse(text).inlines if isinstance(run, Run)]
    assert ("".join(r.text for r in runs if r.bold), "".join(r.text for r in runs if r.italic)) == (bold, italic)


@pytest.mark.parametrize("text", [
    "** Lưu ý:** nộp", "**Lưu ý", "**a** và **", "**a****b**", "**[^ma]**", "*Số liệu ước tính", "a** b** c",
])
def it_tells_of_stars_that_may_have_been_meant(text: str) -> None:
    assert {fault.code for fault in parse(text).findings} == {"S301"}


# Blocks of lines: letters are large, so that none is a mark or an id

STARTS = ("", "1. ", "2.", "a) ", "đ)", "(1) ", "- ", "-", "+ ", "  ", "   ", "\t", "[^n]: ", "@chen ", "o\t", "• ", "– ", "IV. ", "* ", "\\1. ")
PIECES = ("X", "Y ", "**Z**", "*W*", " (*)", "|", "Q[^n]", "**", "{#ma}", "{XEM LẠI: V}", "U.", " ", "[[", "}}", "T:", "\\*")
LINES = st.tuples(st.sampled_from(STARTS), st.lists(st.sampled_from(PIECES), max_size=5).map("".join)).map("".join)


def all_words(text: Text) -> str:
    lines = [each.inlines for each in (*text.walk(), *text.notes) if not isinstance(each, Insert)]
    return "".join(
        inline.text if isinstance(inline, Run) else inline.ly_do if isinstance(inline, Question) else ""
        for line in lines for inline in line
    )


@given(st.lists(LINES, max_size=6).map("\n".join))
@settings(max_examples=examples(800), deadline=None)
def it_prints_or_tells_of_every_letter_of_a_block(block: str) -> None:
    """A line that is told of may be left out; of the others every letter and bar is there."""
    text, findings = parse_text(block, lambda line, column, length: Place("x", line + 1, column + 1), Places())
    told = {fault.line - 1 for fault in findings}
    silent = "".join(line for number, line in enumerate(block.split("\n")) if number not in told)
    missing = Counter(re.sub("XEM LẠI|[^A-Z|]", "", silent)) - Counter(all_words(text))
    assert not missing
