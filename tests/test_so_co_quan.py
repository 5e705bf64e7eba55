"""The page for newcomers, docs/so_co_quan.md: each of its examples does what the page says."""

import re
import shlex
from pathlib import Path

import pytest

import build
from tests.support.content import ROOT, project
from vanban.body_names import collective_of
from vanban.commands import CLEAN
from vanban.doctypes import doctypes
from vanban.keys import document_types
from vanban.model.printed_lines import printed_lines
from vanban.model.steps import STEPS
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project

PAGE = (ROOT / "docs" / "so_co_quan.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", PAGE, re.DOTALL)
REGISTERS = [text for kind, text in BLOCKS if kind == "yaml" and text.startswith("loai_du_lieu")]
MINIMAL, OFFICE, GROUPS = REGISTERS
DRAFT = """\
ma: thu
trich_yeu: Thử
ngay_du_kien: 15/9/2025
noi_nhan: [Bộ Nội vụ]
luu: VT, NV
"""


def table(heading: str, count: int = 0) -> list[list[str]]:
    """The rows of a table of the page, its cells without the signs of code."""
    section = PAGE[PAGE.index(heading):]
    rows = [block.split("\n")[2:] for block in re.findall(r"(?:^\|.*\n)+", section, re.MULTILINE)][count]
    return [[cell.strip().replace("`", "") for cell in row.strip("|").split("|")] for row in rows if row]


def with_registers(folder: Path, *registers: str, **documents: str) -> Project:
    made = project(folder, **documents)
    for number, text in enumerate(registers):
        (made.content / "dung_chung" / f"co_quan_cua_trang_{number}.yaml").write_text(text, "utf-8")
    return made


def zone(made: Project, name: str) -> list[str]:
    checked = check(made)
    assert [f"{f.code} {f.message}" for f in checked.findings if f.level in ("error", "warning")] == []
    (bo,) = checked.sound
    return [line.text for line in printed_lines(bo) if line.name == name]


def it_runs_its_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "ROOT", project(tmp_path).root)
    monkeypatch.setattr(build.bootstrap, "reexec", lambda root: None)
    monkeypatch.chdir(tmp_path)
    lines = [line for kind, text in BLOCKS if not kind for line in text.splitlines()]
    assert len(lines) == 3
    for line in lines:
        python, program, *words = shlex.split(line)
        assert (python, program) == ("python3", "build.py")
        assert build.main([*words, *(["--format", "docx"] if words[0] == "report" else [])]) == CLEAN
    assert (tmp_path / "outputs" / "thanh_hoa" / "2026" / "ke_hoach.docx").exists()
    assert build.main(["report", "content/thanh_hoa/2026", "--format", "docx"]) == CLEAN


@pytest.mark.parametrize(("registers", "co_quan", "nguoi_ky"), [
    ([MINIMAL], "ubnd_tinh_ta", "nguyen_van_n"), ([OFFICE, MINIMAL], "so_y_te_ta", "tran_thi_m"),
    ([GROUPS, MINIMAL], "ubnd_tinh_ta", "nguyen_van_n"),
])
def it_shows_bodies_that_issue(registers: list[str], co_quan: str, nguoi_ky: str, tmp_path: Path) -> None:
    text = f"loai_van_ban: bao_cao\nco_quan: {co_quan}\nmo_dau: Chữ.\nnguoi_ky: {nguoi_ky}\n{DRAFT}"
    if registers[0] is GROUPS:
        text = text.replace("[Bộ Nội vụ]", '["[[lanh_dao_tinh_ta]]"]')
    made = with_registers(tmp_path, *registers, van_ban=text)
    assert zone(made, "ho_ten")
    assert zone(made, "co_quan_chu_quan") == (["ỦY BAN NHÂN DÂN TỈNH TA"] if co_quan == "so_y_te_ta" else [])


