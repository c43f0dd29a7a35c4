"""Announcements whose words are there already: what is asked before they are whole."""

from dataclasses import dataclass

#: Blanks are asked as questions of this name, so that they never bear the name of a question of every announcement.
BLANK = "isi_"


@dataclass(frozen=True, slots=True)
class Template:
    """`roles`: whom it usually is for; `asks`: whether it says itself what is asked of them; `answers`: how many its
    check question has (0 = none), `right`: the index of the right one. Its words are sentences named `siaran.<key>.…`,
    its questions the flow `siaran_<key>`."""

    key: str
    roles: tuple[str, ...]
    blanks: tuple[str, ...]
    asks: bool = False
    answers: int = 0
    right: int = 0

    @property
    def flow(self) -> str:
        return f"siaran_{self.key}"
