"""`python -m onrecord` is `onrecord`."""

from onrecord.cli.main import run

if __name__ == "__main__":
    run()
