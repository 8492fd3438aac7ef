"""LibreOffice opens a work list, saves it again, and it still collects."""

import shutil
import subprocess
from pathlib import Path

import pytest

from plan_cli.worklists.sheet import WHOLE
from tests.worklists.conftest import Collect
from tests.worklists.filling import filled

SOFFICE = shutil.which("soffice") if shutil.which("localc") else None

CELLS = {
    ("牵头", 102, WHOLE, "状态"): "推进中",
    ("牵头", 102, WHOLE, "进展情况"): "=1+1\n_x0041_ “已建成”",
    ("牵头", 102, WHOLE, "报送日期"): "2023-06-30",
    ("牵头", 102, WHOLE, "佐证"): "兴工信发〔2023〕1号\n00123",
    ("牵头", 102, "102.1", "本期数值"): "2,100个",
    ("指标", 15, "15.1", "时期"): "2023-05",
    ("指标", 15, "15.1", "数据性质"): "预计",
    ("指标", 15, "15.1", "本期数值"): "7.0%",
}


def resaved(content: bytes, folder: Path) -> bytes:
    """Return a workbook as LibreOffice saves it."""
    assert SOFFICE is not None
    (folder / "a.xlsx").write_bytes(content)
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            *("--convert-to", "xlsx", "--outdir", str(folder / "out"), str(folder / "a.xlsx")),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / "out" / "a.xlsx").read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice Calc is not installed")
def test_saved_by_libreoffice(returned: Collect, blank: bytes, tmp_path: Path) -> None:
    before = returned(filled(blank, CELLS))
    after = returned(resaved(filled(blank, CELLS), tmp_path))
    assert [one.state for one in before.outcomes] == ["new", "new"]
    assert after == before
    (tmp_path / "out" / "a.xlsx").unlink()
    assert returned(resaved(blank, tmp_path)).outcomes == ()
