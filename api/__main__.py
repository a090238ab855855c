"""`python -m api` is `phahe`."""

from api.cli import main

if __name__ == "__main__":
    main()
