"""What runs inside a line: each sign alone, nested, escaped, unclosed; what looks like a sign and is none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.findings import Place
from vanban.model.inline import Figure, Inline, NoteMark, Question, Reference, Run
from vanban.model.places import Places
from vanban.readers.inline_text import InlineText, add_line, merged, parse_inline, trimmed


def parse(text: str) -> tuple[InlineText, Places]:
    places = Places()

    def locate(column: int, length: int) -> Place:
        return Place("x.yaml", 1, column + 1, 1, column + 1 + length)

    return parse_inline(text, locate, places), places


def inlines(text: str) -> list[Inline]:
    """The nodes of a line without fault."""
    found, _ = parse(text)
    assert found.findings == []
    return found.inlines


def faults(text: str) -> list[tuple[str, int, int]]:
    return [(f.code, f.column, f.end_column) for f in parse(text)[0].findings]


BOLD, ITALIC, BOTH = {"bold": True}, {"italic": True}, {"bold": True, "italic": True}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chữ", [Run("chữ")]),
        ("**đậm**", [Run("đậm", **BOLD)]),
        ("*nghiêng*", [Run("nghiêng", **ITALIC)]),
        ("***cả hai***", [Run("cả hai", **BOTH)]),
        ("a **b** c", [Run("a "), Run("b", **BOLD), Run(" c")]),
        ("(*Sở Tư pháp*)", [Run("("), Run("Sở Tư pháp", **ITALIC), Run(")")]),
        ("x[^cap_pho].", [Run("x"), NoteMark("cap_pho"), Run(".")]),
        ("[[qd_1]]", [Reference("qd_1")]),
        ("[[ qd_1 | so_ky_hieu ]]", [Reference("qd_1", "so_ky_hieu")]),
        ("{{ho_so}}", [Figure("ho_so")]),
        ("{{ ma.don_vi@quy_1_2025 | dang }}", [Figure("ma", "don_vi", "quy_1_2025", "dang")]),
        ("{{ma.don_vi@quy_1|dang}}", [Figure("ma", "don_vi", "quy_1", "dang")]),
        ("{{ ma.don_vi.rieng@quy_1 | so_sanh cung_ky }}", [Figure("ma", "don_vi", "quy_1", "so_sanh", "cung_ky", is_own=True)]),
        ("{{ ma.rieng }}", [Figure("ma", is_own=True)]),
        ("{{ ma.rieng_biet }}", [Figure("ma", "rieng_biet")]),
        ("{{ ma | so_sanh  muc_tieu }}", [Figure("ma", cach_in="so_sanh", co_so="muc_tieu")]),
        ("{{ ma@thoi_diem_28_9_2021 | tang_giam nam_2021 }}", [Figure("ma", ky="thoi_diem_28_9_2021", cach_in="tang_giam", co_so="nam_2021")]),
        ("{{ ma | ty_trong hs_tiep_nhan }}", [Figure("ma", cach_in="ty_trong", co_so="hs_tiep_nhan")]),
        ("{{ ma.nhom_xa | con_thieu }}", [Figure("ma", "nhom_xa", cach_in="con_thieu")]),
        ("{{ muc_tieu.ty_le }}", [Figure("ty_le", nguon_so_lieu="muc_tieu")]),
        ("{{ ho_so@nam_2025 }}", [Figure("ho_so", ky="nam_2025")]),
        ("{{ ho_so | tang_giam nam_2021 }}", [Figure("ho_so", cach_in="tang_giam", co_so="nam_2021")]),
        ("{{ ho_so | phan_tram }}", [Figure("ho_so", cach_in="phan_tram")]),
        ("{XEM LẠI: năm nào?}", [Question("năm nào?")]),
        ("{{a}}[[b]][^c]", [Figure("a"), Reference("b"), NoteMark("c")]),
        ("a [XEM LẠI: b] c", [Run("a "), Question("b"), Run(" c")]),
    ],
)
def it_reads_each_sign_alone(text: str, expected: list[Inline]) -> None:
    assert inlines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**a *b* c**", [Run("a ", **BOLD), Run("b", **BOTH), Run(" c", **BOLD)]),
        ("*a **b** c*", [Run("a ", **ITALIC), Run("b", **BOTH), Run(" c", **ITALIC)]),
        ("**{{a}}**", [Figure("a", **BOLD)]),
        ("*[[a]]*", [Reference("a", **ITALIC)]),
        ("***{{a}}***", [Figure("a", **BOTH)]),
        ("**a[^b]** c", [Run("a", **BOLD), NoteMark("b"), Run(" c")]),
        ("**a * b**", [Run("a * b", **BOLD)]),
        ("*a * b*", [Run("a * b", **ITALIC)]),
    ],
)
def it_reads_signs_inside_signs(text: str, expected: list[Inline]) -> None:
    assert inlines(text) == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"\*a\*", "*a*"), (r"\*\*a\*\*", "**a**"), (r"\[[a]]", "[[a]]"),
        (r"\{{a}}", "{{a}}"), (r"\{%", "{%"), (r"\[^a]", "[^a]"), (r"\{#a}", "{#a}"), (r"\\", "\\"),
        (r"\1. a", "1. a"), (r"\- a", "- a"), (r"a\*b", "a*b"), (r"\{XEM LẠI: a}", "{XEM LẠI: a}"),
    ],
)
def it_takes_a_sign_behind_a_backslash_literally(text: str, shown: str) -> None:
    assert inlines(text) == [Run(shown)]


@pytest.mark.parametrize(
    "text",
    ["3 * 4", "* a", "a *", "a* b*", "[a](b)", "`a`", "_a_", "a & b", "<b>", "{a}", "[a]", "5%", "100 #1", "a: b",
     "“x”", "a\\", "[a", "$x$", "~~a~~"],
)
def it_takes_for_text_what_is_no_sign(text: str) -> None:
    assert inlines(text) == [Run(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ab **c", ("S301", 4, 6)),
        ("ab *c", ("S301", 4, 5)),
        ("**a** **", ("S301", 7, 9)),
        ("ab [[c", ("S301", 4, 6)),
        ("ab [[c]", ("S301", 4, 8)),
        ("ab {{ c }", ("S301", 4, 10)),
        ("x [[A]]", ("S302", 3, 8)),
        ("x [[]]", ("S302", 3, 7)),
        ("x {{ a.b.c }}", ("S302", 3, 14)),
        ("x {{ tỷ lệ }}", ("S302", 3, 14)),
        ("{{ a + b }}", ("S302", 1, 12)),
        ("{{ a|b|c }}", ("S302", 1, 12)),
        ("{{ a | b c d }}", ("S302", 1, 16)),
        ("{{ a@2025 }}", ("S302", 1, 13)),
        ("{{ a@quy_1-2025 }}", ("S302", 1, 19)),
        ("{{ a@ }}", ("S302", 1, 9)),
        ("x {{ a.rieng.b }}", ("S302", 3, 18)),
        ("x {a.b.rieng@quy_1 | so_sanh cung_ky}", ("S302", 3, 38)),
        ("x {a.b.rieng@quy_1 | so_sanh cung_ky}}", ("S301", 3, 39)),
        ("x {% if a %}", ("S302", 3, 5)),
        ("x a]]", ("S302", 4, 6)),
        ("x a}}", ("S302", 4, 6)),
        ("x { { a", ("S302", 3, 6)),
        ("x {muc_tieu.a}", ("S302", 3, 15)),
    ],
)
def it_reports_a_faulty_sign_with_its_columns(text: str, expected: tuple[str, int, int]) -> None:
    assert faults(text) == [expected]


@pytest.mark.parametrize(("text", "hint"), [
    ("{{ a@2025 }}", "Sau dấu @ ghi mã của kỳ, bắt đầu bằng chữ: @quy_1, @sau_thang, @nam_2021."),
    ("{{ a@quy_1-2025 | dat }}", "Sau dấu @ ghi mã của kỳ, bắt đầu bằng chữ: @quy_1, @sau_thang, @nam_2021."),
    ("{{ a | b c d }}", "Sau dấu | ghi một cách in, sau đó nhiều nhất một mã để so: {{ ma_chi_tieu | so_sanh cung_ky }}."),
    ("{{ a | b | c }}", "Sau dấu | ghi một cách in, sau đó nhiều nhất một mã để so: {{ ma_chi_tieu | so_sanh cung_ky }}."),
    ("{{ tỷ lệ }}", "Viết {{ ma_chi_tieu }}; mã gồm chữ thường không dấu, chữ số và dấu gạch dưới."),
])
def it_says_how_a_figure_is_called(text: str, hint: str) -> None:
    assert [each.hint for each in parse(text)[0].findings] == [hint]


def it_reads_a_figure_whose_first_bracket_is_missing() -> None:
    assert parse("{a.b.rieng@quy_1 | so_sanh cung_ky}}")[0].inlines == [Figure("a", "b", "quy_1", "so_sanh", "cung_ky", is_own=True)]


def it_reports_every_unclosed_sign_of_a_line() -> None:
    assert faults("**a *b") == [("S301", 1, 3), ("S301", 5, 6)]


@pytest.mark.parametrize("text", ["a [[B]] c", "a {{ B }} c", "a [[b", "a {{b", "a {% b"])
def it_keeps_the_text_of_a_faulty_sign(text: str) -> None:
    assert parse(text)[0].inlines == [Run(text)]


def it_takes_the_id_out_of_the_line() -> None:
    found, _ = parse("98% đúng tiến độ. {#mt_vbqppl}")
    assert (found.ma, trimmed(found.inlines)) == ("mt_vbqppl", (Run("98% đúng tiến độ."),))


def it_reads_a_question_typed_in_decomposed_letters() -> None:
    assert inlines("{XEM LA\u0323I: so\u0302\u0301 na\u0300o}") == [Question("số nào")]


def it_composes_decomposed_letters() -> None:
    assert inlines("ca\u0309i **ca\u0301ch**") == [Run("cải "), Run("cách", **BOLD)]


def it_knows_the_place_of_every_node_that_has_one() -> None:
    found, places = parse("a [[b]] {{ c }}[^d] {XEM LẠI: e}")
    nodes = [node for node in found.inlines if not isinstance(node, Run)]
    columns = [(places[node.origin].column, places[node.origin].end_column) for node in nodes]
    assert columns == [(3, 8), (9, 16), (16, 20), (21, 33)]


def it_says_of_two_nodes_at_different_places_that_they_are_equal() -> None:
    assert inlines("[[a]]") == inlines("[[ a ]]")


def it_joins_two_lines_with_a_space() -> None:
    first: list[Inline] = [Run("a")]
    add_line(first, [Run("b"), Run("c", **BOLD)])
    assert merged(first) == [Run("a b"), Run("c", **BOLD)]
    empty: list[Inline] = []
    add_line(empty, [Run("b")])
    assert empty == [Run("b")]


def it_merges_neighbours_of_one_face_and_drops_empty_runs() -> None:
    assert merged([Run("a"), Run("", **BOLD), Run("b"), Run("c", **BOLD)]) == [Run("ab"), Run("c", **BOLD)]


# Properties

_PIECES = st.sampled_from(
    ["**", "*", "[[", "]]", "{{", "}}", "[^", "]", "{#", "}", "{XEM LẠI: ", "\\", "{%", "ma", " ", "Ế", ".", "@", "|",
     "3"]
)
ANY_LINE = st.text() | st.lists(_PIECES, max_size=20).map("".join)


@given(ANY_LINE)
def it_never_raises_and_places_every_fault_inside_the_line(text: str) -> None:
    for fault in parse(text)[0].findings:
        assert 1 <= fault.column < fault.end_column <= len(text) + 1


@given(ANY_LINE)
def it_leaves_no_two_neighbouring_runs_of_one_face(text: str) -> None:
    found = parse(text)[0].inlines
    assert merged(found) == found


@given(st.text(st.characters(exclude_characters="*[]{}\\", codec="utf-8"), min_size=1))
def it_shows_a_line_without_signs_as_it_is(text: str) -> None:
    (run,) = inlines(text)
    assert isinstance(run, Run)
    assert trimmed([run]) or not text.strip()


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs")), min_size=1))
def it_shows_any_text_whose_punctuation_is_escaped(text: str) -> None:
    assert inlines(re.sub(r"([^\w\s]|_)", r"\\\1", text)) == [Run(text)]


@given(st.lists(st.tuples(st.sampled_from(["", "**", "*", "***"]), st.from_regex(r"[a-zđếổ]{1,5}", fullmatch=True)),
                min_size=1, max_size=5))
def it_gives_back_the_faces_that_were_written(parts: list[tuple[str, str]]) -> None:
    text = " ".join(f"{sign}{word}{sign}" for sign, word in parts)
    runs = [inline for inline in inlines(text) if isinstance(inline, Run)]
    assert [(c, run.bold, run.italic) for run in runs for c in run.text if c != " "] == [
        (c, sign in ("**", "***"), sign in ("*", "***")) for sign, word in parts for c in word
    ]


# Bugs known; each mark goes when its bug does


@pytest.mark.parametrize(
    "text", ["{XEM LẠI: số nào", "{XEM LẠI số nào}", "{Xem lại: số nào}", "{XEM LẠI: {{ a }}}", "x[^Chú thích]",
     "x {#Mã}"]
)
def it_reports_a_sign_that_is_almost_one(text: str) -> None:
    assert faults(text)


def it_reports_a_second_id_in_one_line() -> None:
    assert faults("a {#mot} {#hai}")


def it_reports_a_question_without_a_reason() -> None:
    assert faults("{XEM LẠI:}")


def it_takes_a_star_between_figures_for_text() -> None:
    assert inlines("3*4*5") == [Run("3*4*5")]


def it_keeps_a_backslash_before_a_letter() -> None:
    assert inlines(r"ổ C:\ke_hoach") == [Run(r"ổ C:\ke_hoach")]


def it_takes_out_an_id_at_the_beginning_with_its_space() -> None:
    assert trimmed(parse("{#mt} 98%")[0].inlines) == (Run("98%"),)


@pytest.mark.parametrize("line", ["Qa mã {#quan_trong} ở giữa dòng.", "<{#x}>", "a{#x}+84b", "{#x} Một."])
def it_tells_of_the_id_of_a_line_that_stands_in_its_middle(line: str) -> None:
    (only,) = parse(line)[0].findings
    assert (only.code, "đứng giữa dòng" in only.message) == ("S302", True)


@pytest.mark.parametrize("line", ["Một. {#x}", "Một {#x}.", "Một {#x}; ", "**Một {#x}**", "Một {#x}[^a]", "Một ({#x})", "Ghi \\{#x} ở đây."])
def it_takes_the_id_of_a_line_at_its_end(line: str) -> None:
    assert parse(line)[0].findings == []
