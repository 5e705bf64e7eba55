"""The document that a comparison is asked of, by a file → the file of the issuing document of its set."""

from pathlib import Path

from vanban.errors import WrongUse
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project, target_of

_RECORD = ".ban_hanh.json"
_YAML = (".yaml", ".yml")
_NAME_ONE = "ghi tên tệp YAML của một văn bản"


def asked_document(project: Project, file: Path) -> str:
    """The file of the issuing document, from the content folder: that of `file`, or of what it is attached to. A file
    that cannot be read is taken for a document.

    Raises WrongUse for what is not there, and for a folder, a register, a record: of these nothing would be compared,
    and it would be said that nothing changed.
    """
    target = target_of(project, file)
    path = target.relative_to(project.content).as_posix()
    name = f"{project.content.name}/{path}".removesuffix("/.")
    if target.is_dir():
        raise WrongUse(f"{name} là thư mục; {_NAME_ONE}")
    if name.endswith(_RECORD):
        raise WrongUse(f"{name} là tệp lưu lời văn khi ban hành; ghi tên tệp YAML của văn bản ấy, "
                       f"{name.removesuffix(_RECORD)}.yaml")
    if target.suffix not in _YAML:
        raise WrongUse(f"{name} không phải là tệp YAML; {_NAME_ONE}")
    content = check(project, [target]).content
    if name in content.unread or name in content.crashed:
        return path
    issuing = next((content.file_of(bo.van_ban) for bo in content.sets if name in map(content.file_of, bo)), "")
    if not issuing and any(content.file_of(each) == name for each in content.in_no_set):
        return path
    if not issuing:
        raise WrongUse(f"{name} không phải là văn bản (tệp sổ, số liệu …); {_NAME_ONE}")
    return issuing.partition("/")[2]
