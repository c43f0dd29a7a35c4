"""RT and RW beside the name of a place, wherever it is shown to those who have to find it, and nowhere else."""

from typing import cast

from bot.work.office import Office
from bot.work.usulan.usulan import place, public_place

ANSWERS = {
    "desa": {"code": "73.16.02.1002", "name": "Juppandang"},
    "dusun": {"name": "Melati", "listed": True, "rt": 2, "rw": 1},
}


def test_rt_and_rw_are_told_with_the_place() -> None:
    assert "Melati, RT 02/RW 01, Juppandang" == place(ANSWERS)


def test_everybody_reads_the_dusun_and_not_the_rt() -> None:
    assert "Melati, Juppandang" == public_place(cast("Office", None), ANSWERS)
