"""Made by `playbook words` from playbook_data/playbook.yml: edit there."""

from collections.abc import Mapping

from assessments.words.language import Language
from assessments.words.tables import en, zh

LANGUAGES: Mapping[str, Language] = {
    "en": en.LANGUAGE,
    "zh": zh.LANGUAGE,
}
