"""The JSON Schemas of the dataset's files in `schema/`, as the models are today."""

from pathlib import Path
from typing import Final

from plan_cli.dataset.json_schema import MODELS, dump, file_name, file_schema

ROOT: Final = Path(__file__).resolve().parents[1]
SCHEMAS: Final = ROOT / "schema"


def refresh() -> None:
    """Write every schema, and remove those that no file has any more."""
    SCHEMAS.mkdir(exist_ok=True)
    wanted = {file_name(key): dump(file_schema(key)) for key in MODELS}
    for path in SCHEMAS.glob("*.schema.json"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        SCHEMAS.joinpath(name).write_text(text, encoding="utf-8", newline="\n")
