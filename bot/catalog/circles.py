"""What waits for itself."""

from collections.abc import Mapping, Sequence


def in_circle(needs: Mapping[str, Sequence[str]], key: str) -> bool:
    """Whether one comes back to `key` by going from each to what it needs."""
    seen, next_ones = set[str](), list(needs.get(key, ()))
    while next_ones:
        one = next_ones.pop()
        if one == key:
            return True
        if one not in seen:
            seen.add(one)
            next_ones += needs.get(one, ())
    return False
