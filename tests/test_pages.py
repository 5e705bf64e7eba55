"""Every code is explained to a clerk, and shown: its page, and a sample or a test that gives it."""

import ast
import re
from pathlib import Path

import pytest

from tests.test_bad_and_good import BAD, OF_BYTES, expected_in
from tests.test_rules import EXPECTED, RULES, samples
from vanban.codes import table
from vanban.lint.engine import all_rules, known_codes
from vanban.pages import pages
from vanban.pipeline.explaining import rule_page

HERE = Path(__file__).parent
CODES = known_codes()

# What no YAML file alone can show, and the test that has it shown.
SHOWN_BY = {
    "R122": "test_copies.py::it_tells_what_is_to_be_copied_where_that_is_not_said",
    "R123": "test_copies.py::it_refuses_copies_that_the_decree_does_not_know",
    "R124": "test_copies.py::it_names_the_nearest_part_where_none_has_the_id",
    "R125": "test_copies.py::it_warns_of_a_secret_document",
    "R126": "test_copies.py::it_prints_what_is_said_of_a_photocopy_alone_and_says_so",
    "C165": "test_copies.py::it_says_why_a_file_cannot_be_copied",
    "C166": "test_copies.py::it_tells_that_a_digital_signature_does_not_hold_on_the_copy",
    "F124": "test_left_faults_told.py::it_tells_of_a_picture_of_which_nothing_is_seen",
    "S197": "test_old_records.py::it_tells_where_a_record_without_words_leads_to_others_than_the_registers",
    "S196": "test_taken_back.py::it_tells_of_a_draft_beside_its_record_by_its_number",
    "R133": "test_numbers_in_order.py::it_tells_of_a_number_that_does_not_follow_the_days",
    "C105": "test_story.py::it_finds_an_edit_after_issue_and_builds_nothing_from_it",
    "S107": "test_bad_and_good.py::it_tells_of_what_looks_like_yaml_and_cannot_be_read",
    "S109": "test_story.py::it_builds_nothing_beside_a_kept_record_that_is_broken",
    "S113": "test_story.py::it_believes_a_record_from_before_records_had_fingerprints",
    "S191": "test_kept_words.py::it_names_the_command_beside_a_number_without_a_record",
    "S192": "test_kept_words.py::it_says_what_would_be_printed_otherwise_and_where",
    "S193": "test_kept_words.py::it_adds_nothing_where_the_registers_print_something_else_today",
    "S195": "test_lost_records.py::it_names_the_command_that_brings_the_record_back",
    "S194": "test_story.py::it_tells_of_a_record_whose_document_has_gone_or_has_another_name",
    "S190": "test_adding.py::it_tells_of_a_schema_that_is_of_no_type",
    "D201": "test_so_lieu.py::it_tells_of_a_body_a_regime_a_period_that_there_are_not",
    "D202": "test_reported_figures.py::it_tells_of_what_there_is_not_with_a_way_out",
    "D203": "test_so_lieu.py::it_believes_neither_of_two_files_of_one_unit",
    "D204": "test_so_lieu.py::it_leaves_out_what_is_blank_and_keeps_what_was_refused_as_not_read",
    "D205": "test_so_lieu.py::it_tells_of_each_fault_at_its_line",
    "D206": "test_so_lieu.py::it_tells_of_figures_that_nobody_asked_of_a_unit",
    "D207": "test_so_lieu.py::it_keeps_corrections_apart_from_what_they_correct",
    "D208": "test_reported_figures.py::it_tells_of_what_there_is_not_with_a_way_out",
    "D209": "test_reported_figures.py::it_warns_of_an_estimate_that_is_printed_as_if_it_were_sure",
    "D210": "test_reported_figures.py::it_asks_whose_figures_a_document_means",
    "D211": "test_reported_figures.py::it_says_of_a_total_how_many_have_reported_and_in_a_draft_who_has_not",
    "D212": "test_reported_figures.py::it_prints_a_draft_with_the_place_of_what_was_refused_and_issues_nothing",
    "D213": "test_bound_cells.py::it_tells_of_a_binding_that_cannot_be",
    "D214": "test_bound_cells.py::it_tells_of_a_binding_that_cannot_be",
    "D215": "test_so_lieu.py::it_tells_of_a_formula_or_a_relation_that_cannot_be_worked_with",
    "D220": "test_closing.py::it_tells_of_a_file_that_has_gone_and_of_a_record_that_cannot_be_read",
    "D221": "test_closing.py::it_tells_of_a_file_that_has_gone_and_of_a_record_that_cannot_be_read",
    "D223": "test_period_faults.py::it_tells_of_periods_that_do_not_fit_together",
    "D224": "test_figures_agree.py::it_holds_a_period_to_those_within_it",
    "D225": "test_figures_agree.py::it_tells_of_relations_with_both_numbers_at_the_line",
    "D241": "test_repeated_columns.py::it_tells_of_what_is_no_range",
    "D242": "test_repeated_columns.py::it_tells_of_a_year_in_a_head_that_nobody_has_said",
    "D230": "test_regimes_of_indicators.py::it_tells_of_indicators_of_no_regime_where_there_are_several",
    "D217": "test_bound_cells.py::it_adds_up_no_column_in_which_somebody_has_not_reported",
    "D231": "test_task_states.py::it_tells_of_a_task_that_is_not_there_exactly_once",
    "D232": "test_task_states.py::it_tells_of_a_task_that_is_not_there_exactly_once",
    "D233": "test_task_states.py::it_tells_of_a_task_that_is_not_there_exactly_once",
    "D234": "test_task_states.py::it_tells_of_a_task_that_is_not_there_exactly_once",
    "D235": "test_task_states.py::it_tells_of_a_name_that_leads_into_the_set_of_the_plan",
    "C157": "test_passing.py::it_tells_of_a_resolution_that_does_not_say_when_it_was_passed",
    "C134": "test_passing.py::it_tells_of_a_session_that_says_something_else",
    "C135": "test_passing.py::it_prints_the_typed_sentence_in_place_of_its_own_if_that_has_the_day",
    "C160": "test_plan.py::it_writes_nothing_over_a_file_of_somebody",
    "C161": "test_plan_again.py::it_says_which_answer_cannot_be_followed_and_writes_nothing",
    "C162": "test_plan_again.py::it_tells_of_an_answer_whose_sentence_is_gone_and_keeps_it",
    "C163": "test_plan.py::it_refuses_what_cannot_be",
    "D236": "test_closing.py::it_tells_of_a_period_that_is_closed_in_words_alone",
    "D239": "test_left_faults.py::it_tells_of_groups_that_are_members_of_themselves",
    "D240": "test_left_faults.py::it_tells_of_an_acceptance_of_a_body_that_has_nothing_to_report",
    "D238": "test_figure_typed.py::it_tells_both_numbers_at_the_line_and_once_a_sentence",
    "D247": "test_report_day.py::it_tells_of_a_report_whose_day_does_not_fit_its_period",
    "D237": "test_closing.py::it_tells_of_a_first_report_that_comes_after_the_closing",
    "F123": "test_collectives.py::it_tells_of_a_collective_in_a_body_whose_head_decides_alone",
    "F140": "test_header_names.py::it_tells_of_a_name_that_fits_nowhere",
    "F141": "test_header_names.py::it_says_of_a_long_name_how_the_machine_broke_it_and_takes_that_as_it_is",
    "F142": "test_header_names.py::it_tells_of_an_issuing_body_that_is_not_named_in_full",
    "F201": "test_frame_check.py::it_tells_of_a_file_that_is_no_docx",
    "F202": "test_frame_check.py::it_tells_of_a_file_that_no_document_is_printed_in",
    "F203": "test_frame_check.py::it_refuses_a_package_that_no_word_has_written",
    "F220": "test_frame_check.py::it_tells_a_document_that_its_frame_has_no_place_for_what_it_has",
    **{f"F2{number:02}": "test_frame_check.py::it_tells_of_a_defect_by_its_code_and_in_words" for number in (*range(4, 20), 21, 22)},
}


