/** What everybody may read of a record, and what not and why: public fields, those withheld with a reason, those of both only. */
import { rowsIn, type Withheld } from "./records.ts";
import type { Sheet } from "./sheets.ts";

/** Why a record as a whole is not public: nobody said that it is, or not both have signed it as it stands. */
export type Closed = "bilateral" | "unsigned" | null;

export interface Publicity {
  closed: Closed;
  /** Fields that everybody reads. */
  open: string[];
  /** Fields that both read and the public does not, without a reason of their own. */
  ofBoth: string[];
  withheld: Withheld[];
}

/** Names of the form, which say nothing by themselves. */
const PLUMBING = new Set(["schema", "id", "example", "authentic", "level", "visibility", "withheld"]);

/** How public a record is. */
export function publicityOf(sheet: Pick<Sheet, "document" | "public" | "level">): Publicity {
  const names = Object.keys(sheet.document).filter((each) => !PLUMBING.has(each));
  if (sheet.public === null) return { closed: sheet.level === "public" ? "unsigned" : "bilateral", open: [], ofBoth: names, withheld: [] };
  const shown = sheet.public;
  const withheld = rowsIn(shown["withheld"]) as unknown as Withheld[];
  const reasons = new Set(withheld.map((each) => each.field));
  return { closed: null, open: names.filter((each) => each in shown), ofBoth: names.filter((each) => !(each in shown) && !reasons.has(each)), withheld };
}
