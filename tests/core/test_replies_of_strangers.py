"""What officers type below a call for help, in words that nobody had read before: read as what it is."""

import sys
from collections import Counter
from pathlib import Path

from bot.catalog import Catalog

_SET = Path(__file__).parent / "cries" / "replies.txt"
_WORK, _COMES, _CANNOT, _SAYS = "kerja", "datang", "absen", "kata"


def test_each_is_read_as_what_it_is_and_nobody_comes_who_does_not_say_so(catalog: Catalog) -> None:
    """Of 160 at first sight 146, with what lists of words tell where the examples are not sure; these alone 60."""
    lines = (line.partition("|") for line in _SET.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    told = [(label, catalog.danger.reply_in(text).replace("bukan", _WORK)) for label, bar, text in lines if bar]
    counts = Counter(told)
    right = sum(counts[label, label] for label in {label for label, _ in told})
    sys.stdout.write(f"answers of officers: {right} of {len(told)} read rightly\n")
    assert right >= 0.8 * len(told)
    assert counts[_SAYS, _COMES] + counts[_CANNOT, _COMES] + counts[_WORK, _COMES] <= 1
