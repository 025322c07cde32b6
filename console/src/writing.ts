/** Texts while they are written: kept on this screen only, so that a reload, another page or a new version loses no word. */

/** One for each agreement and form: none takes the place of another. */
const keptAs = (agreement: string, form: string): string => `comity-writing ${agreement} ${form}`;

/** Keep what a form holds; `null` forgets it, when the node keeps it or it was thrown away. */
export function keepWriting(agreement: string, form: string, written: object | null): void {
  try {
    if (written === null) localStorage.removeItem(keptAs(agreement, form));
    else localStorage.setItem(keptAs(agreement, form), JSON.stringify(written));
  } catch {
    // A browser that keeps nothing: the form works, and a reload empties it.
  }
}

/** Forget what a form kept. */
export const forgetWriting = (agreement: string, form: string): void => keepWriting(agreement, form, null);

/** What was written before, with each field of the form's; `null` where there is none, or one of another form. */
export function keptWriting<Form extends object>(agreement: string, form: string, empty: Form): Form | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keptAs(agreement, form)) ?? "null");
    return found !== null && fits(found, empty) ? { ...empty, ...(found as Partial<Form>) } : null;
  } catch {
    return null;
  }
}

/** Whether every field has the kind that the form knows; one may be missing, as an older console wrote it. */
function fits(found: unknown, known: object): boolean {
  if (typeof found !== "object" || found === null || Array.isArray(found)) return false;
  const fields = found as Record<string, unknown>;
  return Object.entries(known).every(([name, value]) => !(name in fields) || (typeof value === "object" ? fits(fields[name], value as object) : typeof fields[name] === typeof value));
}
