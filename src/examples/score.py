import json
import re
from difflib import SequenceMatcher


def words(text):
    return re.findall(r"\w+", text.lower())


def overlap(answer, reference):
    """How many of the reference's words the answer has, from 0 to 1."""
    wanted = set(words(reference))
    return len(wanted & set(words(answer))) / len(wanted) if wanted else 1.0


def similarity(answer, reference):
    return SequenceMatcher(None, words(answer), words(reference)).ratio()


def exec_evaluation(turn):
    answer = turn["actual_output"]["text"].strip()
    reference = turn["reference_output"]["text"].strip()
    if not answer:
        return {"score": 0.0, "reason": "the answer is empty"}
    if answer.lower() == reference.lower():
        return {"score": 1.0, "reason": "the answer is the reference"}
    score = round(0.5 * overlap(answer, reference) + 0.5 * similarity(answer, reference), 2)
    print(f"compared {len(words(answer))} words with {len(words(reference))}")
    return {"score": score, "reason": "it's " + ("close" if score >= 0.5 else "far off")}


return_val(exec_evaluation(json.loads(input["turn"])))
