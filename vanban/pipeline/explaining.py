"""The manual page of a code."""

from vanban.lint.engine import known_codes

_OF_BO_QUA = {True: "Bỏ qua được: ghi “bo_qua: {{{code}: lý do}}” ở mục ấy.", False: "Không bỏ qua được bằng “bo_qua”."}


def rule_page(code: str) -> str:
    """The manual page of a code, and whether an officer may silence it; "" for an unknown code."""
    entry = known_codes().get(code)
    if entry is None:
        return ""
    page = entry.page if entry.page.startswith(f"{code}:") else f"{code}: {entry.page}"
    return f"{page}\n\n{_OF_BO_QUA[entry.bo_qua].format(code=code)}"
