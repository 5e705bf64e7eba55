"""`plan`: next year's plan from this year's."""

import sys
from argparse import Namespace

from vanban.commands import CLEAN, FINDINGS
from vanban.commands.checkout import Checkout
from vanban.commands.days import typed_day
from vanban.commands.telling import told
from vanban.findings import has_errors
from vanban.pipeline import planned_words
from vanban.pipeline.planning import Asked, plan
from vanban.pipeline.project import Project, target_of


def run(checkout: Checkout, arguments: Namespace) -> int:
    project = checkout.project()
    planned = plan(project, _asked(project, arguments))
    if planned.findings:
        print(told(planned.findings))
    if has_errors(planned.findings):
        print("Chưa lập kế hoạch: sửa các lỗi trên rồi làm lại. Chưa tệp nào bị thay đổi.", file=sys.stderr)
        return FINDINGS
    for line in planned_words.told(planned, arguments.dry_run, checkout.from_here):
        print(line)
    return CLEAN


def _asked(project: Project, arguments: Namespace) -> Asked:
    """What is to be planned; the plan of before is last year's unless a year was typed."""
    old = arguments.new - 1 if arguments.old is None else arguments.old
    given = arguments.from_plan
    superior = target_of(project, given).relative_to(project.content).as_posix() if given else ""
    don_vi = arguments.don_vi.removeprefix("content/").rstrip("/")  # as a shell completes it
    day = typed_day(arguments.ngay_ky) if arguments.ngay_ky else None
    return Asked(don_vi, old, arguments.new, day, arguments.ap_dung, arguments.dry_run, superior)