@pytest.mark.parametrize("row", table("## `tap_the`", 1), ids=lambda row: f"{row[0]}-{row[1]}")
def it_says_who_signs(row: list[str], tmp_path: Path) -> None:
    tap_the, right, title, printed = row
    register, co_quan = (OFFICE, "so_y_te_ta") if tap_the == "không" else (MINIMAL, "ubnd_tinh_ta")
    register = re.sub("chuc_vu: .*", f"chuc_vu: {title}", register)
    register = re.sub("tu_cach_ky: [a-z_]*", f"tu_cach_ky: {right}", register)
    signer = re.search("nguoi_ky:\n *- ma: ([a-z_]+)", register)[1]
    text = f"loai_van_ban: bao_cao\nco_quan: {co_quan}\nmo_dau: Chữ.\nnguoi_ky: {signer}\n{DRAFT}"
    more = [MINIMAL] if register.count("so_y_te_ta") else []
    assert zone(with_registers(tmp_path, register, *more, van_ban=text), "quyen_han") == printed.split(" / ")


@pytest.mark.parametrize("row", table("## `tap_the`", 2), ids=lambda row: row[0])
def it_says_who_decides(row: list[str], tmp_path: Path) -> None:
    co_quan, signer = ("so_y_te_ta", "tran_thi_m") if row[0] == "không" else ("ubnd_tinh_ta", "nguyen_van_n")
    text = (f"loai_van_ban: quyet_dinh\nco_quan: {co_quan}\ncan_cu: [nq_76_2021]\ndieu: [{{noi_dung: Chữ.}}]\n"
            f"nguoi_ky: {signer}\n{DRAFT}").replace("trich_yeu: Thử", "trich_yeu: Về việc thử")
    assert zone(with_registers(tmp_path, OFFICE, MINIMAL, van_ban=text), "tham_quyen") == [row[1]]


@pytest.mark.parametrize("row", table("## `tap_the`", 4), ids=lambda row: "-".join(row[:2]))
def it_says_how_a_head_decides_by_himself(row: list[str], tmp_path: Path) -> None:
    said, title, deciding, signed = row
    right = "cap_pho" if title.startswith("Phó") else "cap_truong"
    register = re.sub("tu_cach_ky: [a-z_]*", f"tu_cach_ky: {right}", re.sub("chuc_vu: .*", f"chuc_vu: {title}", MINIMAL))
    key = "" if said == "không ghi" else f"tham_quyen: {said}\n"
    text = (f"loai_van_ban: quyet_dinh\nco_quan: ubnd_tinh_ta\ncan_cu: [nq_76_2021]\ndieu: [{{noi_dung: Chữ.}}]\n"
            f"nguoi_ky: nguyen_van_n\n{key}{DRAFT}").replace("trich_yeu: Thử", "trich_yeu: Về việc thử")
    made = with_registers(tmp_path, register, van_ban=text)
    assert zone(made, "tham_quyen") == [deciding]
    assert zone(made, "quyen_han") == signed.split(" / ")
    assert zone(made, "co_quan_ban_hanh") == ["ỦY BAN NHÂN DÂN TỈNH TA"]


NAMES = table("## `tap_the`")


@pytest.mark.parametrize(("names", "who"), NAMES, ids=[row[1] for row in NAMES])
def it_says_of_which_names_the_register_need_not_say_who_decides(names: str, who: str) -> None:
    known = {"tập thể": True, "người đứng đầu": False, "máy hỏi": None}[who]
    for name in names.split(", "):
        collective = collective_of(name.replace("…", "tỉnh Ta"))
        assert (collective if collective is None else bool(collective)) == known, name


@pytest.mark.parametrize("row", table("## `tap_the`", 3), ids=lambda row: row[0])
def it_says_how_a_council_signs(row: list[str], tmp_path: Path) -> None:
    flag = "    khong_ghi_thay_mat: true\n" if row[0] == "true" else ""
    register = MINIMAL.replace("Ủy ban nhân dân", "Hội đồng nhân dân").replace("cap_pho", "cap_truong").replace("Phó Chủ", "Chủ")
    register = register.replace("    nguoi_ky:\n", f"{flag}    nguoi_ky:\n")
    text = f"loai_van_ban: bao_cao\nco_quan: ubnd_tinh_ta\nmo_dau: Chữ.\nnguoi_ky: nguyen_van_n\n{DRAFT}"
    assert zone(with_registers(tmp_path, register, van_ban=text), "quyen_han") == row[1].split(" / ")


