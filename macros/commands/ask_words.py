"""What `playbook ask` says between the questions, in each language."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "place": "{number} of {count}",
        "given": "now: {answer}",
        "keys": "0–3 answer · n does not apply · s skip · b back · q save and stop",
        "yes_no": "y yes · n no · b back · q save and stop",
        "again": "please type one of: {keys}",
        "resumed": "going on with {file}: {done} of {count} answered",
        "saved": "saved in {file}; the same command goes on",
        "flag": "Does this hold?",
    },
    "zh": {
        "place": "第 {number} 题，共 {count} 题",
        "given": "现在的答案：{answer}",
        "keys": "0–3 作答 · n 不适用 · s 跳过 · b 返回上一题 · q 保存并退出",
        "yes_no": "y 是 · n 否 · b 返回上一题 · q 保存并退出",
        "again": "请输入以下之一：{keys}",
        "resumed": "继续 {file}：已答 {done} 题，共 {count} 题",
        "saved": "已保存到 {file}；再次运行同一命令即可继续",
        "flag": "是否属实？",
    },
}
"""Language -> what is said -> the sentence."""


def say(language: str, key: str, **values: object) -> str:
    """Return a sentence in a language; in English where the language has none."""
    return WORDS.get(language, WORDS["en"])[key].format(**values)
