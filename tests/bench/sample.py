"""The documents of the bench: the sample set of content/, and the same with a plan several times as long."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from vanban import pipeline
from vanban.model.document import BoVanBan, VanBan
from vanban.readers.content import Content
from vanban.the_thuc import TheThuc
from vanban.transforms.choose_format import choose_format

PROJECT = pipeline.Project(Path(__file__).parents[2])
DON_VI = "nghe_an"
FOLDER = PROJECT.content / DON_VI / "2025"
# A plan with its headings eight times over makes a set of some 60 pages.
REPEATED = 8


@cache
def content() -> Content:
    """The sample folder as read: sets built, nothing resolved."""
    return pipeline.check(PROJECT, [FOLDER]).content


def unresolved() -> BoVanBan:
    """The decision with its plan and annex."""
    return next(bo for bo in content().sets if bo.van_ban.ma == "qd_ke_hoach_cchc")


@cache
def sample() -> BoVanBan:
    """The set resolved: some 16 pages."""
    return pipeline.resolve(content(), unresolved())[0]


@cache
def larger() -> BoVanBan:
    """The set with the headings of the plan repeated, resolved: some 60 pages."""
    def longer(van_ban: VanBan) -> VanBan:
        return replace(van_ban, de_muc=van_ban.de_muc * REPEATED) if van_ban.loai_van_ban == "ke_hoach" else van_ban

    return pipeline.resolve(content(), unresolved().map(longer))[0]


def docx(bo: BoVanBan) -> bytes:
    """Ours, whole: body XML, frames filled, zip."""
    return pipeline.docx(PROJECT, content(), bo)


def the_thuc(bo: BoVanBan) -> TheThuc:
    """The format of a set."""
    return choose_format(bo, content().registers, content().places)[0]
