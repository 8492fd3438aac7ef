"""JSON Schema of the files of a dataset: draft 7, which every editor reads.

Conditions between values (an upper end belongs to `between`) are left to `plan validate`.
"""

import json
from typing import Any, Final

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from plan_cli.dataset import models
from plan_cli.dataset.plan_models import Plan

MODELS: Final[dict[str, Any]] = {
    "plan": Plan,
    "departments": models.Departments,
    "indicators": list[models.Indicator],
    "tasks": list[models.Task],
    "assignments": list[models.Assignment],
    "progress": list[models.Report],
    "annual": list[models.AnnualGoal],
}
"""What each file holds, by the keys of `dataset.folder.FILES`, and the files in folders."""

_IN_FOLDERS: Final = {"progress": "progress/*.yaml", "annual": "annual/*/*.yaml"}

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_DAY: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def file_name(key: str) -> str:
    return f"{key}.schema.json"


def describes(key: str) -> str:
    return _IN_FOLDERS.get(key, f"{key}.yaml")


def file_schema(key: str) -> dict[str, Any]:
    """The JSON Schema of the file called `key`."""
    schema = TypeAdapter(MODELS[key]).json_schema(
        schema_generator=_Generator, ref_template="#/definitions/{model}"
    )
    definitions = schema.pop("$defs", {})
    schema.pop("title", None)
    named = {"$schema": _DRAFT, "title": describes(key), **schema}
    return named | {"definitions": definitions} if definitions else named


def dump(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


class _Generator(GenerateJsonSchema):
    def function_plain_schema(
        self, schema: core_schema.PlainValidatorFunctionSchema
    ) -> JsonSchemaValue:
        if schema["function"]["function"] is models.exact_number:
            return {"type": "number"}
        return super().function_plain_schema(schema)

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        """A pattern as well: not every validator looks at `format`."""
        return super().date_schema(schema) | {"pattern": _DAY}

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Leave out titles that only repeat the key."""
        del schema
        return False
