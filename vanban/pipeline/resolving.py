"""One set as it was read → every mark, figure, citation, reference, table and zone in place, and what is wrong with it.

`TRANSFORMS` is the order; each transform fills what those before it have left open.
"""

from typing import Protocol

from vanban.findings import Finding
from vanban.lint.engine import lint
from vanban.lint.rules import issued_edited
from vanban.lint.subjects import Kept, SetSubject
from vanban.model.document import BoVanBan
from vanban.pipeline.kept_words import Today, beside_kept, beside_old, printed_of, today_beside_kept
from vanban.pipeline.linting import findings_of_documents
from vanban.pipeline.own_frames import NOTHING, FoundInFrames, Looks, office_of
from vanban.pipeline.settings import setting_of
from vanban.readers.content import Content
from vanban.setting import Setting
from vanban.transforms import (
    annexes,
    captions,
    citations,
    computed,
    drawing,
    figures,
    layouts,
    named_entries,
    notes,
    numbering,
    opening_line,
    passing,
    pictures,
    references,
    relations,
    shortfalls,
    totals,
    zones,
)


class Transform(Protocol):
    """A transform module. `TITLE` says in Vietnamese what it does, for `-v`."""

    TITLE: str

    def apply(self, bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
        """`bo` with what this transform fills in, and its findings. Never raises on what an officer typed."""
        ...


# Keys are held against the registers as they were typed. What stands in tables, and what a council passed, is then
# written out, so that all others find it there. Citations come before references, which report what nothing answers to;
# what is worked out of a row, and then totals, need the figures of the cells, relations and shortfalls the totals,
# drawing all words, pictures the words of their captions, zones everything.
TRANSFORMS: tuple[Transform, ...] = (
    named_entries, layouts, opening_line, passing, numbering, notes, captions, annexes, figures, citations, references,
    computed, totals, relations, shortfalls, drawing, pictures, zones,
)


def resolve(
    content: Content, bo: BoVanBan, looks: Looks, in_frames: FoundInFrames = NOTHING
) -> tuple[BoVanBan, Setting, list[Finding]]:
    """One set resolved and linted, with what it was resolved with. `in_frames` is what was found in the frames of its
    office."""
    bo, findings = content.with_pictures(bo)
    setting, faults = setting_of(content, bo, looks)
    findings += [*faults, *findings_of_documents(bo, content.places)]
    resolved, of_transforms = transformed(bo, setting)
    frozen = content.frozen.get(content.file_of(bo.van_ban))
    kept = Kept(frozen, content.fingerprints_of(bo), content.gone_of(bo)) if frozen else None
    without_place = in_frames.without_place(office_of(content, bo), resolved, setting)
    findings += of_transforms + lint(SetSubject(resolved, setting, kept, without_place))
    if kept and kept.missing:  # what else is found follows from that, and would have an issued text edited
        return resolved, setting, [each for each in findings if each.code == issued_edited.CODE]
    by_kept = printed_of(resolved, setting, of_transforms) if kept and kept.is_untouched else None
    if kept and kept.is_untouched and (words := kept.frozen.loi_van):
        def today() -> Today:
            return today_beside_kept(content, bo, looks, transformed, by_kept)

        findings = beside_kept(content, bo, words, findings, today)
    elif kept and kept.is_untouched:
        findings += beside_old(content, bo, by_kept, looks, transformed)
    return resolved, setting, findings


def transformed(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` after all transforms, and what they find."""
    findings: list[Finding] = []
    for transform in TRANSFORMS:
        bo, faults = transform.apply(bo, setting)
        findings += faults
    return bo, findings
