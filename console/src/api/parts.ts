/** Long lists come in parts of a bounded size. */

/** How many records the node gives in one answer, at most. */
const AT_ONCE = 5_000;

/** A list whose entries have numbers goes on after the number that was the last. */
export const byNumber = ({ after, limit }: { after?: string; limit: number }): { after?: number; limit: number } => ({ limit, ...(after === undefined ? {} : { after: Number(after) }) });

/**
 * All of a long list: asked for part by part, each beginning after the last key of the one before. What is only drawn ends
 * with the part in which it reaches `enough`.
 */
export async function whole<T extends { key: string }>(part: (after: { after?: string; limit: number }) => Promise<T[]>, most = AT_ONCE, enough = Infinity): Promise<T[]> {
  const found: T[] = [];
  for (;;) {
    const last = found.at(-1);
    const more = await part({ limit: most, ...(last === undefined ? {} : { after: last.key }) });
    found.push(...more);
    if (more.length < most || found.length >= enough) return found;
  }
}
