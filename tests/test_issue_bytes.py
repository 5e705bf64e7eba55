"""`issue` writes number and date into the file as it lies there: byte order mark, line ends, comments and layout stay."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from vanban.pipeline.issuing import issue
from vanban.readers.source import read_source

DRAFT = DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "")
NUMBER, DAY = 'so_van_ban: "0125"', "ngay_ban_hanh: 15/7/2025"
MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
AFTER_BODY = f"co_quan: ubnd_nghe_an\n{NUMBER}\n{DAY}\n"


def windows(text: str) -> str:
    return text.replace("\n", "\r\n")


def draft(keys: str) -> str:
    """The draft with `keys` below its body."""
    return DRAFT.replace("co_quan: ubnd_nghe_an\n", f"co_quan: ubnd_nghe_an\n{keys}")


WRITTEN = DRAFT.replace("co_quan: ubnd_nghe_an\n", AFTER_BODY)
LAST = DRAFT.replace("co_quan: ubnd_nghe_an\n", "") + "co_quan: ubnd_nghe_an"
FORMS = {
    "as officers write it": (DRAFT, WRITTEN),
    "byte order mark": (MARK + DRAFT, MARK + WRITTEN),
    "windows": (windows(DRAFT), windows(WRITTEN)),
    "byte order mark and windows": (MARK + windows(DRAFT), MARK + windows(WRITTEN)),
    "body in the last line, which does not end": (LAST, f"{LAST}\n{NUMBER}\n{DAY}"),
    "the same on windows": (windows(LAST), windows(f"{LAST}\n{NUMBER}\n{DAY}")),
    "body as a block": (
        DRAFT.replace("co_quan: ubnd_nghe_an\n", "co_quan: |\n  ubnd_nghe_an\n\n"),
        DRAFT.replace("co_quan: ubnd_nghe_an\n", f"co_quan: |\n  ubnd_nghe_an\n{NUMBER}\n{DAY}\n\n"),
    ),
    "keys left blank": (draft("so_van_ban:\nngay_ban_hanh:\n"), WRITTEN),
    "blank keys with comments": (
        draft("so_van_ban:   # Văn thư cấp\nngay_ban_hanh: # ngày ký\n"),
        draft(f"{NUMBER}   # Văn thư cấp\n{DAY} # ngày ký\n"),
    ),
    "keys with nothing in quotes": (draft("so_van_ban: \"\"\nngay_ban_hanh: ''\n"), draft(f"{NUMBER}\nngay_ban_hanh: '15/7/2025'\n")),
}


@pytest.mark.parametrize(("typed", "meant"), FORMS.values(), ids=FORMS)
def it_changes_number_and_date_and_no_other_byte(typed: str, meant: str, tmp_path: Path) -> None:
    here = project(tmp_path, kh=PLAN)
    file = here.content / "nghe_an" / "2025" / "qd.yaml"
    file.write_bytes(typed.encode())
    issued = issue(here, file, "0125", date(2025, 7, 15))
    assert [found.message for found in issued.findings] == []
    assert file.read_bytes().decode() == meant
    source, _ = read_source("qd.yaml", file.read_bytes())
    assert (source.data["so_van_ban"], source.data["ngay_ban_hanh"]) == ("0125", "15/7/2025")


QUESTION = "{XEM LẠI: hỏi lại}"
ASKING = [index for index, line in enumerate(DRAFT.split("\n"))
          if line.startswith(("trich_yeu", "      Ban hành", "  - Bộ"))]


@pytest.mark.parametrize("ending", ["", "# hết\n", "noi_dung_cuoi: |\n  Cuối.\n"])
@pytest.mark.parametrize("keys", ["", "so_van_ban:\n", "# chờ số\nngay_ban_hanh: ''\n"])
@pytest.mark.parametrize("at", ASKING)
def it_refuses_at_the_lines_of_the_file_as_it_is(at: int, keys: str, ending: str, tmp_path: Path) -> None:
    lines = DRAFT.split("\n")
    lines[at] = lines[at].replace("Ban hành Kế hoạch", f'"{QUESTION}"').replace("Bộ Nội vụ", f'"{QUESTION}"')
    lines[at] = lines[at].replace("[[kh]].", f"[[kh]] {QUESTION}.")
    text = "\n".join(lines).replace("co_quan: ubnd_nghe_an\n", f"co_quan: ubnd_nghe_an\n{keys}") + ending
    here = project(tmp_path, qd=text, kh=PLAN)
    file = here.content / "nghe_an" / "2025" / "qd.yaml"
    issued = issue(here, file, "0125", date(2025, 7, 15))
    assert not issued.sound
    told = [found for found in issued.findings if found.code == "C101"]
    assert [text.split("\n")[found.line - 1].partition(QUESTION)[1] for found in told] == [QUESTION]
    assert file.read_text("utf-8") == text


def it_speaks_of_a_number_that_is_taken_at_the_body_that_it_will_stand_below(tmp_path: Path) -> None:
    here = project(tmp_path, qd=DRAFT, khac=DECISION.replace("ma: qd", "ma: khac").replace("[[kh]]", "Kế hoạch")
                   .replace("kem_theo:\n  - kh\n", ""), kh=PLAN)
    file = here.content / "nghe_an" / "2025" / "qd.yaml"
    issued = issue(here, file, "2228", date(2025, 7, 15))
    assert not issued.sound
    lines = DRAFT.split("\n")
    at = [lines[found.line - 1] for found in issued.findings if found.file.endswith("qd.yaml")]
    assert at == ["co_quan: ubnd_nghe_an"]
