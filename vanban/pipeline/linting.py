"""What was read → the findings of the rules that look at files, at documents and at all sets together.

Rules that look at a resolved set run where it is resolved (`pipeline/resolving`).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial

from vanban.facts.regimes import Regimes
from vanban.facts.relations import read_relations
from vanban.facts.roll_up import RollUp
from vanban.facts.unit_figures import UnitFigures
from vanban.findings import Finding
from vanban.guard import Guard
from vanban.lint.engine import lint, lint_apart
from vanban.lint.reported_figures import findings_of_reported
from vanban.lint.subjects import ContentSubject, DocumentSubject, SourceSubject
from vanban.model.document import VanBan
from vanban.model.places import Places
from vanban.model.reporting import Ky
from vanban.model.so_lieu import SoLieu
from vanban.pipeline.reported_faults import faults_of_reports
from vanban.readers.content import Content
from vanban.readers.figure_files import FigureFiles, ReadFigures
from vanban.readers.formula_faults import formula_faults


def findings_of_content(content: Content, guard: Guard) -> list[Finding]:
    """The findings of the files, of the documents that are in no set, and of the sets side by side."""
    found = [each for source in content.sources.values()
             for each in guard(source.file, partial(_of_text, source.file, source.text)) or ()]
    for van_ban in content.in_no_set:
        work = partial(findings_of_documents, [van_ban], content.places)
        found += guard(content.file_of(van_ban), work) or ()
    return found + lint_apart(ContentSubject(content.sets, content.places, content.issued), guard)


def findings_of_figures(content: Content) -> list[Finding]:
    """The findings of formulas and relations in the registers, and of the files of figures in the folders that were
    asked for, with what in these does not agree."""
    figures = content.figures
    files = [figures.read(entry) for entry in content.there.of("so_lieu")]
    return [*formula_faults(content.registers, figures.directory, content.places), *_of_figures(content, files)]


def findings_of_used_figures(content: Content, regimes: Regimes | None) -> list[Finding]:
    """The findings of the files of figures that a set has asked for, wherever they lie."""
    asked = regimes.asked if regimes else ()
    files = [each for period in asked for each in content.figures.files_of(*period)]
    return _of_figures(content, files)


def _of_figures(content: Content, files: Sequence[ReadFigures]) -> list[Finding]:
    """The faults of files of figures, each by itself and beside its other periods."""
    return [*content.figures.faults(files), *faults_of_reports(content, files),
            *_that_do_not_agree(content, [each.so_lieu for each in files if each.so_lieu])]


def _that_do_not_agree(content: Content, files: Iterable[SoLieu]) -> Iterator[Finding]:
    """What in the files of units is otherwise than the relations, or their other periods, have it."""
    figures, registers = content.figures, content.registers
    held = read_relations(registers.quan_he_chi_tieu, registers.chi_tieu)
    for so_lieu in files:
        if regime := registers.che_do_bao_cao.get(so_lieu.che_do_bao_cao):
            own = UnitFigures(regime, partial(_of_unit, figures, so_lieu), None)
            yield from findings_of_reported(RollUp(figures.directory, own), held, so_lieu)


def _of_unit(files: FigureFiles, so_lieu: SoLieu, don_vi: str, ky: Ky) -> SoLieu | None:
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
