"""Formulas and relations of the registers that cannot be read, name what is not there, or go round in a circle."""

from collections.abc import Iterator

from vanban.facts.directory import Directory
from vanban.findings import Finding, finding
from vanban.model.formula import parse_equation
from vanban.model.indicators import QuanHeChiTieu
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.slips import Names
from vanban.text import upper_first

_NO_FORMULA = "Chỉ tiêu ghi “tinh_chat: tinh” mà chưa có công thức; thêm dòng “cong_thuc: …”"


def formula_faults(registers: Registers, directory: Directory, places: Places) -> Iterator[Finding]:
    """One finding for each indicator and each relation that cannot be worked with, at its entry."""
    for ma, said in directory.formulas.faults.items():
        indicator = registers.chi_tieu[ma]
        is_without = indicator.tinh_chat == "tinh" and not indicator.cong_thuc
        yield _fault(indicator.origin, ma, _NO_FORMULA if is_without else said, places)
    known = Names(registers.chi_tieu)
    for relation in registers.quan_he_chi_tieu.values():
        if said := _of_relation(relation, registers, known):
            yield _fault(relation.origin, relation.ma, said, places)


def _of_relation(relation: QuanHeChiTieu, registers: Registers, known: Names) -> str:
    """What is wrong with a relation; "" for nothing. What may be left over is a key of its own, held by its kind."""
    try:
        equation = parse_equation(relation.dang_thuc)
    except ValueError as error:
        return str(error)
    missing = next((term.ma for term in equation.terms if term.ma not in registers.chi_tieu), "")
    if not missing:
        return ""
    close = known.nearest(missing)
    way = f"có phải “{close}”?" if close else "sửa mã, hoặc thêm vào sổ chỉ tiêu"
    return f"Không có chỉ tiêu “{missing}”; {way}"


def _fault(origin: int, ma: str, said: str, places: Places) -> Finding:
    fault, _, way = said.rpartition("; ")
    hint = upper_first(way)
    return finding("D215", places[origin], f"“{ma}”: {fault}.", hint if hint.endswith(("?", ".")) else f"{hint}.")
