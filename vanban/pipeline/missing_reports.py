"""A checked document → the units whose reports its totals lack, by period."""

from vanban.facts.periods import written
from vanban.model.inline import Figure
from vanban.model.walk import inlines
from vanban.pipeline.checking import Checked


def missing_reports(checked: Checked, name: str) -> dict[str, list[str]]:
    """Of the set whose issuing document is in the file `name`: units by the period as `ky_thieu` names it, "" for
    that of the document; in the order of print, each once. What is accepted already is not missing."""
    bo = next((bo for bo in checked.sets if checked.content.file_of(bo.van_ban) == name), None)
    theo = bo.van_ban.so_lieu_theo if bo else None
    missing: dict[str, dict[str, None]] = {}
    for van_ban in bo or ():
        for figure in inlines(van_ban):
            for ky, units in figure.total.missing_by_period if isinstance(figure, Figure) and figure.total else ():
                key = written(ky, theo.ky) if theo else ky.ma
                missing.setdefault(key, {}).update(dict.fromkeys(units))
    return {ky: list(units) for ky, units in missing.items() if units}
