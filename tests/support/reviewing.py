"""Two versions of a content folder, compared; changes told in one line each, and put into the old lines."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.support.content import DECISION, PLAN, project
from vanban.compare.comparing import compare
from vanban.model.change import Change, Comparison, Consequence, DocumentChanges, Spot
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.sides import reading_of


def compared(
    folder: Path, old: Mapping[str, str], new: Mapping[str, str], registers: Iterable[tuple[str, str, str]] = ()
) -> Comparison:
    """What changed between two versions of the documents in nghe_an/2025, by file name; of registers on the new side
    words are replaced: file, old words, new words."""
    sides = [_checked(folder / name, documents, edits)
             for name, documents, edits in (("old", old, ()), ("new", new, registers))]
    return compare(*map(reading_of, sides))


def _checked(folder: Path, documents: Mapping[str, str], edits: Iterable[tuple[str, str, str]]) -> Checked:
    made = project(folder, **documents)
    for name, before, after in edits:
        path = folder / "content/dung_chung" / f"{name}.yaml"
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after), "utf-8")
    return check(made)


def of_plan(folder: Path, old: str, new: str, decision: tuple[str, str] = (DECISION, DECISION)) -> list[str]:
    """What changed where the text of a plan's one heading is another one, told in lines."""
    def plan(text: str) -> str:
        return PLAN.replace("      Theo phân công.\n", "".join(f"      {line}\n" for line in text.splitlines()))

    return told(compared(folder, {"qd": decision[0], "kh": plan(old)}, {"qd": decision[1], "kh": plan(new)}))


def told(comparison: Comparison) -> list[str]:
    """A line for each change, and one below it for what follows of it."""
    return [line for document in comparison for change in document.changes for line in _told(change)]


def _told(change: Change) -> Iterable[str]:
    old, new = ("" if spot is None else " / ".join(spot.texts) for spot in (change.old, change.new))
    words = f"{old} → {new}" if change.deed == "changed" else new or old
    yield f"{change.deed} {change.subject}, {change.place}: {words}"
    yield from (_followed(each) for each in change.consequences)


def _followed(each: Consequence) -> str:
    return f"  {each.effect}, {each.new.place}: {' / '.join(each.old.texts)} → {' / '.join(each.new.texts)}"


def applied(comparison: Comparison, document: DocumentChanges) -> list[str]:
    """The old lines of a document with all changes, and what follows of any, put in: changes name their lines."""
    gone: set[int] = set()
    there: dict[int, str] = {}
    for old, new in _spots(comparison.changes):
        if old and document.old and old.document == document.old.name:
            gone.update(old.lines)
        if new and new.document == document.name:
            there |= zip(new.lines, new.texts, strict=True)
    lines = document.old.lines if document.old else ()
    staying = iter([line.text for at, line in enumerate(lines) if at not in gone])
    return [there[at] if at in there else next(staying) for at in range(len(lines) - len(gone) + len(there))]


def _spots(changes: Iterable[Change]) -> Iterable[tuple[Spot | None, Spot | None]]:
    for change in changes:
        yield change.old, change.new
        yield from ((each.old, each.new) for each in change.consequences)
