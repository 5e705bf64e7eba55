"""Lengths: one measure below millimetre, point and twip, so that none is taken for another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.units import Length, Mm, Pt


def it_knows_an_inch_in_every_unit() -> None:
    assert Mm(25.4) == Pt(72) == 914_400
    assert Mm(25.4).twips == 1440


@pytest.mark.parametrize(("length", "twips"), [(Pt(1), 20), (Mm(20), 1134), (Mm(30), 1701), (Mm(297), 16838), (Mm(210), 11906)])
def it_gives_word_the_twips_that_word_itself_writes(length: Length, twips: int) -> None:
    assert length.twips == twips


@pytest.mark.parametrize(("size", "half_points"), [(13, 26), (13.5, 27), (14, 28), (11, 22)])
def it_gives_font_sizes_in_half_points(size: float, half_points: int) -> None:
    assert Pt(size).half_points == half_points


@given(st.integers(0, 5000))
def it_keeps_a_hundredth_of_a_millimetre(hundredths: int) -> None:
    assert Mm(hundredths / 100).mm == pytest.approx(hundredths / 100, abs=1e-4)


def it_stays_a_length_when_added_and_subtracted() -> None:
    both = Mm(30) + Mm(15) - Mm(5)
    assert isinstance(both, Length)
    assert both == Mm(40)


def it_says_itself_in_millimetres() -> None:
    assert repr(Mm(20)) == "Length(20.00 mm)"
