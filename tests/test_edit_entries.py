"""Items of lists and keys of mappings go and come; every other byte stands, and the file reads as it was meant."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.examples import examples
from vanban.edits.applying import edited
from vanban.edits.entries import edit_items, edit_keys
from vanban.edits.rendered import Data
from vanban.errors import EditRefused
from vanban.readers.source import Source, read_source


def read(text: str) -> Source:
    source, findings = read_source("t.yaml", text.encode())
    assert findings == [], text
    return source


def items(text: str, path: tuple[str | int, ...], removed: Sequence[int] = (), **inserted: Sequence[Data]) -> str:
    """`text` with items gone and come: `_2=["x"]` puts one above the third."""
    source = read(text)
    put = {int(at[1:]): listed for at, listed in inserted.items()}
    return edited(source, edit_items(source, path, removed, put)).decode()


def keys(text: str, path: tuple[str | int, ...], removed: Sequence[str] = (), inserted: dict[str | None, dict[str, Data]] | None = None) -> str:
    source = read(text)
    return edited(source, edit_keys(source, path, removed, inserted or {})).decode()


INSIDE = "a:\n  - x\n    # trong x\n  - y\n"


def it_leaves_a_comment_that_stands_deeper_than_the_item_below_it() -> None:
    assert items(INSIDE, ("a",), [1]) == INSIDE.replace("  - y\n", "")
    assert items(INSIDE, ("a",), [0]) == INSIDE.replace("  - x\n", "")


LIST = """\
# yaml-language-server: $schema=x
noi_nhan:      # ai nhận
  # của một
  - Một
  # đứng riêng

  # của hai
  # cũng của hai
  - Hai   # cuối hai
  - Ba
luu: VT
"""


def it_takes_an_item_out_with_the_comments_above_it_and_behind_it() -> None:
    gone = "  # của hai\n  # cũng của hai\n  - Hai   # cuối hai\n"
    assert items(LIST, ("noi_nhan",), [1]) == LIST.replace(gone, "")


def it_leaves_comments_that_stand_apart_when_all_items_go() -> None:
    assert items(LIST, ("noi_nhan",), [0, 1, 2]) == """\
# yaml-language-server: $schema=x
noi_nhan: []      # ai nhận
  # đứng riêng

luu: VT
"""


def it_puts_items_below_the_one_before_them() -> None:
    assert items(LIST, ("noi_nhan",), _0=["Đầu"], _2=["a: b", "Nữa"], _3=["Cuối"]) == """\
# yaml-language-server: $schema=x
noi_nhan:      # ai nhận
  - Đầu
  # của một
  - Một
  # đứng riêng

  # của hai
  # cũng của hai
  - Hai   # cuối hai
  - "a: b"
  - Nữa
  - Ba
  - Cuối
luu: VT
"""


def it_writes_what_is_put_in_as_officers_would() -> None:
    task: Data = {"ma": "nv_1", "noi_dung": "1. Một.\n1. Hai.\n", "chu_tri": ["so_noi_vu", "so_tc"], "moc": [{"ket_qua": "x"}]}
    assert items("nhiem_vu:\n  - ma: a\n", ("nhiem_vu",), _1=[task, []]) == """\
nhiem_vu:
  - ma: a
  - ma: nv_1
    noi_dung: |
      1. Một.
      1. Hai.
    chu_tri:
      - so_noi_vu
      - so_tc
    moc:
      - ket_qua: x
  - []
