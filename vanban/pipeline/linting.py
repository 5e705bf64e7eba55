"""What was read → the findings of the rules that look at files, at documents and at all sets together.

Rules that look at a resolved set run where it is resolved (`pipeline/resolving`).
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache, partial

from vanban.facts.relations import Held, read_relations
from vanban.facts.roll_up import RollUp
from vanban.facts.screen import Said, Screen
from vanban.facts.unit_figures import UnitFigures
from vanban.findings import Finding
from vanban.guard import Guard
from vanban.lint.engine import lint, lint_apart
from vanban.lint.reported_figures import findings_of_reported
from vanban.lint.subjects import ContentSubject, DocumentSubject, SourceSubject
from vanban.model.document import VanBan
from vanban.model.places import Places
from vanban.model.reporting import CheDoBaoCao, Ky
from vanban.model.so_lieu import SoLieu
from vanban.pipeline.closing_faults import closing_faults
from vanban.pipeline.reported_faults import faults_of_report
from vanban.readers.catalogue import SHARED
from vanban.readers.content import Content
from vanban.readers.figure_files import FigureFiles
from vanban.readers.formula_faults import formula_faults


def findings_of_content(content: Content, guard: Guard) -> list[Finding]:
    """The findings of the files, of the documents that are in no set, and of the sets side by side."""
    found = [each for source in content.sources.values()
             for each in guard(source.file, partial(_of_text, source.file, source.text)) or ()]
    for van_ban in content.in_no_set:
        work = partial(findings_of_documents, [van_ban], content.places)
        found += guard(content.file_of(van_ban), work) or ()
    subject = ContentSubject(content.sets, content.places, content.issued, content.registers.co_quan)
    return found + lint_apart(subject, guard)


def findings_of_figures(content: Content, asked: Iterable[tuple[str, Ky]], guard: Guard) -> list[Finding]:
    """The findings of formulas and relations in the registers, and of files of figures: of those in the folders that
    were asked for and, wherever they lie, of those of the regimes and periods that sets have `asked` for. Each by
    itself, and beside its unit's other periods."""
    figures, shared = content.figures, f"{content.root.name}/{SHARED}"
    used = (each for period in asked for each in figures.files_of(*period))
    files = list({each.name: each for each in (*map(figures.read, content.there.of("so_lieu")), *used)}.values())
    found = guard(shared, lambda: list(formula_faults(content.registers, figures.directory, content.places))) or []
    found += guard(shared, lambda: [*closing_faults(content), *figures.faults(files)]) or ()
    registers = content.registers
    held = guard(shared, lambda: read_relations(registers.quan_he_chi_tieu, registers.chi_tieu)) or ()
    reports = _Reports(content, held)
    for so_lieu in (each.so_lieu for each in files if each.so_lieu):
        found += guard(so_lieu.tep, partial(reports.findings, so_lieu)) or ()
    return found


class _Reports:
    """What the files of units hold that nobody asks for, and what is otherwise than the relations, or the unit's other
    periods, have it."""

    def __init__(self, content: Content, held: Sequence[Held]) -> None:
        self._content, self._held = content, held
        self._screens: dict[str, Screen] = {}
        self._last: tuple[RollUp, Said] | None = None

    def findings(self, so_lieu: SoLieu) -> list[Finding]:
        figures, regime = self._content.figures, self._content.registers.che_do_bao_cao.get(so_lieu.che_do_bao_cao)
        if regime is None or so_lieu.co_quan not in self._content.registers.co_quan:  # the file has been told of that
            return []
        if regime.ma not in self._screens:
            self._screens[regime.ma] = Screen(figures.directory, regime, self._held)
        screen = self._screens[regime.ma]
        rolled, said = self._of_unit(so_lieu, regime, screen)
        return [*faults_of_report(figures, so_lieu, regime), *findings_of_reported(rolled, screen, said, so_lieu)]

    def _of_unit(self, so_lieu: SoLieu, regime: CheDoBaoCao, screen: Screen) -> tuple[RollUp, Said]:
        """What the unit of a file has reported. The files of one unit come one after another, so the last is kept."""
        if self._last:
            reading = self._last[0].figures.reading(so_lieu.co_quan, so_lieu.ky)
            if reading and reading.so_lieu is so_lieu:
                return self._last
        find = partial(_beside, self._content.figures, so_lieu)
        own = UnitFigures(regime, find, None, screen.pieces)
        self._last = RollUp(self._content.figures.directory, own), screen.said(own, so_lieu.co_quan)
        return self._last


def _beside(files: FigureFiles, so_lieu: SoLieu, don_vi: str, ky: Ky) -> SoLieu | None:
    """What the unit of a file has reported for a period."""
    if don_vi != so_lieu.co_quan:
        return None
    return so_lieu if ky == so_lieu.ky else files.beside(so_lieu, ky)


def findings_of_documents(documents: Iterable[VanBan], places: Places) -> list[Finding]:
    """The findings of documents as they were read."""
    return [found for van_ban in documents for found in lint(DocumentSubject(van_ban, places))]


@lru_cache(maxsize=64)
def _of_text(file: str, text: str) -> tuple[Finding, ...]:
    """Registers come again with every folder that is read."""
    return tuple(lint(SourceSubject(file, text)))
