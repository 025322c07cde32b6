/** Areas that an officer has changed and not kept, and what the node says of them. */
import type { Position as Pair } from "geojson";

import { type Area, cornersOf, isSame } from "./area.ts";
import { areaOf, keyOf, type Leg, legsOf, list, number, type Sortie, table, text } from "./plan.ts";

/** What the officer wants of one sortie. */
export interface Wish {
  area: Area;
  pattern: string;
  spacingM: number;
}

export interface Judged {
  key: string;
  pattern: string;
  spacingM: number;
  pos: number;
  pod: number;
  poc: number;
  coverage: number[];
  endsMs: number;
  fits: boolean;
  problem: string | null;
  legs: Leg[];
  corners: Pair[];
}

export interface Trial {
  pos: number;
  posBound: number;
  hypotheses: number;
  judged: Map<string, Judged>;
}

export const wishOf = (sortie: Sortie): Wish => ({ area: sortie.area, pattern: sortie.pattern, spacingM: sortie.spacingM });

/** Whether a wish is what the plan has already. */
export function isWished(wish: Wish, sortie: Sortie): boolean {
  return isSame(wish.area, sortie.area) && wish.pattern === sortie.pattern && Math.abs(wish.spacingM - sortie.spacingM) < 1;
}

/** What the node is asked: the sorties that were changed; where pattern or spacing stay as they are it chooses none anew. */
export function askedOf(wishes: ReadonlyMap<string, Wish>, sorties: readonly Sortie[]): { unit: string; sortie: number; area: Area; pattern: string | null; track_spacing_m: number | null }[] {
  return sorties.flatMap((each) => {
    const wish = wishes.get(keyOf(each));
    if (!wish || isWished(wish, each)) return [];
    return [{ unit: each.unit, sortie: each.number, area: wish.area, pattern: wish.pattern === each.pattern ? null : wish.pattern, track_spacing_m: Math.abs(wish.spacingM - each.spacingM) < 1 ? null : wish.spacingM }];
  });
}

/** Read the node's answer. */
export function trialOf(answer: unknown): Trial {
  const found = table(answer);
  const judged = list(found["units"]).map(table).map((each): Judged => {
    const problem = each["problem"];
    return {
      key: keyOf({ unit: text(each["unit"]), number: number(each["sortie"]) || 1 }), pattern: text(each["pattern"]), spacingM: number(each["track_spacing_m"]),
      pos: number(each["pos"]), pod: number(each["pod"]), poc: number(each["poc"]), coverage: list(each["coverage"] ?? []).map(number),
      endsMs: Date.parse(text(each["ends"])), fits: each["fits"] !== false,
      problem: typeof problem === "string" ? problem : text(table(problem)["what"]) || null,
      legs: legsOf(each["legs"]), corners: list(each["corners"]) as Pair[],
    };
  });
  return { pos: number(found["pos"]), posBound: number(found["pos_bound"]), hypotheses: number(found["hypotheses"]), judged: new Map(judged.map((each) => [each.key, each])) };
}

/**
 * The sorties as they shall be drawn: the area where the hand has it at once, legs and numbers as the node last said.
 *
 * Legs of an area that the hand has moved on are left out until the node answers: a way that nobody would fly is not shown.
 */
export function withWishes(sorties: readonly Sortie[], wishes: ReadonlyMap<string, Wish>, trial: Trial | null, answered: ReadonlyMap<string, Wish>): Sortie[] {
  return sorties.map((each) => {
    const key = keyOf(each);
    const wish = wishes.get(key);
    if (!wish || isWished(wish, each)) return each;
    const found = trial?.judged.get(key);
    const asked = answered.get(key);
    const isCurrent = found !== undefined && asked !== undefined && isSame(asked.area, wish.area) && asked.pattern === wish.pattern;
    const numbers = found ? { pos: found.pos, pod: found.pod, poc: found.poc, coverage: found.coverage, spacingM: found.spacingM, pattern: found.pattern } : {};
    const times = isCurrent && !Number.isNaN(found.endsMs) && found.legs.length > 1 ? { endsMs: found.endsMs, returnsMs: found.legs.at(-1)!.atMs } : {};
    return { ...each, ...numbers, ...times, area: wish.area, corners: cornersOf(wish.area), legs: isCurrent ? found.legs : [] };
  });
}

/** The area of a wish that a form holds as numbers; none while one cannot be read. */
export const typedArea = (value: Record<keyof Area, number | null>): Area | null => areaOf(value);
