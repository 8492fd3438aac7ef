"""What all records share: strictness, immutability, and the few types that YAML does not have."""

import os
import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final, TypeVar

# Looking for Pydantic plugins that other packages may have installed costs more than our models.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator
from pydantic_core import PydanticCustomError

Item = TypeVar("Item")

_NO_KEYS: Final[set[str]] = set()

_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MAX_DIGITS: Final = 15  # up to here a number in JSON reads back as exactly what was written


class Record(BaseModel):
    """A record of the dataset: no unknown keys, no coercion, no change after loading."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)

    def model_post_init(self, context: Any, /) -> None:
        """Forget which keys were there: nobody asks, and each such set is 0.7 KB."""
        del context
        object.__setattr__(self, "__pydantic_fields_set__", _NO_KEYS)


def _iso_date(value: object) -> object:
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("iso_date", "not a date of the form YYYY-MM-DD")


def exact_number(value: object) -> int | Decimal:
    """Return a number that JSON holds exactly, or refuse it."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("exact_number", "not a number")
    if len(Decimal(value).as_tuple().digits) > _MAX_DIGITS:
        raise PydanticCustomError("exact_number_digits", "a number of more than 15 digits")
    return value


Text = Annotated[str, Field(min_length=1)]
Year = Annotated[int, Field(ge=1900, le=2999)]
# Strict mode refuses text for a date and a list for a tuple, and those are what YAML has.
IsoDate = Annotated[date, BeforeValidator(_iso_date)]
Number = Annotated[int | Decimal, PlainValidator(exact_number)]
Many = Annotated[tuple[Item, ...], Field(strict=False)]
