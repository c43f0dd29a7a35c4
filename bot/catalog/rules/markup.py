"""What Telegram would not take or cut: broken tags, empty and over-long texts."""

import re

from bot.catalog.draft import Draft, Sentence
from bot.catalog.markup import fault_in, length
from bot.catalog.needed import Needed

_BLOCK = re.compile(r"\{%.*?%\}", re.DOTALL)
_VALUE = re.compile(r"\{[^{}]*\}")


def judge(draft: Draft, _needed: Needed) -> None:
    for sentence in draft.sentences:
        told = _VALUE.sub("x", _BLOCK.sub("", sentence.text))
        fault = _fault(sentence, told)
        if fault:
            draft.report(sentence.file, sentence.key, fault)


def _fault(sentence: Sentence, told: str) -> str | None:
    if not told.strip():
        return "Kalimatnya masih kosong."
    if (long := length(told)) > sentence.longest:
        return f"Terlalu panjang: {long} huruf, paling banyak {sentence.longest}."
    return fault_in(told)
