"""The commits between two revisions: what each changed in some files of content/, and why, as its message says."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vanban.compare.tracing import (
    Difference,
    FileDifference,
    Hunk,
    Lines,
    Step,
    carried,
    has_lost,
    touching_new,
    touching_old,
    turned,
)
from vanban.invisible import printable
from vanban.pipeline.git import Repository

# "Lý do: …" of a commit, as an entry of a list too; the lines below belong to it up to an empty one, to one that is
# itself called something, and where it is an entry to the next one.
_DASH = r"[ \t]*(?:[-*+•–—]|\d+[.)])[ \t]++"
_CALLED = r"[ \t]*\**l[ýí] do[ \t]*(?:\*+[ \t]*:|:\**)"
_REASON = re.compile(
    rf"^(?P<dash>{_DASH})?{_CALLED}[ \t]*"
    rf"(?P<words>.*(?:\n(?![ \t]*$|(?:{_DASH})?{_CALLED}|[A-Za-z-]+: )(?(dash)(?!{_DASH})|).*)*)",
    re.IGNORECASE | re.MULTILINE)
_HUNK = re.compile(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_NOWHERE = b"/dev/null"


@dataclass(frozen=True, slots=True)
class History:
    """The range of commits that the new side has and the old side has not; the files stand as findings name them.

    steps    each before those that it was made from; first what is not in any commit yet, under the name ""
    reasons  of each commit, as it states them
    base     the old side; apart  what is there before the range begins, and what the old side has otherwise
    """

    steps: Sequence[Step]
    reasons: Mapping[str, tuple[str, ...]]
    base: str
    apart: Mapping[str, Difference]

    def reasons_of(self, where: "Where") -> tuple[str, ...]:
        """Why it is as it is now there: each reason once, in the order of the commits."""
        touched = {*touching_new(self.steps, where.new), *touching_new(self.steps, where.new_crossed, has_lost)}
        for start, difference in self.apart.items():
            old, crossed = (carried(lines, turned(difference)).lines for lines in (where.old, where.old_crossed))
            touched |= touching_old(self.steps, start, old)
            touched |= touching_old(self.steps, start, crossed, has_lost)
        told = [reason for step in reversed(self.steps) if step.name in touched
                for reason in self.reasons.get(step.name, ())]
        return tuple(dict.fromkeys(told))


@dataclass(frozen=True, slots=True)
class Where:
    """Where a change stands in the files of both sides. crossed: of what moved the lines that it went past, for which
    of two neighbours was taken out and put in again is git's choice."""

    old: Lines
    new: Lines
    old_crossed: Lines = field(default_factory=dict)
    new_crossed: Lines = field(default_factory=dict)


def history(git: Repository, old: str, new: str, files: Iterable[str]) -> History | None:
    """What happened to `files` from the commit `old` to `new` ("": the working tree); None where no commit in between
    says why it was made."""
    paths = sorted({*files})
    told = {name: (parents, message) for name, parents, message in git.messages(old, new or "HEAD")}
    reasons = {name: _reasons(message) for name, (_, message) in told.items()}
    if not paths or not any(reasons.values()):
        return None
    starts = {parent for parents, _ in told.values() for parent in parents if parent not in told}
    asked = [(name, parent) for name, (parents, _) in told.items() for parent in parents]
    asked += [(old, start) for start in starts if start != old]
    found = dict(zip(asked, _differences(git.differences(asked, paths), git.prefix), strict=True))
    steps = [Step(name, tuple((parent, found[name, parent]) for parent in parents))
             for name, (parents, _) in told.items()]
    if not new:
        (unsaved,) = _differences(git.unsaved(paths), git.prefix)
        steps.insert(0, Step("", ((steps[0].name, unsaved),)))
    apart = {start: found.get((old, start), ()) for start in starts}
    return History(steps, reasons, old, apart)


def _reasons(message: str) -> tuple[str, ...]:
    stated = _REASON.finditer(unicodedata.normalize("NFC", printable(message)))
    found = (" ".join(each["words"].split()) for each in stated)
    return tuple(filter(None, found))


def _differences(outputs: Iterable[bytes], prefix: str) -> Iterator[Difference]:
    for output in outputs:
        yield tuple(_of_file(each, prefix) for each in output.split(b"\ndiff --git ")[1:])


def _of_file(text: bytes, prefix: str) -> FileDifference:
    """A file's part of what `git diff` prints without lines around."""
    lines = text.split(b"\n")
    names = dict.fromkeys((b"--- ", b"+++ ", b"rename from ", b"rename to "), b"")
    hunks: list[Hunk] = []
    rows = iter(lines[1:])
    for row in rows:
        if found := _HUNK.match(row):
            start, count, new_start, new_count = (1 if number is None else int(number) for number in found.groups())
            old = _side(rows, b"-", count)
            hunks.append(Hunk(start, old, new_start, _side(rows, b"+", new_count)))
        elif not hunks:
            names |= {mark: row.removeprefix(mark) for mark in names if row.startswith(mark)}
    old_name = _name(names[b"rename from "] or names[b"--- "].removeprefix(b"a/"), prefix)
    return FileDifference(old_name, _name(names[b"rename to "] or names[b"+++ "].removeprefix(b"b/"), prefix),
                          tuple(hunks))


def _side(rows: Iterator[bytes], sign: bytes, count: int) -> tuple[str, ...]:
    """The next `count` lines of that sign; that a last line has no end is no line."""
    out: list[str] = []
    while len(out) < count:
        if (row := next(rows)).startswith(sign):
            out.append(row[1:].decode("utf-8", "replace"))
    return tuple(out)


def _name(path: bytes, prefix: str) -> str:
    """A path as findings name it; "" for none."""
    path = path.removesuffix(b"\t")
    return "" if path == _NOWHERE else os.fsdecode(path).removeprefix(prefix)
