"""One block of running text → paragraphs, items, footnotes: the sign of a line, nesting, growth, what is refused."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.outline import words
from vanban.findings import Finding, Place
from vanban.model.inline import Figure, Inline, NoteMark, Question, Reference, Run, shown_text
from vanban.model.places import Places
from vanban.model.running_text import Block, Insert, Item, Paragraph, Text
from vanban.readers.body_text import parse_text


def parse(text: str) -> tuple[Text, list[Finding], Places]:
    places = Places()

    def locate(line: int, column: int, length: int) -> Place:
        return Place("x.yaml", line + 1, column + 1, line + 1, column + 1 + length)

    return *parse_text(text, locate, places), places


def tree(text: str) -> str:
    """A faultless block, one letter a node and brackets around what stands below: "1(a -) p"."""
    parsed, findings, _ = parse(text)
    assert findings == []
    return _tree(parsed.blocks)


_LETTERS = {"khoan": "1", "diem": "a", "liet_ke": "(1)", "gach": "-", "cong": "+"}


def _tree(blocks: tuple[Block, ...]) -> str:
    return " ".join(map(_node, blocks))


def _node(block: Block) -> str:
    match block:
        case Paragraph():
            return "p"
        case Insert(ma=ma):
            return f"@{ma}"
        case Item(sign=sign, paragraphs=paragraphs, items=items):
            below = _tree((*paragraphs, *items))
            return _LETTERS[sign] + (f"[{below}]" if below else "")


def faults(text: str) -> list[tuple[str, int, int, int]]:
    return [(f.code, f.line, f.column, f.end_column) for f in parse(text)[1]]


# Signs


@pytest.mark.parametrize(
    ("line", "sign", "shown"),
    [
        ("1. x", "khoan", "x"), ("12. x", "khoan", "x"), ("1.  x", "khoan", "x"),
        ("1.\N{NO-BREAK SPACE}x", "khoan", "x"),
        ("a) x", "diem", "x"), ("đ) x", "diem", "x"), ("z) x", "diem", "x"), ("- x", "gach", "x"), ("+ x", "cong", "x"),
        ("(1) x", "liet_ke", "x"), ("(12) x", "liet_ke", "x"), ("- 100% x", "gach", "100% x"),
        ("1. - x", "khoan", "- x"),
        ("- (1) x", "gach", "(1) x"), ("1. **x**", "khoan", "x"), ("- x: 289 #1", "gach", "x: 289 #1"),
    ],
)
def it_knows_an_item_by_the_sign_of_its_line(line: str, sign: str, shown: str) -> None:
    (item,) = parse(line)[0].blocks
    assert isinstance(item, Item)
    assert (item.sign, shown_text(item.inlines), item.mark) == (sign, shown, "")


@pytest.mark.parametrize(
    "line",
    ["chữ", "ă) x", "aa) x", "2025. x", "(2025) x", "1999) x", "x 1. y", "-5%", "+84 912", "3.171 lượt văn bản",
     "1.965 thôn", r"\1. x", r"\- x", r"\a) x", "[^a] x", "Điều 1. x", "1/3 hồ sơ", "100% hồ sơ", "“1. x”", "C. Mác"],
)
def it_takes_any_other_line_for_a_paragraph(line: str) -> None:
    assert tree(line) == "p"


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("– x", 3), ("— x", 3), ("• x", 3), ("· x", 3), ("* x", 3), ("▪ x", 3), ("1.1. x", 6), ("1.1 x", 5),
        ("2.2.1. x", 8),
        ("I. x", 4), ("XIV. x", 6), ("1) x", 4), ("10) x", 5), ("a. x", 4), ("đ. x", 4), ("1.x", 4), ("a)x", 4),
        ("-x", 3),
        ("+x", 3), ("1.Điều", 4),
        ("B) x", 3), ("Đ) x", 3), ("B)Việc", 3), ("(a) x", 4), ("(B) x", 4), ("( 1 ) x", 6), ("(1 ) x", 5), ("a ) x", 5),
        ("1 . x", 5), ("1/ x", 4), ("1/Việc", 3), ("a/ x", 4), ("B/Việc", 3), ("I/ x", 4), ("1- Việc", 4), ("1-Việc", 3),
        ("2 – Việc", 5), ("a- Việc", 4), ("II - Mục tiêu", 6), ("I) x", 4), ("I.Mục tiêu", 3), ("I.1. x", 6),
        ("1.1) x", 6), ("1.2.Việc", 5), ("A. x", 4), ("Đ. x", 4), ("①x", 2), ("❷ x", 2), ("⒜ x", 2), ("Ⅱ. x", 2),
        ("1.) x", 4), ("1.- x", 4), ("a.) x", 4), ("1a) x", 5), ("ii) x", 5), ("(iii) x", 7), ("1, Việc", 4),
        ("a, Rà soát", 4), ("➢ x", 3), ("✓ x", 3),
    ],
)
def it_refuses_a_lookalike_with_its_columns(line: str, end: int) -> None:
    assert faults(line) == [("S304", 1, 1, end)]
    assert faults(f"1. y\n{line}") == [("S304", 2, 1, end)]


@pytest.mark.parametrize("line", [
    "C. Mác", "10 - 15 ngày", "5-7 xã", "1/3 hồ sơ", "01/KH-UBND ngày 5 tháng 3", "3/tháng", "Đ/c Bí thư", "T/M Ủy ban", "V/v họp",
    "5, Điều 3", "1, Thành phố Vinh", "1, 2 và 3", "a, b và c", "A và B", "A1) x", "I và II", "TP. Vinh", "H. Hải Hậu", "15h30",
    "2021 - 2025", "2025- Năm", "12.500 tỷ đồng", "VI-2025", "e-Office", "B2B", "(Đã ký)", "(sau đây gọi là)", "(10%)", "m/s",
])
def it_finds_no_lookalike_in_an_honest_line(line: str) -> None:
    assert faults(f"1. y\n{line}") == []


@pytest.mark.parametrize("line", ["– x", "1.1. x", "I. x", "1) x", "a. x", "1.x", "* x", "-x", "B) x", "1/ x", "①x", "a, Rà"])
def it_takes_a_lookalike_behind_a_backslash_for_text(line: str) -> None:
    (paragraph,) = parse("\\" + line)[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert shown_text(paragraph.inlines) == line
    assert faults("\\" + line) == []


def it_keeps_the_text_of_a_lookalike() -> None:
    (paragraph,) = parse("1.1. Kết quả")[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert shown_text(paragraph.inlines) == "1.1. Kết quả"


# Nesting


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("1. a\n1. b", "1 1"),
        ("1. x\na) y\n- z\n+ w", "1[a[-[+]]]"),
        ("1. x\n- y\na) z\n1. w", "1[- a] 1"),
        ("1. x\n+ y\n- z", "1[+ -]"),
        ("a) x\n1. y", "a 1"),
        ("a) x\n(1) y\nb) z", "a (1) a"),
        ("(1) x\n- y\n(2) z", "(1)[-] (1)"),
        ("- x\n+ y\n+ z\n- w", "-[+ +] -"),
        ("- x\na) y", "- a"),
        ("+ x\n- y\n+ z", "+ -[+]"),
        ("9. x\nz) y\n1. z", "1[a] 1"),
        ("1. x\n\n\na) y\n\n- z", "1[a[-]]"),
        ("1. x\n\nđoạn\n\na) y\n1. z", "1 p a 1"),
        ("a) x\n\nđoạn\n\n- y", "a p -"),
    ],
)
def it_nests_by_the_order_of_signs(lines: str, expected: str) -> None:
    assert tree(lines) == expected


@pytest.mark.parametrize("lines", ["1. x\n  - y", "1. x\n  a) y", "- x\n    + y", "1. x\n\t- y"])
def it_refuses_nesting_by_indentation(lines: str) -> None:
    assert faults(lines) == [("S303", 2, 1, len(lines.split("\n")[1]) + 1)]


# Lines that go on


def it_goes_on_with_an_item_in_the_line_below_it() -> None:
    (item,) = parse("- Một câu.\nCâu hai.\n**Câu ba.**")[0].blocks
    assert isinstance(item, Item)
    assert item.inlines == (Run("Một câu. Câu hai. "), Run("Câu ba.", bold=True))


def it_makes_each_unsigned_line_a_paragraph_where_no_item_is_open() -> None:
    assert tree("một.\nhai\n\nba") == "p p p"


def it_ends_an_item_with_a_blank_line() -> None:
    assert tree("1. x\n\nđoạn;\nđoạn nữa\n1. y") == "1 p p 1"


def it_takes_a_blank_line_with_spaces_for_blank() -> None:
    assert tree("1. x\n   \nđoạn") == "1 p"


def it_drops_spaces_at_the_end_of_a_line() -> None:
    (item,) = parse("- một   \nhai  ")[0].blocks
    assert isinstance(item, Item)
    assert item.inlines == (Run("một hai"),)


def it_adds_a_line_behind_two_spaces_to_the_item_above_as_a_paragraph() -> None:
    (item,) = parse("1. x\n  đoạn hai\ntiếp\n\n  đoạn ba\n- y")[0].blocks
    assert isinstance(item, Item)
    assert [shown_text(p.inlines) for p in item.paragraphs] == ["đoạn hai tiếp", "đoạn ba"]
    assert _tree(item.items) == "-"


def it_adds_a_paragraph_to_the_innermost_item() -> None:
    assert tree("1. x\na) y\n  đoạn") == "1[a[p]]"


@pytest.mark.parametrize("text", ["  x", "đoạn\n  x", " x", "   x", "1. x\n   y", "1. x\n\ty", "1. x\n\xa0y"])
def it_refuses_spaces_that_belong_to_no_item(text: str) -> None:
    line = text.split("\n")[-1]
    assert faults(text) == [("S303", text.count("\n") + 1, 1, len(line) + 1)]


def it_takes_a_paragraph_after_a_paragraph_for_one_of_no_item() -> None:
    assert faults("1. x\n\nđoạn\n\n  y") == [("S303", 5, 1, 4)]


# Footnotes, tables, ids


def it_takes_footnotes_out_of_the_text_in_their_order() -> None:
    parsed, findings, _ = parse("1. x[^b]\n[^b]: Một.\nHai.\n[^a]: Ba.\n\n- y[^a]")
    assert findings == []
    assert [(n.ma, shown_text(n.inlines)) for n in parsed.notes] == [("b", "Một. Hai."), ("a", "Ba.")]
    assert _tree(parsed.blocks) == "1[-]"


def it_reads_signs_inside_a_footnote() -> None:
    (note,) = parse("[^a]: **Đậm** theo [[qd_1]]")[0].notes
    assert note.inlines == (Run("Đậm", bold=True), Run(" theo "), Reference("qd_1"))


def it_keeps_an_item_open_over_the_text_of_a_footnote() -> None:
    assert tree("1. x\n[^a]: Chú thích.\na) y") == "1[a]"


def it_puts_a_table_where_its_line_stands() -> None:
    assert tree("một\n@chen bang_1\nhai") == "p @bang_1 p"
    assert tree("@chen   bang_1  ") == "@bang_1"


def it_puts_a_table_inside_the_innermost_open_item() -> None:
    assert tree("1. x\na) y\n@chen bang_1\nb) z") == "1[a[@bang_1] a]"


def it_does_not_go_on_with_an_item_below_a_table() -> None:
    assert tree("1. x\n@chen bang_1\nđoạn") == "1[@bang_1] p"


def it_gives_an_id_to_the_item_or_paragraph_it_stands_in() -> None:
    parsed, _, _ = parse("1. x {#mot}\n1. y\nz {#hai}\n\nđoạn {#ba}")
    assert [(block.ma, words(block.inlines)) for block in parsed.blocks if not isinstance(block, Insert)] == [
        ("mot", "x"), ("hai", "y z"), ("ba", "đoạn")
    ]


def it_places_every_node_at_its_own_line() -> None:
    parsed, _, places = parse("đoạn\n1. x\n  thêm\na) y [[b]]\n@chen t\n[^n]: z")
    paragraph, khoan = parsed.blocks
    assert isinstance(khoan, Item)
    (diem,) = khoan.items
    assert isinstance(diem, Item)
    nodes = [paragraph, khoan, khoan.paragraphs[0], diem, diem.paragraphs[0], parsed.notes[0]]
    assert [places[node.origin].line for node in nodes] == [1, 2, 3, 4, 5, 6]
    assert places[diem.inlines[1].origin].column == 6


def it_places_a_faulty_sign_behind_the_sign_of_its_line() -> None:
    assert faults("1. x\n- y **z") == [("S301", 2, 5, 7)]
    assert faults("1. x\n  y **z") == [("S301", 2, 5, 7)]
    assert faults("[^a]: y **z") == [("S301", 1, 9, 11)]


def it_reads_an_empty_block_as_nothing() -> None:
    assert parse("")[0] == parse("\n\n")[0] == parse("   \n")[0] == Text()


def it_says_of_texts_that_differ_in_blank_lines_only_that_they_are_equal() -> None:
    assert parse("1. x\na) y\n")[0] == parse("\n1. x\n\n\na) y")[0]


# Properties

_PREFIXES = ["", "1. ", "12. ", "a) ", "đ) ", "(1) ", "- ", "+ ", "  ", "[^n]: ", "   ", "\t", "– ", "1.1. ", "I. ",
             "@chen "]
_SIGNS = ["**", "*", "[[", "]]", "{{", "}}", "[^n]", "{#m}", "[[r]]", "{{ f }}", "{XEM LẠI: ", "}", "\\", "{%", "@chen",
          "#", ":"]


@st.composite
def _typed(draw: st.DrawFn) -> list[str]:
    """Lines of signs and words, every word different from all others."""
    count, lines = 0, []
    for prefix in draw(st.lists(st.sampled_from(["", *_PREFIXES]), min_size=1, max_size=12)):
        pieces = []
        for sign in draw(st.lists(st.sampled_from(["", "", *_SIGNS]), max_size=5)):
            count += 1
            pieces.append(f"{sign}Từ{count}Ế")
        lines.append(prefix + " ".join(pieces) if pieces else "")
    return lines


@given(st.text() | _typed().map("\n".join))
def it_never_raises_and_places_every_fault_inside_its_line(text: str) -> None:
    lines = text.split("\n")
    for fault in parse(text)[1]:
        assert 1 <= fault.column < fault.end_column <= len(lines[fault.line - 1]) + 1


@given(_typed())
def it_loses_no_word(lines: list[str]) -> None:
    parsed, findings, _ = parse("\n".join(lines))
    kept = " ".join(_all_words(parsed))
    told = " ".join(lines[fault.line - 1] for fault in findings)
    for word in re.findall(r"Từ\d+Ế", " ".join(lines)):
        assert re.search(rf"{word}(?!\d)", kept) or word in told, f"{word} of {lines} is gone"


@given(st.lists(st.sampled_from(["1. x", "a) x", "(1) x", "- x", "+ x", "x", "", "  x"]), max_size=14))
def it_puts_nothing_above_or_beside_its_rank(lines: list[str]) -> None:
    rank = {"khoan": 1, "diem": 2, "liet_ke": 2, "gach": 3, "cong": 4}

    def check(items: tuple[Block, ...], above: int) -> None:
        for item in items:
            if isinstance(item, Item):
                assert rank[item.sign] > above
                check(item.items, rank[item.sign])

    check(parse("\n".join(lines))[0].blocks, 0)


def _all_words(text: Text) -> Iterator[str]:
    for block in text.blocks:
        yield from _block_words(block)
    for note in text.notes:
        yield from map(_inline_words, note.inlines)


def _block_words(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph | Item):
        yield from map(_inline_words, block.inlines)
    if isinstance(block, Item):
        for inner in (*block.paragraphs, *block.items):
            yield from _block_words(inner)


def _inline_words(inline: Inline) -> str:
    match inline:
        case Run(text=text):
            return text
        case Question(ly_do=reason):
            return reason
        case Figure(ma=ma) | Reference(ma=ma) | NoteMark(ma=ma):
            return ma


# Bugs known; each mark goes when its bug does


def it_keeps_the_name_of_a_footnote() -> None:
    assert [note.ma for note in parse("[^a]: x\ny {#b}")[0].notes] == ["a"]


def it_keeps_the_order_of_a_table_and_a_further_paragraph_of_an_item() -> None:
    assert tree("1. x\n@chen bang_1\n  đoạn") == "1[@bang_1 p]"


@pytest.mark.parametrize(
    "line",
    ["1.", "- ", "a)", "@chen", "@chen Bảng 1", "@chen a b", "[^Chú thích]: x", "-- x", "•x", "1.“x”", "1.**x**",
     "(1)x", "(a) x"],
)
def it_reports_a_line_that_is_almost_signed(line: str) -> None:
    assert faults(line)


def it_counts_on_beyond_the_first_thousand() -> None:
    text = "\n".join(f"{number}. Việc" for number in (998, 999, 1000, 1001, 9999))
    parsed, findings = parse_text(text, lambda line, column, length: Place("x.yaml", line + 1), Places())
    assert findings == []
    assert len(parsed.blocks) == 5


@pytest.mark.parametrize("line", ["12345. Bốn", "1000) Hai", "(12345) Ba"])
def it_tells_of_numbers_that_it_does_not_count(line: str) -> None:
    _, findings = parse_text(f"1. Một\n{line}", lambda line, column, length: Place("x.yaml", line + 1), Places())
    assert [found.code for found in findings] == ["S304"]
