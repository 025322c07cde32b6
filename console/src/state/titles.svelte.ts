/** What offices are called in the officer's language: by the titles that each party gave its own in its record. */
import { say, wording } from "../words.svelte.ts";
import { house, type OfficeTitle } from "./house.svelte.ts";
import { session } from "./session.svelte.ts";

/** Who acts over the node's own socket: whoever may open it owns the folder (`comity.node.offices`). */
export const FOLDER_OWNER = "owner of the node folder";

/**
 * What an office is called: its title as it stood `before` a place in its party's record, else the first that it was
 * given; without any, its name as acts have it. `party` is empty where nobody says whose office it is.
 */
export function officeOf(party: string, name: string, before: number | null = null): string {
  if (name === FOLDER_OWNER) return say("office-folder-owner");
  const known = (house.titles.data ?? []).filter((each) => each.office === name && (party === "" || each.party === party));
  const here = known.filter((each) => each.agreement === house.agreement?.id);
  const some: OfficeTitle[] = here.length > 0 ? here : known;
  const found = some.findLast((each) => before === null || here.length === 0 || each.position < before) ?? some[0];
  return found ? wording(found.title) || name : name;
}

/** What one of our own offices is called. */
export const ourOffice = (name: string): string => officeOf(session.who?.party ?? "", name);

/** What the office is called that is signed in. */
export const signedIn = (): string => ourOffice(session.who?.office ?? "");
