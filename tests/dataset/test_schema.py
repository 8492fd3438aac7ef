"""Whatever stands for a value, it is told in our words, at its place."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from plan_cli.dataset.files import DataFile, read_yaml
from plan_cli.dataset.models import Assignment, Departments, Indicator, Task
from plan_cli.dataset.plan_models import Plan
from plan_cli.dataset.schema import _KINDS, SchemaFault, check, model_at, wrong_value
from tests.conftest import DATA

ASSIGNMENT = {
    "item": 60,
    "group": "相关镇办",
    "members": ["东城街道"],
    "by": "市发改局",
    "document": "x",
    "date": "2023-03-01",
    "note": "x",
}
PYDANTIC = re.compile(
    r"input|should be|valid |extra|permitted|instance|dictionary|pydantic", re.IGNORECASE
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.text(max_size=40),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=2), st.dictionaries(st.text(), inner, max_size=2)
    ),
    max_leaves=4,
)


def example(name: str) -> Any:
    file = read_yaml(Path(DATA) / name)
    assert isinstance(file, DataFile)
    return file.value


def everything() -> Iterator[tuple[type[BaseModel], Any]]:
    """Yield a record of each file that has as many keys as the data knows."""
    yield Plan, example("plan.yaml")
    yield Departments, example("departments.yaml")
    for model, name in ((Task, "tasks.yaml"), (Indicator, "indicators.yaml")):
        yield model, max(example(name), key=lambda record: len(str(record)))
    yield Assignment, ASSIGNMENT


RECORDS = list(everything())


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of every value, of lists only the first two entries."""
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value[:2]):
            yield from paths(inner, (*path, index))


PLACES = [(model, record, path) for model, record in RECORDS for path in paths(record)]


def replaced(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    if not path:
        return new
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


def faults(model: type[BaseModel], value: Any) -> list[SchemaFault]:
    checked = check(model, value)
    return checked if isinstance(checked, list) else []


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(range(len(PLACES))), VALUES)
def test_a_wrong_value_is_told_in_our_words(place: int, value: Any) -> None:
    model, record, path = PLACES[place]
    for fault in faults(model, replaced(record, path, value)):
        told = fault.message.replace(repr(value), "")
        told = re.sub("“[^”]*”", "", told)
        assert fault.message
        assert fault.hint
        assert not PYDANTIC.search(told + re.sub('[“"].*[”"]', "", fault.hint)), (fault, path)
        assert fault.subject[: len(path)] == path
        assert "is not allowed here" not in fault.message


@pytest.mark.parametrize(
    ("model", "record"), RECORDS, ids=lambda value: getattr(value, "__name__", "")
)
def test_every_key_that_is_missing_or_misspelt_is_told(model: type[BaseModel], record: Any) -> None:
    for path in paths(record):
        if not path or not isinstance(path[-1], str):
            continue
        holder = record
        for part in path[:-1]:
            holder = holder[part]
        key = path[-1]
        without = {name: inner for name, inner in holder.items() if name != key}
        wrong = {**without, key + "x": holder[key]}
        (misspelt,) = faults(model, replaced(record, path[:-1], wrong))
        assert (misspelt.code, misspelt.at_key) == ("schema.unknown-key", True)
        assert misspelt.hint.endswith(f"{key}?")
        known = model_at(model, path[:-1])
        assert known is not None
        absent = faults(model, replaced(record, path[:-1], without))
        required = known.model_fields[key].is_required()
        expected = [("schema.missing-key", path[:-1])] * required
        assert [(one.code, one.path) for one in absent] == expected


def test_the_value_that_is_refused_is_shown() -> None:
    (fault,) = faults(Indicator, replaced(RECORDS[3][1], ("binding",), "yes"))
    assert fault.message == "“yes” is neither true nor false"
    assert fault.path == ("binding",)


@pytest.mark.parametrize("kind", sorted(_KINDS))
def test_every_kind_has_words_for_a_value_and_a_way_out(kind: str) -> None:
    context = {"expected": "'a' or 'b'", "pattern": "^[a-z_]+$", "ge": 1, "min_length": 1}
    message, hint = wrong_value(kind, context, "7")
    assert message
    assert hint
