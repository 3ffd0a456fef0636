"""What became known since a day, in sentences: the same for pages and decks."""

from smart7 import formats, verdicts
from smart7.figures import Figure
from smart7.i18n import Lang
from smart7.meetings import headline
from smart7.news import News
from smart7.words import news as words


def sentence(news: News, lang: Lang) -> str:
    """Return what became known of an indicator; it begins with the indicator's name, and names the place."""
    own = news.figure
    named = headline.placed(own, lang)
    if news.what == "parts":
        return words.PARTS.format(lang, named=named)
    if news.what in ("newer", "grown"):
        return headline.of(own, lang, named)
    when = verdicts.when(own.period, lang) if own.period else ""
    if news.what == "corrected" and news.replaced is not None:
        replaced = written(own, news.replaced, lang)
        return words.CORRECTED.format(lang, named=named, replaced=replaced, value=own.shown(lang), when=when)
    text = {"first": words.FIRST, "older": words.OLDER, "corrected": words.CORRECTED_PARTS}[news.what]
    return text.format(lang, named=named, value=own.shown(lang), when=when)


def written(figure: Figure, value: float, lang: Lang) -> str:
    """Return another value of an indicator with its unit of measure."""
    return formats.figure(value, figure.measure, figure.value_kind, figure.decimals, lang)
