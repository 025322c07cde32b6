/** What a party calls its own offices, while it is written: which offices there are, and whether a title is a line that can be read. */
import { AUTHENTIC, type Fault, type Texts } from "./amendment.ts";
import type { OfficeTitle } from "./state/house.svelte.ts";
import { FOLDER_OWNER } from "./state/titles.svelte.ts";

/** Longest title, and longest name of an office in an act, in characters (`comity.agreement.office_titles`). */
export const MOST_OFFICE = 200;

/** An office of a party by its fixed name, and what it is called now; `null`: nothing but its name. */
export interface Called {
  office: string;
  title: Texts | null;
}

// Arabic script needs U+200C and U+200D between letters (Unicode 15, 9.2); every other unshown sign hides something.
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
const hides = (text: string): boolean => UNSHOWN.test(text.replace(/[\u200c\u200d]/g, ""));

/** What is wrong with a title in one language; blanks around it are left out before it goes. */
export function officeFault(title: string): Fault | null {
  const line = title.trim();
  if (line === "") return "empty";
  if (hides(line)) return "hidden";
  return [...line].length > MOST_OFFICE ? "too_long" : null;
}

/** A party's offices under an agreement, those without a title first: each that was given one, and each that is known by `names`. */
export function officesOf(given: readonly OfficeTitle[], party: string, agreement: string, names: readonly string[]): Called[] {
  const called = new Map<string, Texts | null>();
  for (const each of names) if (each !== "" && each !== FOLDER_OWNER) called.set(each, null);
  for (const each of given) if (each.party === party && each.agreement === agreement) called.set(each.office, each.title); // the oldest first
  const all = [...called].map(([office, title]) => ({ office, title }));
  return all.sort((one, other) => Number(one.title !== null) - Number(other.title !== null) || one.office.localeCompare(other.office));
}

/** The titles as they go to the node, or null while one is not whole, the office has no name, or nothing is changed. */
export function titleToGive(office: string, texts: Texts, before: Texts | null): Texts | null {
  if (officeFault(office) !== null || office.trim() === FOLDER_OWNER || AUTHENTIC.some((each) => officeFault(texts[each]) !== null)) return null;
  const title = { ar: texts.ar.trim(), en: texts.en.trim(), fr: texts.fr.trim() };
  return before !== null && AUTHENTIC.every((each) => title[each] === before[each]) ? null : title;
}