"""


@pytest.mark.parametrize(("typed", "removed", "put", "meant"), [
    ("a: [x, y, z]\n", [0], [], "a: [y, z]\n"),
    ("a: [x, y, z]\n", [1], [], "a: [x, z]\n"),
    ("a: [x, y, z]\n", [2], [], "a: [x, y]\n"),
    ("a: [x, y, z]\n", [1, 2], [], "a: [x]\n"),
    ("a: [x, y, z]   # c\n", [0, 1, 2], [], "a: []   # c\n"),
    ("a: [ x, y, ]\n", [1], [], "a: [ x, ]\n"),
    ("a: [x]\n", [0], ["n, m"], 'a: ["n, m"]\n'),
    ("a: [x]\n", [], ["n"], "a: [x, n]\n"),
    ("a: [x, ]\n", [], ["n"], "a: [x, n, ]\n"),
    ("a: []   # c\nb: 1\n", [], ["n"], "a:   # c\n  - n\nb: 1\n"),
    ("a:   # c\nb: 1\n", [], ["n"], "a:   # c\n  - n\nb: 1\n"),
    ("a:", [], ["n"], "a:\n  - n"),
    ("{a: []}\n", [], ["n"], "{a: [n]}\n"),
    ("{a: [b, {c: [d]}]}\n", [1], ["n"], "{a: [b, n]}\n"),
    ("a: [\n  x,   # của x\n  # của y\n  y,\n  z   # của z\n]\n", [1], ["n"], "a: [\n  x,   # của x\n  z,   # của z\n  n\n]\n"),
    ("a: [\n  x,   # của x\n  # của y\n  y,\n  z   # của z\n]\n", [2], [], "a: [\n  x,   # của x\n  # của y\n  y\n]\n"),
    ("a: [\n  x,\n  y,\n]\n", [0], ["n"], "a: [\n  y,\n  n,\n]\n"),
    ("a: [x, # của x\n    y, z]\n", [0], [], "a: [ # của x\n    y, z]\n"),
    ("a: [x, # của x\n    y, z]\n", [1, 2], [], "a: [x # của x\n    ]\n"),
])
def it_edits_lists_between_brackets(typed: str, removed: list[int], put: list[Data], meant: str) -> None:
    source = read(typed)
    at = len(source.data["a"])
    assert edited(source, edit_items(source, ("a",), removed, {at: put})).decode() == meant


@pytest.mark.parametrize(("typed", "removed", "put", "meant"), [
    ("- - x\n  - y\n- z\n", [0], {}, "- - y\n- z\n"),
    ("- - x   # của x\n  # của y\n  - y\n", [0], {}, "-\n  # của y\n  - y\n"),
    ("- - x\n  - y\n- z\n", [0, 1], {}, "- []\n- z\n"),
    ("- - x\n  - y\n- z\n", [1], {}, "- - x\n- z\n"),
    ("- - x\n  - y\n", [], {0: ["n"]}, "- - n\n  - x\n  - y\n"),
    ("- - x\n  - y\n", [0], {1: ["n"]}, "- - n\n  - y\n"),
    ("- - x\n  - y\n", [0, 1], {2: ["n", "m"]}, "- - n\n  - m\n"),
    ("-\n  # của x\n  - x\n  - y\n", [0], {}, "-\n  - y\n"),
    ("-\n  - x\n", [0], {}, "- []\n"),
])
def it_edits_lists_behind_a_dash(typed: str, removed: list[int], put: dict[int, list[Data]], meant: str) -> None:
    source = read(typed)
    assert edited(source, edit_items(source, (0,), removed, put)).decode() == meant


ENTRY = "nhiem_vu:\n  - ma: a   # mã\n    # tên việc\n    noi_dung: |\n      1. Một\n      # hai\n    thoi_gian: 1\n"


@pytest.mark.parametrize(("removed", "put", "meant"), [
    (["noi_dung"], {}, "nhiem_vu:\n  - ma: a   # mã\n    thoi_gian: 1\n"),
    (["ma"], {}, "nhiem_vu:\n  -\n    # tên việc\n    noi_dung: |\n      1. Một\n      # hai\n    thoi_gian: 1\n"),
    (["ma", "noi_dung"], {}, "nhiem_vu:\n  - thoi_gian: 1\n"),
    (["ma", "noi_dung", "thoi_gian"], {}, "nhiem_vu:\n  - {}\n"),
    ([], {"noi_dung": {"chu_tri": ["x"]}}, ENTRY.replace("    thoi_gian", "    chu_tri:\n      - x\n    thoi_gian")),
    ([], {None: {"nhom": "N"}}, ENTRY.replace("- ma: a", "- nhom: N\n    ma: a")),
])
def it_edits_keys_of_a_mapping_behind_a_dash(removed: list[str], put: dict[str | None, dict[str, Data]], meant: str) -> None:
    assert keys(ENTRY, ("nhiem_vu", 0), removed, put) == meant


@pytest.mark.parametrize(("typed", "removed", "put", "meant"), [
    ("a: {b: 1, c: 2}\n", ["b"], {}, "a: {c: 2}\n"),
    ("a: {b: 1, c: 2}\n", ["b", "c"], {}, "a: {}\n"),
    ("a: {b: 1, c: }\n", [], {"b": {"d": ["x", "y: z"]}}, 'a: {b: 1, d: [x, "y: z"], c: }\n'),
    ("a: {}\n", [], {None: {"d": "1"}}, 'a:\n  d: "1"\n'),
    ("a:\n", [], {None: {"d": "x"}}, "a:\n  d: x\n"),
    ('a:\n  "b" : 1\n  c: 2\n', ["c"], {"b": {"c": "3 tháng"}}, 'a:\n  "b" : 1\n  c: 3 tháng\n'),
])
def it_edits_keys_of_a_mapping(typed: str, removed: list[str], put: dict[str | None, dict[str, Data]], meant: str) -> None:
    assert keys(typed, ("a",), removed, put) == meant


def it_leaves_what_stands_at_the_top_of_a_file_to_the_file() -> None:
    typed = "# yaml-language-server: $schema=x\nma: a\n# của b\nb: 1\n"
    assert keys(typed, (), ["ma"]) == "# yaml-language-server: $schema=x\n# của b\nb: 1\n"
    assert keys(typed, (), [], {None: {"c": "x"}}) == "# yaml-language-server: $schema=x\nc: x\nma: a\n# của b\nb: 1\n"


@pytest.mark.parametrize("removed", [[3], [-1], [0, 9]])
def it_refuses_items_that_are_not_there(removed: list[int]) -> None:
    with pytest.raises(EditRefused, match=r"t.yaml:\d+: tệp không còn như lúc tìm ra chỗ cần sửa"):
        items("a: [x, y, z]\n", ("a",), removed)


def it_refuses_a_key_twice_and_one_that_is_not_there() -> None:
    for removed, put in ((["z"], {}), ([], {"z": {"y": "1"}}), ([], {"b": {"c": "1"}}), ([], {"b": {"d": "1"}, "c": {"d": "2"}})):
        with pytest.raises(EditRefused):
            keys("a: {b: 1, c: 2}\n", ("a",), removed, put)


def it_refuses_what_it_could_not_write_without_a_change_of_meaning() -> None:
    with pytest.raises(EditRefused, match="t.yaml:2: chỗ này viết theo lối mà máy không sửa được"):
        keys("a:\n  ? b\n  : 1\n  c: 2\n", ("a",), ["b"])
    with pytest.raises(EditRefused, match=r"ký tự không nhìn thấy được \(U\+200B\)"):
        items("a: [x]\n", ("a",), _1=["x\u200b"])


# Whatever stands in a list: its other lines are found again, one by one


@dataclass
class Piece:
    """One entry as it stands in a file: what is nobody's above it, its comments, its lines; its data."""

    apart: list[str]
    own: list[str]
    lines: list[str]
    data: object
    end: str = ""

    @property
    def text(self) -> list[str]:
        return [*self.own, *self.lines[:-1], self.lines[-1] + self.end]


