"""What goes wrong with an engine is one sentence, also where another process ran it."""

import pickle

from smart7.engine.faults import EngineFault
from smart7.ingest.faults import BadInput, fault
from smart7.words import engine as words


def test_what_a_process_of_its_own_raised_is_the_same_sentence_in_the_one_that_began_it():
    raised = EngineFault(words.MEMORY, memory="1GB")
    again = pickle.loads(pickle.dumps(raised))
    assert str(again) == str(raised) and again.said == raised.said and "1GB" in again.said.th


def test_so_are_the_faults_of_a_feed():
    raised = BadInput([fault("stops.txt", 2, "stop_lat", "no_rows")])
    assert pickle.loads(pickle.dumps(raised)).faults == raised.faults
