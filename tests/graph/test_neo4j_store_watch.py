"""The watch over a server: what takes too long is given up, and nothing else."""

from __future__ import annotations

import threading

import pytest

from graph.neo4j_store.watch import NoAnswer, Watch


class Asked:
    """A server that answers when told to, and breaks the connection off when given up."""

    def __init__(self) -> None:
        self.given_up = threading.Event()

    def wait(self, seconds: float) -> None:
        if self.given_up.wait(seconds):
            raise OSError("the connection was closed")


def test_what_waits_too_long_is_given_up() -> None:
    asked = Asked()
    watch = Watch(asked.given_up.set)
    with pytest.raises(NoAnswer, match=r"within 0\.2 seconds") as caught, watch.over(0.2):
        asked.wait(20)
    assert isinstance(caught.value.__cause__, OSError)
    watch.stop()


def test_what_ends_in_time_is_left_alone() -> None:
    asked = Asked()
    watch = Watch(asked.given_up.set)
    for _ in range(3):
        with watch.over(0.1):
            pass
    asked.wait(1.2)
    assert not asked.given_up.is_set()
    watch.stop()


def test_an_error_of_its_own_stays_what_it_is() -> None:
    asked = Asked()
    watch = Watch(asked.given_up.set)
    late = threading.Thread(target=_give_up, args=(watch, asked))
    late.start()
    with pytest.raises(KeyError), watch.over(60):
        asked.given_up.wait(20)
        raise KeyError("mine")
    late.join()
    watch.stop()


def _give_up(watch: Watch, asked: Asked) -> None:
    with pytest.raises(NoAnswer), watch.over(0.1):
        asked.wait(20)


def test_a_watch_that_ended_gives_nothing_up() -> None:
    asked = Asked()
    watch = Watch(asked.given_up.set)
    with watch.over(0.1):
        watch.stop()
        asked.wait(1.2)
    assert not asked.given_up.is_set()
