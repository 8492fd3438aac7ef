"""From the text of a file to its value, or to all that is wrong with it."""

from plan_cli.strict_yaml import messages
from plan_cli.strict_yaml.characters import character_faults, is_clean
from plan_cli.strict_yaml.model import DEFAULT_LIMITS, Fault, Limits, Parsed
from plan_cli.strict_yaml.outside import needs_a_closer_look

_BYTES_PER_CHARACTER = 4
_LONG = 256 * 1024  # characters


def parse(text: str, limits: Limits = DEFAULT_LIMITS) -> Parsed:
    """Read a document: return its value, or every fault that can be told in one pass."""
    return parse_with(text, limits)


def parse_with(text: str, limits: Limits = DEFAULT_LIMITS, use_c: bool | None = None) -> Parsed:
    """Read a document with a given parser: libyaml's, the one in Python, or the best there is."""
    if _is_too_large(text, limits):
        return Parsed(None, (messages.too_large(limits.max_bytes),))
    if not is_clean(text):
        return Parsed(None, tuple(character_faults(text, limits.max_faults)))

    # Imported late: a program that only names the types here has no need of PyYAML.
    from plan_cli.strict_yaml.build import Unusual, build

    try:
        value, ends = build(text, limits, use_c)
    except Unusual:
        faults = _faults(text, limits, use_c)
        assert faults, "the two ways through a document disagree"  # noqa: S101
        return Parsed(None, faults)
    if needs_a_closer_look(text):
        return Parsed(value, _faults(text, limits, use_c), ends)
    return Parsed(value, (), ends)


def _faults(text: str, limits: Limits, use_c: bool | None) -> tuple[Fault, ...]:
    """Return what is wrong, in the words of the parser in Python unless the text is long.

    That parser is there with and without libyaml, which stumbles now and then at another place.
    It takes some seconds for a megabyte.
    """
    found = _surveyed(text, limits, use_c)
    if not found or len(text) > _LONG:
        return found
    return _surveyed(text, limits, use_c=False) or found


def _surveyed(text: str, limits: Limits, use_c: bool | None) -> tuple[Fault, ...]:
    from plan_cli.strict_yaml.survey import GaveUpError, Survey

    try:
        return tuple(Survey(text, limits, use_c, keep_places=False).faults)
    except GaveUpError:  # libyaml, since 0.2.6; the parser in Python stops at our own limit
        return tuple(Survey(text, limits, use_c=False, keep_places=False).faults)


def _is_too_large(text: str, limits: Limits) -> bool:
    if len(text) * _BYTES_PER_CHARACTER <= limits.max_bytes:
        return False
    return len(text.encode("utf-8", "surrogatepass")) > limits.max_bytes
