"""Exceptions: our own bugs and a broken machine. A fault in a user's file is a Finding, never one of these."""

import errno


class VanBanError(Exception):
    """Root of every exception that this package raises on purpose. Its text is Vietnamese, for the user."""


class WrongUse(VanBanError):
    """The command asks for what cannot be: a target that is not there. Exit code 2."""


class MachineError(VanBanError):
    """The machine cannot do it: no converter, no font, a full disk. Exit code 3."""


class EditRefused(VanBanError):
    """A file cannot be edited by machine as was asked: it is another by now, edits meet, or nothing stands there.
    Nothing was written. Exit code 3."""


class PluginError(VanBanError):
    """A module that was found by looking (a type, rule, layout, reporter) lacks what its kind asks for. Exit 3."""


class FrameError(VanBanError):
    """A page frame (templates/*.docx) cannot be read or filled. Exit code 3."""


_OF_THE_SYSTEM = {
    errno.ENOENT: "không có tệp hoặc thư mục này", errno.EACCES: "không có quyền đọc hoặc ghi",
    errno.EPERM: "không có quyền đọc hoặc ghi", errno.EROFS: "ổ đĩa chỉ cho đọc", errno.ENOSPC: "ổ đĩa đã đầy",
    errno.ENOTDIR: "trên đường dẫn có một tệp ở chỗ của thư mục", errno.EEXIST: "đã có một tệp mang tên này",
    errno.EISDIR: "đây là thư mục, không phải tệp", errno.ELOOP: "liên kết trỏ vòng",
    errno.ENAMETOOLONG: "tên quá dài", errno.EFBIG: "tệp lớn hơn mức hệ thống cho phép",
    errno.EIO: "ổ đĩa đọc hoặc ghi bị lỗi",
    errno.EMFILE: "đang mở quá nhiều tệp", errno.ENFILE: "đang mở quá nhiều tệp", errno.ENOMEM: "hết bộ nhớ",
    errno.ENXIO: "đây là thiết bị, không phải tệp", errno.EBUSY: "tệp đang được chương trình khác dùng",
}


def system_words(error: OSError) -> str:
    """What the system says, in Vietnamese where we know the words; other words are quoted as its own."""
    known = _OF_THE_SYSTEM.get(error.errno or 0)
    return known or f"hệ thống báo “{error.strerror or error}”"


def cannot(do: str, file: object, error: OSError) -> str:
    """A sentence on a file that the system does not let us `do` something to."""
    is_held = error.errno in (errno.EACCES, errno.EPERM, errno.EBUSY)
    return f"Không {do} {file} ({system_words(error)}){'; tệp có đang mở không?' if is_held else '.'}"
