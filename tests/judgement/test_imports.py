"""Judging needs neither the models nor a screen nor YAML."""

import subprocess
import sys

PROGRAM = """
import sys
import plan_cli.judgement.item, plan_cli.judgement.judge
print(sorted({"pydantic", "rich", "yaml", "typer"} & set(sys.modules)))
"""


def test_judgement_is_pure() -> None:
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, encoding="utf-8", check=True
    )
    assert result.stdout.strip() == "[]"
