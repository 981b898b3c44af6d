"""Lets `python -m simulator` do what `rolecall` does."""

from simulator.cli import main

if __name__ == "__main__":
    main()
