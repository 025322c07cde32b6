/** The part of an incident's page that plans: a file of its own, taken when a case is opened, so that the first page waits for none of it. */
export { default as AreaHandles } from "./AreaHandles.svelte";
export { default as Panel } from "./Panel.svelte";
export { default as Shown } from "./Shown.svelte";
export { default as Timetable } from "./Timetable.svelte";
export { SearchDesk } from "./search.svelte.ts";
