import re
import pytest
from smart7 import catalog
@pytest.mark.parametrize("lang", ["th","en"])
@pytest.mark.parametrize("page", [p.id for p in catalog.PAGES])
def test_x(visitor, page, lang, asked):
    import time
    t=time.time()
    v = visitor.open(page, lang=lang)
    n=len(asked)
    a=time.time()-t; v.settled()
    print(page, lang, n, len(asked)-n, round(a,2), round(time.time()-t-a,2), sorted(asked))
    w = v.words
    if lang=="en":
        print({x for x in re.findall("[\u0e00-\u0e7f][\u0e00-\u0e7f ]*", w)} if page!="units" else "")
    else:
        print(set(re.findall(r"(?:\b[A-Za-z][a-z]+\b[ ,]*){3,}", w)))
