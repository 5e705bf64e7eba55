"""What was decided when a unit's plan was carried over to another year, place by place, and what people answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

# What becomes of a place: moves, stays, recomputed, asked, proposed for deletion.
SoPhan = Literal["chuyen", "giu", "tinh_lai", "hoi", "de_nghi_xoa"]
# Those that a person has to settle.
ASKED = ("hoi", "de_nghi_xoa")


@dataclass(frozen=True, slots=True)
class QuyetDinhChuyen:
    """One decision.

    vi_tri   what it is known by from run to run: file, nearest id, mark of the words, how many times they stood there
    ban_cu   file and line of the old year: "ke_hoach_cchc.yaml:143"
    cau_van  the words that it is about, as they were typed
    ly_do    why, in a clerk's words
    de_xuat  what the machine would write: what it has written where nobody is asked; "" for nothing
    tra_loi  what a person answered; "" for nothing yet
    above    titles above it, from the outside; not kept in the file
    typed_as    the file below content/ that the reason was read in, which the file names behind it; "" for none
    """

    vi_tri: str
    ban_cu: str
    cau_van: str
    so_phan: SoPhan
    ly_do: str
    de_xuat: str = ""
    tra_loi: str = ""
    above: tuple[str, ...] = field(default=(), compare=False)
    typed_as: str = field(default="", compare=False)

    @property
    def is_asked(self) -> bool:
        """Whether a person has to settle it."""
        return self.so_phan in ASKED

    @property
    def is_open(self) -> bool:
        """Whether nobody has settled it yet."""
        return self.is_asked and not self.tra_loi


@dataclass(frozen=True, slots=True)
class ChuyenNam:
    """The file of a year's turn as people have left it: from which year to which, the expected day of signing, the
    answers by the place that they answer; the plan of a superior, below content/, "" for none."""

    nam_cu: int | None
    nam_moi: int | None
    ngay_du_kien: date | None
    tra_loi: Mapping[str, str] = field(default_factory=dict)
    tu_ke_hoach: str = ""
