"""Who is to be invited, said in one sentence: what was named is not asked again."""

from tests.roles.conftest import Office
from tests.support.sentences import mentions


async def test_the_role_and_the_desa_of_the_sentence_are_not_asked_again(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "undang fasilitator desa tuncung", mentions("form.undang.nama.tanya"))


async def test_a_place_outside_their_own_wilayah_is_asked_for(office: Office) -> None:
    tuti = await office.join("Tuti", "fasilitator_kecamatan", "73.16.01")
    await office.ask(tuti, "undang fasilitator desa cakke", mentions("form.undang.desa.tanya"))
