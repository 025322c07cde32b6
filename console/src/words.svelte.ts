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
// ar-DZ writes the digits 0–9, as the chart and the partner do.
const LOCALES: Record<Language, string> = { en: "en", fr: "fr", ar: "ar-DZ" };

const MOST_OF_A_TITLE = 300;
const MOST_OF_A_VALUE = 2000;

class Words {
  language = $state<Language>("en");
  bundle = $state.raw<FluentBundle | null>(null);

  async speak(language: Language): Promise<void> {
    const text = (await CATALOGUES[language]()).default;
    const bundle = new FluentBundle(LOCALES[language]);
    const faults = bundle.addResource(new FluentResource(text));
    if (faults.length > 0) throw faults[0];
    this.bundle = bundle;
    this.language = language;
    const page = document.documentElement;
    page.lang = language;
    page.dir = language === "ar" ? "rtl" : "ltr";
    localStorage.setItem("comity-language", language);
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
