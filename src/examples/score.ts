interface Output { text: string }
interface Turn { actual_output: Output; reference_output: Output }
interface Score { score: number; reason: string }

enum Verdict { Close = "close", Far = "far off" }

declare const input: { turn: string };
declare function return_val(value: unknown): void;

const words = (text: string): string[] => text.toLowerCase().match(/\w+/g) ?? [];

function overlap<T>(wanted: Set<T>, got: Set<T>): number {
  const shared = [...wanted].filter((item) => got.has(item));
  return wanted.size > 0 ? shared.length / wanted.size : 1;
}

function positions(a: string[], b: string[]): number {
  const same = a.filter((word, i) => word === b[i]).length;
  return same / Math.max(a.length, b.length, 1);
}

function execEvaluation(turn: Turn): Score {
  const answer = turn.actual_output?.text.trim();
  const reference = turn.reference_output?.text.trim() as string;
  if (!answer) {
    return { score: 0, reason: "the answer is empty" };
  }
  const [a, b] = [words(answer), words(reference)];
  const score = Math.round(50 * (overlap(new Set(b), new Set(a)) + positions(a, b))) / 100;
  const verdict: Verdict = score >= 0.5 ? Verdict.Close : Verdict.Far;
  console.log(`compared ${a.length} words with ${b.length}`);
  return { score, reason: `it's ${verdict}` };
}

return_val(execEvaluation(JSON.parse(input.turn) as Turn));
