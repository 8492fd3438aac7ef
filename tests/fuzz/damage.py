"""Damage to bytes, as disks, editors and bad merges do it."""

from random import Random
from typing import Final

_SEPARATORS: Final = [b"\n", b"\n\n", b"\r\n", b"\r", b"\n- ", b"\n  ", b"\n      - id: "]
_SNIPPETS: Final = [
    *(b"\0", b"\t", b"\x1b[2J", b"\xff", b"\xef\xbb\xbf", b"\xc2\x85", b"\xe2\x80\xa8"),
    *(b"\xed\xa0\x80", b"&a ", b"*a", b"!!str ", b"<<: ", b"? ", b"| ", b">-\n", b"{", b"}"),
    *(b"[", b"]", b"'", b'"', b": ", b"#", b"%YAML 1.1\n", b"---\n", b"...\n", b"null", b"~"),
    *(b"\\", b'"\\u0000"', b"- ", b", ", b"9" * 40, b"-1", b"1e400", b".inf", b"0x1F"),
    *(b"2022-02-30", b"a" * 3000),
    *(text.encode() for text in ("\u202e", "\U0001f600", "（", "等", "，")),
]


def truncated(raw: bytes, random: Random) -> bytes:
    """Return the beginning, or the end."""
    cut = random.randrange(len(raw) + 1)
    return raw[:cut] if random.random() < 0.8 else raw[cut:]


def flipped(raw: bytes, random: Random) -> bytes:
    """Return the bytes with some bits turned over."""
    changed = bytearray(raw)
    for _ in range(random.choice([1, 1, 2, 5, 50])):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def with_snippets(raw: bytes, random: Random) -> bytes:
    """Return the bytes with something put in, or in place of something."""
    for _ in range(random.choice([1, 1, 1, 2, 4])):
        at = random.randrange(len(raw) + 1)
        gone = random.choice([0, 0, 1, 3, 20])
        raw = (
            raw[:at] + random.choice(_SNIPPETS) * random.choice([1, 1, 1, 2, 40]) + raw[at + gone :]
        )
    return raw


def moved(raw: bytes, random: Random) -> bytes:
    """Return the bytes with a stretch taken out and put in elsewhere, perhaps twice."""
    if not raw:
        return raw
    start = random.randrange(len(raw))
    end = min(len(raw), start + random.choice([1, 10, 200, 5000]))
    rest = raw if random.random() < 0.5 else raw[:start] + raw[end:]
    at = random.randrange(len(rest) + 1)
    return rest[:at] + raw[start:end] + rest[at:]


def rejoined(raw: bytes, random: Random) -> bytes:
    """Return the lines with some ends changed, lines lost, doubled, or moved in and out."""
    lines = raw.split(b"\n")
    for _ in range(random.choice([1, 2, 10])):
        at = random.randrange(len(lines))
        lines[at : at + 1] = random.choice(
            [[], [lines[at]] * 2, [b" " + lines[at]], [lines[at][1:]], [lines[at].strip()]]
        ) or [b""]
    end = random.choice(_SEPARATORS) if random.random() < 0.1 else b"\n"
    return end.join(lines)


MUTATIONS: Final = (truncated, flipped, with_snippets, moved, rejoined)
