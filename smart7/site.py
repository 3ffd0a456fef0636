"""The script that runs for every visit: snapshot, language, navigation, then the page asked for."""

from smart7.components import link, navigation, start
from smart7.turn import TURNS

with TURNS.taken():
    link.begin_run()
    language = link.lang()
    if start.ready(language):
        navigation.run(language)
