"""The kinds of change that the page lets one choose, and how much there is to look at in a change."""

from collections.abc import Iterator

from vanban.model.change import Change, Subject

# Name, label, what is of that kind; in the order in which the page offers them.
_KINDS: tuple[tuple[str, str, frozenset[Subject]], ...] = (
    ("figure", "Số liệu", frozenset({"figure"})),
    ("legal_basis", "Căn cứ", frozenset({"legal_basis"})),
    ("text", "Lời văn", frozenset({"text", "heading", "note"})),
    ("table", "Bảng", frozenset({"table", "row", "column", "cell"})),
    ("zone", "Số, ngày, ký, nơi nhận", frozenset({"number_date", "signer", "recipient", "zone"})),
    ("register", "Sổ dùng chung", frozenset({"register"})),
    ("document", "Thêm, bỏ văn bản", frozenset({"document"})),
    ("copy", "Bản sao in theo", frozenset({"copy"})),
    ("look", "Hình, đánh số, trình bày", frozenset({"picture", "numbering", "layout"})),
)
KINDS = tuple((name, label) for name, label, _ in _KINDS)
# What binds those outside: a reviewer must not miss it.
_GRAVE: frozenset[Subject] = frozenset({"document", "figure", "legal_basis", "signer", "number_date"})


def kinds_of(change: Change) -> list[str]:
    """The kinds that a change is of: words with another number in them are a matter of figures too."""
    return [*dict.fromkeys(_kinds(change))]


def _kinds(change: Change) -> Iterator[str]:
    yield from (name for name, _, subjects in _KINDS if change.subject in subjects)
    if change.figures:
        yield "figure"
    if change.cause.kind == "register":
        yield "register"


def weight_of(change: Change) -> int:
    """How much there is to look at: a line counts one, in what binds those outside three."""
    lines = max((len(spot.lines) for spot in (change.old, change.new) if spot), default=0)
    return max(lines, 1) * (3 if change.subject in _GRAVE or change.figures else 1)
