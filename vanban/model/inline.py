"""What runs inside a line: text, figures, and references to acts, documents, their parts and bodies.

A resolved figure holds its value, a resolved reference its target. Beside them stand the words (`shown`) that the
printer makes of them (vanban/printer.py, and nothing else); None until then: a writer never meets None, since what
cannot be resolved is an error.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from vanban.model.places import NOWHERE
from vanban.model.rebuild import LEFT_OUT
from vanban.model.registers import CanCu
from vanban.model.reporting import Ky
from vanban.model.scripts import ScriptPosition
from vanban.model.total import Total
from vanban.model.value import Amount

# What a figure can be looked up in besides the figures of units: the targets of the set, the states of tasks of a plan.
NguonSoLieu = Literal["muc_tieu", "nhiem_vu"]
OF_TASKS: NguonSoLieu = "nhiem_vu"
# What a reference can lead to: an act, a document of the set, a heading, a line with an id, a table, a column, a
# picture, an annex issued apart, a body, recipients that are named together.
TargetKind = Literal[
    "can_cu", "van_ban", "de_muc", "dong", "bang_bieu", "cot", "hinh", "ban_hanh_rieng", "co_quan", "nhom_noi_nhan"
]


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one face."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """Letters above the line or below it: the 2 of m^2^, of CO~2~."""

    text: str
    position: ScriptPosition
    bold: bool = False
    italic: bool = False
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """`{{ ma.don_vi.rieng@ky | cach_in co_so }}`: a figure; only `ma` must be there.

    ma             the indicator
    don_vi, ky     whose it is, of which period
    is_own         `.rieng`: what the unit reports itself, without those that report through it
    cach_in        how it is printed, and against what (`co_so`) where that compares
    nguon_so_lieu  where it is looked up: `{{ muc_tieu.x }}` is the target of the indicator x,
                   `{{ nhiem_vu.hoan_thanh }}` how many tasks are done; "": figures of units
    total    of a figure of units: all that it rests on
    is_open  whether what is printed stands for something that is not there yet
    uneven   of a comparison: by period the units that one of both lacks and that count in the other no more
    """

    ma: str
    don_vi: str = ""
    ky: str = ""
    cach_in: str = ""
    co_so: str = ""
    nguon_so_lieu: NguonSoLieu | Literal[""] = ""
    bold: bool = False
    italic: bool = False
    value: Amount | None = None
    shown: str | None = None
    is_own: bool = False
    total: Total | None = field(default=None, compare=False, repr=False, metadata=LEFT_OUT)
    is_open: bool = False
    uneven: tuple[tuple[Ky, tuple[str, ...]], ...] = field(default=(), compare=False, repr=False, metadata=LEFT_OUT)
    origin: int = field(default=NOWHERE, compare=False)

    @property
    def name(self) -> str:
        """As it is called in YAML, without the way of print: "muc_tieu.ty_le", "ho_so.so_noi_vu.rieng@quy_1"."""
        source = f"{self.nguon_so_lieu}." if self.nguon_so_lieu else ""
        whose = f"{self.don_vi and f'.{self.don_vi}'}{'.rieng' if self.is_own else ''}"
        return f"{source}{self.ma}{whose}{self.ky and f'@{self.ky}'}"


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference leads to: its kind, its id, the document of the set that it stands in ("": in none).

    act, form   of an act: its entry in the register, and the form in which it is cited
    """

    kind: TargetKind
    ma: str
    van_ban: str = ""
    act: CanCu | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """`[[ma | cach_in]]`: a legal basis, a document of the set, a part of it or a body; the words are composed.

    `ma` of a column is that of its table, a dot, and its own: "ket_qua.tre_han".
    """

    ma: str
    cach_in: str = ""
    bold: bool = False
    italic: bool = False
    target: Target | None = None
    shown: str | None = None
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class NoteMark:
    """`[^ma]`: the mark of a footnote; `number` counts through the set, 0 until it is counted."""

    ma: str
    number: int = 0
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Question:
    """`{XEM LẠI: lý do}`: something a person must settle before issue."""

    ly_do: str
    origin: int = field(default=NOWHERE, compare=False)


Inline = Run | Script | Figure | Reference | NoteMark | Question
Line = tuple[Inline, ...]


def shown_text(inlines: Iterable[Inline]) -> str:
    """The words of a resolved line without its faces; an unresolved reference shows as its source."""
    return "".join(map(_words, inlines))


def _words(inline: Inline) -> str:
    match inline:
        case Run(text=text) | Script(text=text):
            return text
        case Figure() | Reference():
            return inline.shown if inline.shown is not None else f"[{inline.ma}]"
        case Question(ly_do=reason):
            return f"[XEM LẠI: {reason}]"
        case NoteMark():
            return ""
