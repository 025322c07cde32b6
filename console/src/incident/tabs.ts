/** The parts of an incident's page beside the map. */
export const TABS = ["situation", "plan", "units", "searches", "work", "files"] as const;
export type Tab = (typeof TABS)[number];

/** The tab that a key leads to from one of these; none for a key that means nothing here. `isRtl`: the row runs from the right. */
export function tabAfter(tabs: readonly Tab[], tab: Tab, key: string, isRtl: boolean): Tab | null {
  const at = tabs.indexOf(tab);
  const forward = isRtl ? "ArrowLeft" : "ArrowRight";
  const back = isRtl ? "ArrowRight" : "ArrowLeft";
  if (key === "Home") return tabs[0] ?? null;
  if (key === "End") return tabs.at(-1) ?? null;
  if (key === forward || key === "ArrowDown") return tabs[(at + 1) % tabs.length] ?? null;
  if (key === back || key === "ArrowUp") return tabs[(at - 1 + tabs.length) % tabs.length] ?? null;
  return null;
}
