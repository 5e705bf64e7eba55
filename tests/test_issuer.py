"""The body that issues and the person who signs, on the day of the document."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from vanban.findings import Finding
from vanban.model.printed_lines import printed_lines
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project

BODY = """\
loai_du_lieu: co_quan
co_quan:
  - ma: so_thu
    ten_goi: Sở Thử nghiệm tỉnh Nghệ An
    ten_dong: Sở Thử nghiệm
    ky_hieu: STN
    dia_danh: Nghệ An
    truc_thuoc: ubnd_nghe_an
    cap_truong: Giám đốc
    tu_ngay: 1/7/2025
    den_ngay: 31/12/2025
    nguoi_ky:
      - {ma: ho_thi_t, ho_ten: Hồ Thị T, chuc_vu: Giám đốc, tu_cach_ky: cap_truong, tu_ngay: 1/8/2025, den_ngay: 30/11/2025}
"""


def told(folder: Path, day: str, *, body: str = BODY, signer: str = "ho_thi_t") -> list[Finding]:
    """What is found in a decision of the body of that day."""
    text = DECISION.replace("ubnd_nghe_an", "so_thu").replace("15/7/2025", day).replace("nguyen_van_a", signer)
    home = project(folder, qd=text, kh=PLAN)
    (home.content / "dung_chung" / "co_quan_thu.yaml").write_text(body, "utf-8")
    return list(check(home).findings)


def codes(findings: list[Finding]) -> list[tuple[str, int]]:
    return [(found.code, found.line) for found in findings]


@pytest.mark.parametrize(("day", "found"), [
    ("30/6/2025", [("R103", 3)]), ("1/7/2025", []), ("31/12/2025", []), ("1/1/2026", [("R103", 3)]),
])
def it_tells_of_a_body_that_is_not_in_operation(day: str, found: list[tuple[str, int]], tmp_path: Path) -> None:
    assert [each for each in codes(told(tmp_path, day)) if each[0] == "R103"] == found


def it_says_which_body_on_which_day(tmp_path: Path) -> None:
    first = next(found for found in told(tmp_path, "1/1/2026") if found.code == "R103")
    assert first.message == "Sở Thử nghiệm tỉnh Nghệ An không hoạt động vào ngày 1/1/2026 theo sổ cơ quan."
    assert (first.file, first.level) == ("content/nghe_an/2025/qd.yaml", "error")


@pytest.mark.parametrize(("day", "found"), [
    ("31/7/2025", [("R105", 15)]), ("1/8/2025", []), ("30/11/2025", []), ("1/12/2025", [("R105", 15)]),
])
def it_tells_of_a_signer_outside_of_the_term(day: str, found: list[tuple[str, int]], tmp_path: Path) -> None:
    assert codes(told(tmp_path, day)) == found


def it_takes_the_term_that_holds_of_one_who_came_back(tmp_path: Path) -> None:
    again = BODY + BODY[BODY.index("      - {ma"):].replace("1/8/2025", "15/12/2025").replace("30/11/2025", "31/12/2025")
    assert codes(told(tmp_path, "15/11/2025", body=again)) == []
    assert codes(told(tmp_path, "15/12/2025", body=again)) == []


def it_tells_of_the_last_office_outside_of_every_term(tmp_path: Path) -> None:
    later = BODY[BODY.index("      - {ma"):].replace("1/8/2025", "15/12/2025").replace("30/11/2025", "31/12/2025")
    (found,) = told(tmp_path, "10/12/2025", body=BODY + later.replace("Giám đốc", "Phó Giám đốc").replace("cap_truong", "cap_pho"))
    assert (found.code, found.line) == ("R105", 15)
    assert found.message.startswith("Hồ Thị T không giữ chức Phó Giám đốc vào ngày 10/12/2025")


def it_offers_the_signer_that_was_meant_or_else_the_choice(tmp_path: Path) -> None:
    (close,) = told(tmp_path, "1/9/2025", signer="hoo_thi_t")
    where = "mục “nguoi_ky” của cơ quan này, content/dung_chung/co_quan_thu.yaml:3."
    who = "Người ký được: ho_thi_t (Giám đốc). Thêm người ký thì ghi ở"
    assert (close.code, close.hint) == ("R104", f"Có phải “ho_thi_t”? {who} {where}")
    (far,) = told(tmp_path, "1/9/2025", signer="nguyen_van_x")
    assert (far.code, far.hint) == ("R104", f"Người ký được: ho_thi_t (Giám đốc); hoặc thêm người ký vào {where}")
    (other,) = told(tmp_path, "1/9/2025", signer="nguyen_van_a")
    assert other.hint.startswith("Đó là người ký của Ủy ban nhân dân tỉnh Nghệ An; nếu cũng ký ở đây thì chép sang")


@pytest.mark.parametrize("key", ["ky_hieu", "dia_danh", "cap_truong"])
def it_asks_for_what_header_and_signature_take_from_the_register(key: str, tmp_path: Path) -> None:
    body = "".join(line for line in BODY.splitlines(keepends=True) if not line.strip().startswith(f"{key}:"))
    (found,) = [each for each in told(tmp_path, "1/9/2025", body=body) if each.code == "S202"]
    assert f"“{key}”" in found.message
    assert found.hint == f"Thêm dòng “{key}: …” ở content/dung_chung/co_quan_thu.yaml:3."


@pytest.mark.parametrize("key", ["ky_hieu", "dia_danh", "cap_truong"])
def it_prints_a_draft_with_a_question_for_what_the_register_does_not_say(key: str, tmp_path: Path) -> None:
    body = "".join(line for line in BODY.splitlines(keepends=True) if not line.strip().startswith(f"{key}:"))
    body = body.replace("Giám đốc, tu_cach_ky: cap_truong", "Phó Giám đốc, tu_cach_ky: cap_pho")
    told(tmp_path, "1/9/2025", body=body)
    decision = tmp_path / "content" / "nghe_an" / "2025" / "qd.yaml"
    issued = check(Project(tmp_path))
    assert [f.level for f in issued.findings if f.code == "S202"] == ["error"]
    assert not issued.sound
    decision.write_text(decision.read_text("utf-8").replace('so_van_ban: "2228"\n', ""), "utf-8")
    draft = check(Project(tmp_path))
    assert [f.level for f in draft.findings if f.code == "S202"] == ["warning"]
    (bo,) = draft.sound
    assert "[XEM LẠI: " in " ".join(line.text for line in printed_lines(bo)).replace("{", "[")


def it_tells_of_a_body_that_is_not_in_the_register(tmp_path: Path) -> None:
    found = [each for each in told(tmp_path, "1/9/2025", body=BODY.replace("so_thu", "so_thu_nghiem")) if each.code == "R103"]
    assert [(each.line, each.hint) for each in found] == [
        (3, "Có phải “so_thu_nghiem”? Nếu là cơ quan khác, thêm vào sổ cơ quan trong content/dung_chung.")]


# Who decides, in “(Kèm theo …)”

BESIDE = PLAN.replace("\nma: kh\n", "\nma: kh_so\nco_quan: so_noi_vu_nghe_an\nngay_du_kien: 15/7/2025\n").replace(
    "phân công.", "[[pl]].") + "noi_nhan: [Các phòng]\nluu: VT, VP\nnguoi_ky: pham_van_d\nkem_theo: [pl]\n"
ANNEX = "loai_van_ban: phu_luc\nma: pl\ntrich_yeu: Phân công\nmo_dau: Theo phân công.\n"


@pytest.mark.parametrize(("documents", "called"), [
    ({"qd": DECISION, "kh": PLAN}, "của Ủy ban nhân dân tỉnh Nghệ An)"),
    ({"qd": DECISION.replace("co_quan:", "tham_quyen: cap_truong\nco_quan:"), "kh": PLAN},
     "của Chủ tịch Ủy ban nhân dân tỉnh Nghệ An)"),
    ({"qd": DECISION.replace("ubnd_nghe_an", "so_noi_vu_nghe_an").replace("nguyen_van_a", "pham_van_d"), "kh": PLAN},
     "của Giám đốc Sở Nội vụ tỉnh Nghệ An)"),
    ({"kh": BESIDE, "pl": ANNEX}, "của Sở Nội vụ tỉnh Nghệ An)"),
], ids=["a collective", "its head alone", "a head", "a plan of the body"])
def it_names_in_what_is_attached_whom_the_line_of_authority_names(
    documents: dict[str, str], called: str, tmp_path: Path
) -> None:
    """Mẫu 1.2, 1.3, ghi chú 6: a decision of a head by his title. Where no such line stands, the body."""
    (bo,) = check(project(tmp_path, **documents)).sound
    (attached,) = bo.kem_theo
    assert bo.zones
    assert attached.zones
    assert attached.zones.kem_theo.text.endswith(called)
    decides = bo.zones.tham_quyen.text
    if "qd" in documents:
        assert decides.upper() == called.removeprefix("của ").removesuffix(")").upper()
