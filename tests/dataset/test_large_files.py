"""What saves memory where there are many records."""

from pathlib import Path

from plan_cli.dataset.load import load
from plan_cli.notice.reader import read_notice


def test_a_wording_that_is_known_is_not_there_twice() -> None:
    known = "完成改造。"
    notice = read_notice("1.完成改造(牵头部门:市住建局)。", {known: known})
    assert notice.clauses[0].text is known


def test_of_a_record_it_is_forgotten_which_keys_it_had(data_folder: Path) -> None:
    """Pydantic keeps a set for every record, which is most of what records take."""
    first, second, *_rest = load(data_folder).tasks.values()
    assert first.model_fields_set is second.model_fields_set
