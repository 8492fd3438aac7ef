"""The documents say what is so: examples print what they show, every field is explained."""

import re
from pathlib import Path

import pytest

from plan_cli.app import COMMANDS
from plan_cli.cli.output import Format
from plan_cli.dataset import models, plan_models
from plan_cli.listings.listing import FORMATS
from scripts.examples import DOCUMENTS, refreshed
from scripts.reference import PAGES, page
from tests.conftest import ROOT

READMES = ["README.md", "README.zh-CN.md"]


def _models() -> list[type[models.Record]]:
    found = [*vars(models).values(), *vars(plan_models).values()]
    return [one for one in found if isinstance(one, type) and issubclass(one, models.Record)]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_examples_print_what_they_show(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "```console\n$ plan " in text
    assert refreshed(text, DOCUMENTS[name]) == text


@pytest.mark.parametrize("name", PAGES)
def test_the_command_reference_is_current(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == page(PAGES[name])


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_in_the_readme(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"plan {command}" not in text] == []


@pytest.mark.parametrize("record", _models(), ids=lambda record: record.__name__)
def test_every_field_is_explained_beside_the_data(record: type[models.Record]) -> None:
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"`([a-z_0-9]+)(?:: [a-z]+)?`", text))
    assert set(record.model_fields) <= explained


@pytest.mark.parametrize("name", [*DOCUMENTS, "CONTRIBUTING.md", "data/README.md"])
def test_links_lead_somewhere(name: str) -> None:
    path = ROOT / name
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not Path(path.parent, target).exists()] == []


def test_every_renderer_can_be_chosen() -> None:
    assert {choice.value for choice in Format} == set(FORMATS)
