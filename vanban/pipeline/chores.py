"""What does not need content/: templates, the words of a DOCX, manual pages, cleaning up."""

from pathlib import Path

from vanban.errors import WrongUse
from vanban.files import write_whole
from vanban.manifest import Manifest
from vanban.pipeline._stages import stage
from vanban.pipeline.project import Project


def make_templates(project: Project) -> list[Path]:
    """Writes templates/ anew from the latest figures of the_thuc, for each profile."""
    the_thuc, make_frames = stage("the_thuc"), stage("writers.make_frames").make_frames
    paths = []
    for profile in the_thuc.profiles():
        for name, package in make_frames(the_thuc.latest(profile)).items():
            write_whole(project.templates / name, package)
            paths.append(project.templates / name)
    return paths


def text(file: Path) -> str:
    """The words of any DOCX, a paragraph a line. Raises WrongUse where there is no such file."""
    if not file.is_file() or file.suffix.lower() != ".docx":
        raise WrongUse(f"{file} không phải là tệp .docx")
    return str(stage("writers.to_text").to_text(file))


def rule_page(code: str) -> str:
    """The manual page of a code: the docstring of its rule, else what `codes.yaml` says. "" for an unknown one."""
    for rule in stage("lint.engine").all_rules().values():
        if code == rule.CODE:
            return str(rule.__doc__).strip()
    words = stage("codes").meaning(code)
    return f"{code}: {words}" if words else ""


def clean(project: Project) -> list[Path]:
    """Deletes what earlier reports wrote to outputs/; what somebody else put there stays."""
    return Manifest(project.outputs).clean()
