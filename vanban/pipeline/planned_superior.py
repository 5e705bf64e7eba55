"""The plan of a superior, by the name of the file that issues it → its documents."""

from vanban.doctypes import doctypes
from vanban.errors import WrongUse
from vanban.findings import has_errors
from vanban.model.document import BoVanBan
from vanban.pipeline.project import Project
from vanban.plan.documents import PLANS, of_year
from vanban.plan.given import Superior
from vanban.readers.content import read_content
from vanban.readers.library import open_library
from vanban.readers.named_files import inside


def superior_of(project: Project, name: str, don_vi: str, year: int) -> Superior | None:
    """The plan at “nghe_an/2026/quyet_dinh_cchc.yaml” below content/; None for "".

    Raises WrongUse where no document stands there that is issued, or one that cannot be read, no plan, that of the unit
    itself, or that of another year: it would be cited as what the new plan is based on.
    """
    if not name:
        return None
    path = inside(project.content, name)
    if path is None or not path.is_file():
        raise WrongUse(f"không có tệp content/{name[:200]} của kế hoạch cấp trên")
    content = read_content(open_library(project.content, project.schemas, [path.parent]))
    bo = next((bo for bo in content.sets if content.file_of(bo.van_ban).endswith(f"/{name}")), None)
    if bo is None or not bo.van_ban.co_quan:
        raise WrongUse(f"content/{name} không phải là văn bản ban hành kế hoạch; ghi tệp của quyết định ban hành nó")
    files = [content.file_of(van_ban) for van_ban in bo]
    if has_errors(found for found in content.findings if found.file in files):
        raise WrongUse(f"kế hoạch cấp trên content/{name} còn lỗi; sửa theo lệnh check rồi chạy lại")
    if why := _no_basis(bo, name, don_vi, year):
        raise WrongUse(f"content/{name} {why}")
    ten_loai = doctypes()[bo.van_ban.loai_van_ban].ten_loai
    return Superior(bo.van_ban, ten_loai, [content.sources[file] for file in files])


def _no_basis(bo: BoVanBan, name: str, don_vi: str, year: int) -> str:
    """Why a plan of that year cannot be based on the document; "" where it can."""
    if name.split("/")[0] == don_vi:
        return "là văn bản của chính đơn vị này, không phải kế hoạch cấp trên"
    if not any(van_ban.loai_van_ban in PLANS for van_ban in bo):
        return "không kèm kế hoạch nào; ghi tệp của quyết định ban hành kế hoạch cấp trên"
    if not of_year([bo], year):
        return f"không phải là kế hoạch của năm {year}; ghi tệp của kế hoạch cấp trên năm {year}"
    return ""
