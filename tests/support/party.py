"""A Party committee and its organisation board, and what they write: a plan with outline and annexes, a proposal,
a letter, a conclusion of the board's own."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.support.content import project
from tests.support.pages import Page, read_pages
from vanban.model.document import BoVanBan
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx
from vanban.writers.to_pdf import Converter, Job

REGISTER = """\
loai_du_lieu: co_quan
co_quan:
  - {ma: db_thu, ten_goi: Đảng bộ tỉnh Thử, ho_so: dang}
  - {ma: tu_thu, ten_goi: Tỉnh ủy Thử, ho_so: dang}
  - ma: btv_thu
    ten_goi: Ban Thường vụ Tỉnh ủy
    ten_dong: Tỉnh ủy Thử
    ky_hieu: TU
    dia_danh: Nghệ An
    truc_thuoc: db_thu
    cap_truong: Bí thư
    tap_the: Ban Thường vụ
    ho_so: dang
    nguoi_ky:
      - {ma: bi_thu, ho_ten: Bùi Văn A, chuc_vu: Bí thư, tu_cach_ky: cap_truong, tu_ngay: 01/01/2018}
      - {ma: pho_bi_thu, ho_ten: Bùi Văn B, chuc_vu: Phó Bí thư, tu_cach_ky: cap_pho, tu_ngay: 01/01/2018}
      - {ma: chanh_vp, ho_ten: Bùi Văn C, chuc_vu: Chánh Văn phòng, tu_cach_ky: thua_lenh, tu_ngay: 01/01/2018}
  - ma: ban_thu
    ten_goi: Ban Tổ chức Tỉnh ủy
    ten_dong: Ban Tổ chức
    ky_hieu: BTCTU
    dia_danh: Nghệ An
    truc_thuoc: tu_thu
    cap_truong: Trưởng Ban
    ho_so: dang
    nguoi_ky:
      - {ma: truong_ban, ho_ten: Bùi Văn D, chuc_vu: Trưởng Ban, tu_cach_ky: cap_truong, tu_ngay: 01/01/2018}
      - {ma: pho_ban, ho_ten: Bùi Văn E, chuc_vu: Phó Trưởng Ban, tu_cach_ky: cap_pho, tu_ngay: 01/01/2018}
"""
ACTS = """\
loai_du_lieu: can_cu
can_cu:
  - ma: nq_thu
    ten_loai: Nghị quyết
    so_ky_hieu: 05-NQ/TU
    ngay_ban_hanh: 02/11/2021
    co_quan_ban_hanh: Ban Thường vụ Tỉnh ủy
    trich_yeu: về cải cách hành chính
  - ma: ct_thu
    ten_loai: Chương trình
    so_ky_hieu: 12-CTr/TU
    ngay_ban_hanh: 05/01/2022
    co_quan_ban_hanh: Tỉnh ủy
    trich_yeu: thực hiện Nghị quyết Đại hội
"""
PLAN = """\
loai_van_ban: ke_hoach
ma: kh
co_quan: btv_thu
so_van_ban: 5
ngay_ban_hanh: 15/10/2026
trich_yeu: Sơ kết 05 năm thực hiện Nghị quyết số 05-NQ/TU
can_cu: [nq_thu, ct_thu]
theo_de_nghi: Ban Tổ chức Tỉnh ủy
mo_dau: |
  Ban Thường vụ Tỉnh ủy ban hành Kế hoạch sơ kết việc thực hiện [[nq_thu]] trong các cơ quan của tỉnh, để thấy rõ những việc đã làm được và những việc còn phải làm.
de_muc:
  - tieu_de: Mục đích
    noi_dung: |
      1. Đánh giá đúng kết quả.
      1. Rút ra kinh nghiệm.
  - tieu_de: Tổ chức thực hiện
    noi_dung: |
      Báo cáo theo [[dc]]./.
noi_nhan:
  - Ban Tổ chức Tỉnh ủy
  - Các đảng ủy trực thuộc
