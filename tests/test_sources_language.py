"""The language of a text, or None where it cannot be told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.sources.language import declared, detect

OTHERS = {
    "de": "Die Regierung hat am Dienstag beschlossen, den Hafen bis zum Ende der Woche zu schließen.",
    "fr": "Le gouvernement a décidé mardi de fermer le port jusqu'à la fin de la semaine.",
    "es": "El gobierno decidió el martes cerrar el puerto hasta el final de la semana, según un portavoz.",
    "uk": "Уряд у вівторок вирішив закрити порт до кінця тижня, повідомив речник міністерства.",
    "ru": "Правительство во вторник решило закрыть порт до конца недели.",
    "zh": "政府周二决定将港口关闭至本周末，一位发言人表示，所有船只必须离开港口，等待进一步的通知。",
    "ar": "قررت الحكومة يوم الثلاثاء إغلاق الميناء حتى نهاية الأسبوع، حسبما قال متحدث باسم الوزارة.",
    "tr": "Hükümet salı günü limanı hafta sonuna kadar kapatmaya karar verdi, bir sözcü açıkladı.",
    "pl": "Rząd zdecydował we wtorek o zamknięciu portu do końca tygodnia, poinformował rzecznik.",
    "nl": "De regering besloot dinsdag de haven tot het einde van de week te sluiten, zei een woordvoerder.",
    "da": "Regeringen besluttede tirsdag at lukke havnen for resten af ugen, sagde en talsmand.",
}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("repeats", [1, 100])
def test_other_languages_are_told(language: str, repeats: int) -> None:
    assert detect(" ".join([OTHERS[language]] * repeats)) == language


@pytest.mark.parametrize(
    "text",
    [
        "Harbour closed. Ferries cancelled. Storm expected tonight.",
        "Oleksandr Syrskyi, Andriy Yermak and Recep Tayyip Erdogan met in the Dolmabahce palace, and "
        "Volodymyr Zelensky said that the talks had been good.",
        "“Le port est fermé,” the mayor of Saint-Nazaire told the paper on Tuesday, and left.",
    ],
)
def test_english_with_foreign_names_is_english(text: str) -> None:
    assert detect(text) == "en"


@pytest.mark.parametrize("text", ["", "Yes.", "14:00 22 % 1,200 €", "\x00\ud800\u202e", "Tel. 030 1234"])
def test_what_is_too_short_is_not_guessed(text: str) -> None:
    assert detect(text) is None


def test_the_model_is_not_loaded_for_english() -> None:
    program = "import sys; from briefing.sources.language import detect; " + (
        "assert detect('The gate of the harbour was shut on Tuesday, and the mayor said so.') == 'en'; "
        "assert not {'numpy', 'py3langid'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_no_english_article_of_the_development_data_is_taken_for_another(shared: Path) -> None:
    with (shared / "data/disagreement/fnc1/bodies.jsonl").open() as rows:
        texts = [json.loads(row)["text"] for row in rows]
    assert {detect(text) for text in texts} <= {"en", None}
    assert len(texts) > 100


@pytest.mark.parametrize(
    ("value", "language"),
    [
        ("en", "en"),
        ("EN-gb", "en"),
        ("zh_Hant", "zh"),
        ("English", None),
        ("", None),
        (None, None),
        (7, None),
    ],
)
def test_a_declaration_is_taken_where_it_is_a_code(value: object, language: str | None) -> None:
    assert declared(value) == language
