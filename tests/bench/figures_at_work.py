"""Work with figures that the bench measures, as a process of its own: `python -m tests.bench.figures_at_work all FOLDER`.

It prints how much was told, wall seconds, seconds of the processor, and megabytes at most.
"""

import resource
import sys
import time
from pathlib import Path

from tests.support.reported_year import REGIME
from vanban.facts.regimes import Regimes
from vanban.facts.reporters import Scope
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project


def all_of_the_country(project: Project) -> int:
    """Checks every file, then adds up each indicator of each province and period; how much was told."""
    checked = check(project)
    content = checked.content
    rolled = Regimes(content.figures.directory, content.registers.che_do_bao_cao, content.figures.of).of(REGIME)
    assert rolled
    for period in rolled.figures.regime.ky_bao_cao:
        for group in rolled.figures.regime.nguoi_bao_cao:
            for ma in content.registers.chi_tieu:
                rolled.total(ma, Scope(group), period.ky)
    return len(checked.findings)


def report_of_a_province(project: Project) -> int:
    """Checks the one report there is; how much was told."""
    return len(check(project, sorted(project.content.glob("*/2026/bao_cao.yaml"))).findings)


if __name__ == "__main__":
    work = {"all": all_of_the_country, "report": report_of_a_province}[sys.argv[1]]
    begun = time.perf_counter()
    told = work(Project(Path(sys.argv[2])))
    seconds, used = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF)
    print(told, round(seconds, 2), round(used.ru_utime + used.ru_stime, 2), used.ru_maxrss // 1024)
