"""Sets that are on both sides → Word files with real tracked changes, each proved before it is written.

Both sides are written by the frames of today, so that nothing but words can differ.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, time
from functools import partial
from pathlib import Path

from vanban.errors import VanBanError
from vanban.guard import Crashed
from vanban.invisible import printable
from vanban.model.document import BoVanBan
from vanban.model.inline import Figure, Reference
from vanban.model.print_order import in_print_order
from vanban.model.review import Review
from vanban.model.table import SO_THU_TU, BangBieu
from vanban.model.walk import inlines, pictures, tables
from vanban.pipeline.checking import Checked
from vanban.pipeline.crashes import Crashes
from vanban.pipeline.diffing import Compared
from vanban.pipeline.kept_review import KeptReview
from vanban.pipeline.output_folder import output_folder
from vanban.pipeline.outputs import Outputs
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx, docx_of_words, output_name
from vanban.pipeline.word_files import LONG_AGO, WordFiles, name_of, why_no_old
from vanban.wordml.elements import parse
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.redline.packages import redline
from vanban.wordml.redline.proof import disproof
from vanban.wordml.redline.revisions import Pens

# What follows of a change and is seen under the name of who made it.
_SEEN = ("figure", "total")
# So many letters are no mere number.
_TELLING = 8
NAME, _KIND = "thay_doi", "bản đánh dấu thay đổi"
_NOT_MADE = "không tạo được bản đánh dấu thay đổi."
_FILE = f"{{}}.{NAME}.docx"


def write_redlines(project: Project, both: Compared, out: Path | None = None) -> WordFiles:
    """Writes a redline of every set in which something changed below `out` (default: outputs/), as its source lies
    below content/. Raises WrongUse for a folder that holds something else than what was made."""
    folder, result, crashes = output_folder(project, out), WordFiles(_KIND), Crashes(project)
    review = both.diffed.review
    if both.new is None or not review.comparison.changes:
        return result
    project.progress("ghi bản đánh dấu thay đổi")
    with Outputs(folder) as outputs:
        for old, new in _sets(both, result):
            home = folder / output_name(both.new.content, new)
            path = home.with_name(_FILE.format(home.name))
            data = crashes(both.new.content.file_of(new.van_ban), partial(_redline, project, both, old, new, result))
            if data:
                result.put(outputs, path, data, both.new.content.file_of(new.van_ban))
    result.failures += crashes.take().values()
    result.notes += outputs.told
    return result


def _sets(both: Compared, result: WordFiles) -> Iterator[tuple[BoVanBan, BoVanBan]]:
    """The sets on both sides in which something changed; of a new one there is nothing to mark."""
    documents = {each.name: each for each in both.diffed.review.comparison.documents}
    changed = {each.issuing for each in both.diffed.review.comparison}
    olds, news = ({name_of(checked, bo.van_ban): bo for bo in checked.sets} if checked else {}
                  for checked in (both.old, both.new))
    for name, new in news.items():
        if name not in changed:
            continue
        side = documents[name].old if name in documents else None
        old = olds.get(side.name) if side else None
        if old is None:
            files = both.new.content.files_of(new) if both.new else ()
            why = "trước kèm theo văn bản khác, nay là văn bản riêng, không có bản cũ" if side else \
                why_no_old(both.diffed.review, files)
            result.notes.append(f"{documents[name].title if name in documents else name}: {why} để đánh dấu thay đổi.")
        else:
            yield old, new


def _redline(project: Project, both: Compared, old: BoVanBan, new: BoVanBan, result: WordFiles) -> bytes | None:
    """The redline of one set, None where none can be made or it would not stand for both texts."""
    if both.old is None or both.new is None:
        return None
    name = both.new.content.file_of(new.van_ban)
    made: list[bytes] = []
    for checked, bo, words in ((both.old, old, "bản cũ"), (both.new, new, "bản mới")):
        try:
            data = _printed(project, checked, bo)
        except VanBanError as error:
            result.failures.append(f"{name}: {_NOT_MADE} {error}")
            return None
        if data is None:
            result.at_fault.append(f"{name}: {words} còn lỗi nên chưa in được, vì thế không có bản đánh dấu thay đổi.")
            return None
        made.append(data)
    before, after = made
    return _proved(name, (lambda: before, lambda: after), _pens(both.diffed.review, new), new, result,
                   both.diffed.review)


def _printed(project: Project, checked: Checked, bo: BoVanBan) -> bytes | None:
    """The Word file of one set; None where errors in its own files keep it from being printed, however that shows: who
    writes it counts on a set without any."""
    if checked.content.file_of(bo.van_ban) in checked.unsure or not all(map(_is_printable, bo.parts())):
        return None
    files = {*checked.content.files_of(bo)}
    if not any(found.level == "error" and found.file in files for found in checked.findings):
        return docx(project, checked, bo)
    data = Crashed()("", partial(docx, project, checked, bo))
    return data if data and _is_whole(data) else None


def _is_whole(data: bytes) -> bool:
    """Whether Word can read the file: characters that none may hold are an error of the source."""
    try:
        for name, part in read_parts(data, OF_DOCUMENTS).items():
            if name.endswith(".xml"):
                parse(name, part)
    except VanBanError:
        return False
    return True


def _is_printable(part: BoVanBan) -> bool:
    """Whether nothing in a document waits for what could not be read: zones, the words of a reference, a table, a
    picture."""
    van_ban = part.van_ban
    is_open = any(isinstance(each, Figure | Reference) and each.shown is None for each in inlines(van_ban))
    return (part.zones is not None and not is_open and all(each.grid is not None for each in tables(van_ban))
            and all(each.image is not None for each in pictures(van_ban)))


def _proved(
    name: str, files: tuple[Callable[[], bytes], Callable[[], bytes]], pens: Pens, new: BoVanBan, result: WordFiles,
    review: Review,
) -> bytes | None:
    """The redline of two Word files; None where they are the same, and where the proof fails, which is told."""
    try:
        before, after = (made() for made in files)
        if before == after:
            return None
        line = redline(before, after, pens, [*_ordinals(new)], _composed(review))
        apart = disproof(line, before, after)
    except VanBanError as error:
        result.failures.append(f"{name}: {_NOT_MADE} {error}")
        return None
    if apart:
        said = f"phải là “{apart.expected[:60]}”, lại ra “{apart.found[:60]}”"
        result.failures.append(
            f"{name}: bản đánh dấu thay đổi không qua phép thử nên không ghi ({apart.where}: {said}).")
        return None
    return line


def write_kept_redline(project: Project, kept: KeptReview, out: Path | None = None) -> WordFiles:
    """The same of an issued set: the words that were kept at its issue, and those of today."""
    folder, result, crashes = output_folder(project, out), WordFiles(_KIND), Crashes(project)
    if not kept.review.comparison.changes:
        return result
    project.progress("ghi bản đánh dấu thay đổi")
    checked, name = kept.checked, kept.checked.content.file_of(kept.bo.van_ban)
    files = (partial(docx_of_words, project, checked, kept.bo, kept.kept),
             partial(docx_of_words, project, checked, kept.bo, kept.today))
    with Outputs(folder) as outputs:
        home = folder / output_name(checked.content, kept.bo)
        data = crashes(name, partial(_proved, name, files, _pens(kept.review, kept.bo), kept.bo,
                                     result, kept.review))
        if data:
            result.put(outputs, home.with_name(_FILE.format(home.name)), data, name)
    result.failures += crashes.take().values()
    result.notes += outputs.told
    return result


def _pens(review: Review, bo: BoVanBan) -> Pens:
    """Under whose name and day changes stand: those of the commit; of several "n người" and the day of the last."""
    people = review.authors
    author = people[0] if len(people) == 1 else f"{len(people)} người" if people else review.new.name
    day = review.made_on or review.new.made_on or review.old.made_on or bo.ngay or LONG_AGO
    return Pens(printable(author), datetime.combine(day, time()))


def _composed(review: Review) -> Iterator[tuple[str, str]]:
    """The lines that are other by themselves alone, as they were and as they are. Not those that print another figure,
    which is to be seen; not those in which somebody has changed something, too; not what reads as a change of somebody
    elsewhere, and no mere number, which may."""
    changes = review.comparison.changes
    touched = {(spot.document, line) for change in changes if change.new and change.deed == "changed"
               for spot in (change.new,) for line in spot.lines}
    typed = {pair for change in changes if change.old and change.new
             for pair in zip(change.old.texts, change.new.texts, strict=False)}
    for change in changes:
        for each in change.consequences:
            lines = {(each.new.document, line) for line in each.new.lines}
            if each.effect not in _SEEN and touched.isdisjoint(lines) and len(each.old.texts) == len(each.new.texts):
                pairs = [*zip(each.old.texts, each.new.texts, strict=True)]
                whole = " ".join(each.old.texts), " ".join(each.new.texts)  # several lines of one paragraph
                yield from (pair for pair in (*pairs, whole)
                            if pair not in typed and pair[0] != pair[1] and min(map(len, pair)) >= _TELLING)


def _ordinals(bo: BoVanBan) -> Iterator[frozenset[int]]:
    """Of each table, in the order of print, the columns that the machine counts."""
    for part in bo.parts():
        for node in in_print_order(part.van_ban):
            if isinstance(node, BangBieu):
                columns = [leaf.ma for leaf in node.leaves for _ in range(leaf.tach)]
                yield frozenset(at for at, ma in enumerate(columns) if ma == SO_THU_TU)
