"""A figure as it is to be printed: its value with all that its words depend on, looked up already."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from vanban.model.document import SoSanh
from vanban.model.indicators import TinhChat
from vanban.model.value import Amount, State

# What a figure may be held against: another period, its target, an indicator that it is a part of.
BaseKind = Literal["ky", "muc_tieu", "chi_tieu"]


@dataclass(frozen=True, slots=True)
class Reporters:
    """Of a total: how many have to report (`expected`), and the names of those that have not, in the order of print."""

    expected: int
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure.

    nature     what its indicator is; None of one that only targets have
    of_how_many  of a rank: how many are ranked; 0 where that is not known
    place      of a figure that is no rank itself: where its unit stands by it among others; 0 where that was not asked
    reporters  of a total; None of a unit's own figure
    broken_at  of one that could not be worked out: the unit and the place, "xã A, content/…/sau_thang.yaml:12"
    sign       of a sign (danh_dau): what it stands for, "Có tổ chức"
    """

    value: Amount
    nature: TinhChat | None = None
    of_how_many: int = 0
    reporters: Reporters | None = None
    broken_at: str = ""
    sign: str = ""
    place: int = 0

    @property
    def state(self) -> State:
        """A number that is not there, for no reason that is known, was not read; a sign has none."""
        is_lost = self.value.number is None and self.value.state == "chinh_thuc" and not self.sign
        return "khong_doc_duoc" if is_lost else self.value.state

    @property
    def is_percentage(self) -> bool:
        return self.value.unit == "%"

    @property
    def counted(self) -> Amount:
        """The value to reckon with: where nothing came about, of what is counted there are none."""
        is_none = self.state == "khong_phat_sinh" and self.nature in _COUNTED
        return Amount(Decimal(0), self.value.unit, self.value.decimals, "khong_phat_sinh") if is_none else self.value

    @property
    def is_partial(self) -> bool:
        return self.state == "chua_du" or bool(self.reporters and self.reporters.missing)


_COUNTED: frozenset[TinhChat | None] = frozenset({"dau_ky", "phat_sinh", "cuoi_ky", "thoi_diem"})


@dataclass(frozen=True, slots=True)
class Base:
    """What a figure is held against.

    figure   over the units alone that the other figure has too
    name     as it is called behind “so với” or as a whole: "cùng kỳ năm 2024", "mục tiêu", "hồ sơ tiếp nhận"
    so_sanh  of a target: how a figure must compare with it
    is_due   of a target: whether the time has come to judge
    """

    kind: BaseKind
    figure: Measured
    name: str
    so_sanh: SoSanh = "bang"
    is_due: bool = True
