"""Work with figures that the bench measures, as a process of its own: `python -m tests.bench.figures_at_work all FOLDER`.

It prints how much was told, wall seconds, seconds of the processor, and megabytes at most, both with those of processes
that it starts.
"""

import resource
import sys
import time
from pathlib import Path

from tests.support.reported_year import CUMULATIVE, REGIME
from vanban.facts.regimes import Regimes
from vanban.facts.reporters import Scope
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project


def all_of_the_country(project: Project) -> int:
    """Checks every file, then adds up each indicator of each province and reported period; how much was told."""
    checked = check(project)
    content = checked.content
    rolled = Regimes(content.figures.directory, content.registers.che_do_bao_cao, content.figures.of).of(REGIME)
    assert rolled
    for period in (each for each in rolled.figures.regime.ky_bao_cao if each.ma in CUMULATIVE):
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
    seconds = time.perf_counter() - begun
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    used, most = sum(each.ru_utime + each.ru_stime for each in both), sum(each.ru_maxrss for each in both)
    print(told, round(seconds, 2), round(used, 2), most // 1024)
