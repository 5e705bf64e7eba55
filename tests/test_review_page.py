"""The HTML page of a review: one file that holds both sides of every document, and opens without anything else."""

import json
import random
import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support.content import DECISION, project
from tests.support.edit_scripts import Script
from tests.support.review_page import PLAN, data, read_side, review, review_of
from tests.support.timing import least_seconds
from tests.test_compare_scripts import reading, samples, tried, unchanged
from vanban.compare.comparing import compare
from vanban.findings import Place, finding
from vanban.glossary import names
from vanban.model.review import Review
from vanban.model.zones import Zones
from vanban.pipeline.kept_review import kept_review
from vanban.pipeline.supplementing import supplement
from vanban.reviews._page import _data
from vanban.reviews._page._columns import both_columns
from vanban.reviews.to_html import told

# What a careless page would take for its own: an end of the script, a comment, an entity, lines that only scripts have.
TYPED = "</script><script>alert(1)</script><!-- <b onclick=x>&lt; $$data$$ ' \""
HOSTILE = f"{TYPED} \\u003c \u2028 `${{1}}`"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Review:
    return review(tmp_path_factory.mktemp("review"))


# One file


def it_needs_nothing_from_elsewhere(sample: Review) -> None:
    page = told(sample, False)
    assert page.startswith('<!DOCTYPE html>\n<html lang="vi">')
    assert not re.findall(r"""(?:src|href)=["'](?!#)|url\(|@import|https?://|\bfetch\(|XMLHttpRequest""", page)


def it_lets_no_other_script_or_look_run(sample: Review) -> None:
    page = told(sample, False)
    policy = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)[0]
    assert policy.startswith("default-src 'none'")
    for element in ("style", "script"):
        (inside,) = re.findall(rf"<{element}>(.*?)</{element}>", page, re.DOTALL)
        assert f"'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in policy
    assert "unsafe" not in policy


def it_is_the_same_page_for_the_same_review(sample: Review) -> None:
    assert told(sample, False) == told(sample, True)


def it_takes_words_of_documents_for_words(tmp_path: Path) -> None:
    hostile = replace(review(tmp_path, new={"qd": DECISION, "kh": PLAN.replace("Công khai ngân sách.", TYPED)}),
                      notes=(HOSTILE,), authors=(HOSTILE,))
    hostile = replace(hostile, new=replace(hostile.new, name=HOSTILE))
    page = told(hostile, False)
    assert page.count("<script") == page.count("</script") == 2
    assert "<!--" not in page
    assert "<b onclick" not in page
    read = data(hostile)
    assert read["notes"] == [HOSTILE]
    assert any(TYPED in line for line in read_side(read["documents"][0], "+"))


# What it holds


def it_puts_the_document_with_most_to_look_at_first(sample: Review) -> None:
    read = data(sample)
    weights = [each["weight"] for each in read["documents"]]
    assert weights == sorted(weights, reverse=True)
    assert [each["name"] for each in read["documents"]] == ["nghe_an/2025/kh", "nghe_an/2025/qd"]


def it_has_each_figure_with_its_code_difference_and_where_it_is_stated(sample: Review) -> None:
    told_figures = [(each["code"], each["place"], each["figures"], Path(each["source"]).name) for each in data(sample)["changes"]
                    if each["figures"]]
    assert told_figures == [("muc_tieu.ty_le_dung_han", "khoản 1 Mục I", [["95%", "97%", "+2 điểm phần trăm"]], "kh.yaml:5")]


def it_keeps_what_follows_with_its_cause_and_knows_where_it_is_drawn(sample: Review) -> None:
    read = data(sample)
    change = next(each for each in read["changes"] if each["said"] == "Thêm khoản 2 Mục I")
    assert change["following"] == "2 chỗ đánh số lại, 1 chỗ dẫn chiếu"
    for each in change["consequences"]:
        document, block = each["at"]
        blocks = [block for part in read["documents"][document]["parts"] for block in part["blocks"]]
        assert blocks[block]["effect"] in ("mark", "reference")


def it_folds_what_did_not_change_and_counts_it(sample: Review) -> None:
    parts = data(sample)["documents"][0]["parts"]
    for part in parts:
        assert ("folded" in part) == (not any(block.get("changes") for block in part["blocks"])) or len(part["blocks"]) <= 3
        assert part.get("folded", len(part["blocks"])) == len(part["blocks"])
    assert any("folded" in part for part in parts)
    assert [part["first"] for part in parts] == [sum(len(other["blocks"]) for other in parts[:at]) for at in range(len(parts))]


def it_shows_a_document_that_came_or_went_folded_as_a_whole(tmp_path: Path) -> None:
    alone = DECISION.replace("kem_theo:\n  - kh\n", "").replace("kèm theo Quyết định này [[kh]]", "quy chế làm việc")
    read = data(review(tmp_path, {"qd": alone}, {"qd": alone, "moi": alone.replace("ma: qd", "ma: moi").replace('"2228"', '"2229"')}))
    (document,) = read["documents"]
    assert [part["folded"] for part in document["parts"]] == [sum(1 for _ in read_side(document, "+"))]
    assert [*read_side(document, "-")] == []
    assert [each["said"] for each in read["changes"]] == ["Văn bản mới"]


def it_has_a_kind_for_every_change_and_offers_it(sample: Review) -> None:
    read = data(sample)
    offered = {name for name, _ in read["kinds"]}
    assert all(each["kinds"] and {*each["kinds"]} <= offered for each in read["changes"])


