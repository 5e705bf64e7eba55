"""A history of real edits in a repository: what is told of each commit, written by hand."""

import subprocess
from pathlib import Path

import pytest

from tests.support.content import project
from tests.support.reviewing import told
from vanban.pipeline.diffing import Diffed, compared
from vanban.pipeline.project import Project
from vanban.pipeline.redlining import write_redlines

DECISION = """\
loai_van_ban: quyet_dinh
ma: qd
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
trich_yeu: Ban hành Kế hoạch
can_cu:
  - luat_chinh_quyen_dia_phuong_2025
  - nq_76_2021
dieu:
  - noi_dung: |
      Ban hành kèm theo Quyết định này [[kh]].
  - noi_dung: |
      Sở Nội vụ theo dõi việc thực hiện Kế hoạch.
  - noi_dung: |
      Quyết định này có hiệu lực kể từ ngày ký.
noi_nhan:
  - Bộ Nội vụ
luu: VT, KSTT
nguoi_ky: nguyen_van_a
kem_theo: [kh, pl]
vi_du: true
"""
PLAN = """\
loai_van_ban: ke_hoach
ma: kh
trich_yeu: Cải cách hành chính năm 2025
muc_tieu:
  - {chi_tieu: ty_le_dung_han, so_sanh: tu_tro_len, gia_tri: 95}
de_muc:
  - tieu_de: Mục tiêu
    noi_dung: |
      1. Hồ sơ giải quyết đúng hạn đạt {{ muc_tieu.ty_le_dung_han | day_du }}.
      1. Thủ tục được rà soát, cắt giảm thời gian giải quyết. {#ra_soat}
  - tieu_de: Nhiệm vụ
    noi_dung: |
      1. Các cơ quan rà soát theo [[ra_soat]][^a].
      [^a]: Theo kế hoạch riêng của từng cơ quan.
      1. [[so_tu_phap_nghe_an]] kiểm tra văn bản quy phạm pháp luật.
      1. Việc cụ thể theo [[pl]].
"""
ANNEX = """\
loai_van_ban: phu_luc
ma: pl
trich_yeu: Phân công
bang_bieu:
  - ma: viec
    tieu_de: Việc phải làm
    danh_so_cot: true
    cot:
      - {ma: so_thu_tu, tieu_de: STT}
      - {ma: ten, tieu_de: Việc}
      - {ma: han, tieu_de: Thời hạn}
    hang:
      - {ten: Rà soát thủ tục, han: Quý I}
      - {ten: Công khai kết quả, han: Quý II}
"""
HOME = "content/nghe_an/2025"
ISSUER = "của Ủy ban nhân dân tỉnh Nghệ An"
CITED = f"(Kèm theo Quyết định số 12/QĐ-UBND / ngày 15 tháng 7 năm 2025 {ISSUER})"
BLANK = "\N{NO-BREAK SPACE}"
# Name of a commit; file, words there, words in their place; what is told.
EDITS: dict[str, tuple[str, str, str, list[str]]] = {
    "a target raised": (f"{HOME}/kh.yaml", "gia_tri: 95", "gia_tri: 97", [
        "changed figure, khoản 1 Mục I: 1. Hồ sơ giải quyết đúng hạn đạt từ 95% trở lên. → "
        "1. Hồ sơ giải quyết đúng hạn đạt từ 97% trở lên.",
    ]),
    "a khoản put in": (f"{HOME}/kh.yaml", "      1. Thủ tục được", "      1. Không để hồ sơ quá hạn.\n      1. Thủ tục được", [
        "added text, khoản 2 Mục I: 2. Không để hồ sơ quá hạn.",
        "  mark, khoản 3 Mục I: 2. Thủ tục được rà soát, cắt giảm thời gian giải quyết. → "
        "3. Thủ tục được rà soát, cắt giảm thời gian giải quyết.",
        "  reference, khoản 1 Mục II: 1. Các cơ quan rà soát theo khoản 2 Mục I. → "
        "1. Các cơ quan rà soát theo khoản 3 Mục I.",
    ]),
    "an Điều moved": (f"{HOME}/qd.yaml", """\
  - noi_dung: |
      Sở Nội vụ theo dõi việc thực hiện Kế hoạch.
  - noi_dung: |
      Quyết định này có hiệu lực kể từ ngày ký.
""", """\
  - noi_dung: |
      Quyết định này có hiệu lực kể từ ngày ký.
  - noi_dung: |
      Sở Nội vụ theo dõi việc thực hiện Kế hoạch.
""", [
        "moved heading, Điều 2: Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
        "  mark, Điều 3: Điều 2. Sở Nội vụ theo dõi việc thực hiện Kế hoạch. → "
        "Điều 3. Sở Nội vụ theo dõi việc thực hiện Kế hoạch.",
    ]),
    "a row put in": (f"{HOME}/pl.yaml", "      - {ten: Công khai", "      - {ten: Tập huấn, han: Quý I}\n      - {ten: Công khai", [
        "added row, hàng 2, bảng “Việc phải làm”: 2 / Tập huấn / Quý I",
        "  mark, hàng 3, bảng “Việc phải làm”: 2 → 3",
    ]),
    "a basis replaced": (f"{HOME}/qd.yaml", "  - nq_76_2021\n", "  - qd_5158_2021\n", [
        "changed legal_basis, căn cứ, dòng 2: Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban "
        "hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030. → Căn cứ Quyết định số "
        "5158/QĐ-UBND ngày 30 tháng 12 năm 2021 của Ủy ban nhân dân tỉnh Nghệ An ban hành Chương trình cải cách hành "
        "chính nhà nước tỉnh Nghệ An giai đoạn 2021 - 2030.",
    ]),
    "a body renamed": ("content/dung_chung/co_quan.yaml", "ten_goi: Sở Tư pháp tỉnh Nghệ An",
                       "ten_goi: Sở Pháp luật tỉnh Nghệ An", [
        "changed register, khoản 2 Mục II: 2. Sở Tư pháp tỉnh Nghệ An kiểm tra văn bản quy phạm pháp luật. → "
        "2. Sở Pháp luật tỉnh Nghệ An kiểm tra văn bản quy phạm pháp luật.",
    ]),
    "a column put in": (f"{HOME}/pl.yaml", "      - {ma: han,", "      - {ma: ai, tieu_de: Chủ trì, de_trong: true}\n      - {ma: han,", [
        "added column, cột “Chủ trì”, bảng “Việc phải làm”: Chủ trì / (3) /  /  / ",
        "  mark, cột “Thời hạn”, bảng “Việc phải làm”: Thời hạn / (3) → Thời hạn / (4)",
    ]),
    "a footnote taken out": (f"{HOME}/kh.yaml", "[^a].\n      [^a]: Theo kế hoạch riêng của từng cơ quan.\n", ".\n", [
        "removed note, chú thích 1: Theo kế hoạch riêng của từng cơ quan.",
        "  mark, khoản 1 Mục II: 1. Các cơ quan rà soát theo khoản 3 Mục I. → 1. Các cơ quan rà soát theo khoản 3 Mục I.",
    ]),
    "number and day": (f"{HOME}/qd.yaml", "ngay_du_kien: 15/7/2025", "so_van_ban: 12\nngay_ban_hanh: 15/7/2025", [
        f"changed number_date, số, ký hiệu và ngày tháng: {BLANK * 8}/QĐ-UBND / ngày{BLANK * 7}tháng{BLANK * 7}năm 2025 "
        "/ DỰ THẢO → 12/QĐ-UBND / ngày 15 tháng 7 năm 2025",
        f"  zone, kèm theo: (Kèm theo Quyết định số …/QĐ-UBND / ngày … tháng … năm 2025 {ISSUER}) → {CITED}",
        f"  zone, kèm theo: (Kèm theo Quyết định số …/QĐ-UBND / ngày … tháng … năm 2025 {ISSUER}) → {CITED}",
    ]),
    "an annex taken out": (f"{HOME}/qd.yaml", "[kh, pl]", "[kh]", [
        "removed text, khoản 3 Mục II: 3. Việc cụ thể theo Phụ lục.",
        f"removed document, Phụ lục phân công: Phụ lục / PHÂN CÔNG / {CITED} / Việc phải làm / STT / Việc / Chủ trì / "
        "Thời hạn / (1) / (2) / (3) / (4) / 1 / Rà soát thủ tục /  / Quý I / 2 / Tập huấn /  / Quý I / "
        "3 / Công khai kết quả /  / Quý II",
    ]),
}


