from pathlib import Path

import pytest

from plan_cli.dataset.load import load
from plan_cli.dataset.rows import known_discrepancies


@pytest.mark.parametrize(
    ("item", "others"),
    [
        (43, [("43.1", "117.5")]),
        (117, [("43.1", "117.5")]),
        (158, [("34.1", "158.1")]),
        (4, []),
        (3, []),  # no part of 34
    ],
)
def test_an_item_has_the_discrepancies_of_its_targets(
    data_folder: Path, item: int, others: list[tuple[str, str]]
) -> None:
    dataset = load(data_folder).dataset()
    assert dataset is not None
    known = known_discrepancies(dataset.plan.discrepancies, item)
    assert [tuple(one["targets"]) for one in known] == others
