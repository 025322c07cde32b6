"""The door of the room: it gives every name that it promises, and loads what compiles only when that is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

import comity.maritime
from comity.maritime import by_kernels


@pytest.mark.parametrize("name", sorted(comity.maritime.__all__))
def test_the_door_gives_what_it_promises(name):
    found = getattr(comity.maritime, name)
    assert type(found).__name__ != "module"


def test_what_compiles_shares_no_name_with_a_part_of_the_room():
    # a part that is loaded stands on the door under its own name, where the function would be asked for
    parts = {path.stem for path in Path(by_kernels.__file__).parent.iterdir()}
    assert set(by_kernels.__all__) & parts == set()


def test_nothing_is_compiled_for_who_only_enters():
    told = "import sys, comity.maritime; print('numba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]
