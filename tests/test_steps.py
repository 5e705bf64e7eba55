"""The steps of a numbering scheme: how a heading and a row of a table are counted and shown."""

import pytest

from vanban.model.steps import ROW_STEPS, STEPS, parse_scheme


@pytest.mark.parametrize(("key", "marks"), [
    ("Phần thứ nhất", ["Phần thứ nhất", "Phần thứ hai", "Phần thứ tư"]),
    ("Phần I", ["Phần I", "Phần II", "Phần IV"]),
    ("Chương I", ["Chương I", "Chương II", "Chương IV"]),
    ("Mục 1", ["Mục 1", "Mục 2", "Mục 4"]),
    ("Tiểu mục 1", ["Tiểu mục 1", "Tiểu mục 2", "Tiểu mục 4"]),
    ("Điều 1.", ["Điều 1.", "Điều 2.", "Điều 4."]),
    ("A.", ["A.", "B.", "D."]),
    ("I.", ["I.", "II.", "IV."]),
    ("1.", ["1.", "2.", "4."]),
    ("1.1.", ["3.1.", "3.2.", "3.4."]),
    ("1.1.1.", ["3.1.", "3.2.", "3.4."]),
    ("a)", ["a)", "b)", "d)"]),
    ("không số", ["", "", ""]),
])
def it_marks_the_first_second_and_fourth_heading(key: str, marks: list[str]) -> None:
    assert [STEPS[key].mark(number, "3") for number in (1, 2, 4)] == marks


def it_looks_as_its_key_when_it_is_the_first() -> None:
    assert [key for key, step in STEPS.items() if key != "không số" and step.mark(1, "1.1" if key == "1.1.1." else "1") != key] == []


@pytest.mark.parametrize(("key", "marks"), [
    ("I", ["I", "IV"]), ("A", ["A", "D"]), ("1", ["1", "4"]), ("1.", ["1.", "4."]), ("1.1", ["2.1", "2.4"]),
    ("1.1.", ["2.1.", "2.4."]), ("a)", ["a)", "d)"]), ("-", ["-", "-"]), ("--", ["--", "--"]), ("không số", ["", ""]),
])
def it_marks_the_first_and_fourth_row(key: str, marks: list[str]) -> None:
    assert [ROW_STEPS[key].mark(number, "2") for number in (1, 4)] == marks


def it_tests_every_step() -> None:
    assert (len(STEPS), len(ROW_STEPS)) == (13, 10), "a new step needs its line above"


def it_counts_without_a_number_above_where_there_is_none() -> None:
    assert STEPS["1.1."].mark(2, "") == "2."


@pytest.mark.parametrize(("step", "last"), [(STEPS["A."], 26), (ROW_STEPS["A"], 26), (STEPS["a)"], 23), (ROW_STEPS["a)"], 23)])
def it_has_no_mark_after_the_last_letter(step, last: int) -> None:
    assert step.mark(last, "")[0].lower() in "zy"
    with pytest.raises(IndexError):
        step.mark(last + 1, "")


@pytest.mark.parametrize(("key", "noun"), [("I.", "mục"), ("1.", "khoản"), ("1.1.", "khoản"), ("a)", "điểm"), ("Điều 1.", "điều"),
                                           ("Phần thứ nhất", "phần"), ("Chương I", "chương"), ("Tiểu mục 1", "tiểu mục")])
def it_is_cited_by_the_noun_of_law(key: str, noun: str) -> None:
    assert STEPS[key].noun == noun


def it_reads_a_scheme_outermost_first() -> None:
    assert parse_scheme("Phần thứ nhất / A. / I. / 1.") == ("Phần thứ nhất", "A.", "I.", "1.")
    assert parse_scheme("I./1./a)") == ("I.", "1.", "a)")
    assert parse_scheme("I / 1 / 1.1", ROW_STEPS) == ("I", "1", "1.1")


@pytest.mark.parametrize(("text", "part"), [("I. / 2.", "2."), ("", ""), ("I. /", ""), ("I", "I"), ("i.", "i.")])
def it_names_the_part_of_a_scheme_that_it_does_not_know(text: str, part: str) -> None:
    with pytest.raises(KeyError) as told:
        parse_scheme(text)
    assert told.value.args == (part,)
