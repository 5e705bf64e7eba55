"""What comes of a figure that is to be printed: words, or why there are none; and how a body writes its figures."""

from dataclasses import dataclass

from vanban.figure_words.table import said


@dataclass(frozen=True, slots=True)
class Words:
    """What is printed.

    is_open  whether it stands for something that is not there yet: marked in a draft, never issued
    advice   what a person should look at before this is printed; "" mostly
    is_partial  whether that is for reports that are missing
    """

    text: str
    is_open: bool = False
    advice: str = ""
    is_partial: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A figure that cannot be printed in the way that was asked for, and why."""

    why: str


@dataclass(frozen=True, slots=True)
class Style:
    """in_table    in a cell: the head of the column has the unit, and an outcome stands alone
    two_digits  counts below 10 as "04"; never in a table
    """

    in_table: bool = False
    two_digits: bool = False


PROSE = Style()


def refusal(row: str, **parts: str) -> Refusal:
    return Refusal(said(f"tu_choi.{row}", **parts))


def not_computed(reason: str) -> Words:
    """"[không tính được: kỳ gốc bằng 0]"."""
    return Words(said("khong_co_so.khong_tinh_duoc", ly_do=reason), is_open=True)
