"""An issued document whose words nobody has kept → its record, with the words."""

from dataclasses import dataclass
from pathlib import Path

from vanban.errors import WrongUse
from vanban.files import write_whole
from vanban.findings import Finding, Place, finding
from vanban.lint.printed_otherwise import differences
from vanban.locks import alone_in
from vanban.model.document import BoVanBan
from vanban.pipeline.checking import Checked
from vanban.pipeline.keeping import checked_document, record, sound
from vanban.pipeline.kept_words import printed_today, told
from vanban.pipeline.lost_records import lost_record
from vanban.pipeline.project import Project, target_of
from vanban.pipeline.resolving import transformed
from vanban.readers.kept_records import frozen_path

_HINT = "Đối chiếu với bản đã ký; sửa sổ dùng chung cho đúng như khi ban hành rồi làm lại."


@dataclass(frozen=True, slots=True)
class Supplemented:
    """The record that was written, None where there was one with words; findings at error level say why none was.
    `told` says what could not be looked up."""

    findings: tuple[Finding, ...]
    record: Path | None = None
    told: str = ""


def supplement(project: Project, file: Path) -> Supplemented:
    """Keeps the words of the issued document in `file`, where its record lacks them or is missing.

    With a record that was written before words were kept, only where what the registers print today is what the kept
    entries give: else nobody knows which words were signed. Nothing is written where the set has an error, nor where a
    record of it lies beside its old name or in git.

    Raises WrongUse for a file that is not an issued document, MachineError for one that a fault of ours has stopped.
    """
    target = target_of(project, file)
    with alone_in(target.parent):
        return _supplemented(project, target, file)


def _supplemented(project: Project, target: Path, file: Path) -> Supplemented:
    checked, bo, name = checked_document(project, target)
    if not bo.van_ban.is_issued:
        raise WrongUse(f"{file} chưa có số và ngày ban hành; ban hành bằng lệnh issue với --so và --ngay")
    resolved, frozen = sound(checked, name), checked.content.frozen.get(name)
    if resolved is None or frozen and frozen.loi_van:
        return Supplemented(checked.findings)
    if faults := _unlike_kept(project, checked, bo, resolved, name) if frozen else []:
        return Supplemented((*(found for found in checked.findings if found.code != "S197"), *faults))
    lost = lost_record(project, checked, resolved, checked.content.record_of(bo))
    if lost.findings:
        return Supplemented((*checked.findings, *lost.findings))
    path = frozen_path(target)
    write_whole(path, record(project, checked, resolved, frozen.so_sach if frozen else checked.content.entries))
    return Supplemented(tuple(found for found in checked.findings if found.code not in ("S113", "S191")), path,
                        lost.told)


def _unlike_kept(
    project: Project, checked: Checked, bo: BoVanBan, resolved: BoVanBan, name: str
) -> list[Finding]:
    """What the registers of today print otherwise than the entries that were kept; `bo` as it was read, and resolved
    with what was kept."""
    bo, _ = checked.content.with_pictures(bo)
    today = printed_today(checked.content, bo, project.looks, transformed)
    if today is None:
        words = "Chưa lưu được lời văn: theo các sổ hôm nay thì không in được văn bản này."
        return [finding("S193", Place(name), words, _HINT)]
    found = differences(checked.printed(resolved), today)
    return told("S193", Place(name), "Chưa lưu được lời văn: hôm nay in khác các mục đã lưu khi ban hành", found, _HINT)
