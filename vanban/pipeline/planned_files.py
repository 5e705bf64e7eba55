"""The files of a year's turn as they lie in the folder of the new year → what is written of what was generated now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from vanban.plan.base import Base, from_json, to_json
from vanban.plan.merging import Region, merged

NAME = "chuyen_nam"
YAML, PAGE, BASE = f"{NAME}.yaml", f"{NAME}.md", f".{NAME}.json"
_MARK = "\ufeff"


@dataclass(frozen=True)
class Stored:
    """The folder of the new year as it is."""

    folder: Path

    @cached_property
    def base(self) -> Base | None:
        """What was generated last time; None where nobody knows."""
        path = self.folder / BASE
        return from_json(path.read_bytes(), _is_written) if path.exists() else None

    @property
    def names(self) -> frozenset[str]:
        """The files that were generated last time."""
        return frozenset(self.base.texts if self.base else ())

    def text(self, name: str) -> str | None:
        """The text of a file with plain line ends; None where it is not there. It is one that can be read
        (`planned_obstacles`)."""
        try:
            return _plain((self.folder / name).read_bytes().decode("utf-8"))
        except FileNotFoundError:
            return None


@dataclass(slots=True)
class Merging:
    """files      what is to be written, by name; None: it goes
    base       the generated texts as they count from now on
    held       changes that are not put into a file of somebody's, by name
    in_the_way  files that this command did not make
    told       sentences on what is left as it is
    """

    files: dict[str, str | None] = field(default_factory=dict)
    base: dict[str, str] = field(default_factory=dict)
    held: dict[str, tuple[Region, ...]] = field(default_factory=dict)
    in_the_way: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def merged_files(generated: Mapping[str, str], stored: Stored, apply: bool) -> Merging:
    """What is to be done with each generated file, and with those of last time that are generated no more."""
    done = Merging()
    known = stored.base.texts if stored.base else {}
    for name, text in generated.items():
        _merge(done, name, text, known.get(name), stored.text(name), apply)
    for name in known.keys() - generated.keys():
        _leave(done, name, known[name], stored.text(name))
    return done


def with_base(files: Mapping[str, str | None], base: Base, stored: Stored) -> dict[str, bytes | None]:
    """The bytes to be written, in the order that they go in, with what is kept of them for the next time; nothing where
    nothing changes.

    A run that is stopped is completed by the next one: this finds first what people have answered and what was asked
    for, then files that are as it would write them, and last what was generated before.
    """
    kept = to_json(base)
    if not files and stored.text(BASE) == kept:
        return {}
    first = sorted(files, key=lambda name: name != YAML)
    written = {name: None if (text := files[name]) is None else _typed(text, stored.folder / name) for name in first}
    return {**written, BASE: kept.encode()}


def _merge(done: Merging, name: str, text: str, base: str | None, there: str | None, apply: bool) -> None:
    new = _plain(text)
    if base is None and there is not None and there != new:
        done.in_the_way.append(name)
    elif base is not None and there is None:
        done.base[name] = base
        done.told.append(f"{name} đã bị xóa nên máy không viết lại; cần thì lấy lại từ git.")
    elif there is None or there in (base, new):
        done.base[name] = new
        done.files |= {name: text} if there != new else {}
    else:
        _merge_three(done, name, base or "", new, there, apply)


def _merge_three(done: Merging, name: str, base: str, new: str, there: str, apply: bool) -> None:
    """A file that somebody has changed."""
    both = merged(base, new, there)
    done.base[name] = both.base if apply else base
    done.held |= {name: held} if (held := tuple(_held(both.regions, apply))) else {}
    if not both.regions:
        done.base[name] = new
    elif apply and both.text != there:
        done.files[name] = both.text


def _held(regions: tuple[Region, ...], apply: bool) -> Iterator[Region]:
    return (each for each in regions if each.is_conflict or not apply)


def _leave(done: Merging, name: str, base: str, there: str | None) -> None:
    """A file that was generated last time and is not any more."""
    if there == base:
        done.files[name] = None
    elif there is not None:
        done.base[name] = base
        done.told.append(f"{name} không còn được lập lại, nhưng đã có người sửa nên máy để nguyên; không cần thì xóa.")


def _is_written(name: str) -> bool:
    """Whether such a file is generated anew each time: the page and the drafts."""
    return name == PAGE or name.endswith(".yaml") and name != YAML


def _plain(text: str) -> str:
    return text.removeprefix(_MARK).replace("\r\n", "\n")


def _typed(text: str, path: Path) -> bytes:
    """The bytes of a text, with the line ends that the file has that it goes over."""
    plain = _plain(text)
    is_windows = b"\r\n" in path.read_bytes() if path.exists() else "\r\n" in text
    return (plain.replace("\n", "\r\n") if is_windows else plain).encode()
