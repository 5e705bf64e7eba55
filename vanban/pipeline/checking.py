"""content/ → resolved sets and findings: the first five stages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from vanban.errors import WrongUse
from vanban.findings import Finding, has_errors, in_order
from vanban.guard import Guard
from vanban.lint.suppressions import Silenced, sift
from vanban.model.document import BoVanBan
from vanban.model.printed import PrintedSet
from vanban.pipeline.batches import Batch, batches
from vanban.pipeline.copies import findings_of_copies
from vanban.pipeline.crashes import Crashes
from vanban.pipeline.linting import findings_of_content, findings_of_figures
from vanban.pipeline.own_frames import offices_with_frames
from vanban.pipeline.project import Project, target_of
from vanban.pipeline.resolving import TRANSFORMS, resolve
from vanban.pipeline.soundness import sound_sets
from vanban.readers.catalogue import name_of
from vanban.readers.content import Content, read_content
from vanban.readers.copied_files import CopiedFiles
from vanban.readers.figure_files import FigureFiles
from vanban.readers.library import Library, open_library
from vanban.readers.picture_files import PictureFiles
from vanban.readers.plan_files import PlanFiles
from vanban.setting import Setting
from vanban.writers.to_docx.as_printed import as_printed


@dataclass(frozen=True, slots=True)
class Checked:
    """What the first five stages gave.

    sets      those that the targets reach, resolved as far as they could be
    settings  what each was resolved with, by the file of its issuing document
    findings  of the files that these sets are made of, and of the registers, by place
    failures  a sentence for each set that a fault of ours has stopped; it is not among `sets`
    unsure    files of issuing documents whose sets miss something that may stand in a file that was not read
    silenced  findings that a `bo_qua` of these sets holds back
    """

    content: Content
    sets: tuple[BoVanBan, ...]
    settings: Mapping[str, Setting]
    findings: tuple[Finding, ...]
    failures: tuple[str, ...] = ()
    unsure: frozenset[str] = frozenset()
    silenced: tuple[Silenced, ...] = ()

    def setting(self, bo: BoVanBan) -> Setting:
        """What `bo`, one of the sets, was resolved with."""
        return self.settings[self.content.file_of(bo.van_ban)]

    def resolved(self, bo: BoVanBan) -> BoVanBan:
        """`bo`, one of the sets that were read, as it was resolved."""
        return next(each for each in self.sets if each.van_ban.origin == bo.van_ban.origin)

    def printed(self, bo: BoVanBan) -> PrintedSet:
        """What is printed of `bo`, one of the sound sets: the words that were kept when it was issued, else those of
        today."""
        frozen = self.content.frozen.get(self.content.file_of(bo.van_ban))
        if frozen and frozen.loi_van:
            return frozen.loi_van
        setting = self.setting(bo)
        return as_printed(bo, setting.doctypes, setting.the_thuc)

    def silenced_in(self, bo: BoVanBan) -> list[Silenced]:
        """What is held back in the files of `bo`, one of the sets."""
        own = set(self.content.files_of(bo))
        return [each for each in self.silenced if each.finding.file in own]

    @property
    def has_errors(self) -> bool:
        return has_errors(self.findings)

    @property
    def sound(self) -> tuple[BoVanBan, ...]:
        """The sets that may be written: no error in their files, in the office's own frames or in what they use of
        the registers."""
        return sound_sets(self.content, self.sets, self.settings, self.findings, self.unsure)


@dataclass(slots=True)
class Told:
    """What is left of batches that have gone: their findings, and a sentence for each set that a fault of ours has
    stopped."""

    failures: list[str] = field(default_factory=list)
    _found: set[Finding] = field(default_factory=set)

    def take(self, checked: Checked) -> None:
        """Keeps what one batch tells."""
        self._found.update(checked.findings)
        self.failures += (said for said in checked.failures if said not in self.failures)  # registers come again

    @property
    def findings(self) -> tuple[Finding, ...]:
        return in_order(self._found)

    @property
    def has_errors(self) -> bool:
        return has_errors(self._found)


def findings_of(project: Project, targets: Sequence[Path] = ()) -> Told:
    """What is to be told of all that `targets` reach, however much that is; arguments and faults as of `check`."""
    told = Told()
    for checked in check_in_batches(project, targets):
        told.take(checked)
    return told


def check(project: Project, targets: Sequence[Path] = (), instead: Mapping[Path, bytes] | None = None) -> Checked:
    """Reads, validates, builds, resolves and lints what `targets` (files, folders; none: everything) reach, all at
    once; `check_in_batches` is for what may be much.

    `instead` holds what files are to be read as before it is written to them.
    Raises WrongUse for a target that is not there or lies outside of content/.
    """
    crashes = Crashes(project)
    targets, library = _asked(project, targets, crashes, instead)
    return _checked(project, targets, Batch(library, offices_with_frames(project.content, targets)), crashes)


def check_in_batches(project: Project, targets: Sequence[Path] = ()) -> Iterator[Checked]:
    """The same, a batch of offices at a time. Whoever has done with one lets it go before the next is read."""
    crashes = Crashes(project)
    targets, library = _asked(project, targets, crashes)
    for batch in batches(library, offices_with_frames(project.content, targets)):
        yield _checked(project, targets, batch, crashes)


def _asked(
    project: Project, targets: Sequence[Path], guard: Guard, instead: Mapping[Path, bytes] | None = None
) -> tuple[list[Path], Library]:
    """The targets as they lie below content/, and what is there."""
    project.progress("đọc, kiểm tra tệp")
    if not project.content.is_dir():
        raise WrongUse(f"không có thư mục {project.content}, nơi đặt các tệp YAML")
    found = [target_of(project, path) for path in targets]
    folders = [target if target.is_dir() else target.parent for target in found]
    library = open_library(project.content, project.schemas, folders or None, instead, guard)
    for target in found or [project.content]:
        if "mau" not in target.parts and not any(_is_at(entry.path, [target]) for entry in library.there.entries):
            raise WrongUse(_why_nothing(project, library, target))
    project.progress("khung trang của đơn vị")
    project.progress(f"hoàn chỉnh: {' · '.join(transform.TITLE for transform in TRANSFORMS)}")
    return found, library


def _why_nothing(project: Project, library: Library, target: Path) -> str:
    """Why nothing is read where there is no file, or a name on the way cannot be read."""
    name = name_of(target, project.content)
    fault = next((found for found in library.there.findings if found.file == name), None)
    return f"{name}: {fault.message} {fault.hint}".rstrip(".") if fault else f"không có tệp YAML nào ở {target}"


def _checked(project: Project, targets: Sequence[Path], batch: Batch, crashes: Crashes) -> Checked:
    """What is to be said of one batch; nothing but that, where a fault of ours stops all of it."""
    checked = crashes(batch.name, partial(_findings, project, targets, batch, crashes))
    if checked is None:
        library = batch.library
        registers, places = library.shared.registers, library.shared.places
        empty = Content(library.root, library.there, registers, places, PictureFiles(library.root, places),
                        FigureFiles(library, registers), PlanFiles(library, registers, places),
                        CopiedFiles(library.root))
        checked = Checked(empty, (), {}, ())
    return replace(checked, failures=(*checked.failures, *crashes.take().values()))


def _findings(project: Project, targets: Sequence[Path], batch: Batch, guard: Crashes) -> Checked:
    content = read_content(batch.library, guard)
    in_frames = project.looks.check(project.content, project.templates, batch.with_frames, guard)
    findings = [*content.findings, *findings_of_content(content, guard)]
    reached = _with_originals(content, [bo for bo in content.sets if _reached(content, bo, targets)])
    files = {name for bo in reached for name in content.files_of(bo)}
    resolved: list[BoVanBan] = []
    settings: dict[str, Setting] = {}
    unsure = set(content.crashed)
    for bo in reached:
        file = content.file_of(bo.van_ban)
        work = partial(resolve, content, bo, project.looks, in_frames)
        if file in content.crashed or (done := guard(file, work)) is None:
            continue
        bo, settings[file], faults = done
        resolved.append(bo)
        files.update(content.files_of(bo))
        certain = content.certain(bo, faults)
        findings += certain
        own = set(content.files_of(bo))
        if has_errors({*faults} - {*certain}) or has_errors(found for found in certain if found.file not in own):
            unsure.add(file)
    findings += findings_of_copies(content, resolved, settings)
    found, used = _figures(content, settings, guard)
    findings += found
    files.update(*used.values())
    unsure |= {file for file, names in used.items() if names & guard.files}
    sifted = sift(findings, [each for bo in resolved for van_ban in bo for each in van_ban.bo_qua], content.places)
    findings = [*sifted.kept, *(found for bo in resolved for found in _told_in(content, bo, sifted.told))]

    def is_wanted(file: str) -> bool:
        return not targets or file in files or content.is_shared(file) or is_under(content, file, targets)

    wanted = [*(f for f in findings if is_wanted(f.file)), *in_frames.findings, *project.schemas.findings]
    failures = [said for file, said in guard.take().items() if file not in content.sources or is_wanted(file)]
    return Checked(content, tuple(resolved), settings, in_order(wanted), tuple(failures),
                   frozenset(unsure | guard.files), tuple(sifted.silenced))


def _figures(
    content: Content, settings: Mapping[str, Setting], guard: Guard
) -> tuple[list[Finding], dict[str, set[str]]]:
    """The findings of what units have reported, each once however many sets ask for it; and which files of that each
    set has asked for, by the file of its issuing document."""
    asked = {file: setting.facts.periods for file, setting in settings.items()}
    periods = dict.fromkeys(each for own in asked.values() for each in own)
    found = findings_of_figures(content, periods, guard)
    names = {period: {each.name for each in content.figures.files_of(*period)} for period in periods}
    return found, {file: set().union(*(names[period] for period in own)) for file, own in asked.items()}


def _told_in(content: Content, bo: BoVanBan, told: Iterable[Finding]) -> list[Finding]:
    """What is told of the suppressions of a set, where that stands whatever the files say that could not be read."""
    own = set(content.files_of(bo))
    return content.certain(bo, [found for found in told if found.file in own])


def _with_originals(content: Content, reached: list[BoVanBan]) -> list[BoVanBan]:
    """`reached` and the sets that some of it are copies of, in the order of the files."""
    copied = {original.van_ban.origin for bo in reached for original in content.originals_of(bo)}
    wanted = copied | {bo.van_ban.origin for bo in reached}
    return [bo for bo in content.sets if bo.van_ban.origin in wanted] if copied else reached


def _reached(content: Content, bo: BoVanBan, targets: Sequence[Path]) -> bool:
    return not targets or any(is_under(content, name, targets) for name in content.files_of(bo))


def is_under(content: Content, name: str, targets: Sequence[Path]) -> bool:
    return _is_at(content.root.parent / name, targets)


def _is_at(path: Path, targets: Sequence[Path]) -> bool:
    return any(path == target or target in path.parents for target in targets)
