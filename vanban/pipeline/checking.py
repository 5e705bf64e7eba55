"""content/ → resolved sets and findings: the first five stages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vanban.errors import WrongUse
from vanban.findings import Finding, has_errors
from vanban.model.document import BoVanBan
from vanban.pipeline._stages import doctypes, stage
from vanban.pipeline.laws import format_of, registers_of
from vanban.pipeline.offices import office_frames, office_of, own_frames, restyled
from vanban.pipeline.project import Project, target_of

if TYPE_CHECKING:
    from vanban.readers.content import Content


@dataclass(frozen=True, slots=True)
class Checked:
    """What the first five stages gave.

    sets      those that the targets reach, resolved as far as they could be
    findings  of the files that these sets are made of, and of the registers, by place
    """

    content: "Content"
    sets: tuple[BoVanBan, ...]
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        return has_errors(self.findings)

    @property
    def sound(self) -> tuple[BoVanBan, ...]:
        """The sets that may be written: no error in their files or the office's own frames, none in the registers."""
        at_fault = {found.file for found in self.findings if found.level == "error"}
        if any(name.startswith(shared_folder(self.content)) for name in at_fault):
            return ()
        content = self.content
        return tuple(bo for bo in self.sets if not at_fault & {*content.files_of(bo), *own_frames(content, bo)})


def check(project: Project, targets: Sequence[Path] = (), instead: Mapping[Path, bytes] | None = None) -> Checked:
    """Reads, validates, builds, resolves and lints what `targets` (files, folders; none: everything) reach.

    `instead` holds what files are to be read as before it is written to them.
    Raises WrongUse for a target that is not there or lies outside of content/.
    """
    content_reader = stage("readers.content")
    project.progress("1/6 đọc")
    if not project.content.is_dir():
        raise WrongUse(f"không có thư mục {project.content}, nơi đặt các tệp YAML")
    targets = [target_of(project, path) for path in targets]
    folders = [target if target.is_dir() else target.parent for target in targets]
    content = content_reader.read_content(project.content, project.schemas, folders or None, instead)
    project.progress("3/6 khung trang của đơn vị")
    frames_of = office_frames(project, targets)
    for target in targets or [project.content]:
        if "mau" not in target.parts and not any(is_under(content, name, [target]) for name in content.sources):
            raise WrongUse(f"không có tệp YAML nào ở {target}")
    project.progress("4/6 hoàn chỉnh")
    resolved, findings = [], [*content.findings, *stage("lint.numbers").check_numbers(content.sets, content.places)]
    for bo in content.sets:
        if _reached(content, bo, targets):
            bo, faults = resolve(content, bo)
            resolved.append(bo)
            findings += content.certain(bo, faults)
            if own_looks := frames_of.get(office_of(content, bo)):
                the_thuc, _ = format_of(content, bo)
                unprinted = stage("readers.office_frames").unprinted
                findings += unprinted(bo, own_looks, doctypes(), the_thuc, content.places)
    own = {name for bo in resolved for name in content.files_of(bo)}
    wanted = [f for f in findings if not targets or f.file in own or f.file.startswith(shared_folder(content))
              or is_under(content, f.file, targets)]
    wanted += (found for office in frames_of.values() for found in office.findings)
    return Checked(content, tuple(resolved), tuple(sorted(set(wanted), key=lambda f: (f.order, f.message))))


def resolve(content: "Content", bo: BoVanBan) -> tuple[BoVanBan, list[Finding]]:
    """One set with every mark, figure, citation, reference, table and zone in place, linted; and its faults."""
    registers, places, kinds = registers_of(content, bo), content.places, doctypes()
    the_thuc, findings = format_of(content, bo)
    the_thuc = restyled(content, bo, the_thuc)
    if frozen := content.frozen.get(content.file_of(bo.van_ban)):
        findings += stage("lint.issued").check_issued(frozen, content.fingerprints_of(bo))

    def step(result: tuple[BoVanBan, list[Finding]]) -> BoVanBan:
        findings.extend(result[1])
        return result[0]

    bo = step(stage("transforms.numbering").number(bo, kinds, places))
    bo = stage("transforms.notes").number_notes(bo)
    bo = stage("transforms.pictures").number_captions(bo)
    bo = step(stage("transforms.annexes").mark_annexes(bo, kinds, registers, the_thuc, places))
    bo = step(stage("transforms.figures").resolve_figures(bo, registers, places))
    bo = step(stage("transforms.citations").resolve_citations(bo, registers, the_thuc, places))
    bo = step(stage("transforms.references").resolve_references(bo, kinds, registers, places))
    bo = step(stage("transforms.relations").hold_relations(bo, places))
    bo = step(stage("transforms.layouts").lay_out_tables(bo, registers, the_thuc, places))
    bo = step(stage("transforms.pictures").fit_pictures(bo, the_thuc, places))
    findings += stage("transforms.issuer").check_issuer(bo, kinds, registers, places)
    bo = stage("transforms.zones").compose_zones(bo, kinds, registers, the_thuc)
    return bo, findings + stage("lint.engine").lint(bo, the_thuc, places)


def shared_folder(content: "Content") -> str:
    return f"{content.root.name}/dung_chung/"


def _reached(content: "Content", bo: BoVanBan, targets: Sequence[Path]) -> bool:
    return not targets or any(is_under(content, name, targets) for name in content.files_of(bo))


def is_under(content: "Content", name: str, targets: Sequence[Path]) -> bool:
    path = content.root.parent / name
    return any(path == target or target in path.parents for target in targets)