def shown_by_samples() -> set[str]:
    """Codes of the files of bad/, of the samples of rules, of bytes that no comment can stand in."""
    of_files = {code for path in BAD for file in ([path] if path.is_file() else path.rglob("*.yaml"))
                for _, _, code, _ in expected_in("", file.read_text("utf-8"))}
    of_rules = {code for rule in RULES.values() for code, _ in EXPECTED.findall(samples(rule, "Không đạt"))}
    return of_files | of_rules | {code for _, code, _, _ in OF_BYTES.values()}


def it_has_a_sample_or_a_test_for_every_code_and_names_none_too_many() -> None:
    assert set(CODES) - shown_by_samples() == set(SHOWN_BY)


@pytest.mark.parametrize("code", SHOWN_BY)
def it_names_a_test_that_speaks_of_the_code(code: str) -> None:
    file, _, name = SHOWN_BY[code].partition("::")
    text = (HERE / file).read_text("utf-8")
    tests = {node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}
    assert name in tests
    assert f'"{code}"' in text


def it_has_a_page_for_every_code_of_the_table_and_no_other() -> None:
    assert set(pages()) == set(table())


@pytest.mark.parametrize("code", CODES)
def it_says_what_is_wrong_why_and_what_to_do_and_shows_it(code: str) -> None:
    page = rule_page(code)
    assert page.startswith(f"{code}: ")
    for part in ("Vì sao: ", "Cách sửa: "):
        assert len(page.split(part)[1].split("\n")[0]) > 10
    assert "\nVí dụ:\n    " in page or "\nĐạt:\n    " in page and "\nKhông đạt:\n    " in page
    assert page.rstrip().endswith(("ở mục ấy.", "bằng “bo_qua”."))
    assert max(map(len, page.split("\n"))) <= 120


@pytest.mark.parametrize("name", all_rules())
def it_names_the_article_that_a_rule_cites(name: str) -> None:
    """A rule whose findings name an article has it on its page."""
    rule = all_rules()[name]
    if rule.SOURCE:
        assert "\nCăn cứ: " in str(rule.__doc__)
        last = re.split(r", ", rule.SOURCE)[-1]
        assert last in " ".join(str(rule.__doc__).split()), last


@pytest.mark.parametrize("code", CODES)
def it_speaks_as_a_clerk_does(code: str) -> None:
    """No word of the machinery's: the page is for those who write documents."""
    assert not re.search(r"\b(None|null|string|list|boolean|regex|path|node|finding)\b", rule_page(code))


def it_prints_the_page_of_a_code_and_of_each_rule_that_gives_it() -> None:
    page = rule_page("S309")
    assert page.count("S309: ") == 1 + sum(rule.CODE == "S309" for rule in all_rules().values())
    assert rule_page("Z999") == ""
