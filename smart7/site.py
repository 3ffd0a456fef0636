"""The script that runs for every visit: snapshot, language, navigation, then the page asked for."""

from smart7.components import link, navigation, start, turn

with turn.taken():
    link.begin_run()
    language = link.lang()
    if start.ready(language):
        navigation.run(language)
