"""Build hook: compile the message catalogues (.po to .mo) and ship the dataset in the wheel."""

from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path("plan_cli", "locale")


def compile_catalogues(locale: Path) -> list[Path]:
    """Compile every catalogue below `locale`; return the compiled files."""
    written = []
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        with source.open("rb") as readable:
            catalogue = read_po(readable, abort_invalid=True)
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        if not target.exists() or target.read_bytes() != compiled.getvalue():
            target.write_bytes(compiled.getvalue())  # others may be reading it
        written.append(target)
    return written


class PlanBuildHook(BuildHookInterface[Any]):
    """Compile the catalogues, and put the dataset into a wheel that is not editable."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it collects the files."""
        compile_catalogues(Path(self.root, LOCALE))
        # An editable install reads the checkout's own data/: a copy would go stale.
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"]["data"] = "plan_cli/data"
            # The data's first lines lead editors to ../schema.
            build_data["force_include"]["schema"] = "plan_cli/schema"
