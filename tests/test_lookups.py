"""Misspelt names are looked up in a time in proportion to their number, wherever one is looked up among many.

Each case has as many names as misspelt ones; a way that compares each with each takes sixteen times as long for four
times as many.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.support.content import project
from tests.support.timing import timed
from tests.test_layers import MODULES, imports
from vanban.pipeline.checking import check

HOME = "nghe_an/2025"
Case = Callable[[int], Mapping[str, str]]


def names(size: int) -> Iterator[str]:
    """Names without a number, as they are and as they are misspelt, one space between."""
    letters = "abcdeghiklmnopqrstuvxy"
    for at in range(size):
        word = "".join(letters[at // len(letters) ** place % len(letters)] for place in range(3))
        yield f"viec_{word}_cuoi viec_{word}_cuio"


def plan(head: str, line: str, foot: str = "", size: int = 0, ma: str = "kh") -> str:
    """A plan with a line for each name in `head` and another in `foot`: {} is the name, {!} the misspelt one."""
    def lines(form: str) -> str:
        pairs = [each.split() for each in names(size)]
        return "".join(form.replace("{!}", wrong).replace("{}", right) for right, wrong in pairs)

    return f"loai_van_ban: ke_hoach\nma: {ma}\ntrich_yeu: Cải cách\n{head.split('$')[0]}{lines(line)}{head.partition('$')[2]}" + lines(foot)


BLOCK = "de_muc:\n  - tieu_de: A\n    noi_dung: |\n"
TABLE = "  - {ma: {}, cot: [{ma: ten, tieu_de: A}], hang: [{ten: x}]}\n"
CASES: dict[str, Case] = {
    "vanban.transforms.references": lambda size: {
        f"{HOME}/kh.yaml": plan(BLOCK, "      1. Việc [[{!}]] {#{}}\n", size=size),
    },
    "vanban.transforms.figures": lambda size: {
        f"{HOME}/kh.yaml": plan("muc_tieu:\n$" + BLOCK, "  - {chi_tieu: {}, so_sanh: bang, gia_tri: 1}\n",
                                "      Đạt {{ muc_tieu.{!} }}.\n\n", size),
        "dung_chung/them.yaml": "loai_du_lieu: chi_tieu\nchi_tieu:\n" + "".join(
            f"  - {{ma: {each.split()[0]}, ten_goi: A, don_vi_tinh: '%'}}\n" for each in names(size)),
    },
    "vanban.lint.rules.insert_unknown": lambda size: {
        f"{HOME}/kh.yaml": plan("bang_bieu:\n$mo_dau: |\n", TABLE, "  @chen {!}\n", size),
    },
    "vanban.lint.rules.column_unknown": lambda size: {
        f"{HOME}/kh.yaml": plan("bang_bieu:\n  - ma: bang_mot\n    cot:\n$    hang:\n    -\n",
                                "    - {ma: {}, tieu_de: A}\n", "      {!}: x\n", size),
    },
    "vanban.readers.shared_columns": lambda size: {
        f"{HOME}/kh.yaml": plan("bang_bieu:\n", TABLE, "  - {ma: {}_hai, cot_nhu: {!}, hang: [{ten: x}]}\n", size),
    },
    "vanban.transforms.relations": lambda size: {
        f"{HOME}/kh.yaml": plan("bang_bieu:\n", TABLE.replace("x}]", "x}], quan_he: [ten = {!}.ten]"), size=size),
    },
    "vanban.datatypes": lambda size: {
        f"{HOME}/kh.yaml": plan("can_cu:\n", "  - {!}\n", size=size),
        "dung_chung/them.yaml": acts(size, "thay_the_boi: {!}"),
    },
    "vanban.readers.formula_faults": lambda size: {
        "dung_chung/them.yaml": "loai_du_lieu: chi_tieu\nchi_tieu:\n" + "".join(
            f"  - {{ma: {each.split()[0]}, ten_goi: A, don_vi_tinh: '%'}}\n" for each in names(size)) + "quan_he_chi_tieu:\n" + "".join(
            f"  - {{ma: qh_{each.split()[0]}, dang_thuc: {each.split()[0]} = {each.split()[1]}}}\n" for each in names(size)),
    },
    "vanban.readers.so_lieu": lambda size: {
        f"{HOME}/so_lieu/nam.yaml": "loai_du_lieu: so_lieu\nco_quan: ubnd_nghe_an\nche_do_bao_cao: cchc_dinh_ky\nky_bao_cao: nam\n"
        "cho_nam: 2025\ngia_tri:\n" + "".join(f"  {each.split()[1]}: 1\n" for each in names(size)),
        "dung_chung/them.yaml": "loai_du_lieu: chi_tieu\nchi_tieu:\n" + "".join(
            f"  - {{ma: {each.split()[0]}, ten_goi: A, don_vi_tinh: '%'}}\n" for each in names(size)),
    },
    "vanban.readers.shape": lambda size: {f"{HOME}/kh.yaml": plan("mo_dau: A\n", "{!}: x\n", size=size)},
    "vanban.readers.assemble": lambda size: {
        f"{HOME}/kh.yaml": plan("kem_theo:\n", "  - {!}\n", size=size // 4),
        **{f"{HOME}/{ma}.yaml": f"loai_van_ban: phu_luc\nma: {ma}\ntrich_yeu: A\nmo_dau: A\n"
           for ma in (each.split()[0] for each in names(size // 4))},
    },
    "vanban.readers.picture_files": lambda size: {
        f"{HOME}/kh.yaml": plan("hinh:\n", "  - {ma: {}, tep: hinh/{!}.png, mo_ta: A, tieu_de: A}\n", size=size),
        **{f"{HOME}/hinh/{each.split()[0]}.png": "" for each in names(size)},
    },
}
# Where one name is looked up in a file, in a set or in a run, or among a handful that is the same every time.
FEW = {
    "vanban.datatypes": "gets the table of its caller",
    "vanban.frames.checking": "one name of a file", "vanban.frames.checking.language": "the variables of a frame",
    "vanban.lint.rules.task_unknown": "the table of a plan is made once",
    "vanban.lint.rules.signer_unknown": "one signer of a set", "vanban.pipeline.starting": "one type of a run",
    "vanban.pipeline.status": "one unit of a run", "vanban.pipeline.planning": "one unit of a run",
    "vanban.pipeline.starting_figures": "one unit of a run", "vanban.pipeline.copies": "the parts of one copy",
    "vanban.readers.copied_files": "one file of a copy", "vanban.transforms._task_figures": "the states of tasks",
    "vanban.readers.check_schema": "the choices of a key", "vanban.readers.forms": "the steps of numbering",
    "vanban.readers.typed_file": "one type of a file",
}


def acts(size: int, more: str = "") -> str:
    entries = (f"  - {{ma: {right}, so_ky_hieu: 1/QĐ-UBND, loai_van_ban: Quyết định, ngay_ban_hanh: 1/1/2020, co_quan: A, "
               f"trich_yeu: A{', ' + more.replace('{!}', wrong) if more else ''}}}\n"
               for right, wrong in (each.split() for each in names(size)))
    return "loai_du_lieu: can_cu\ncan_cu:\n" + "".join(entries)


def seconds(folder: Path, texts: Mapping[str, str]) -> tuple[float, int]:
    """How long the check takes at least, of two, and how many findings suggest a name."""
    taken, told = [], 0
    for number in range(2):
        home = project(folder / str(number))
        for name, text in texts.items():
            path = home.content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{text}# {number}\n" if text else "", "utf-8")
        checked, spent = timed(lambda home=home: check(home))
        taken.append(spent)
        told = sum("_cuoi" in found.hint for found in checked.findings)
        shutil.rmtree(home.root)
    return min(taken), told


@pytest.mark.parametrize("module", CASES)
def it_looks_four_times_as_many_names_up_in_some_four_times_the_time(module: str, tmp_path: Path) -> None:
    (small, few), (large, many) = (seconds(tmp_path, CASES[module](size)) for size in (150, 600))
    print(f"{module}: {few} {small:.2f} s, {many} {large:.2f} s")
    assert large < 6.5 * small + 0.05
    assert many > 3 * few


def it_has_a_case_for_every_place_that_looks_names_up() -> None:
    asking = {module for module in MODULES if any(name == "vanban.slips" for name, *_ in imports(module))}
    assert asking == CASES.keys() | FEW.keys()

