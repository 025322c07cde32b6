/** A decision of a working group while it is written: which article it puts to work, and its words in three languages. */
import { AUTHENTIC, faultOf, titleFault, type Texts } from "./amendment.ts";
import type { Schemas } from "./api/client.ts";

export interface Deciding {
  id: string;
  article: string;
  title: Texts;
  text: Texts;
}

/** The article's group decides on it: `wg-sea-rescue-4-2`. */
export const decisionName = (group: string, article: string): string => `${group}-${article.replace(".", "-")}`;

/** Return the draft that the node is asked to keep, or null while something in it is not whole. */
export function decisionOf(deciding: Deciding, group: string | null, example: boolean): Schemas["TextDraftIn"] | null {
  const { id, article, title, text } = deciding;
  if (group === null || article === "" || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return null;
  if (AUTHENTIC.some((each) => titleFault(title[each]) !== null || faultOf(text[each]) !== null)) return null;
  const effects = [{ kind: "put_clause_to_work", clause: article }];
  const document = { schema: "comity/decision/1", id, group, title: { ...title }, text: { ...text }, effects, example };
  return { draft: id, series: `decision/${id}`, document, articles: {}, rules: {}, continues: false };
}

/** Return a kept decision as it is opened again. */
export function decidingOf(document: Record<string, unknown>): Deciding {
  const texts = (value: unknown): Texts => ({ ar: "", en: "", fr: "", ...(value as Partial<Texts>) });
  const effects = Array.isArray(document["effects"]) ? (document["effects"] as Record<string, unknown>[]) : [];
  return { id: String(document["id"] ?? ""), article: String(effects[0]?.["clause"] ?? ""), title: texts(document["title"]), text: texts(document["text"]) };
}