luu: Văn phòng Tỉnh ủy
nguoi_ky: pho_bi_thu
kem_theo: [dc]
vi_du: true
"""
OUTLINE = """\
loai_van_ban: de_cuong
ma: dc
trich_yeu: Kết quả sơ kết 05 năm thực hiện Nghị quyết số 05-NQ/TU | của Ban Thường vụ Tỉnh ủy | về cải cách hành chính
de_muc:
  - tieu_de: Kết quả
    noi_dung: |
      Nêu kết quả ở [[pl_mot]] và [[pl_hai]].
kem_theo: [pl_mot, pl_hai]
"""
ANNEX = """\
loai_van_ban: phu_luc
ma: pl_mot
trich_yeu: Những việc phải làm
kho_giay: ngang
bang_bieu:
  - {ma: bang, bo_cuc: nhiem_vu}
nhiem_vu:
  - nhom: Tổ chức
    gom:
      - ma: nv_mot
        noi_dung: Rà soát quy chế
        san_pham: Quy chế mới
        chu_tri: [ban_thu]
        thoi_gian: Năm 2026
"""
ANNEX_OF_TEXT = """\
loai_van_ban: phu_luc
ma: pl_hai
trich_yeu: Những điều cần nêu
mo_dau: Nêu những điều còn vướng.
"""
PROPOSAL = """\
loai_van_ban: to_trinh
ma: tt
co_quan: ban_thu
so_van_ban: 12
ngay_ban_hanh: 20/10/2026
trich_yeu: Về bố trí cán bộ
kinh_gui: [Ban Thường vụ Tỉnh ủy, Thường trực Tỉnh ủy]
mo_dau: |
  Ban Tổ chức Tỉnh ủy trình Ban Thường vụ Tỉnh ủy xem xét việc bố trí cán bộ như phương án đã báo cáo, và mong Ban Thường vụ cho ý kiến trong tháng.
noi_nhan: [Như trên]
luu: Ban Tổ chức Tỉnh ủy
nguoi_ky: pho_ban
vi_du: true
"""
LETTER = """\
loai_van_ban: cong_van
ma: cv
co_quan: ban_thu
so_van_ban: 118
ngay_ban_hanh: 21/10/2026
trich_yeu: gửi báo cáo quý
kinh_gui: [Các đảng ủy trực thuộc Tỉnh ủy]
mo_dau: |
  Đề nghị các đảng ủy trực thuộc gửi báo cáo về công tác cán bộ quý III, nêu rõ những việc đã làm xong, những việc còn chậm và nguyên nhân của từng việc.
noi_nhan: [Như trên]
luu: Ban Tổ chức Tỉnh ủy
nguoi_ky: truong_ban
vi_du: true
"""
DRAFT = PLAN.replace("so_van_ban: 5\nngay_ban_hanh: 15/10/2026\n", "ngay_du_kien: 15/10/2026\n")


@dataclass(frozen=True)
class Printed:
    """A resolved set and the pages of its PDF."""

    bo: BoVanBan
    docx: bytes
    pages: list[Page]


def party_project(folder: Path, **documents: str) -> Project:
    """A project with the Party's bodies and acts in its registers, and the documents given, by file name."""
    found = project(folder, **documents)
    (found.content / "dung_chung" / "co_quan_thu.yaml").write_text(REGISTER, "utf-8")
    (found.content / "dung_chung" / "can_cu_thu.yaml").write_text(ACTS, "utf-8")
    return found


def party_checked(folder: Path, **documents: str) -> Checked:
    return check(party_project(folder, **documents))


def print_all(folder: Path, **documents: str) -> dict[str, Printed]:
    """The sets of the documents, printed, by the ids of those that issue them."""
    found = party_project(folder, **documents)
    checked = check(found)
    assert checked.findings == ()
    jobs: dict[str, tuple[BoVanBan, Job]] = {}
    for bo in checked.sound:
        path = folder / f"{bo.van_ban.ma}.docx"
        path.write_bytes(docx(found, checked, bo))
        assert bo.ngay
        moment = datetime.combine(bo.ngay, datetime.min.time())
        jobs[bo.van_ban.ma] = bo, Job(path, path.with_suffix(".pdf"), moment)
    with Converter() as converter:
        converter.convert_many([job for _, job in jobs.values()])
    return {ma: Printed(bo, job.docx.read_bytes(), read_pages(job.pdf)) for ma, (bo, job) in jobs.items()}
