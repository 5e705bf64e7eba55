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
from vanban.pipeline.left_out import left_out
from vanban.pipeline.project import Project
from vanban.pipeline.sides import empty_reading, reading_of
from vanban.pipeline.versions import Side, Sides, open_sides
from vanban.readers.catalogue import SHARED
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
    home = path.rpartition("/")[0]  # what is attached lies beside it
    left = tuple(each for each in diffed.review.left_out if each.rpartition("/")[0] == home
                 or each.startswith(f"{SHARED}/") or f"{home}/".startswith(f"{each}/"))
    return replace(diffed, review=replace(diffed.review, comparison=own, left_out=left))


def _diffed(sides: Sides, old: Checked | None, new: Checked | None) -> Diffed:
    apart = left_out(((sides.old, old), (sides.new, new)))
    before, after = (reading_of(each) if each else empty_reading() for each in (old, new))
    notes = (*sides.notes, *_frames_apart(sides), *apart.told())
    comparison = as_read(compare(before, after, apart.documents()))
    review = Review(sides.old.version, sides.new.version, comparison, sides.authors, sides.made_on, notes,
                    old.findings if old else (), new.findings if new else (), issued_of(old, new), apart.paths)
    return Diffed(review, tuple(failure for each in (old, new) if each for failure in each.failures))


def _checked(side: Side) -> Checked | None:
    """What is read of a side; None where nothing of it need be, or is there. Raises WrongUse for a folder that was
    asked for and has no document: what it has is not compared."""
    checked = _read(side)
    has_any = checked is not None and (checked.sets or left_out([(side, checked)]).paths)
    if side.is_asked and not has_any:
        raise WrongUse(f"thư mục {side.version.name} không có văn bản nào để so sánh")
    return checked


def _read(side: Side) -> Checked | None:
    content = side.project.content
    if side.is_empty:
        return None
    if side.below is None:
        return check(side.project)
    folders = [folder for name in sorted(side.below) if (folder := content / name).is_dir()]
    targets = [folder for folder in folders if any(path.is_file() and not path.is_symlink()
                                                   for path in folder.rglob("*.y*ml"))]
    return check(side.project, targets) if targets else None


def _frames_apart(sides: Sides) -> Iterator[str]:
    offices = sorted({path.split("/")[0] for path in sides.changed or () if FOLDER in path.split("/")[1:2]})
    if offices:
        yield f"Khung trang của {', '.join(offices)} đã thay đổi; so sánh này chỉ xét lời văn, không xét khung trang."