@dataclass
class Kind:
    lines: list[str]
    data: object
    takes_comment: bool = True


VALUES = [
    Kind(["Một"], "Một"), Kind(['"a # b: c"'], "a # b: c"), Kind(["'- x'"], "- x"), Kind([""], "", False),
    Kind(["|", "  1. Một", "  # không phải ghi chú", "", "  - x"], "1. Một\n# không phải ghi chú\n\n- x\n", False),
    Kind(["|", "  Một"], "Một\n", False), Kind([">-", "  a", "  b"], "a b", False),
    Kind(["a", "  b"], "a b"), Kind(['"a', '  b"'], "a b"), Kind(["[x, {y: z}]"], ["x", {"y": "z"}]),
    Kind(["[x,   # c", "  y]"], ["x", "y"]), Kind(["{}"], {}),
]
OF_ITEMS = [
    Kind(["ma: a", "  # trong", "  gom:", "  - x", "  # trong", "  - y"], {"ma": "a", "gom": ["x", "y"]}),
    Kind(["- x", "  - y"], ["x", "y"]), Kind(["", "  # trong", "  ma: a"], {"ma": "a"}), Kind(["", "  - x"], ["x"]),
    Kind(["b: |", "    Hai", "    # ba"], {"b": "Hai\n# ba\n"}, False),
]
OF_KEYS = [
    Kind(["", "  # trong", "  - x", "  - y"], ["x", "y"]), Kind(["", "- x", "# trong", "- y"], ["x", "y"]),
    Kind(["", "  b: 1"], {"b": "1"}),
]


@st.composite
def _pieces(draw: st.DrawFn, column: int, of: list[Kind], names: Sequence[str]) -> list[Piece]:
    pieces: list[Piece] = []
    for name in names:
        kind = draw(st.sampled_from([*VALUES, *of]))
        apart = draw(st.sampled_from([[], [""], ["# riêng", ""], ["", "# riêng", "", ""]]))
        own = draw(st.sampled_from([[], ["# của nó"], ["# của nó", "# hai dòng"]]))
        end = draw(st.sampled_from(["", "   # cuối"])) if kind.takes_comment else ""
        first, *rest = kind.lines
        indent = " " * column
        lines = [f"{indent}{name}{first and ' '}{first}", *(line and f"{indent}{line}" for line in rest)]
        pieces.append(Piece([f"{indent}{x}" if x else "" for x in apart], [f"{indent}{x}" for x in own], lines, kind.data, end))
    return pieces


