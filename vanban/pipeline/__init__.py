"""The only package that knows every stage: content → findings, documents, files. One module for each command.

A stage is loaded by name when it is first used, so that checking one file does not wait for the writers.
"""

from vanban.pipeline._stages import doctypes
from vanban.pipeline.checking import Checked, check, resolve
from vanban.pipeline.chores import clean, make_templates, rule_page, text
from vanban.pipeline.issuing import issue
from vanban.pipeline.laws import format_of
from vanban.pipeline.offices import frames, own_frames
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import Report, docx, report
from vanban.pipeline.starting import new
from vanban.pipeline.tidying import tidy

__all__ = [
    "Checked", "Project", "Report", "check", "clean", "doctypes", "docx", "format_of", "frames",
    "issue", "make_templates", "new", "own_frames", "report", "resolve", "rule_page", "text", "tidy",
]
