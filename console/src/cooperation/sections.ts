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
];
