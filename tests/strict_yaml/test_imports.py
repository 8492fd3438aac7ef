import subprocess
import sys


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_naming_the_types_does_not_import_pyyaml() -> None:
    heavy = "{'yaml', 'pydantic', 'rich', 'typer'}"
    code = f"import sys, plan_cli.strict_yaml; print({heavy} & set(sys.modules))"

    assert run(code) == "set()"


def test_a_file_is_read_without_libyaml() -> None:
    code = (
        "import sys; sys.modules['yaml._yaml'] = None\n"
        "from plan_cli.strict_yaml import Positions, parse\n"
        "from plan_cli.strict_yaml.events import HAVE_C\n"
        "print(HAVE_C, parse('a: [1]').value, Positions('a: [1]').value(('a', 0)).start.column)"
    )

    assert run(code) == "False {'a': [1]} 5"
