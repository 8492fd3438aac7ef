"""Papers are made without a command line, and only Word documents need python-docx."""

import subprocess
import sys

PROGRAM = """
import sys
sys.modules["docx"] = None
from plan_cli.papers.formats import OfficePackageMissingError
from plan_cli.papers.blocks import Paper
from plan_cli.papers.formats import paper_renderer
for name in ("markdown", "html"):
    paper_renderer(name)([Paper("", ())])
try:
    paper_renderer("docx")
except OfficePackageMissingError as error:
    print(error.package)
print(sorted({"pydantic", "rich", "yaml", "typer"} & set(sys.modules)))
"""


def test_only_word_documents_need_a_package() -> None:
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, encoding="utf-8", check=True
    )
    assert result.stdout.split("\n")[:2] == ["python-docx", "[]"]
