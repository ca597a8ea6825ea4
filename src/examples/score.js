function words(text) {
  return text.toLowerCase().match(/\w+/g) ?? [];
}

/** How many of the reference's words the answer has, from 0 to 1. */
function overlap(answer, reference) {
  const wanted = new Set(words(reference));
  const got = new Set(words(answer));
  const shared = [...wanted].filter((word) => got.has(word));
  return wanted.size > 0 ? shared.length / wanted.size : 1;
}

function positions(answer, reference) {
  const [a, b] = [words(answer), words(reference)];
  const same = a.filter((word, i) => word === b[i]).length;
  return same / Math.max(a.length, b.length, 1);
}

function execEvaluation(turn) {
  const answer = turn.actual_output.text.trim();
  const reference = turn.reference_output.text.trim();
  if (answer === "") {
    return { score: 0, reason: "the answer is empty" };
  }
  if (answer.toLowerCase() === reference.toLowerCase()) {
    return { score: 1, reason: "the answer is the reference" };
  }
  const score = Math.round(50 * (overlap(answer, reference) + positions(answer, reference))) / 100;
  console.log(`compared ${words(answer).length} words with ${words(reference).length}`);
  return { score, reason: `it's ${score >= 0.5 ? "close" : "far off"}` };
}

return_val(execEvaluation(JSON.parse(input.turn)));
