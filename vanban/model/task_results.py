"""What a report says of the tasks of a plan: in which state each of them is."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from vanban.model.deadline import Han
from vanban.model.inline import Reference
from vanban.model.places import NOWHERE
from vanban.model.rebuild import LEFT_OUT

# In which state a task can be, and how many there are in all: what `{{ nhiem_vu.… }}` may call.
TrangThai = Literal["hoan_thanh", "dang_thuc_hien", "chua_trien_khai"]
STATES: tuple[TrangThai, ...] = get_args(TrangThai)
ALL = "tong_so"


@dataclass(frozen=True, slots=True)
class ChuaTrienKhai:
    """A task that has not been begun: why not, until when it shall be done now; None for what is not said."""

    ma: str
    ly_do: str
    han_moi: Han | None = None
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class KetQuaNhiemVu:
    """The states of the tasks of a plan, by their ids.

    theo_ke_hoach  the plan, or the annex that has its tasks: "nghe_an/2025/phu_luc_nhiem_vu", folder, year and id
    """

    theo_ke_hoach: str
    hoan_thanh: tuple[Reference, ...] = field(default=(), metadata=LEFT_OUT)
    dang_thuc_hien: tuple[Reference, ...] = field(default=(), metadata=LEFT_OUT)
    chua_trien_khai: tuple[ChuaTrienKhai, ...] = ()
    origin: int = field(default=NOWHERE, compare=False)

    def of(self, state: TrangThai) -> tuple[Reference | ChuaTrienKhai, ...]:
        """What is said to be in a state, each with its id and its origin, as it was typed."""
        return getattr(self, state)  # type: ignore[no-any-return]
