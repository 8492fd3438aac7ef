"""What is let go of to save memory is there again when it is asked for."""

from pathlib import Path

import pytest

from plan_cli.dataset import files
from plan_cli.dataset.files import DataFile, KeptText, read_yaml
from plan_cli.dataset.load import load
from plan_cli.dataset.yaml import Path as ValuePath
from plan_cli.notice.reader import read_notice

PATHS: list[ValuePath] = [
    (),
    (0,),
    (0, "text"),
    (1, "support", 1),
    (2, "targets", 0, "quote"),
    (2, "nothing"),
    (9999,),
    ("id",),
]


def read(path: Path) -> DataFile:
    file = read_yaml(path)
    assert isinstance(file, DataFile)
    return file


@pytest.mark.parametrize("large", [0, 10**9])
@pytest.mark.parametrize("name", ["tasks.yaml", "indicators.yaml", "plan.yaml"])
def test_a_file_that_was_let_go_of_says_the_same(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, large: int
) -> None:
    monkeypatch.setattr(files, "_LARGE", large)
    whole, gone = read(data_folder / name), read(data_folder / name)
    gone.let_go()

    for path in PATHS:
        assert gone.at(path) == whole.at(path)
        assert gone.place(path) == whole.place(path)
        assert gone.place(path, key=True) == whole.place(path, key=True)
        assert gone.place_inside(path, 1, 3) == whole.place_inside(path, 1, 3)
    assert gone.value == whole.value
    assert gone.text == whole.text


@pytest.mark.parametrize("text", ["", "甲", "甲\r\n乙\n" * 200_000])
def test_a_text_is_kept_however_long_it_is(text: str) -> None:
    assert KeptText(text).get() == text


def test_a_wording_that_is_known_is_not_there_twice() -> None:
    known = "完成改造。"
    notice = read_notice("1.完成改造(牵头部门:市住建局)。", {known: known})
    assert notice.clauses[0].text is known


def test_of_a_record_it_is_forgotten_which_keys_it_had(data_folder: Path) -> None:
    """Pydantic keeps a set for every record, which is most of what records take."""
    first, second, *_rest = load(data_folder).tasks.values()
    assert first.model_fields_set is second.model_fields_set
