"""What each set is resolved and written with."""

from collections.abc import Mapping
from datetime import date

from vanban.doctypes import doctypes
from vanban.facts import facts_of
from vanban.facts.periods import lacking
from vanban.facts.regimes import Regimes
from vanban.facts.reporters import Reporters
from vanban.findings import Finding
from vanban.frames.own import FOLDER, is_own
from vanban.model.document import BoVanBan
from vanban.model.registers import Registers
from vanban.model.reporting import CheDoBaoCao, Ky
from vanban.pipeline.own_frames import Looks, office_of
from vanban.readers.content import Content
from vanban.readers.from_frozen import frozen_registers
from vanban.setting import Setting
from vanban.the_thuc import TheThuc
from vanban.transforms.choose_format import choose_format


def registers_of(content: Content, bo: BoVanBan) -> Registers:
    """The registers that a set is written with: what was kept when it was issued, else those of today,
    which remember what the set asks them for."""
    file = content.file_of(bo.van_ban)
    frozen = content.frozen.get(file)
    return frozen_registers(frozen, file, content.places) if frozen else content.registers.remembering()


def setting_of(
    content: Content, bo: BoVanBan, looks: Looks, registers: Registers | None = None, as_of: date | None = None
) -> tuple[Setting, list[Finding]]:
    """The setting of a set, and what is wrong with its day.

    registers  in place of those that it is written with
    as_of      the day of the figures that units report, in place of that of the set
    """
    registers = registers or registers_of(content, bo)
    the_thuc, findings = choose_format(bo, registers, content.places)
    the_thuc = _restyled(content, bo, the_thuc, looks)
    facts = facts_of(bo, _regimes(content, bo, as_of or bo.ngay), content.plans.of)
    return Setting(registers, the_thuc, doctypes(), content.places, facts), findings


def _regimes(content: Content, bo: BoVanBan, day: date | None) -> Regimes:
    """What units have reported by a day. The registers are those of today: figures are kept as figures."""
    figures = content.figures
    regimes = content.registers.che_do_bao_cao
    return Regimes(figures.directory, regimes, figures.of, day, _accepted(bo, regimes, figures.directory.reporters))


def _accepted(
    bo: BoVanBan, regimes: Mapping[str, CheDoBaoCao], reporters: Reporters
) -> dict[str, dict[Ky, frozenset[str]]]:
    """By regime and period the units whose reports the set is issued without, those that it names, of groups the
    members."""
    accepted: dict[str, dict[Ky, frozenset[str]]] = {}
    for van_ban in bo:
        if (theo := bo.so_lieu_theo(van_ban)) is None:
            continue
        for each in van_ban.chap_nhan_thieu:
            ky = lacking(each, theo, regimes)
            periods = accepted.setdefault(theo.che_do_bao_cao, {})
            regime = regimes.get(theo.che_do_bao_cao)
            day = period.den_ngay if regime and (period := regime.period(ky)) else None
            named = {unit for ma in each.don_vi_thieu for unit in (reporters.members(ma, day) if day else (ma,))}
            periods[ky] = periods.get(ky, frozenset()) | named
    return accepted


def _restyled(content: Content, bo: BoVanBan, the_thuc: TheThuc, looks: Looks) -> TheThuc:
    """`the_thuc` with page and styles of the office's own frame, where it has one."""
    kind = doctypes()[bo.van_ban.loai_van_ban]
    is_issued = kind.stands_alone(bo.van_ban.co_quan)
    form = kind.form(together=bo.van_ban.signed_together) if is_issued else kind.attached
    name = the_thuc.khung_trang.get(form, "")
    own = content.root / office_of(content, bo) / FOLDER / f"{name}.docx"
    return looks.restyled(own, the_thuc) if is_own(own) else the_thuc
