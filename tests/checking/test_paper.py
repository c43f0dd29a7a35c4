"""The sheet to print: what was told stands on it, and every item has room for a pen."""

import io

from pypdf import PdfReader

from tests.checking.looking import TOLD, Looking
from tests.support.sentences import says, words


async def test_the_sheet_is_one_page_with_all_that_is_asked(quick: Looking) -> None:
    await quick.tells(**TOLD)
    await quick.give()
    await quick.open_sheet()
    sent = await quick.press(quick.amir, words("uji_tombol_cetak"), says("uji_kertas_kirim", nomor="Maiwa 1"))
    name = sent["document"]["file_name"]
    assert name == "Uji-silang-Maiwa-1.pdf"
    page = PdfReader(io.BytesIO(quick.telegram.file(sent["document"]["file_id"])))
    told = " ".join(one.extract_text() for one in page.pages)
    assert len(page.pages) == 1
    for wanted in ("Ukurannya: 200 m", "Nama saksi", "Meteran", words("uji_hasil_tidak"), "Saksi 2"):
        assert wanted in told
    assert "Sitti" not in told
