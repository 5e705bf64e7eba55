"""Two versions of content/ → their review: each is read by engine, schemas and law of today, then compared."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

from vanban.compare.comparing import compare
from vanban.errors import WrongUse
from vanban.findings import has_errors
from vanban.frames.own import FOLDER
from vanban.model.change import Comparison
from vanban.model.review import Review
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.issued_sides import issued_of
from vanban.pipeline.project import Project
from vanban.pipeline.sides import empty_reading, reading_of
from vanban.pipeline.versions import Side, Sides, open_sides
from vanban.reviews import as_read


@dataclass(frozen=True, slots=True)
class Diffed:
    """The review; a sentence for each set that a fault of ours has kept out of it."""

    review: Review
    failures: tuple[str, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether the new side has errors; those of the old one forbid nothing."""
        return has_errors(self.review.head)


@dataclass(frozen=True, slots=True)
class Compared:
    """Both sides as they were read, for as long as their files are there: None where nothing of one had to be read."""

    old: Checked | None
    new: Checked | None
    diffed: Diffed


@contextmanager
def compared(project: Project, base: str = "", head: str = "", only: str = "") -> Iterator[Compared]:
    """What changed from `base` ("": HEAD) to `head` ("": the working tree). Each is a folder, where there is one of
    that name, or a revision.

    only  the file, from the content folder, of a document whose set alone is asked for; "": all

    Raises as `open_sides` does, and WrongUse where a side has no content.
    """
    project.progress("tìm hai bản")
    with ExitStack() as rooms:
        sides = open_sides(project, base, head, rooms)
        old, new = (_checked(side) for side in (sides.old, sides.new))
        project.progress("so sánh")
        diffed = _diffed(sides, old, new)
        yield Compared(old, new, _only(diffed, only) if only else diffed)


def _only(diffed: Diffed, path: str) -> Diffed:
    """What of it is told of the set that has the document in that file."""
    documents = diffed.review.comparison.documents
    issuing = {each.issuing for each in documents
               for side in (each.old, each.new) if side and side.file.partition("/")[2] == path}
    own = Comparison(tuple(each for each in documents if each.issuing in issuing))
    return replace(diffed, review=replace(diffed.review, comparison=own))


def _diffed(sides: Sides, old: Checked | None, new: Checked | None) -> Diffed:
    left_out = _unread(old) | _unread(new)
    before, after = (reading_of(each) if each else empty_reading() for each in (old, new))
    notes = (*_frames_apart(sides), *_not_compared(left_out, old, new, sides))
    comparison = as_read(compare(before, after, left_out))
    review = Review(sides.old.version, sides.new.version, comparison, sides.authors, sides.made_on, notes,
                    old.findings if old else (), new.findings if new else (), issued_of(old, new))
    return Diffed(review, tuple(failure for each in (old, new) if each for failure in each.failures))


def _checked(side: Side) -> Checked | None:
    """What is read of a side; None where nothing of it need be, or is there. Raises WrongUse for a folder that was
    asked for and has no document: what it has is not compared."""
    checked = _read(side)
    if side.is_asked and (checked is None or not checked.sets and not _unread(checked)):
        raise WrongUse(f"thư mục {side.version.name} không có văn bản nào để so sánh")
    return checked


def _read(side: Side) -> Checked | None:
    content = side.project.content
    if side.below is None:
        return check(side.project)
    folders = [folder for name in sorted(side.below) if (folder := content / name).is_dir()]
    targets = [folder for folder in folders if next(folder.rglob("*.y*ml"), None)]
    return check(side.project, targets) if targets else None


def _unread(checked: Checked | None) -> frozenset[str]:
    """The files, from content/, of documents that could not be read or are in no set: another one has their id."""
    if checked is None:
        return frozenset()
    content = checked.content
    apart = {*content.unread, *content.crashed, *(content.file_of(each) for each in content.in_no_set)}
    return frozenset(name.partition("/")[2] for name in apart)


def _not_compared(
    left_out: frozenset[str], old: Checked | None, new: Checked | None, sides: Sides
) -> Iterator[str]:
    for path in sorted(left_out):
        where = [side.version.name for checked, side in ((old, sides.old), (new, sides.new))
                 if path in _unread(checked)]
        yield f"Chưa so sánh {path}: không đọc được, hoặc trùng mã với văn bản khác, ở {' và '.join(where)}."


def _frames_apart(sides: Sides) -> Iterator[str]:
    offices = sorted({path.split("/")[0] for path in sides.changed or () if FOLDER in path.split("/")[1:2]})
    if offices:
        yield f"Khung trang của {', '.join(offices)} đã thay đổi; so sánh này chỉ xét lời văn, không xét khung trang."
