"""Who stands around the work on one thing, so that a fault of ours in it takes nothing else along."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import NoReturn, Protocol, TypeVar

from vanban.errors import VanBanError

_T = TypeVar("_T")


class Guard(Protocol):
    """Does the work on one file; None where it ended in an exception that nobody foresaw, which the guard has noted."""

    def __call__(self, file: str, work: Callable[[], _T]) -> _T | None: ...


def unguarded(file: str, work: Callable[[], _T]) -> _T | None:
    """Lets every exception through."""
    return work()


@dataclass(slots=True)
class Crashed:
    """A guard that keeps the exceptions that nobody foresaw, by file, until another one is told."""

    errors: dict[str, Exception] = field(default_factory=dict)

    def __call__(self, file: str, work: Callable[[], _T]) -> _T | None:
        try:
            return work()
        except VanBanError:  # what we raise on purpose
            raise
        except Exception as error:  # nothing else is known of what nobody foresaw
            self.errors[file] = error
            return None

    def tell(self, guard: Guard) -> None:
        """Has `guard` note what was kept."""
        for file, error in self.errors.items():
            guard(file, partial(_raise, error))


def _raise(error: Exception) -> NoReturn:
    raise error
