"""Comments of a plan that is carried over: each is in the draft, or is named."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.support.content import ROOT
from tests.support.planning import NEW, answer, carried, change, sample
from vanban.model.registers import Registers
from vanban.plan.context import Carrying
from vanban.plan.rolling import Rolled, rolled
from vanban.readers.comments import comments_of
from vanban.readers.source import Source, read_source
from vanban.years.mention import Turn

SAMPLES = sorted((ROOT / "content").glob("*/2*/*.yaml"))


def read(text: str) -> Source:
    source, found = read_source("content/x/2025/x.yaml", text.encode())
    assert not found, found[0].message
    return source


def carried_over(source: Source, answers: dict[str, str] | None = None) -> Rolled:
    turn = Turn(2025, 2026, date(2025, 7, 15))
    return rolled(source, "x", Carrying(turn, date(2025, 12, 31), Registers({})), answers or {})


def commented(text: str) -> str:
    """The text with a comment above each of its lines, deeper, and behind it, wherever YAML takes one."""
    source = read(text)
    scalars = [each for each in source.values.values() if each.style is not None]
    within = {row for each in scalars for row in range(each.line + 1, each.end_line + (each.end_column > 0))}
    opened = within | {each.line for each in scalars if each.end_line > each.line and each.style not in ("|", ">")}
    return "".join(_lines(text, within, opened))


def _lines(text: str, within: set[int], opened: set[int]) -> Iterator[str]:
    for row, line in enumerate(text.splitlines()):
        indent = " " * (len(line) - len(line.lstrip()))
        if row and row not in within:
            yield f"{indent}# trên dòng {row}\n"
        is_free = row not in within and row not in opened and line.strip() and not line.lstrip().startswith("#")
        yield f"{line} # sau dòng {row}\n" if is_free else f"{line}\n"


def told(source: Source, made: Rolled) -> Counter[str]:
    assert not made.fault
    return Counter(each.words for each in (*comments_of(read(made.text)), *made.comments))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
@pytest.mark.parametrize("said", ["", "xóa", "giữ", "chuyển"])
def it_keeps_or_names_every_comment_of_a_sample_whatever_is_answered(path: Path, said: str) -> None:
    text = path.read_text("utf-8")
    source = read(commented(text))
    assert source.data == read(text).data
    answers = {each.vi_tri: said for each in carried_over(source).decisions} if said else {}
    made = carried_over(source, answers)
    there = Counter(each.words for each in comments_of(source))
    assert there.total() > 10
    assert told(source, made) == there


def it_leaves_the_comments_of_what_is_emptied_where_they_stood() -> None:
    source = read("loai_van_ban: quyet_dinh\nma: x\nco_quan: y\nso_van_ban: 12  # số văn thư cấp\n"
                  "# theo lịch họp\nngay_ban_hanh: 15/7/2025 # thứ Ba\ntrich_yeu: Về x\n")
    made = carried_over(source)
    assert made.text == ("loai_van_ban: quyet_dinh\nma: x\nco_quan: y\nngay_du_kien: 31/12/2025\n# số văn thư cấp\n"
                         "# theo lịch họp\n# thứ Ba\ntrich_yeu: Về x\n")
    assert made.comments == ()


def it_names_those_beside_what_goes_by_their_lines() -> None:
    source = read("loai_van_ban: quyet_dinh\nma: x\ncan_cu:\n  - Luật số 1 # xem lại\n  - \"Kế hoạch năm 2025\" # xem lại\n"
                  "trich_yeu: Về x\n")
    (one,) = [each.vi_tri for each in carried_over(source).decisions if "Kế hoạch" in each.cau_van]
    made = carried_over(source, {one: "xóa"})
    assert "  - Luật số 1 # xem lại\ntrich_yeu" in made.text
    assert [(each.line, each.words) for each in made.comments] == [(5, "# xem lại")]


def it_tells_of_them_on_the_page_and_when_it_is_run(tmp_path: Path) -> None:
    home = sample(tmp_path)
    change(home.content / "nghe_an/2025/phu_luc_nhiem_vu.yaml", "      - ma: nv_ra_soat_qppl\n",
           "      # chờ ý kiến Sở Tư pháp\n      - ma: nv_ra_soat_qppl  # việc khó\n")
    assert not any("ghi chú (sau dấu #)" in line for line in carried(home).told)
    answer(home, "nv_ra_soat_qppl.thoi_gian", "xóa")
    assert "2 ghi chú (sau dấu #) đứng cạnh chỗ không đưa sang năm mới: xem ở cuối chuyen_nam.md." in carried(home).told
    draft, page = ((home.root / NEW / name).read_text("utf-8") for name in ("phu_luc_nhiem_vu.yaml", "chuyen_nam.md"))
    assert "chờ ý kiến Sở Tư pháp" not in draft
    assert re.search(r"- `phu_luc_nhiem_vu.yaml:\d+`: chờ ý kiến Sở Tư pháp\n- `phu_luc_nhiem_vu.yaml:\d+`: việc khó\n", page)


@pytest.mark.parametrize(("typed", "answers", "left"), [
    ("hoàn thành trước ngày 31/7/2025; báo cáo trước ngày 10/8/2025.", ("31/7", "10/8"), ""),
    ("hoàn thành trước ngày 31/7/2025; báo cáo trước ngày 10/8/2025; nộp trước ngày 12/8/2025.",
     ("31/7", "10/8", "12/8"), ""),
    ("Hoàn thành trước ngày 31/7/2025; báo cáo trước ngày 10/8/2025. Thường xuyên.", ("31/7", "10/8"),
     "  - Thường xuyên.\n"),
])
def it_takes_out_clauses_that_stand_beside_each_other(typed: str, answers: tuple[str, ...], left: str) -> None:
    source = read(f"loai_van_ban: ke_hoach\nma: x\ntrich_yeu: Về x\nnoi_dung: |\n  - Đầu.\n  - {typed}\n  - Cuối.\n")
    said = {each.vi_tri: "xóa" for each in carried_over(source).decisions if any(at in each.cau_van for at in answers)}
    assert carried_over(source, said).text.endswith(f"  - Đầu.\n{left}  - Cuối.\n")


@pytest.mark.parametrize("said", ["", "giữ", "xóa"])
def it_keeps_every_comment_of_the_file_of_answers(tmp_path: Path, said: str) -> None:
    """Questions go, come and change from run to run; what people have noted beside them stays."""
    home = sample(tmp_path)
    carried(home)
    path = home.root / NEW / "chuyen_nam.yaml"
    answered = re.sub(r"(vi_tri: \S*nv_.*\n(?:    .*\n)*?    tra_loi:)\n", rf"\1 {said}\n", path.read_text("utf-8"))
    noted = commented(answered.replace(": \n", ":\n"))
    path.write_text(noted, "utf-8")
    for name in ("phu_luc_nhiem_vu", "ke_hoach_cchc"):
        old = home.content / f"nghe_an/2025/{name}.yaml"
        old.write_text(re.sub(r"Tháng 10/2025", "Tháng 11/2026", old.read_text("utf-8")), "utf-8")
    assert not [each for each in carried(home).findings if each.level == "error"]
    kept = Counter(each.words for each in comments_of(read(path.read_text("utf-8"))))
    assert path.read_text("utf-8") != noted
    assert kept == Counter(each.words for each in comments_of(read(noted)))