def diff(made: Project, base: str = "", head: str = "") -> Diffed:
    """What changed between two sides, whose files are no longer needed."""
    with compared(made, base, head) as both:
        return both.diffed


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-c", "user.name=Nguyễn A", "-c", "user.email=a@vi-du.example", "-C", str(folder), *words],
                          capture_output=True, check=True)
    return done.stdout.decode()


def committed(folder: Path, words: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", words)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A repository with a commit for each of EDITS, in which an annex that nothing attaches is taken out too."""
    made = project(tmp_path_factory.mktemp("history"), qd=DECISION, kh=PLAN, pl=ANNEX)
    git(made.root, "init", "-q")
    committed(made.root, "start")
    for words, (name, old, new, _) in EDITS.items():
        path = made.root / name
        text = path.read_text("utf-8")
        assert old in text, words
        path.write_text(text.replace(old, new), "utf-8")
        if words == "an annex taken out":
            (made.root / HOME / "pl.yaml").unlink()
            plan = made.root / HOME / "kh.yaml"
            plan.write_text(plan.read_text("utf-8").replace("      1. Việc cụ thể theo [[pl]].\n", ""), "utf-8")
        committed(made.root, words)
    return made


def of_commit(history: Project, words: str) -> Diffed:
    after = len(EDITS) - 1 - [*EDITS].index(words)
    return diff(history, f"HEAD~{after + 1}", f"HEAD~{after}")


@pytest.mark.parametrize("words", EDITS)
def it_shows_in_word_what_a_commit_did_and_what_would_undo_it(history: Project, words: str, tmp_path: Path) -> None:
    after = len(EDITS) - 1 - [*EDITS].index(words)
    for sides in ((f"HEAD~{after + 1}", f"HEAD~{after}"), (f"HEAD~{after}", f"HEAD~{after + 1}"), (f"HEAD~{len(EDITS)}", f"HEAD~{after}")):
        with compared(history, *sides) as both:
            done = write_redlines(history, both, tmp_path)
        assert (len(done.written), done.failures, done.notes) == (1, [], []), sides


@pytest.mark.parametrize("words", EDITS)
def it_tells_what_a_commit_did(history: Project, words: str) -> None:
    diffed = of_commit(history, words)
    assert not diffed.has_errors, diffed.review.head
    assert told(diffed.review.comparison) == EDITS[words][3]
