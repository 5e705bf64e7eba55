"""Lines of a block of text go and come; every other byte stands, and the file reads as it was meant."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.support.examples import printable
from vanban.edits.applying import edited
from vanban.edits.lines import edit_lines
from vanban.edits.values import replace_value
from vanban.errors import EditRefused
from vanban.readers.source import Source, read_source

TEXT = """\
# đầu
de_muc:
  - tieu_de: Một
    noi_dung: |   # bài
      1. Một.
      # không phải ghi chú

      1. Hai.

  # của hai
  - tieu_de: Hai
"""
PATH = ("de_muc", 0, "noi_dung")


def read(text: str) -> Source:
    source, findings = read_source("t.yaml", text.encode())
    assert findings == [], text
    return source


def lines(text: str, removed: list[int], inserted: dict[int, list[str]]) -> str:
    source = read(text)
    return edited(source, edit_lines(source, PATH, removed, inserted)).decode()


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(("removed", "inserted", "old", "new"), [
    ([0], {}, "      1. Một.\n", ""),
    ([1, 2], {}, "      # không phải ghi chú\n\n", ""),
    ([3], {}, "      1. Hai.\n", ""),
    ([], {1: ["1. Xen: # giữa", "", "  đoạn"]}, "      # không", "      1. Xen: # giữa\n\n        đoạn\n      # không"),
    ([], {4: ["1. Ba."]}, "      1. Hai.\n", "      1. Hai.\n      1. Ba.\n"),
    ([0], {0: ["1. Khác."]}, "1. Một.", "1. Khác."),
    ([0, 1, 2, 3], {}, "      1. Một.\n      # không phải ghi chú\n\n      1. Hai.\n", ""),
    ([0, 1, 2, 3], {4: ["Mới"]}, "      1. Một.\n      # không phải ghi chú\n\n      1. Hai.\n", "      Mới\n"),
])
def it_takes_and_puts_lines(removed: list[int], inserted: dict[int, list[str]], old: str, new: str, ending: str) -> None:
    text, old, new = (part.replace("\n", ending) for part in (TEXT, old, new))
    assert old in text
    assert lines(text, removed, inserted) == text.replace(old, new, 1)


def it_puts_lines_into_a_block_that_has_none() -> None:
    empty = TEXT.replace("      1. Một.\n      # không phải ghi chú\n\n      1. Hai.\n", "")
    assert lines(empty, [], {0: ["Một"]}) == empty.replace("# bài\n", "# bài\n      Một\n")
    assert lines(empty.replace("|", "|4"), [], {0: ["Một"]}) == empty.replace("|", "|4").replace("# bài\n", "# bài\n        Một\n")


def it_puts_lines_at_the_end_of_a_file_that_does_not_end_its_last_line() -> None:
    assert lines("de_muc:\n- noi_dung: |\n    Một", [], {1: ["Hai"]}) == "de_muc:\n- noi_dung: |\n    Một\n    Hai"


@pytest.mark.parametrize(("removed", "inserted"), [([9], {}), ([], {5: ["x"]}), ([-1], {})])
def it_refuses_lines_that_are_not_there(removed: list[int], inserted: dict[int, list[str]]) -> None:
    with pytest.raises(EditRefused, match="không còn như lúc tìm ra"):
        lines(TEXT, removed, inserted)


def it_refuses_a_block_that_would_begin_with_a_blank_and_what_is_no_block() -> None:
    with pytest.raises(EditRefused, match="máy không sửa được"):
        lines(TEXT, [0, 1, 2, 3], {0: ["  đoạn", "1. Một"]})
    with pytest.raises(EditRefused, match="máy không sửa được"):  # it could be read, as another text
        lines(TEXT, [0, 1, 2, 3], {0: ["  đoạn"]})
    source = read(TEXT)
    with pytest.raises(EditRefused, match=r"t.yaml:3: chỗ này"):
        edit_lines(source, ("de_muc", 0, "tieu_de"), [0])


def it_keeps_blank_lines_behind_a_block_that_gets_another_value() -> None:
    source = read(TEXT)
    old = "      1. Một.\n      # không phải ghi chú\n\n      1. Hai.\n"
    assert edited(source, [replace_value(source, PATH, "Mới.\n")]).decode() == TEXT.replace(old, "      Mới.\n")


_LINE = st.text(printable(), max_size=8).filter(lambda line: not line or line.strip() != "")


@settings(deadline=None)
@given(st.lists(_LINE, min_size=1, max_size=5), st.data())
def it_reads_back_the_lines_that_were_meant(old: list[str], data: st.DataObject) -> None:
    assume(old[0][:1].strip() and old[-1].strip())
    block = "".join(f"  {line}\n" if line else "\n" for line in old)
    source = read(f"a: |\n{block}# sau\nb: 1\n")
    removed = data.draw(st.sets(st.integers(0, len(old) - 1)))
    inserted = data.draw(st.dictionaries(st.integers(0, len(old)), st.lists(_LINE, max_size=2)))
    meant = [line for at in range(len(old) + 1)
             for line in (*inserted.get(at, ()), *(old[at : at + 1] if at not in removed else ()))]
    first = next((line for line in meant if line), "x")
    if not first[:1].strip():
        with pytest.raises(EditRefused):
            edit_lines(source, ("a",), removed, inserted)
        return
    text = edited(source, edit_lines(source, ("a",), removed, inserted)).decode()
    assert text == "a: |\n" + "".join(f"  {line}\n" if line else "\n" for line in meant) + "# sau\nb: 1\n"
    assert read(text).data == {"a": "\n".join(meant).rstrip("\n") + ("\n" if any(meant) else ""), "b": "1"}
