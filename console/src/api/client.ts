/** The node's API, typed by its own OpenAPI document: a misspelt field fails the check. */
import createClient from "openapi-fetch";

import { words } from "../words.svelte.ts";
import type { components, paths } from "./schema.ts";

export type Schemas = components["schemas"];

/** What the node says when it refuses or fails: what, why and what to do. */
export interface Problem {
  what: string;
  why?: string;
  remedy?: string;
  article?: string | null;
  code?: string;
  status?: number;
}

/** An answer that is no success, or no answer at all (`status` 0). */
export class Failed extends Error {
  constructor(readonly problem: Problem) {
    super(problem.what);
  }
}

let csrf: string | null = null;

/** Keep the token that everything which writes must carry. */
export function carry(token: string | null): void {
  csrf = token;
}

export const api = createClient<paths>({ baseUrl: "" });

api.use({
  onRequest({ request }) {
    request.headers.set("accept-language", words.language);
    if (csrf !== null && request.method !== "GET") request.headers.set("x-comity-csrf", csrf);
    return request;
  },
});

/** Return the body of a good answer, or throw `Failed`. */
export async function got<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let answer;
  try {
    answer = await asked;
  } catch {
    throw new Failed({ what: "", status: 0 });
  }
  if (answer.response.ok) return answer.data as T;
  const body = (answer.error ?? {}) as Partial<Problem>;
  const what = typeof body.what === "string" ? body.what : `HTTP ${answer.response.status}`;
  throw new Failed({ ...body, what, status: answer.response.status });
}
