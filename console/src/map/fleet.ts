/**
 * Who the points of the ships are, and how each is drawn: a look packed into one number that the shader takes apart.
 *
 * Types of ships by the first two digits of ITU-R M.1371-5, table 53, in the seven groups that an eye tells apart.
 */
import type { Who } from "./frames.ts";

export const GROUPS = ["cargo", "tanker", "passenger", "fishing", "leisure", "service", "other"] as const;
export type Group = (typeof GROUPS)[number];

/** How a point is drawn: a ship with a course points there, one without is round, a device in distress has a ring. */
export const SHAPES = { arrow: 0, round: 1, distress: 2, mark: 3 } as const;

const KIND = { classB: 1, aircraft: 2, base: 3, aid: 4, distress: 5 } as const;
const AT_ANCHOR = 1;
const MOORED = 5;
const GROUP_BITS = 8;
const SHAPE_BITS = 4;
const SHOWN = 0.5;

export function groupOf(shipType: number): Group {
  if (shipType === 30) return "fishing";
  if (shipType === 36 || shipType === 37) return "leisure";
  if ((shipType >= 31 && shipType <= 35) || (shipType >= 50 && shipType <= 59)) return "service";
  const tens = Math.floor(shipType / 10);
  if (tens === 4 || tens === 6) return "passenger";
  if (tens === 7) return "cargo";
  if (tens === 8) return "tanker";
  return "other";
}

export function shapeOf(who: Who): number {
  if (who.kind === KIND.distress) return SHAPES.distress;
  if (who.kind === KIND.base || who.kind === KIND.aid) return SHAPES.mark;
  return who.hasCourse && who.navStatus !== AT_ANCHOR && who.navStatus !== MOORED ? SHAPES.arrow : SHAPES.round;
}

/** The number that the shader reads: group, shape and age of a point; less than 0: not drawn. */
export function lookOf(who: Who, hidden: ReadonlySet<Group>): number {
  const group = groupOf(who.shipType);
  if (hidden.has(group) && who.kind !== KIND.distress) return -1;
  return GROUPS.indexOf(group) + GROUP_BITS * (shapeOf(who) + SHAPE_BITS * (who.isOld ? 1 : 0)) + SHOWN;
}

/** The ships of the picture by id; ids mean other ships after `clear`. */
export class Fleet {
  readonly known = new Map<number, Who>();
  readonly #numbers = new Map<number, number>();
  looks = new Float32Array(0);
  /** Looks that changed since they were last taken away, from … to (exclusive). */
  dirty: [number, number] = [0, 0];
  /** One more than the highest id that was told. */
  end = 0;
  #hidden: ReadonlySet<Group> = new Set();

  clear(room: number): void {
    this.known.clear();
    this.#numbers.clear();
    this.looks = new Float32Array(room).fill(-1);
    [this.dirty, this.end] = [[0, room], 0];
  }

  take(found: readonly Who[]): void {
    for (const who of found) {
      if (who.id >= this.looks.length) continue;
      const before = this.known.get(who.id);
      if (before && before.mmsi !== who.mmsi) this.#numbers.delete(before.mmsi);
      this.known.set(who.id, who);
      this.#numbers.set(who.mmsi, who.id);
      this.#put(who);
    }
  }

  hide(groups: ReadonlySet<Group>): void {
    this.#hidden = groups;
    for (const who of this.known.values()) this.#put(who);
  }

  /** The number of a ship in the picture, by its MMSI. */
  numberOf(mmsi: number): number | undefined {
    return this.#numbers.get(mmsi);
  }

  isHidden(id: number): boolean {
    return (this.looks[id] ?? -1) < 0;
  }

  #put(who: Who): void {
    this.looks[who.id] = lookOf(who, this.#hidden);
    this.end = Math.max(this.end, who.id + 1);
    this.dirty = this.dirty[0] === this.dirty[1] ? [who.id, who.id + 1] : [Math.min(this.dirty[0], who.id), Math.max(this.dirty[1], who.id + 1)];
  }
}
