"""The plan of a superior, by the name of the file that issues it → its documents."""

from vanban.doctypes import doctypes
from vanban.findings import has_errors
from vanban.model.document import BoVanBan
from vanban.pipeline.planned_obstacles import NotPlanned
from vanban.pipeline.project import Project
from vanban.plan.documents import PLANS, of_year
from vanban.plan.given import Superior
from vanban.readers.content import read_content
from vanban.readers.library import open_library
from vanban.readers.named_files import inside

_SHOWN = 200


def superior_of(project: Project, name: str, don_vi: str, year: int) -> Superior | None:
    """The plan at “nghe_an/2026/quyet_dinh_cchc.yaml” below content/; None for "".

    Raises NotPlanned where no document stands there that is issued, or one that cannot be read, no plan, that of the
    unit itself, or that of another year: it would be cited as what the new plan is based on.
    """
    if not name:
        return None
    path = inside(project.content, name)
    if path is None or not path.is_file():
        raise _refused(name, "không có tệp này", "Ghi đúng đường dẫn tệp của quyết định ban hành kế hoạch cấp trên.")
    content = read_content(open_library(project.content, project.schemas, [path.parent]))
    bo = next((bo for bo in content.sets if content.file_of(bo.van_ban).endswith(f"/{name}")), None)
    if bo is None or not bo.van_ban.co_quan:
        raise _refused(name, "tệp này không phải là văn bản ban hành kế hoạch", "Ghi tệp của quyết định ban hành nó.")
    files = [content.file_of(van_ban) for van_ban in bo]
    if has_errors(found for found in content.findings if found.file in files):
        raise _refused(name, "tệp còn lỗi", "Sửa theo lệnh check rồi chạy lại.")
    if why := _no_basis(bo, name, don_vi, year):
        raise _refused(name, *why)
    ten_loai = doctypes()[bo.van_ban.loai_van_ban].ten_loai
    return Superior(bo.van_ban, ten_loai, [content.sources[file] for file in files])


def _refused(name: str, why: str, hint: str) -> NotPlanned:
    return NotPlanned(f"content/{name[:_SHOWN]}", f"Không lấy được kế hoạch cấp trên: {why}", hint)


def _no_basis(bo: BoVanBan, name: str, don_vi: str, year: int) -> tuple[str, str] | None:
    """Why a plan of that year cannot be based on the document, and what to do; None where it can."""
    if name.split("/")[0] == don_vi:
        return "đây là văn bản của chính đơn vị này", "Ghi tệp của đơn vị cấp trên."
    if not any(van_ban.loai_van_ban in PLANS for van_ban in bo):
        return "văn bản này không kèm kế hoạch nào", "Ghi tệp của quyết định ban hành kế hoạch cấp trên."
    if not of_year([bo], year):
        return f"đây không phải là kế hoạch của năm {year}", f"Ghi tệp của kế hoạch cấp trên năm {year}."
    return None
