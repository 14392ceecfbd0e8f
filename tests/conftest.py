"""One coder for all tests that need the whole program: building it takes seconds."""

import pytest

from onrecord.coder import Coder


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The coder as it comes."""
    return Coder()
