"""A finding is told in one line or one object, whatever stands in its words: none makes a command of another kind."""

import json
import re
from dataclasses import replace
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from vanban.findings import Finding
from vanban.reporters import to_github, to_gitlab, to_json, to_text

_WORDS = st.text(max_size=60) | st.sampled_from(
    ["\n::error file=x::y", "a\r::set-env name=PATH::/tmp", "%0A::error::x", "::", "a,b:c", "\u2028::error::", "\x1b[2J", "\x85x",
     "\x0b\x0c::debug::"])
_FINDINGS = st.builds(
    Finding, code=st.just("S101"), level=st.sampled_from(["error", "warning", "info"]), file=_WORDS, line=st.integers(1, 99),
    column=st.integers(1, 99), end_line=st.integers(1, 99), end_column=st.integers(1, 99), path=st.just("$"),
    message=_WORDS, hint=_WORDS)
_COMMAND = re.compile(
    r"::(?P<kind>error|warning|notice) file=(?P<file>[^,:]*),line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=S101::(?P<words>.*)",
    re.DOTALL)


def _unescaped(text: str) -> str:
    return unquote(text, errors="strict") if "%" in text else text


@given(st.lists(_FINDINGS, max_size=3))
def it_is_one_command_of_github_for_each(findings: list[Finding]) -> None:
    lines = re.split("\r\n|\r|\n", to_github.told(findings)) if findings else []
    assert len(lines) == len(findings)
    for line, finding in zip(lines, findings, strict=True):
        found = _COMMAND.fullmatch(line)
        assert found
        assert _unescaped(found["file"]) == finding.file
        assert _unescaped(found["words"]) == f"{finding.message} {finding.hint}".strip()


@given(st.lists(_FINDINGS, min_size=1, max_size=3))
def it_is_one_line_of_text_for_each_and_the_count(findings: list[Finding]) -> None:
    told = to_text.told(findings)
    assert len(told.splitlines()) == len(findings) + 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", told)


def it_tells_how_many_more_there_are_of_a_fault_that_a_file_is_full_of() -> None:
    alike = [Finding("S101", "error", "a.yaml", line, 1, line, 2, "$", "Sai.") for line in range(1, 5001)]
    others = [Finding("F101", "warning", "a.yaml", 9999, 1, 9999, 2, "$", "Khác."), Finding("S101", "error", "b.yaml", 1, 1, 1, 2, "$", "Sai.")]
    *told, more, other, last, count = to_text.told([*alike, *others]).splitlines()
    assert told == [f"a.yaml:{line}:1 S101 lỗi: Sai." for line in range(1, 201)]
    assert "a.yaml: S101: còn 4800 chỗ như thế" in more
    assert (other, last) == ("a.yaml:9999:1 F101 cảnh báo: Khác.", "b.yaml:1:1 S101 lỗi: Sai.")
    assert count == "5001 lỗi, 1 cảnh báo trong 2 tệp."
    assert len(json.loads(to_json.told(alike))) == 5000


@given(st.lists(_FINDINGS, max_size=3))
def it_is_one_object_for_each(findings: list[Finding]) -> None:
    told = json.loads(to_json.told(findings))
    assert [(each["file"], each["message"]) for each in told] == [(each.file, each.message) for each in findings]


@given(st.lists(_FINDINGS, max_size=3))
def it_is_one_object_of_gitlab_for_each_with_a_fingerprint_of_its_own(findings: list[Finding]) -> None:
    told = json.loads(to_gitlab.told(findings))
    assert [(each["location"]["path"], each["location"]["lines"]["begin"]) for each in told] == [
        (finding.file, finding.line) for finding in findings]
    assert len({each["fingerprint"] for each in told}) == len(findings)


def it_keeps_the_fingerprint_of_a_fault_that_lines_above_it_have_moved() -> None:
    fault = Finding("S101", "error", "content/x.yaml", 3, 1, 3, 5, "$.a", "Sai.")
    (one,), (other,) = (json.loads(to_gitlab.told([each])) for each in (fault, replace(fault, line=9, end_line=9)))
    assert one["fingerprint"] == other["fingerprint"]
