"""Datasets to count in: the made-up city, and both cities with reports at random."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import DATA, ROOT
from tests.recount.made_up import hand_in
from tests.recount.raw import Raw

SAMPLE = ROOT / "examples" / "made-up-city"
_MERGED = {"市乡村振兴局": "市农业农村局", "市金融办": "市财政局, 市发改局", "市住建局": "市水利局"}


class Counted(NamedTuple):
    """A dataset, and its files as they are."""

    folder: Path
    raw: Raw


@pytest.fixture(scope="session", params=["sample", "sample-1", "sample-2", "city-3", "city-4"])
def counted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Counted:
    """The made-up city as it is, then copies with departments merged and reports at random."""
    name, _dash, seed = request.param.partition("-")
    source = SAMPLE if name == "sample" else DATA
    if not seed:
        return Counted(source, Raw(source))
    folder = Path(shutil.copytree(source, tmp_path_factory.mktemp(name) / "data"))
    listed = (folder / "departments.yaml").read_text("utf-8")
    for gone, heirs in _MERGED.items():
        line = f"  - name: {gone}\n"
        merged = f"{line}    valid_until: 2023-06-30\n    successors: [{heirs}]\n"
        listed = listed.replace(line, merged)
    (folder / "departments.yaml").write_text(listed, "utf-8")
    shutil.rmtree(folder / "annual", ignore_errors=True)
    hand_in(folder, int(seed), 80 if name == "sample" else 240)
    return Counted(folder, Raw(folder))
