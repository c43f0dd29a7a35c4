"""One word for one thing: the file in which editors decide on words."""

from pydantic import Field

from bot.catalog.models import Strict, Text

FILE = "istilah.toml"


class Term(Strict):
    """Satu keputusan: `pakai` dipakai, `bukan` tidak; `boleh`: ungkapan yang memuatnya tetapi berarti lain."""

    word: Text = Field(alias="pakai")
    never: list[Text] = Field([], alias="bukan")
    but: list[Text] = Field([], alias="boleh")
    elsewhere: list[Text] = Field([], alias="kecuali", description="Berkas tempat kata itu berarti lain")
    why: Text = Field(alias="sebab")


class TermsFile(Strict):
    terms: list[Term] = Field(alias="istilah", min_length=1)
