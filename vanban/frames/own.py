"""Where an office keeps page frames of its own: content/<don_vi>/mau/<frame>.docx."""

from pathlib import Path

from vanban.model.document import BoVanBan
from vanban.setting import Setting

FOLDER = "mau"


def is_own(path: Path) -> bool:
    """Whether an office's own frame, or its folder of frames, is there to be read. What is no file, or lies elsewhere
    behind a link, is told by the catalogue, and no document is printed in it or without it."""
    return (path.is_file() or path.is_dir()) and not (path.is_symlink() or path.parent.is_symlink())


def frame_files(bo: BoVanBan, root: Path, office: str, setting: Setting) -> dict[str, Path]:
    """Where the office's own frames of the documents of a set would be, by their names."""
    return {name: root / office / FOLDER / f"{name}.docx" for name in frame_names(bo, setting).values() if name}


def frame_names(bo: BoVanBan, setting: Setting) -> dict[str, str]:
    """The frame of each document of a set, by the id of the document; "" for a form that the format does not have."""
    forms = {van_ban.ma: setting.kind(van_ban).attached for van_ban in bo}
    if setting.stands_alone(bo.van_ban):
        forms[bo.van_ban.ma] = setting.kind(bo.van_ban).form(together=bo.van_ban.signed_together)
    return {ma: setting.the_thuc.khung_trang.get(form, "") for ma, form in forms.items()}
