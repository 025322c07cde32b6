/** Sentences of the Fluent catalogue in the officer's language; every value in them is isolated (FSI … PDI). */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

import { brief, writeSizesWith } from "./formats.ts";

export type Language = "en" | "fr" | "ar";
export const LANGUAGES: readonly Language[] = ["fr", "en", "ar"];

const CATALOGUES: Record<Language, () => Promise<{ default: string }>> = {
  en: () => import("../../locale/en.ftl"),
  fr: () => import("../../locale/fr.ftl"),
  ar: () => import("../../locale/ar.ftl"),
};
/** What is said on the pages of one field only, and taken with them: the first page does not wait for it. */
const PARTS = {
  cooperation: {
    en: () => import("../../locale/en.ftl?cooperation"),
    fr: () => import("../../locale/fr.ftl?cooperation"),
    ar: () => import("../../locale/ar.ftl?cooperation"),
  },
  rescue: {
    en: () => import("../../locale/en.ftl?rescue"),
    fr: () => import("../../locale/fr.ftl?rescue"),
    ar: () => import("../../locale/ar.ftl?rescue"),
  },
} satisfies Record<string, Record<Language, () => Promise<{ default: string }>>>;
export type Part = keyof typeof PARTS;
// ar-DZ writes the digits 0–9, as the chart and the partner do.
const LOCALES: Record<Language, string> = { en: "en", fr: "fr", ar: "ar-DZ" };

const MOST_OF_A_TITLE = 300;
const MOST_OF_A_VALUE = 2000;

class Words {
  language = $state<Language>("en");
  bundle = $state.raw<FluentBundle | null>(null);
  #learnt = new Set<Part>();
  #asked: Language | null = null;

  async speak(language: Language): Promise<void> {
    this.#asked = language;
    const sources = [CATALOGUES[language], ...[...this.#learnt].map((part) => PARTS[part][language])];
    const sections = await Promise.all(sources.map((section) => section()));
    if (this.#asked !== language) return; // another language was chosen meanwhile
    const bundle = new FluentBundle(LOCALES[language]);
    const faults = sections.flatMap((each) => bundle.addResource(new FluentResource(each.default)));
    if (faults.length > 0) throw faults[0];
    this.bundle = bundle;
    this.language = language;
    const page = document.documentElement;
    page.lang = language;
    page.dir = language === "ar" ? "rtl" : "ltr";
    localStorage.setItem("comity-language", language);
  }

  /** Learn what the pages of a field say, in the language that is spoken and in every other from now on. */
  async learn(part: Part): Promise<void> {
    if (this.#learnt.has(part)) return;
    await PARTS[part][this.language](); // a line that is down is told before anything changes
    this.#learnt.add(part);
    await this.speak(this.#asked ?? this.language);
  }
}

export const words = new Words();
writeSizesWith(() => (words.language === "fr" ? "o" : "B"));

/** What a partner may have written stands harmless in our sentences too: the name of a case, a nature that no list has. */
const shown = (value: FluentVariable): FluentVariable => (typeof value === "string" ? brief(value, MOST_OF_A_VALUE) : value);

/** Return a message of the console's section with its values; a test holds every name used here to the catalogue. */
export function say(name: string, values: Record<string, FluentVariable> = {}): string {
  const bundle = words.bundle;
  const pattern = bundle?.getMessage(`console-${name}`)?.value;
  if (!bundle || !pattern) return `console-${name}`;
  return bundle.formatPattern(pattern, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shown(value)])));
}

/** A word of the records of cooperation, such as the name of a kind, a state or a move, once its part is learnt. */
export function term(name: "kind" | "move" | "level" | "withheld" | "flow" | "check" | "fulfilment" | "document" | "word", word: string): string {
  const bundle = words.bundle;
  const pattern = bundle?.getMessage(`cooperation-${name}`)?.value;
  if (!bundle || !pattern) return word;
  const value = { fulfilment: "fulfilment", withheld: "reason" }[name as string] ?? name;
  return bundle.formatPattern(pattern, { [value]: shown(word) });
}

/** The name of a state, in the form that it has behind the name of its kind of record: « réunion convenue », « document signé ». */
export function stateOf(kind: string, state: string): string {
  const bundle = words.bundle;
  const pattern = bundle?.getMessage("cooperation-state")?.value;
  return bundle && pattern ? bundle.formatPattern(pattern, { kind, state: shown(state) }) : state;
}

/** A name that a template or a contract gives to a choice, a unit or a category; one that the catalogue has not is written as it is, its underscores as spaces. */
export const plain = (word: string): string => term("word", word).replaceAll("_", " ");

/** A unit in the form that the language gives it behind a number; one that the catalogue has not is written as it is. */
export function unitOf(unit: string, count: number): string {
  const bundle = words.bundle;
  const name = unit.replaceAll("_", " ");
  const pattern = bundle?.getMessage("cooperation-unit")?.value;
  return bundle && pattern ? bundle.formatPattern(pattern, { unit: shown(unit), name: shown(name), count }) : name;
}

/** Pick a title of the agreement, which the partner may have written: the officer's language, else one that exists. */
export function wording(texts: { ar: string | null; en: string | null; fr: string | null }): string {
  return brief(texts[words.language] ?? texts.en ?? texts.fr ?? texts.ar ?? "", MOST_OF_A_TITLE);
}

/** The language to begin with: the address, then what was chosen here before, then the browser's. */
export function firstLanguage(): Language {
  const asked = new URLSearchParams(location.hash.split("?")[1] ?? "").get("lang");
  const wishes = [asked, localStorage.getItem("comity-language"), ...navigator.languages.map((each) => each.slice(0, 2))];
  return LANGUAGES.find((each) => wishes.find((wish) => LANGUAGES.includes(wish as Language)) === each) ?? "en";
}
