/** What of a text was taken out and what came in, word by word: the longest common run of words stays. */
export interface Run {
  kind: "same" | "out" | "in";
  text: string;
}

/** Beyond this many pairs of words the two texts are shown whole, one after the other: the table would take seconds. */
const MOST_PAIRS = 4_000_000;

/** Return a text's way from before to after; joined, all but `in` gives the first text and all but `out` the second. */
export function runsOf(before: string, after: string): Run[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length * now.length > MOST_PAIRS) return joined([{ kind: "out", text: before }, { kind: "in", text: after }]);
  const width = now.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const both = old[i] === now[j] ? longest[(i + 1) * width + j + 1]! + 1 : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
      longest[i * width + j] = both;
    }
  }
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) [runs[runs.length], i, j] = [{ kind: "same", text: old[i]! }, i + 1, j + 1];
    else if (j >= now.length || (i < old.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)) runs.push({ kind: "out", text: old[i++]! });
    else runs.push({ kind: "in", text: now[j++]! });
  }
  return joined(runs);
}

/** A word goes with the space before it, so that a sentence that is added at the end leaves the last word as it was. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+|\s+$/gu) ?? [];

function joined(runs: Run[]): Run[] {
  const found: Run[] = [];
  for (const each of runs.filter((run) => run.text !== "")) {
    const last = found.at(-1);
    if (last?.kind === each.kind) last.text += each.text;
    else found.push({ ...each });
  }
  return found;
}
