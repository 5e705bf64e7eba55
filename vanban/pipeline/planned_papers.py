"""A file of a report → how that paper is called in a sentence: “Báo cáo số 312/BC-SNV ngày 22/9/2025”."""

from datetime import date
from pathlib import Path

from vanban.dates import short_date
from vanban.pipeline.project import Project
from vanban.pipeline.settings import setting_of
from vanban.readers.content import read_content
from vanban.readers.library import open_library
from vanban.transforms import zones


def paper_at(project: Project, path: Path, day: date) -> str:
    """By its number, symbol and day (`day`); of one without a number, or that cannot be read, by its day alone."""
    content = read_content(open_library(project.content, project.schemas, [path.parent]))
    bo = next((bo for bo in content.sets if content.file_of(bo.van_ban).endswith("/".join(path.parts[-3:]))), None)
    if bo is None:
        return f"Báo cáo ngày {short_date(day)}"
    setting, _ = setting_of(content, bo, project.looks)
    filled, _ = zones.apply(bo, setting)
    printed = filled.zones.so_ky_hieu.text if filled.zones else bo.van_ban.so_van_ban
    number = f" số {printed}" if bo.van_ban.so_van_ban else ""
    return f"{setting.kind(bo.van_ban).ten_loai}{number} ngày {setting.the_thuc.short_date(day)}"
