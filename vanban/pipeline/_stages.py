"""Stages by name, loaded when they are first used: checking a file does not wait for the writers."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any


def stage(name: str) -> Any:
    """The module `vanban.<name>`."""
    return import_module(f"vanban.{name}")


@cache
def doctypes() -> Mapping[str, Any]:
    """The document types by their ids."""
    modules = stage("registry").discover(stage("doctypes"))
    return {module.TYPE.ma: module.TYPE for module in modules.values()}
