"""What is wrong in the content, for the person who writes it; also what pydantic finds, in their language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple


class Problem(NamedTuple):
    """`file` relative to the content folder, `key` inside it, and an Indonesian sentence."""

    file: str
    key: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.sentence}" if self.key else f"{self.file}: {self.sentence}"


@dataclass
class ContentProblems(Exception):
    """The content cannot be used. Carries every problem there is, so that one reading is enough to mend all."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


_SENTENCES = {
    "missing": "Bagian ini wajib ada.",
    "extra_forbidden": "Bagian ini tidak dikenal; mungkin salah tulis.",
    "string_type": "Isinya harus tulisan di antara tanda kutip.",
    "string_too_short": "Isinya masih kosong.",
    "int_type": "Isinya harus angka tanpa tanda kutip.",
    "bool_type": "Isinya harus true atau false.",
    "list_type": "Isinya harus daftar di antara [ dan ].",
    "dict_type": "Isinya harus tabel di antara { dan }.",
    "too_short": "Daftar ini masih kosong.",
    "too_long": "Isinya terlalu banyak, paling banyak {max_length}.",
    "string_too_long": "Terlalu panjang, paling banyak {max_length} huruf.",
    "date_type": "Isinya harus tanggal tanpa tanda kutip, misalnya 2027-01-14.",
    "greater_than_equal": "Angkanya paling kecil {ge}.",
    "less_than_equal": "Angkanya paling besar {le}.",
    "string_pattern_mismatch": "Isinya memakai huruf atau tanda yang tidak bisa di sini.",
}


_TOO_FEW = "Isinya terlalu sedikit, paling sedikit {min_length}."


def sentence_for(fault: Mapping[str, Any]) -> str:
    if fault["type"] == "too_short" and fault["ctx"]["min_length"] > 1:
        return _TOO_FEW.format(**fault["ctx"])
    if fault["type"] == "literal_error":
        allowed = str(fault["ctx"]["expected"]).replace(" or ", ", ").replace("'", "")
        return f"Isinya harus salah satu dari: {allowed}."
    return _SENTENCES.get(fault["type"], "Isinya tidak sesuai.").format(**fault.get("ctx", {}))
