import { harmless } from "./formats.ts";

/** A sentence of the catalogue: each value in it stands between U+2068 (first strong isolate) and U+2069 (pop). */
export interface Part {
  text: string;
  value: boolean;
}

/** The parts of a sentence, its values apart; marks of isolation that do not pair stay in the text, to be shown. */
export function valuesIn(sentence: string): Part[] {
  return sentence
    .split(/(\u2068[^\u2068\u2069]*\u2069)/u)
    .filter((each) => each !== "")
    .map((each) => (each.startsWith("\u2068") && each.endsWith("\u2069") ? { text: each.slice(1, -1), value: true } : { text: each, value: false }));
}

/** A sentence of the node where the page can hold no element: its values between their marks, what hides in it shown. */
export function plain(sentence: string): string {
  return valuesIn(sentence)
    .map((each) => (each.value ? `\u2068${harmless(each.text)}\u2069` : harmless(each.text)))
    .join("");
}
