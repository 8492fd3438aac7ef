"""What people read: places, lines, carets, hints, one line at the end."""

from pathlib import Path

from plan_cli.problem_formats.result import Result
from plan_cli.problem_formats.text import Screen, as_text
from plan_cli.text import cells
from tests.problem_formats.samples import problem, write


def test_a_problem_with_its_line(tmp_path: Path) -> None:
    file = write(tmp_path, "tasks.yaml", "- id: 1\n  lead: 市傷务局\n")
    found = problem(file, (2, 9), (2, 13))
    assert as_text(Result([found]), Screen(120)) == (
        f"{file}:2:9: error [reference.departments] this is wrong\n"
        "    2 |   lead: 市傷务局\n"
        "      |         ^^^^^^^^\n"
        "    Put it right.\n"
        "\n"
        "1 problem in 1 file: 1 error.\n"
    )


def test_files_have_headings_where_there_are_several() -> None:
    found = [
        problem("a.yaml", severity="warning"),
        problem("b.yaml"),
        problem("b.yaml", severity="note"),
    ]
    lines = as_text(Result(found), Screen()).split("\n\n")
    assert lines[0] == "a.yaml: 1 warning"
    assert lines[2] == "b.yaml: 1 error, 1 note"
    assert lines[-1] == "3 problems in 2 files: 1 error, 1 warning, 1 note.\n"


def test_no_problem_is_one_line() -> None:
    assert as_text(Result([], clean="All is well."), Screen()) == "All is well.\n"


def test_a_problem_of_several_lines_is_marked_on_its_first(tmp_path: Path) -> None:
    file = write(tmp_path, "tasks.yaml", "- id: 1\r\n  lead: x\r\n")
    shown = as_text(Result([problem(file, (1, 3), (2, 10))]), Screen())
    assert "    1 | - id: 1\n      |   ^^^^^\n" in shown


def test_without_a_line_there_is_no_excerpt(tmp_path: Path) -> None:
    file = write(tmp_path, "empty.yaml", "")
    for found in (problem(file), problem(str(tmp_path / "missing.yaml")), problem(file, (9, 1))):
        assert " | " not in as_text(Result([found]), Screen())


def test_bytes_that_are_no_utf8_are_spelled_out(tmp_path: Path) -> None:
    file = write(tmp_path, "gbk.yaml", "\ufeff- id: 任务\n".encode("gb18030"))
    shown = as_text(Result([problem(file, (1, 7), (1, 8))]), Screen())
    assert "\\xc8\\xce" in shown
    assert shown.isascii()


def test_a_byte_order_mark_takes_no_column(tmp_path: Path) -> None:
    file = write(tmp_path, "bom.yaml", "\ufeffa: 1\n".encode())
    assert "    1 | a: 1\n      |    ^\n" in as_text(Result([problem(file, (1, 4))]), Screen())


def test_nothing_of_a_file_or_its_name_drives_the_terminal(tmp_path: Path) -> None:
    file = write(tmp_path, "\x1b[2J.yaml", "a: \x1b]0;x\x07\n")
    found = problem(file, (1, 4), message="“\x1b[1m” is wrong\nand more", hint="Take \x9b out.")
    shown = as_text(Result([found]), Screen(200))
    assert "\x1b" not in shown
    assert "\x9b" not in shown
    assert shown.split("\n")[0].endswith("is wrong and more")


def test_a_terminal_gets_folded_lines_and_a_pipe_whole_ones(tmp_path: Path) -> None:
    file = write(tmp_path, "t.yaml", "text: " + "很长的一行" * 40 + "\n")
    found = problem(file, (1, 100), message="这一句话很长" * 20, hint="提示也很长" * 30)
    narrow = as_text(Result([found]), Screen(60, terminal=True)).split("\n")
    assert narrow[0] == f"{file}:1:100: error [reference.departments]"  # never folded
    assert max(map(cells, narrow[1:])) <= 60
    piped = as_text(Result([found]), Screen(60)).split("\n")
    assert piped[0].endswith("这一句话很长" * 20)
    assert max(map(cells, piped[1:])) <= 60


def test_a_message_that_fits_stays_beside_its_place() -> None:
    found = problem("t.yaml", message="短")
    first, *_rest = as_text(Result([found]), Screen(60, terminal=True)).split("\n")
    assert first == "t.yaml:1:1: error [reference.departments] 短"


def test_colour_changes_nothing_but_colours(tmp_path: Path) -> None:
    file = write(tmp_path, "t.yaml", "a: 市\n")
    result = Result([problem(file, (1, 4), (1, 5)), problem("z.yaml", severity="note")])
    plain = as_text(result, Screen(200, terminal=True))
    coloured = as_text(result, Screen(200, terminal=True, colour=True))
    assert "\x1b[1;31m^^\x1b[0m" in coloured
    for code in ("\x1b[1;31m", "\x1b[1;36m", "\x1b[1m", "\x1b[0m"):
        assert code in coloured
        coloured = coloured.replace(code, "")
    assert coloured == plain
