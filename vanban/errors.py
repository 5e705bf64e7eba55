"""Exceptions: our own bugs and a broken machine. A fault in a user's file is a Finding, never one of these."""


class VanBanError(Exception):
    """Root of every exception that this package raises on purpose. Its text is Vietnamese, for the user."""


class WrongUse(VanBanError):
    """The command asks for what cannot be: a target that is not there. Exit code 2."""


class MachineError(VanBanError):
    """The machine cannot do it: no converter, no font, a full disk. Exit code 3."""


class FrameError(VanBanError):
    """A page frame (templates/*.docx) cannot be read or filled. Exit code 3."""