SCHEMES = table("## `danh_so`")


@pytest.mark.parametrize("row", SCHEMES, ids=lambda row: row[0])
def it_counts_headings_as_it_says(row: list[str], tmp_path: Path) -> None:
    scheme, printed = row
    depth = len(scheme.split(" / "))

    def headings(level: int) -> str:
        below = f", de_muc: {headings(level + 1)}" if level < depth else ""
        return f"[{{tieu_de: Một {level}{below}}}, {{tieu_de: Hai {level}}}]"

    text = f"loai_van_ban: ke_hoach\nco_quan: ubnd_nghe_an\ndanh_so: {scheme}\nde_muc: {headings(1)}\nnguoi_ky: nguyen_van_a\n{DRAFT}"
    checked = check(with_registers(tmp_path, van_ban=text))
    assert [f for f in checked.findings if f.level == "error"] == []
    marks = {line.text.removeprefix(line.mark).strip(): line.mark for line in printed_lines(checked.sets[0]) if line.kind == "heading"}
    found = [" ".join(filter(None, (marks[f"Một {level}"], marks[f"Hai {level}"]))) or "không có số" for level in range(1, depth + 1)]
    assert " · ".join(found) == printed


def it_shows_every_step_and_the_scheme_of_every_type() -> None:
    assert {step for scheme, _ in SCHEMES for step in scheme.split(" / ")} == set(STEPS)
    told = {name: scheme for names, scheme in table("## `danh_so`", 1) for name in names.split(", ")}
    counted = [kind for kind in doctypes().values() if not kind.is_copy]  # a copy has no headings of its own
    assert {kind.ma: kind.danh_so for kind in counted} == {
        kind.ma: told.get(document_types()[kind.ma].shown.title.lower(), told["các loại khác"]) for kind in counted}


def it_prints_headings_as_it_shows(tmp_path: Path) -> None:
    at = next(i for i, (kind, _) in enumerate(BLOCKS) if kind == "text")
    text = f"loai_van_ban: ke_hoach\nco_quan: ubnd_nghe_an\nnguoi_ky: nguyen_van_a\n{DRAFT}{BLOCKS[at - 1][1]}"
    checked = check(with_registers(tmp_path, van_ban=text))
    assert [f for f in checked.findings if f.level == "error"] == []
    shown = [line.text for line in printed_lines(checked.sets[0]) if line.kind == "heading"]
    assert [each.casefold() for each in shown] == [each.casefold() for each in BLOCKS[at][1].splitlines()]


@pytest.mark.parametrize("row", table("## Đánh số phụ lục"), ids=lambda row: row[0])
def it_counts_annexes_as_it_says(row: list[str], tmp_path: Path) -> None:
    stated = "" if row[0] == "không ghi" else f"    danh_so_phu_luc: {row[0]}\n"
    register = MINIMAL.replace("    nguoi_ky:\n", f"{stated}    nguoi_ky:\n")
    annexes = {f"phu_luc_{n}": f"loai_van_ban: phu_luc\nma: phu_luc_{n}\ntrich_yeu: Thử\nmo_dau: Chữ.\n" for n in ("mot", "hai")}
    text = (f"loai_van_ban: bao_cao\nco_quan: ubnd_tinh_ta\nmo_dau: Xem [[phu_luc_mot]], [[phu_luc_hai]].\nnguoi_ky: nguyen_van_n\n"
            f"kem_theo: [phu_luc_mot, phu_luc_hai]\n{DRAFT}")
    made = with_registers(tmp_path, register, van_ban=text, **annexes)
    checked = check(made)
    assert [f for f in checked.findings if f.level == "error"] == []
    (bo,) = checked.sound
    assert ", ".join(line.text for line in printed_lines(bo) if line.name == "phu_luc") == row[1]
