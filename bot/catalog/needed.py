"""Which sentences the program will ask for, and the values it gives them."""

from collections.abc import Mapping

#: None: the values are not known here, only that the sentence has to be there.
Needed = Mapping[str, frozenset[str] | None]
