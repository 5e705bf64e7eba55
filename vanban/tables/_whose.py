"""Where the figures of a table come from: the regime, the period and the body that its document names."""

from dataclasses import dataclass, field

from vanban.dates import short_date
from vanban.facts.periods import meant
from vanban.facts.roll_up import RollUp
from vanban.figure_words import named_period, period_words
from vanban.findings import Finding, finding
from vanban.model.document import VanBan
from vanban.model.reporting import KyBaoCao
from vanban.setting import Setting


@dataclass
class Whose:
    """What `so_lieu_theo` of a document, or of the one that attaches it, leads to; what does not come of it is told,
    each fault once."""

    van_ban: VanBan
    setting: Setting
    findings: list[Finding] = field(default_factory=list)

    @property
    def found(self) -> tuple[RollUp, KyBaoCao, str] | None:
        """The totals of the regime, the period, the body or group; None where one of them is not there."""
        theo, facts = self.van_ban.so_lieu_theo, self.setting.facts
        roll_up = facts.che_do.of(theo.che_do_bao_cao) if theo and facts.che_do else None
        period = roll_up.figures.regime.period(theo.ky) if theo and roll_up else None
        return (roll_up, period, theo.don_vi) if theo and roll_up and period else None

    def period(self, said: str) -> KyBaoCao | None:
        """The period that is called so, "" the one of the document; None where there is none."""
        found = self.found
        return meant(found[0].figures.regime, found[1], said) if found else None

    def words_of(self, said: str) -> str:
        """The name of that period, "năm 2015"; "" where it is not known."""
        if period := self.period(said):
            day = short_date(period.den_ngay) if period.den_ngay else ""
            return period_words(period.ma, period.ky.cho_nam, day)
        named = named_period(said)
        return period_words(named.ma, named.year) if named and named.year else ""

    def members(self, group: str, origin: int, key: str) -> tuple[str, ...]:
        """The units of a group on the last day of the period, in the order of the group."""
        found = self.found
        if found is None or found[1].den_ngay is None:
            self.tell(origin, "D210", f"Mục {key} cần biết kỳ nào để biết có những đơn vị nào.",
                      "Thêm so_lieu_theo ở văn bản.")
            return ()
        return found[0].directory.reporters.listing(group, found[1].den_ngay)

    def tell(self, origin: int, code: str, message: str, hint: str) -> None:
        found = finding(code, self.setting.places[origin], message, hint)
        if found not in self.findings:
            self.findings.append(found)


