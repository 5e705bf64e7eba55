"""Gives citations of acts their target and their words.

Reads: the register of legal bases. Writes: `target`, `shown` of References in `can_cu` and in running text. First and
later citations are counted in each văn bản on its own: căn cứ come first, and cite in full.
"""

from dataclasses import replace

from vanban import printer
from vanban.findings import Finding, Place, finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.inline import Inline, Reference, Target
from vanban.model.registers import CanCu
from vanban.model.walk import map_inlines
from vanban.setting import Setting

TITLE = "viện dẫn"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with the act and the words of every citation. What is no act may be something else in text and is left to
    the next transform; of a căn cứ that has been told."""
    findings: list[Finding] = []
    acts = setting.registers.can_cu

    def cited(van_ban: VanBan) -> VanBan:
        seen: set[str] = set()

        def of_basis(inline: Inline) -> Inline:
            return of_text(inline, "can_cu") if isinstance(inline, Reference) else inline

        def of_text(inline: Reference, usual: str = "") -> Reference:
            if not (act := acts.get(inline.ma)):
                return inline
            if inline.cach_in and inline.cach_in not in printer.CITATION_FORMS:
                findings.append(finding(
                    "S302", setting.places[inline.origin], f"Không có cách viện dẫn “{inline.cach_in}”.",
                    f"Bỏ phần sau dấu |, hoặc chọn một trong: {', '.join(printer.CITATION_FORMS)}.",
                ))
                return inline
            if inline.cach_in == "theo_so" and not act.so_ky_hieu:
                findings.append(_numberless(act, setting.places[inline.origin]))
                return inline
            form = inline.cach_in or usual or ("lan_sau" if act.ma in seen else "lan_dau")
            seen.add(act.ma)
            return _cited(inline, act, form, setting)

        bases = tuple(tuple(map(of_basis, line)) for line in van_ban.can_cu)
        return map_inlines(replace(van_ban, can_cu=bases), of_text, Reference)

    return bo.map(cited), findings


def _cited(reference: Reference, act: CanCu, form: str, setting: Setting) -> Reference:
    target = Target("can_cu", act.ma, act=act, form=form)
    return replace(reference, target=target, shown=printer.citation(act, form, setting.the_thuc))


def _numberless(act: CanCu, place: Place) -> Finding:
    return finding(
        "S302", place, f"{act.name} không có số, ký hiệu trong sổ căn cứ để viện dẫn theo số.",
        "Bỏ phần sau dấu |, hoặc ghi “so_ky_hieu” của văn bản vào sổ.",
    )
