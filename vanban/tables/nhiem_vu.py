"""Tasks (nhiệm vụ): what, product, who leads, who helps, by when, in groups with numbers of their own.

Reads: `nhiem_vu` of the document, the register of bodies.
"""

from vanban.findings import Finding, finding
from vanban.model.document import NhiemVu, VanBan
from vanban.model.grid import Cell, Grid
from vanban.model.inline import Line, Run
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.numerals import roman
from vanban.tables._widths import resolved
from vanban.text import nearest, upper_first
from vanban.the_thuc import TheThuc

# Heads and shares of the text width: millimetres on a landscape page of 252 mm.
_COLUMNS = (
    ("STT", 10), ("Nhiệm vụ", 78), ("Sản phẩm", 48), ("Cơ quan chủ trì", 38), ("Cơ quan phối hợp", 48),
    ("Thời gian", 30),
)


def layout(
    van_ban: VanBan, registers: Registers, the_thuc: TheThuc, places: Places
) -> tuple[Grid, list[Finding]]:
    """The table of the tasks of `van_ban`; a body that the register does not know is a finding."""
    findings: list[Finding] = []
    rows: list[tuple[Cell, ...]] = []
    groups: set[int] = set()
    for number, group in enumerate(van_ban.nhiem_vu, 1):
        groups.add(len(rows))
        rows.append((
            Cell((((Run(roman(number), bold=True)),),), align="giua"),
            Cell(_line(group.nhom), columns=len(_COLUMNS) - 1, role="nhom"),
        ))
        rows += (_row(count, task, registers, places, findings) for count, task in enumerate(group.gom, 1))
    head = tuple(Cell(_line(name), role="dau") for name, _ in _COLUMNS)
    grid = Grid((), (head,), tuple(rows), frozenset(groups))
    width = the_thuc.trang.text_width(van_ban.kho_giay)
    return resolved(grid, [share for _, share in _COLUMNS], width, the_thuc), findings


def _row(
    count: int, task: NhiemVu, registers: Registers, places: Places, findings: list[Finding]
) -> tuple[Cell, ...]:
    def names(bodies: tuple[str, ...]) -> tuple[Line, ...]:
        return _line(upper_first("; ".join(_name(ma, task, registers, places, findings) for ma in bodies)))

    return (
        Cell(_line(str(count)), align="giua"),
        Cell((task.noi_dung,)),
        Cell((task.san_pham,)),
        Cell(names(task.chu_tri)),
        Cell(names(task.phoi_hop)),
        Cell(_line(task.thoi_gian), align="giua"),
    )


def _name(ma: str, task: NhiemVu, registers: Registers, places: Places, findings: list[Finding]) -> str:
    if body := registers.co_quan.get(ma):
        return body.ten_ngan
    close = nearest(ma, registers.co_quan)
    findings.append(finding(
        "R103", places[task.origin], f"Nhiệm vụ “{task.ma}”: cơ quan “{ma}” không có trong sổ cơ quan.",
        f"Có phải “{close}”?" if close else "Thêm cơ quan vào content/dung_chung/co_quan.yaml.",
    ))
    return ma


def _line(text: str) -> tuple[Line, ...]:
    return ((Run(text),),)
