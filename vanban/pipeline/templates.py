"""templates/ made anew."""

from pathlib import Path

from vanban import the_thuc
from vanban.files import write_whole
from vanban.frames.making import make_frames
from vanban.pipeline.project import Project


def make_templates(project: Project) -> list[Path]:
    """Writes templates/ anew from the latest figures of the_thuc, for each profile; the files that were written."""
    paths = []
    for profile in the_thuc.profiles():
        for name, package in make_frames(the_thuc.latest(profile)).items():
            write_whole(project.templates / name, package)
            paths.append(project.templates / name)
    return paths
