"""`python -m bot …`. The bot itself starts without loading the command line's libraries: idle memory and start time
are counted."""

import sys


def main() -> None:
    if sys.argv[1:] == ["run"]:
        from bot.start import start

        sys.exit(start())
    from bot.cli import app

    app()


if __name__ == "__main__":
    main()
