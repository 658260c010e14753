"""Chinese and Japanese full stops end sentences, without a space behind them."""

from __future__ import annotations

import time

import pytest

from evidence.language.sentences import split


@pytest.mark.parametrize(
    "text",
    [
        "锌可以缩短感冒",
        "锌可以缩短感冒。",
        "锌有2．5克",
        "锌（见图。）可以缩短感冒。",
        "「元気だ。」と彼は言った。",
        "彼は「元気だ。寝る。」と言った。",
        "锌好……蜂蜜好。",
        "他说“很好！”，然后走了。",
        "。！？",
        "**锌可以缩短感冒。**",
        "锌可以缩短感冒。[1]",
        "It helps (锌。) well.",
        "锌好。（见表1）",
        "锌真的好?!",
    ],
)
def test_it_stays_whole(text: str) -> None:
    assert [text[start:end] for start, end in split(text)] == [text]


@pytest.mark.parametrize(
    "marked",
    [
        "锌可以缩短感冒。|蜂蜜能缓解咳嗽！|睡眠好吗？",
        "亜鉛は風邪を短くする。|蜂蜜は咳を和らげる。|睡眠は大切だ。",
        "जिंक अच्छा है।| शहद अच्छा है॥| नींद भी।",
        "زنك مفيد؟| العسل مفيد۔",
        "ሰላም።| ደህና።",
        "本当ですか？|はい、そうです！",
        "真的吗？！|是的。",
        "锌可以缩短感冒。[1]|蜂蜜能缓解咳嗽。[2]",
        "锌可以缩短感冒。<sup>1</sup>|蜂蜜能缓解咳嗽。",
        "锌可以缩短感冒。[^a]|蜂蜜能缓解咳嗽。",
        "锌可以缩短感冒。¹|蜂蜜能缓解咳嗽。",
        "他说：“锌好。”|蜂蜜也好。",
        "「亜鉛は風邪を短くする。」|「蜂蜜は咳を和らげる。」",
        "「元気だ。」と彼は言った。|次の日、彼は寝た。",
        "锌好。|**蜂蜜好。**|睡眠好。",
        '锌好。|"蜂蜜好。"|睡眠好。',
        "锌有3.5毫克。|蜂蜜有2．5克。",
        "睡眠好吗?|蜂蜜好!|锌好。",
        "Zinc helps.| 锌好。|Honey helps.| The end",
        "锌好。| 蜂蜜好。|\n睡眠好。",
        "锌好｡|蜂蜜好｡",
        "锌好。|[来源](https://a.example/b)蜂蜜好。",
        "锌（见图）好。|（蜂蜜也好。）|睡眠好。",
        "锌好。（见表1）|蜂蜜好。",
        "锌好。（来源：医院）|蜂蜜好。",
        "亜鉛は良い。（田中、2015年）|蜂蜜も良い。",
        "锌好。（2）蜂蜜好。".replace("（", "|（"),
        "锌好吗?!|蜂蜜好。",
        "锌好。¹,²|蜂蜜好。",
    ],
)
def test_it_ends_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in split(text)] == [part.strip() for part in marked.split("|")]


def test_spans_are_shifted_by_the_start() -> None:
    assert split("  锌好。蜂蜜好。 ", 10) == [(12, 15), (15, 19)]


def test_a_long_text_takes_no_long_time() -> None:
    began = time.perf_counter()
    for unit in ("锌（好。）", "「锌。", '锌。"', "锌。**", "。"):
        split(unit * 20_000)
    assert time.perf_counter() - began < 20
