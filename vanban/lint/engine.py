"""Runs the rules over what they look at. Rules decide; the engine stamps code, level and source on what they yield.

The source is an article of the decree; findings name none where the format is one whose text we have not read.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from typing import Protocol, get_args

from vanban.codes import Code, Level, code_of, table
from vanban.errors import PluginError
from vanban.findings import Finding, Place, finding_of
from vanban.guard import Guard
from vanban.lint import rules
from vanban.lint.fault import Fault
from vanban.lint.subjects import Subject, Target, cites, day_of, is_draft, places_of
from vanban.model.deciding_day import weighed
from vanban.registry import discover


class Rule(Protocol):
    """A rule module.

    TARGET  what it looks at: `check` gets the subject of that name (lint.subjects)
    CODE    the code of its findings
    SOURCE  the article that asks for it, "" where it is ours

    A code that no other module gives has its entry here and nowhere else: LEVEL, NAME (of the defect), BO_QUA (whether
    an officer may silence it), and the docstring for its page. The entries of the other codes are in codes.yaml, their
    pages in pages/; the docstring is a further page then.
    """

    TARGET: Target
    CODE: str
    SOURCE: str
    __doc__: str | None

    def check(self, subject: Subject) -> Iterable[Fault]:
        """The faults of what the rule looks at."""
        ...


@cache
def all_rules() -> Mapping[str, Rule]:
    """The rule modules by their short names."""
    return discover(rules, Rule)


@cache
def rules_for(target: Target) -> tuple[Rule, ...]:
    """The rules that look at one kind of subject; none where the codes of two of them clash."""
    known_codes()
    return tuple(rule for rule in all_rules().values() if target == rule.TARGET)


@cache
def known_codes() -> Mapping[str, Code]:
    """Every code: those of the table and those that rules bring along. Raises PluginError where one stands twice."""
    known = dict(table())
    for name, rule in all_rules().items():
        if hasattr(rule, "LEVEL"):
            if rule.CODE in known:
                raise PluginError(f"Tệp vanban/lint/rules/{name}.py chưa dùng được: mã {rule.CODE} đã có nơi khác.")
            known[rule.CODE] = _entry(name, rule)
        elif rule.CODE not in known:
            raise PluginError(f"Tệp vanban/lint/rules/{name}.py chưa dùng được: thiếu LEVEL, NAME, BO_QUA của mã "
                              f"{rule.CODE}.")
    return known


def _entry(name: str, rule: Rule) -> Code:
    try:
        level, defect, bo_qua = (getattr(rule, each, None) for each in ("LEVEL", "NAME", "BO_QUA"))
        return code_of(level, defect, bo_qua)
    except ValueError as error:
        raise PluginError(f"Tệp vanban/lint/rules/{name}.py chưa dùng được: LEVEL là một trong "
                          f"{', '.join(get_args(Level))}, NAME là chữ, BO_QUA là True hoặc False.") from error


def lint(subject: Subject) -> list[Finding]:
    """The findings of every rule that looks at such a subject."""
    return [found for rule in rules_for(subject.target) for found in _findings(rule, subject)]


def lint_apart(subject: Subject, guard: Guard) -> list[Finding]:
    """The same for what is many documents at once: a rule that `guard` gives None for takes no other along."""
    return [found for rule in rules_for(subject.target)
            for found in guard(f"Quy tắc {rule.CODE}, so các văn bản với nhau", partial(_all, rule, subject)) or ()]


def _all(rule: Rule, subject: Subject) -> list[Finding]:
    return list(_findings(rule, subject))


def _findings(rule: Rule, subject: Subject) -> Iterator[Finding]:
    for fault in rule.check(subject):
        level = "warning" if fault.is_of_issued and is_draft(subject) else known_codes()[rule.CODE].level
        found = finding_of(rule.CODE, level, _place(fault, subject), fault.message, fault.hint)
        found = replace(found, source=rule.SOURCE if cites(subject) else "", fix=fault.fix)
        yield weighed(found, day_of(subject)) if fault.is_of_day else found


def _place(fault: Fault, subject: Subject) -> Place:
    if isinstance(fault.at, Place):
        return fault.at
    places = places_of(subject)
    assert places is not None, "a rule that looks at a file gives places"
    return places[fault.at]
