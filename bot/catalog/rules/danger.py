"""Danger words: whom to call is known, and nobody in danger is answered without a number."""

from bot.catalog.danger import FILE, Case
from bot.catalog.draft import Draft
from bot.catalog.needed import Needed


def judge(draft: Draft, _needed: Needed) -> None:
    if draft.danger is None:
        return
    contacts, seen = draft.danger.contacts, set[str]()
    for case in draft.danger.cases:
        at = f"kasus.{case.key}"
        if case.key in seen:
            draft.report(FILE, at, f"Kunci “{case.key}” dipakai dua kali.")
        seen.add(case.key)
        for key in case.contacts:
            if key not in contacts:
                draft.report(FILE, f"{at}.hubungi", f"Nomor “{key}” tidak ada di bagian nomor.")
        if not any(contacts[key].number for key in case.contacts if key in contacts):
            _judge_without_number(draft, case)


def _judge_without_number(draft: Draft, case: Case) -> None:
    """Whoever may die gets a number; any other gets a sentence that is true without one."""
    if case.life:
        draft.report(FILE, f"kasus.{case.key}.hubungi", "Belum ada satu pun nomor yang bisa dihubungi.")
        return
    names = (f"bahaya.{case.key}", f"bahaya.{case.key}_pelan")
    for sentence in draft.sentences:
        if sentence.name in names and "if hubungi" not in sentence.text:
            fault = "Nomornya masih kosong: tulis juga kalimat tanpa nomor, dengan {% if hubungi %}."
            draft.report(sentence.file, sentence.key, fault)
