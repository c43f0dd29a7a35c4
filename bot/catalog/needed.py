"""Which sentences the program will ask for, and the values it gives them."""

from collections.abc import Mapping

Needed = Mapping[str, frozenset[str]]
