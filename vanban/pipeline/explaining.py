"""The manual page of a code."""

import inspect
from collections.abc import Iterator

from vanban.lint.engine import all_rules, known_codes
from vanban.pages import page_of

_OF_BO_QUA = {True: "Bỏ qua được: ghi “bo_qua: {{{code}: lý do}}” ở mục ấy.", False: "Không bỏ qua được bằng “bo_qua”."}


def rule_page(code: str) -> str:
    """What the manual says of a code, and whether an officer may silence it; "" for an unknown code."""
    entry = known_codes().get(code)
    if entry is None:
        return ""
    return "\n\n".join([*_pages(code), _OF_BO_QUA[entry.bo_qua].format(code=code)])


def _pages(code: str) -> Iterator[str]:
    """The page of the table, and that of each rule that gives the code."""
    if page := page_of(code):
        yield page
    yield from (inspect.cleandoc(rule.__doc__ or "") for rule in all_rules().values() if code == rule.CODE)
