"""Days as they are typed behind an option."""

from datetime import date

from vanban.dates import parse_date
from vanban.errors import WrongUse


def typed_day(words: str) -> date:
    """Raises WrongUse for what is no day, with the reason."""
    try:
        return parse_date(words)
    except ValueError as error:
        raise WrongUse(str(error)) from error


def day_or_today(words: str) -> date:
    """The day that was typed, today where none was."""
    return typed_day(words) if words else date.today()
