"""A file of the old year, with the answers that there are → the text of that of the new one, and its decisions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vanban.errors import EditRefused
from vanban.model.year_turn import QuyetDinhChuyen
from vanban.plan.bases import items_of_bases
from vanban.plan.changes import NOTHING, Changes, changed
from vanban.plan.context import Carrying
from vanban.plan.deleting import joined
from vanban.plan.head import items_of_head, stated
from vanban.plan.item import AnswerRefused, Item, Naming
from vanban.plan.leads import items_of_leads
from vanban.plan.lost_comments import lost_comments
from vanban.plan.running import items_of_texts
from vanban.plan.targets import items_of_targets, open_targets
from vanban.plan.tasks import items_of_tasks
from vanban.readers.comments import Comment
from vanban.readers.source import Source, read_source
from vanban.readers.spans import Path
from vanban.readers.year_pieces import Piece, pieces_of

# Keys at the top that have items of their own.
_OF_HEAD = ("so_van_ban", "ngay_ban_hanh", "ngay_du_kien", "cho_nam", "du_thao", "theo_de_nghi", "nguoi_ky", "muc_tieu",
            "chap_nhan_thieu", "ngay_thong_qua")


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that could not be followed: the decision that it answers, and why."""

    decision: QuyetDinhChuyen
    why: str


@dataclass(frozen=True, slots=True)
class Rolled:
    """text       of the new file; "" where it could not be edited
    decisions  in the order of the file
    refused    answers that were not followed: the question stays
    fault      why it could not be edited; "" for nothing
    gone       what would have been decided within what goes whole, by name: nobody has to know
    file       name of the old file, without its folders
    comments   those of the old file that stood beside what goes: the new one does not have them
    """

    text: str
    decisions: tuple[QuyetDinhChuyen, ...]
    refused: tuple[Refused, ...] = ()
    fault: str = ""
    gone: tuple[str, ...] = ()
    file: str = ""
    comments: tuple[Comment, ...] = ()


def rolled(
    source: Source, stem: str, carrying: Carrying, answers: Mapping[str, str], more: Iterable[Item] = (),
    always: Changes = NOTHING,
) -> Rolled:
    """The new file of `source`. `stem` is its name in the new year, without suffix; `more` and `always` are items and
    changes that follow from other files."""
    naming = Naming(source, stem)
    pieces = [each for each in pieces_of(source) if not _has_its_own(each.path)]
    texts = [_in_value(source, each) for each in pieces]
    items = [item.answered(answers) for item in (
        *items_of_head(source, carrying, naming), *items_of_bases(source, carrying, naming))]
    items += (item.answered(answers) for item in more)
    targets = [item.answered(answers) for item in items_of_targets(source, carrying, naming)]
    asked = open_targets(targets, source, carrying)
    items += targets
    items += (item.answered(answers) for item in (
        *items_of_texts(source, texts, carrying, naming, asked), *items_of_tasks(source, carrying, naming),
        *items_of_leads(source, carrying, naming)))
    done, refused = _followed(items)
    done = joined(done, texts)
    dropped = _whole(source, done.dropped)
    gone = [each for each in items if _goes_with(each, dropped)]
    starts = {each.path: each.start for each in pieces}
    try:
        text = changed(source, _without_lost(source, done) + stated(source, carrying) + always, starts)
    except EditRefused as error:
        return Rolled("", (), refused, str(error))
    told = (each.decision for each in _in_order(items) if each.told and each not in gone)
    new, _ = read_source(source.file, text.encode())
    return Rolled(text, tuple(told), refused, gone=tuple(each.decision.vi_tri for each in gone),
                  file=source.file.rpartition("/")[2], comments=lost_comments(source, new, dropped))


def _goes_with(item: Item, dropped: Sequence[Path]) -> bool:
    """Whether what an item is about goes because of another one: with its task, with its group."""
    if not _is_below(item.path, dropped):
        return False
    try:
        return not _is_below(item.path, item.changes().dropped)
    except AnswerRefused:
        return True


def _is_below(path: Path, others: Iterable[Path]) -> bool:
    return any(path[: len(each)] == each for each in others)


def _has_its_own(path: Path) -> bool:
    return path[0] in _OF_HEAD or path[0] == "nhiem_vu" and path[-1] == "thoi_gian"


def _in_value(source: Source, piece: Piece) -> Piece:
    """A piece whose text is what is edited: of a literal block as it is typed, else the value."""
    return piece if piece.style == "|" else Piece(str(source.value(piece.path)), piece.start, piece.node, piece.path,
                                                  piece.style)


def _followed(items: Iterable[Item]) -> tuple[Changes, tuple[Refused, ...]]:
    """All changes; of an answer that cannot be followed those that there are without it."""
    changes, refused = NOTHING, []
    for item in items:
        try:
            changes += item.changes()
        except AnswerRefused as error:
            refused.append(Refused(item.decision, str(error)))
            changes += item.act("")
    return changes, tuple(refused)


def _without_lost(source: Source, changes: Changes) -> Changes:
    """The changes that are left where entries go: none within these; a list that would be left empty goes whole."""
    gone = _whole(source, changes.dropped)

    def is_left(path: Path) -> bool:
        return not any(path[: len(each)] == each for each in gone)

    return Changes(
        tuple(each for each in changes.spans if is_left(each.path)),
        {path: value for path, value in changes.values.items() if is_left(path)}, gone,
        tuple(each for each in changes.added if is_left(each[0])), changes.appended,
    )


def _whole(source: Source, dropped: Sequence[Path]) -> tuple[Path, ...]:
    """What goes: in place of all entries of a list the list, in place of all tasks of a group the group."""
    gone = set(dropped)
    while emptied := {path[:-1] for path in gone if isinstance(path[-1], int) and _is_emptied(source, path[:-1], gone)}:
        gone = {path for path in gone if path[:-1] not in emptied}
        gone |= {path[:-1] if path[-1] == "gom" else path for path in emptied}
    return tuple(path for path in gone if not any(path[:depth] in gone for depth in range(1, len(path))))


def _is_emptied(source: Source, path: Path, gone: set[Path]) -> bool:
    listed = source.value(path)
    return isinstance(listed, list) and all((*path, at) in gone for at in range(len(listed)))


def _in_order(items: Iterable[Item]) -> Iterator[Item]:
    """The items as the file goes."""
    return iter(sorted(items, key=lambda item: int(item.decision.ban_cu.rpartition(":")[2])))