@dataclass
class Case:
    """A file with one list or mapping, what goes and what comes."""

    pieces: list[Piece]
    removed: set[int]
    inserted: dict[int, int]
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    column: int = 0
    ending: str = "\n"
    is_ended: bool = True
    mark: bool = False
    opened: str = "   # mở"


@st.composite
def _cases(draw: st.DrawFn, sign: str) -> Case:
    count = draw(st.integers(1, 4))
    column = draw(st.sampled_from([0, 2, 4] if sign == "- " else [2, 4]))
    names = ["-"] * count if sign == "- " else [f"k{number}:" for number in range(count)]
    removed = draw(st.sets(st.integers(0, count - 1)))
    return Case(
        draw(_pieces(column, OF_ITEMS if sign == "- " else OF_KEYS, names)), removed,
        draw(st.dictionaries(st.integers(0, count), st.integers(1, 2))),
        draw(st.sampled_from([[], ["# đầu", "ma: a"], ["x: |", "  # khối", ""]])),
        draw(st.sampled_from([[], ["cuoi: hết"], ["", "# của cuối", "cuoi: hết"]])), column,
        draw(st.sampled_from(["\n", "\r\n"])), draw(st.booleans()), draw(st.booleans()),
        draw(st.sampled_from(["", "   # mở"])),
    )


def _text(case: Case, lines: list[str], *, is_ended: bool) -> str:
    whole = "".join(f"{line}{case.ending}" for line in lines)
    return ("\N{ZERO WIDTH NO-BREAK SPACE}" if case.mark else "") + (whole if is_ended else whole.removesuffix(case.ending))


def _typed(case: Case) -> str:
    body = [line for piece in case.pieces for line in (*piece.apart, *piece.text)]
    return _text(case, [*case.before, f"ds:{case.opened}", *body, *case.after], is_ended=case.is_ended)


def _meant(case: Case, new: dict[int, list[str]]) -> str:
    """The file as it should be, line by line."""
    count = len(case.pieces)
    kept = [index for index in range(count) if index not in case.removed]
    is_empty = not kept and not new
    body: list[str] = []
    for index, piece in enumerate(case.pieces):
        put = [f"{' ' * case.column}{line}" if line else "" for line in new.get(index, ())]
        body += [*put, *piece.apart] if index else [*piece.apart, *put]
        body += [] if index in case.removed else piece.text
    body += [f"{' ' * case.column}{line}" for line in new.get(count, ())]
    empty = "" if not is_empty else " []" if case.pieces[0].lines[0].lstrip().startswith("-") else " {}"
    last_goes = count - 1 in case.removed and not new.get(count) and not case.after
    lines = [*case.before, f"ds:{empty}{case.opened}", *body, *case.after]
    return _text(case, lines, is_ended=case.is_ended or last_goes)


@settings(max_examples=examples(150), deadline=None)
@given(_cases("- "))
def it_takes_and_puts_items_and_leaves_every_other_byte(case: Case) -> None:
    _holds(case, {at: [f"- m{n}" for n in range(count)] for at, count in case.inserted.items()}, "- ")


@settings(max_examples=examples(150), deadline=None)
@given(_cases(""))
def it_takes_and_puts_keys_and_leaves_every_other_byte(case: Case) -> None:
    _holds(case, {at: [f"n{at}{n}: m{n}" for n in range(count)] for at, count in case.inserted.items()}, "")


def _holds(case: Case, new: dict[int, list[str]], sign: str) -> None:
    source = read(_typed(case))
    data = [piece.data for piece in case.pieces]
    assert list(source.data["ds"] if sign else source.data["ds"].values()) == data or not case.is_ended
    if sign:
        put: dict[int, list[Data]] = {at: [line[2:] for line in lines] for at, lines in new.items()}
        fixes = edit_items(source, ("ds",), case.removed, put)
    else:
        below = {at: None if at == 0 else f"k{at - 1}" for at in new}
        entries = {below[at]: dict(line.split(": ") for line in lines) for at, lines in new.items()}
        fixes = edit_keys(source, ("ds",), {f"k{index}" for index in case.removed}, entries)
    assert edited(source, fixes).decode() == _meant(case, new)
