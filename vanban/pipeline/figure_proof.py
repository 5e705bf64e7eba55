"""A figure that a document prints → how it came about: value, formula with its numbers, each input with file and line,
what is missing, and where else it is printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from vanban.dates import short_date
from vanban.errors import WrongUse
from vanban.figure_words.periods import named_in
from vanban.findings import Finding, Place, has_errors
from vanban.model.document import BoVanBan
from vanban.model.formula import Term
from vanban.model.inline import OF_TASKS, Figure
from vanban.model.reporting import Ky
from vanban.model.so_lieu import Reported
from vanban.model.total import Input, Total
from vanban.model.walk import inlines
from vanban.numerals import format_number
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.project import Project, target_of
from vanban.pipeline.task_proof import of_tasks
from vanban.setting import Setting

_STATES = {"uoc": "ước ", "so_bo": "sơ bộ "}
_WORDS = {
    "khong_phat_sinh": "không phát sinh", "chua_co": "chưa có", "khong_thuoc_tham_quyen": "không thuộc thẩm quyền",
    "khong_doc_duoc": "không đọc được",
}

# So many decimals more than are printed show how a figure was rounded.
_MORE = 3


@dataclass(frozen=True, slots=True)
class Proof:
    """The lines that explain what was asked for, and what is told of the document."""

    lines: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        return has_errors(self.findings)


def proof(project: Project, file: Path, asked: str) -> Proof:
    """Of the document in `file` the figures that `asked` means: as they are called (“hs_tiep_nhan”, with unit and
    period or without), or the number of the line that they stand in.

    Raises WrongUse where the document calls no such figure.
    """
    target = target_of(project, file)
    checked = check(project, [target])
    name = f"{project.content.name}/{target.relative_to(project.content).as_posix()}"
    found = list(_asked(checked, name, asked))
    if not found:
        raise WrongUse(f"{name} không gọi số liệu nào là “{asked}”; ghi mã như trong {{{{ }}}}, hoặc số của dòng")
    lines: list[str] = []
    told: set[str] = set()
    for bo, figure in found:
        if figure.name not in told:
            told.add(figure.name)
            lines += [*_lines(checked, bo, figure), ""]
    return Proof(tuple(lines[:-1]), checked.findings)


def _asked(checked: Checked, name: str, asked: str) -> Iterator[tuple[BoVanBan, Figure]]:
    for bo, figure, place in _figures(checked):
        if place.file == name and (str(place.line) == asked or asked in (figure.total and figure.ma, figure.name)):
            yield bo, figure


def _figures(checked: Checked) -> Iterator[tuple[BoVanBan, Figure, Place]]:
    """Every figure of units and of tasks in the sets, with its place."""
    for bo in checked.sets:
        for van_ban in bo:
            for inline in inlines(van_ban):
                if isinstance(inline, Figure) and (inline.total or inline.nguon_so_lieu == OF_TASKS):
                    yield bo, inline, checked.content.places[inline.origin]


def _lines(checked: Checked, bo: BoVanBan, figure: Figure) -> Iterator[str]:
    setting = checked.setting(bo)
    if (total := figure.total) is None:
        yield from of_tasks(bo, figure, setting)
        yield _printed_at(checked, figure)
        return
    yield f"{{{{ {figure.name} }}}}: {setting.registers.chi_tieu[figure.ma].ten_goi}"
    day = f", số liệu đến ngày {short_date(total.as_of)}" if total.as_of else ""
    yield f"  {_period(total.ky, setting)}, của {setting.registers.called(total.don_vi)}{day}"
    kept = _kept(checked, bo, figure)
    yield f"  in ra: {kept or figure.shown}"
    if kept:
        yield f"  đó là số đã giữ khi ban hành; hôm nay sẽ in {figure.shown}, tính như ở dưới"
    yield from _of(total, setting, "  ")
    yield _printed_at(checked, figure)


def _period(ky: Ky, setting: Setting) -> str:
    """ "kỳ 6 tháng đầu năm 2026"."""
    known = setting.facts.che_do.known.values() if setting.facts.che_do else ()
    period = next((found for regime in known if (found := regime.period(ky))), None)
    return f"kỳ {named_in(period) if period else f'{ky.ma} năm {ky.cho_nam}'}"


def _printed_at(checked: Checked, figure: Figure) -> str:
    places = [place for _, other, place in _figures(checked) if other.name == figure.name]
    return f"  in ở: {', '.join(dict.fromkeys(f'{place.file}:{place.line}' for place in places))}"


def _kept(checked: Checked, bo: BoVanBan, figure: Figure) -> str:
    """The figure that an issued document was printed with, where that is another one; "" elsewhere."""
    frozen = checked.content.frozen.get(checked.content.file_of(bo.van_ban))
    amount = figure.total.amount if figure.total else None
    for used in frozen.so_lieu if frozen and amount else ():
        if used.loai_so == "so_dan" and used.ma == figure.name and used.gia_tri:
            number = Decimal(used.gia_tri)
            words = f"{format_number(number, used.so_le)} {used.don_vi_tinh}".rstrip()
            return "" if amount and number == amount.number else words
    return ""


def _of(total: Total, setting: Setting, margin: str) -> Iterator[str]:
    """What a total is made of, and of what that is made."""
    yield f"{margin}= {_value(total)}{_coverage(total, setting)}"
    if total.formula:
        numbers = dict(total.parts)
        yield f"{margin}  = {total.formula.shown(lambda term: _number(numbers.get(term)))}"
        for term, part in total.parts:
            yield f"{margin}  {_term(term, setting)}"
            yield from _of(part, setting, f"{margin}    ")
        return
    for each in total.inputs:
        yield f"{margin}  {_input(each, setting)}"


def _coverage(total: Total, setting: Setting) -> str:
    said = [f" ({total.n}/{total.m} đơn vị)" if len(total.reporters) > 1 else ""]
    for words, units in (("còn thiếu", total.missing), ("bỏ ra ngoài", total.accepted),
                         ("không thuộc thẩm quyền", total.outside), ("nói khác các đơn vị kia", total.differing)):
        if units:
            said.append(f"; {words}: {', '.join(setting.registers.called(ma) for ma in units)}")
    said += [f"; không đọc được: {setting.registers.called(each.don_vi)}, {each.tep}:{each.reported.line}"
             for each in total.refused]
    return "".join(said)


def _input(each: Input, setting: Setting) -> str:
    number = f"{'− ' if each.taken else ''}{_reported(each.reported)}"
    unit = f"{setting.registers.called(each.don_vi)}{f' ({_period(each.ky, setting)})' if each.taken else ''}"
    version = f", theo báo cáo ngày {short_date(each.version)}" if each.version else ""
    return f"{number}  {unit}  {each.tep}:{each.reported.line}{version}"


def _reported(reported: Reported) -> str:
    if reported.sign:
        return reported.sign
    if reported.number is None:
        return _WORDS.get(reported.state, reported.state)
    return f"{_STATES.get(reported.state, '')}{format_number(reported.number)}"


def _value(total: Total) -> str:
    amount = total.amount
    if amount.number is None:
        return _WORDS.get(amount.state, "không có số tổng hợp")
    printed = amount.printed
    if printed == amount.number:
        return f"{format_number(amount.number, amount.decimals)} {amount.unit}".rstrip()
    near = format_number(amount.number, amount.places + _MORE)
    return f"{near}…, làm tròn thành {format_number(amount.number, amount.decimals)} {amount.unit}".rstrip()


def _number(total: Total | None) -> str:
    amount = total.amount if total else None
    return format_number(amount.number.normalize()) if amount and amount.number is not None else "…"


def _term(term: Term, setting: Setting) -> str:
    return f"{term.written}: {setting.registers.chi_tieu[term.ma].ten_goi}"
