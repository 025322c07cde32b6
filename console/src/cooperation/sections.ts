/** The pages of cooperation, in the order of the row at their head; each is taken when it is opened. */
import type { Component } from "svelte";

/** What a page of cooperation is told: the record that the address names, or null; `new` asks for a form. */
export type SectionProps = { subject: string | null };
type Taken = { default: Component<SectionProps> };

export interface Section {
  name: string;
  load: () => Promise<Taken>;
}

export const SECTIONS: readonly Section[] = [
  { name: "groups", load: () => import("../pages/Group.svelte") },
  { name: "meetings", load: () => import("../pages/Meeting.svelte") },
  { name: "decisions", load: () => import("../pages/Decisions.svelte") },
  { name: "actions", load: () => import("../pages/Actions.svelte") },
  { name: "documents", load: () => import("../pages/Documents.svelte") },
  { name: "roadmap", load: () => import("../pages/Roadmap.svelte") },
  { name: "initiatives", load: () => import("../pages/Initiatives.svelte") },
  { name: "checks", load: () => import("../pages/Checks.svelte") },
  { name: "calendar", load: () => import("../pages/Calendar.svelte") },
  { name: "registers", load: () => import("../pages/Registers.svelte") },
  { name: "matrix", load: () => import("../pages/Contributions.svelte") },
  { name: "public", load: () => import("../pages/PublicPreview.svelte") },
];
