"""No mention of a year in a key of an own document is left unlisted, whatever the key, and each proposal is asked anew."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.support.keys import STATE, specimen
from tests.support.planning import NEW, answer, carried, faults
from vanban.keys import document_types
from vanban.model.registers import Registers
from vanban.plan.context import Carrying
from vanban.plan.rolling import rolled
from vanban.readers.source import read_source
from vanban.years.mention import Turn

ASKED = "{XEM LẠI: số, ngày văn bản đề nghị của năm 2026}"
# What is typed → what the draft says; every way to name who proposes it, and by what.
PROPOSALS = {
    "Giám đốc Sở Nội vụ": f"Giám đốc Sở Nội vụ {ASKED}",
    "Giám đốc Sở Nội vụ.": f"Giám đốc Sở Nội vụ {ASKED}",
    "Giám đốc Sở Nội vụ tại Tờ trình số 1120/TTr-SNV ngày 22/12/2025": f"Giám đốc Sở Nội vụ tại {ASKED}",
    "Sở Nội vụ tại Tờ trình số 1120/TTr-SNV": f"Sở Nội vụ tại {ASKED}",
    "Sở Nội vụ tại Công văn số 98/2025/SNV-CCHC, ngày 05 tháng 7 năm 2025.": f"Sở Nội vụ tại {ASKED}.",
    "Sở Nội vụ tại Tờ trình ngày 22-12-2025": f"Sở Nội vụ tại {ASKED}",
    "Sở Nội vụ tại văn bản năm 2025": f"Sở Nội vụ tại văn bản năm 2025 {ASKED}",
    "Sở Nội vụ tại [[cv_3798_snv_2025 | so_ngay]]": f"Sở Nội vụ tại {ASKED}",
    "Sở Nội vụ tại [[cv_3798_snv_2025]] và Sở Tư pháp tại Công văn số 12/STP-VB ngày 02/7/2025":
        f"Sở Nội vụ tại {ASKED} và Sở Tư pháp tại {ASKED}",
    "Sở Nội vụ {XEM LẠI: số công văn}": "Sở Nội vụ {XEM LẠI: số công văn}",
    "Sở Nội vụ {XEM LẠI: Tờ trình ngày 22/12/2025}": "Sở Nội vụ {XEM LẠI: Tờ trình ngày 22/12/2025}",
}
FORMS = ['theo_de_nghi: "{}"\n', "theo_de_nghi: '{}'\n", "theo_de_nghi: |\n  {}\n", "theo_de_nghi: >-\n  {}\n"]


@pytest.mark.parametrize("form", FORMS, ids=["quoted", "single", "block", "folded"])
@pytest.mark.parametrize(("typed", "draft"), PROPOSALS.items())
def it_asks_of_every_form_of_a_proposal(tmp_path: Path, typed: str, draft: str, form: str) -> None:
    home = project(tmp_path, qd=DECISION.replace("dieu:", form.format(typed) + "dieu:"), kh=PLAN)
    planned = carried(home)
    (told,) = [each for each in planned.decisions if "#theo_de_nghi/" in each.vi_tri]
    assert told.is_open
    assert told.cau_van == typed
    source, _ = read_source("qd.yaml", (home.root / NEW / "qd.yaml").read_bytes())
    assert str(source.data["theo_de_nghi"]).strip() == draft
    assert set(faults(home)) == {("C117", "info")}
    answer(home, "#theo_de_nghi/", "giữ")
    carried(home)
    assert str(read_source("qd.yaml", (home.root / NEW / "qd.yaml").read_bytes())[0].data["theo_de_nghi"]).strip() == typed


def it_asks_of_the_proposal_of_a_plan_that_is_issued_by_itself(tmp_path: Path) -> None:
    text = DECISION.replace("quyet_dinh", "ke_hoach").replace("Ban hành Kế hoạch", "Cải cách hành chính năm 2025")
    text = text.replace("dieu:\n  - noi_dung: |\n      Ban hành kèm theo Quyết định này [[kh]].\n",
                        "theo_de_nghi: Giám đốc Sở Nội vụ tại Tờ trình số 1120/TTr-SNV ngày 22/12/2025\n"
                        "de_muc:\n  - {tieu_de: Việc, noi_dung: Theo phân công.}\n").replace("kem_theo:\n  - kh\n", "")
    home = project(tmp_path, kh=text)
    (told,) = [each for each in carried(home).decisions if "#theo_de_nghi/" in each.vi_tri]
    assert told.ly_do == "Tờ trình số 1120/TTr-SNV ngày 22/12/2025 đề nghị cho năm 2025"
    assert f"theo_de_nghi: \"Giám đốc Sở Nội vụ tại {ASKED}\"\n" in (home.root / NEW / "kh.yaml").read_text("utf-8")


def it_puts_a_new_letter_in_the_place_of_one_that_was_typed(tmp_path: Path) -> None:
    typed = "theo_de_nghi: Sở Nội vụ tại Tờ trình số 1120/TTr-SNV ngày 22/12/2025\n"
    home = project(tmp_path, qd=DECISION.replace("dieu:", typed + "dieu:"), kh=PLAN)
    carried(home)
    answer(home, "#theo_de_nghi/", "Tờ trình số 98/TTr-SNV ngày 15/12/2026")
    carried(home)
    text = (home.root / NEW / "qd.yaml").read_text("utf-8")
    assert "theo_de_nghi: Sở Nội vụ tại Tờ trình số 98/TTr-SNV ngày 15/12/2026\n" in text


@pytest.mark.parametrize("kind", sorted(document_types()))
def it_lists_each_year_that_any_key_of_a_type_may_say(kind: str) -> None:
    text = specimen(kind, frozenset({"loai_van_ban", "ma", *document_types()[kind].keys}), STATE, "issued")
    text = re.sub(r"mốc(\d+)x", r"việc mốc\1x trong năm 2025", text)
    source, _ = read_source(f"content/nghe_an/2025/{kind}.yaml", text.encode())
    turn = Turn(2025, 2026, date(2025, 7, 15))
    made = rolled(source, kind, Carrying(turn, date(2025, 12, 31), Registers({})), {})
    assert not made.fault
    told = " ".join(each.cau_van for each in made.decisions)
    marks = re.findall(r"mốc\d+x", text)
    assert marks
    assert [each for each in marks if not re.search(rf"{each}\b", told)] == []
