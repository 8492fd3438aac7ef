"""Entry point of `plan` and of `python -m plan_cli`."""


def main() -> None:
    """Run the command line; exits with the status documented in the README."""


if __name__ == "__main__":
    main()
