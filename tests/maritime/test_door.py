"""The door of the room: it gives every name that it promises, and loads what compiles only when that is asked for."""

import subprocess
import sys

import pytest

import comity.maritime


@pytest.mark.parametrize("name", sorted(comity.maritime.__all__))
def test_the_door_gives_what_it_promises(name):
    found = getattr(comity.maritime, name)
    assert type(found).__name__ != "module"


def test_a_function_is_given_even_after_the_part_of_its_name_was_loaded():
    told = (
        "import comity.maritime.tracks, comity.maritime.survey; from comity.maritime import survey, tracks; "
        "print(callable(survey), callable(tracks))"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]


def test_nothing_is_compiled_for_who_only_enters():
    told = "import sys, comity.maritime; print('numba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]
