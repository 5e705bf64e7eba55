"""Lengths as a type, so that millimetres, points and twips never meet unnamed."""

from typing import Self

_EMU_PER_MM = 36_000
_EMU_PER_PT = 12_700
_EMU_PER_TWIP = 635


class Length(int):
    """A length in English Metric Units (914,400 to the inch), the common measure of millimetre and point."""

    @property
    def mm(self) -> float:
        return self / _EMU_PER_MM

    @property
    def pt(self) -> float:
        return self / _EMU_PER_PT

    @property
    def twips(self) -> int:
        """Twentieths of a point, rounded: the unit of WordprocessingML."""
        return round(self / _EMU_PER_TWIP)

    @property
    def half_points(self) -> int:
        """The unit of font sizes in WordprocessingML."""
        return round(self.pt * 2)

    def __add__(self, other: int) -> Self:
        return type(self)(int(self) + other)

    def __sub__(self, other: int) -> Self:
        return type(self)(int(self) - other)

    def __repr__(self) -> str:
        return f"Length({self.mm:.2f} mm)"


def Mm(value: float) -> Length:
    """`value` millimetres."""
    return Length(round(value * _EMU_PER_MM))


def Pt(value: float) -> Length:
    """`value` points."""
    return Length(round(value * _EMU_PER_PT))