def it_tells_the_errors_of_both_sides_and_how_many_more_there_are(sample: Review) -> None:
    fault = finding("S201", Place("content/x.yaml", 3, 5), "Sai.")
    read = data(replace(sample, base=(fault,) * 130, head=(fault,)))
    assert [(each["side"], len(each["errors"]), each["more"]) for each in read["faults"]] == [
        ("bản cũ", 100, 30), ("bản mới", 1, 0)]
    assert read["faults"][1]["errors"] == ["content/x.yaml:3:5 S201 Sai."]


def it_says_so_where_nothing_changed(tmp_path: Path) -> None:
    same = {"qd": DECISION, "kh": PLAN}
    read = data(review(tmp_path, same, same))
    assert (read["said"], read["documents"], read["changes"]) == ("Không có thay đổi", [], [])


def it_leaves_out_only_what_did_not_change_where_there_is_too_much(
    sample: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = data(sample)
    monkeypatch.setattr(_data, "_MOST_LETTERS", 100)
    short = data(sample)
    assert (whole["whole"], short["whole"]) == (True, False)
    assert short["changes"] == whole["changes"]
    for part, other in zip(short["documents"][0]["parts"], whole["documents"][0]["parts"], strict=True):
        assert ("blocks" in part) == ("folded" not in other)


def it_has_a_label_for_every_zone() -> None:
    assert all(names()[zone].label for zone in Zones.__slots__)


# Both sides, whole


def hold(seed: int) -> None:
    comparison, script = tried(seed)
    pages = {each["name"]: each for each in data(review_of(comparison))["documents"]}
    for document in comparison:
        for side, sign in ((document.old, "-"), (document.new, "+")):
            lines = [line.text for line in side.lines] if side else []
            assert [*read_side(pages[document.name], sign)] == lines, (seed, script.made, sign)


@pytest.mark.parametrize("start", range(0, 200, 20))
def it_holds_every_line_of_both_sides_in_their_order(start: int) -> None:
    for seed in range(start, start + 20):
        hold(seed)


@pytest.mark.soak
@pytest.mark.parametrize("start", range(1000, 4000, 500))
def it_holds_every_line_after_three_thousand_scripts(start: int) -> None:
    for seed in range(start, start + 500):
        hold(seed)


def it_draws_every_change_and_marks_what_it_made_other(sample: Review) -> None:
    for seed in range(300, 330):
        comparison, _ = tried(seed)
        read = data(review_of(comparison))
        drawn = Counter(number for document in read["documents"] for part in document["parts"] for block in part["blocks"]
                        for number in block.get("changes", []))
        for number, change in enumerate(read["changes"]):
            assert drawn[number] or change["words"] or "kiểu" in change["said"], (seed, change["said"])


# Tables


@pytest.mark.parametrize(("old", "new", "pairs", "places"), [
    (3, 3, [(0, 0), (1, 1), (2, 2)], ((0, 1, 2), (0, 1, 2))),
    (2, 3, [(0, 0), (1, 2)], ((0, 2), (0, 1, 2))),
    (3, 2, [(0, 0), (2, 1)], ((0, 1, 2), (0, 2))),
    (2, 2, [(0, 1), (0, 1), (1, 0)], ((1, 2), (0, 1))),
    (2, 0, [], ((0, 1), ())),
    (0, 2, [], ((), (0, 1))),
])
def it_puts_the_columns_of_both_sides_together(
    old: int, new: int, pairs: list[tuple[int, int]], places: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    columns = both_columns(old, new, pairs)
    assert (columns.old, columns.new) == places


def it_gives_the_new_column_its_place_in_every_row(sample: Review) -> None:
    document = data(sample)["documents"][0]
    (table,) = document["tables"]
    assert [state for *_, state in table["columns"]] == ["", "", "+", ""]
    rows = [block for part in document["parts"] for block in part["blocks"] if "cells" in block]
    assert all([cell[2] for cell in row["cells"]] in ([["", "", "+", ""], ["-", "-", "-"]]) for row in rows)
    assert [row.get("state", "") for row in rows] == ["", "", "", "-", "", ""]


# Time


def it_is_written_at_once_for_sixty_pages_with_forty_edits() -> None:
    number = next(at for at, bo in enumerate(samples().content.sets) if any(part.ma == "de_an_cchc" for part in bo))
    chance = random.Random(40)
    edited = Script(chance, []).edited(samples().content.sets[number], 170)
    large = review_of(compare(unchanged(number), reading(edited)))
    page = told(large, False)
    assert least_seconds(lambda: told(large, False)) < 0.2
    assert len(large.comparison.changes) >= 40
    assert len(page.encode()) < 2_000_000
    assert json.dumps(data(large))


def it_draws_what_was_kept_at_issue_as_tables_too(tmp_path: Path) -> None:
    made = project(tmp_path, qd=DECISION, kh=PLAN)
    plan = made.content / "nghe_an/2025/kh.yaml"
    assert supplement(made, plan.with_name("qd.yaml")).record
    plan.write_text(PLAN.replace("ten: Kiểm tra, han: Quý III", "ten: Kiểm tra, han: Quý II"), "utf-8")
    (document,) = data(kept_review(made, plan.with_name("qd.yaml")).review)["documents"]
    rows = [block for part in document["parts"] for block in part["blocks"] if "cells" in block]
    assert [len(row["cells"]) for row in rows if row["cells"][-1][1] == 1] == [3] * 6
    assert [row["head"] for row in rows if "head" in row] == [True]
    assert [cell[4] for row in rows if "changes" in row for cell in row["cells"]][-1] == [["Quý ", ["-", "III"], ["+", "II"]]]
