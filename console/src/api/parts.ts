/** Long lists come in parts of a bounded size. */

/** How many records the node gives in one answer, at most. */
const AT_ONCE = 5_000;

/** All of a long list: asked for part by part, each beginning after the last key of the one before. */
export async function whole<T extends { key: string }>(part: (after: { after?: string; limit: number }) => Promise<T[]>, most = AT_ONCE): Promise<T[]> {
  const found: T[] = [];
  for (;;) {
    const last = found.at(-1);
    const more = await part({ limit: most, ...(last === undefined ? {} : { after: last.key }) });
    found.push(...more);
    if (more.length < most) return found;
  }
}
