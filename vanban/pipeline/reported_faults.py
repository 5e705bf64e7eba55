"""What units have reported, held against the registers: periods that there are not, figures nobody has asked for."""

from collections.abc import Iterable, Iterator

from vanban.facts.regimes import Regimes
from vanban.facts.reporters import Scope
from vanban.facts.roll_up import RollUp
from vanban.findings import Finding, finding
from vanban.model.reporting import KyBaoCao
from vanban.model.so_lieu import SoLieu
from vanban.readers.content import Content
from vanban.readers.figure_files import FigureFiles, ReadFigures


def faults_of_reports(content: Content, files: Iterable[ReadFigures]) -> Iterator[Finding]:
    """The faults of `files`."""
    registers, figures = content.registers, content.figures
    regimes = Regimes(figures.directory, registers.che_do_bao_cao, figures.of)
    for so_lieu in (each.so_lieu for each in files if each.so_lieu):
        roll_up = regimes.of(so_lieu.che_do_bao_cao)
        if roll_up is None or so_lieu.co_quan not in registers.co_quan:  # the file has been told of that
            continue
        if (period := roll_up.figures.regime.period(so_lieu.ky)) is None:
            yield _no_period(figures, so_lieu, roll_up)
            continue
        yield from _not_asked(figures, so_lieu, roll_up, period)


def _no_period(figures: FigureFiles, so_lieu: SoLieu, roll_up: RollUp) -> Finding:
    known = ", ".join(f"{each.ma} {each.ky.cho_nam}" for each in roll_up.figures.regime.ky_bao_cao[-8:])
    return finding(
        "D202", figures.place(so_lieu, ("ky_bao_cao",)),
        f"Chế độ báo cáo “{so_lieu.che_do_bao_cao}” không có kỳ {so_lieu.ky.ma} năm {so_lieu.ky.cho_nam}.",
        f"Sổ có các kỳ: {known}; sửa ky_bao_cao, cho_nam, hoặc thêm kỳ vào sổ.",
    )


def _not_asked(figures: FigureFiles, so_lieu: SoLieu, roll_up: RollUp, period: KyBaoCao) -> Iterator[Finding]:
    """Figures that go into no total, since the unit does not report them; one for the file where it reports none."""
    reporters, regime, own = roll_up.directory.reporters, roll_up.figures.regime, (Scope(so_lieu.co_quan, True),)
    said = dict.fromkeys([*so_lieu.gia_tri, *(ma for each in so_lieu.dieu_chinh for ma in each.gia_tri)])
    indicators = [roll_up.directory.chi_tieu[ma] for ma in said if ma in roll_up.directory.chi_tieu]
    strange = [each for each in indicators if so_lieu.co_quan not in reporters.due(regime, period, each, own)]
    if strange and len(strange) == len(indicators):
        yield finding(
            "D206", figures.place(so_lieu, ("co_quan",)),
            f"“{so_lieu.co_quan}” không phải là đơn vị báo cáo của chế độ “{regime.ma}” tại ngày cuối kỳ.",
            "Sửa co_quan; hoặc thêm đơn vị vào nguoi_bao_cao của chế độ, vào nhóm đơn vị trong sổ.",
        )
        return
    for each in strange:
        yield finding(
            "D206", figures.place(so_lieu, ("gia_tri", each.ma)),
            f"“{each.ten_goi}” không phải là chỉ tiêu đơn vị này báo cáo, nên không vào số tổng hợp nào.",
            "Bỏ dòng này, hoặc sửa nguoi_bao_cao của chỉ tiêu trong sổ.",
        )
