"""What we need of click beyond Typer's own names.

Typer up to 0.25 runs on the installed click, whose messages can be translated; from 0.26 on it
carries a copy of its own. The program works on both; only the earlier ones speak Chinese.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from click import ClickException, Command, Context, HelpFormatter
else:
    try:
        from typer._click import ClickException, Command, Context, HelpFormatter
    except ImportError:
        from click import ClickException, Command, Context, HelpFormatter

__all__ = ["ClickException", "Command", "Context", "HelpFormatter"]
