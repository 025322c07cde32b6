/** The search of one case as an officer works on it: plans A and B, what is being changed, what was flown, what is missing. */
import { api, Failed, got, type Problem, type Schemas } from "../api/client.ts";
import { whole } from "../api/parts.ts";
import { Resource } from "../state/resource.svelte.ts";
import { say } from "../words.svelte.ts";
import type { Area } from "./area.ts";
import { Latest } from "./latest.ts";
import { keyOf, list, type Plan, planOf, type Sortie } from "./plan.ts";
import { askedOf, isWished, type Trial, trialOf, type Wish, wishOf, withWishes } from "./trial.ts";

export type Letter = "a" | "b";
type Wishes = ReadonlyMap<string, Wish>;

type CasePath = { params: { path: { case_id: string } } };
const plansOf = (path: CasePath) => new Resource(() => got(api.GET("/api/v1/cases/{case_id}/plans", path)));
const jobOf = (path: CasePath) => new Resource(() => got(api.GET("/api/v1/cases/{case_id}/plan", path)));
const searchesOf = (path: CasePath) => new Resource(() => got(api.GET("/api/v1/cases/{case_id}/searches", path)));
const receivedOf = ({ params }: CasePath) => new Resource(() => whole((query) => got(api.GET("/api/v1/cases/{case_id}/searches/received", { params: { ...params, query } }))));
const cluesOf = (path: CasePath) => new Resource(() => got(api.GET("/api/v1/cases/{case_id}/clues", path)));

export class SearchDesk {
  readonly plans: ReturnType<typeof plansOf>;
  readonly job: ReturnType<typeof jobOf>;
  readonly searches: ReturnType<typeof searchesOf>;
  /** The partner's searches, with why one does not count. */
  readonly received: ReturnType<typeof receivedOf>;
  readonly clues: ReturnType<typeof cluesOf>;
  /** Which plan the map and the table show. */
  letter = $state<Letter>("a");
  /** Whether areas may be dragged, and which one has the handles. */
  editing = $state(false);
  selected = $state<string | null>(null);
  wishes = $state.raw<Wishes>(new Map());
  trial = $state.raw<Trial | null>(null);
  #answered = $state.raw<Wishes>(new Map());
  /** How long the node took for the last answer, in milliseconds; the page says where it is slow. */
  tookMs = $state<number | null>(null);
  fault = $state.raw<Problem | null>(null);
  busy = $state(false);

  readonly plan: Readonly<Record<Letter, Plan | null>> = $derived.by(() => ({ a: planOf(this.plans.data?.a), b: planOf(this.plans.data?.b) }));
  /** The plan that is shown; where there is no B, A. */
  readonly shown = $derived.by(() => this.plan[this.letter] ?? this.plan.a);
  readonly sorties: Sortie[] = $derived.by(() => (this.shown ? withWishes(this.shown.sorties, this.wishes, this.trial, this.#answered) : []));
  readonly changed = $derived.by(() => (this.shown ? this.shown.sorties.some((each) => this.#isChanged(each)) : false));
  /** How many searches and clues the map counts. */
  readonly learnt = $derived.by(() => {
    const account = this.plans.data?.learnt;
    return list(account?.["searches"]).length + list(account?.["clues"]).length;
  });
  readonly ready = $derived.by(() => this.plans.data?.ready ?? []);
  readonly running = $derived.by(() => (this.job.data && !["done", "failed"].includes(this.job.data.state) ? this.job.data : null));

  readonly #path: CasePath;
  readonly #trying: Latest<{ wishes: Wishes; body: Schemas["TryIn"] }, { trial: Trial; tookMs: number }>;

  constructor(readonly id: string) {
    const path = (this.#path = { params: { path: { case_id: id } } });
    [this.plans, this.job, this.searches, this.received, this.clues] = [plansOf(path), jobOf(path), searchesOf(path), receivedOf(path), cluesOf(path)];
    this.#trying = new Latest(
      async ({ body }) => {
        const asked = performance.now();
        const answer = await got(api.POST("/api/v1/cases/{case_id}/plans/try", { ...path, body }));
        return { trial: trialOf(answer), tookMs: performance.now() - asked };
      },
      ({ trial, tookMs }, { wishes }) => ([this.trial, this.#answered, this.tookMs, this.fault] = [trial, wishes, tookMs, null]),
      (fault) => (this.fault = problemOf(fault)),
    );
  }

  /** Ask for everything anew, as with every event of the case. */
  async load(): Promise<void> {
    await Promise.all([this.plans, this.job, this.searches, this.received, this.clues].map((each) => each.renew()));
  }

  show(letter: Letter): void {
    if (letter === this.letter) return;
    this.discard();
    this.letter = letter;
  }

  #isChanged(sortie: Sortie): boolean {
    const wish = this.wishes.get(keyOf(sortie));
    return wish !== undefined && !isWished(wish, sortie);
  }

  /** What the officer wants of a sortie now: what was changed, else what the plan has. */
  wishFor(key: string): Wish | null {
    const sortie = this.shown?.sorties.find((each) => keyOf(each) === key);
    return this.wishes.get(key) ?? (sortie ? wishOf(sortie) : null);
  }

  /** Change a sortie: it is drawn at once, and the node is asked what it finds. */
  wish(key: string, change: Partial<Wish>): void {
    const before = this.wishFor(key);
    if (!before || !this.shown) return;
    this.wishes = new Map(this.wishes).set(key, { ...before, ...change });
    const areas = askedOf(this.wishes, this.shown.sorties);
    if (areas.length === 0) this.discard();
    else this.#trying.put({ wishes: this.wishes, body: { base: this.#base(), areas } as Schemas["TryIn"] });
  }

  draw(key: string, area: Area): void {
    this.wish(key, { area });
  }

  /** Let areas be changed, or end it; the node makes itself ready meanwhile, so that the first answer is quick. */
  edit(editing: boolean): void {
    this.editing = editing;
    if (!editing) this.selected = null;
    else if (!this.changed) void api.POST("/api/v1/cases/{case_id}/plans/try", { ...this.#path, body: { base: this.#base(), areas: [] } }).catch(() => undefined);
  }

  #base(): Letter {
    return this.plan[this.letter] ? this.letter : "a";
  }

  /** Give up what was changed; the plan stands as it was. */
  discard(): void {
    this.#trying.drop();
    [this.wishes, this.trial, this.#answered, this.tookMs, this.fault] = [new Map(), null, new Map(), null, null];
  }

  /** Do something that the node keeps, and take the new state; return whether it was kept. */
  async act(ask: () => Promise<unknown>): Promise<boolean> {
    [this.busy, this.fault] = [true, null];
    try {
      await ask();
      await this.load();
      return true;
    } catch (fault) {
      this.fault = problemOf(fault);
      return false;
    } finally {
      this.busy = false;
    }
  }

  readonly ask = (): Promise<boolean> => this.act(() => got(api.POST("/api/v1/cases/{case_id}/plan", this.#path)));

  /** Keep what was changed as plan B; it is evaluated whole. */
  async keep(): Promise<boolean> {
    if (!this.shown) return false;
    const body = { base: this.#base(), areas: askedOf(this.wishes, this.shown.sorties) } as Schemas["TryIn"];
    const kept = await this.act(() => got(api.PUT("/api/v1/cases/{case_id}/plans/b", { ...this.#path, body })));
    if (!kept) return false;
    this.discard();
    [this.letter, this.editing] = ["b", false];
    return true;
  }

  async drop(): Promise<boolean> {
    const dropped = await this.act(() => got(api.DELETE("/api/v1/cases/{case_id}/plans/b", this.#path)));
    if (dropped) this.show("a");
    return dropped;
  }

  /** Set a section of the case: units, conditions, how to plan. */
  readonly section = (name: "unit" | "conditions" | "plan", value: unknown): Promise<boolean> =>
    this.act(() => got(api.PUT("/api/v1/cases/{case_id}/sections/{section}", { params: { path: { ...this.#path.params.path, section: name } }, body: { value } as Schemas["SectionIn"] })));

  readonly searched = (body: Schemas["SearchIn"]): Promise<boolean> => this.act(() => got(api.POST("/api/v1/cases/{case_id}/searches", { ...this.#path, body })));

  /** Take back a search or a clue that was reported in error: it stays on the list, and teaches nothing. */
  readonly withdraw = (what: "searches" | "clues", number: number): Promise<boolean> =>
    this.act(() => got(api.DELETE(`/api/v1/cases/{case_id}/${what}/{number}`, { params: { path: { ...this.#path.params.path, number } } })));

  readonly clue = (body: Schemas["ClueIn"]): Promise<boolean> => this.act(() => got(api.POST("/api/v1/cases/{case_id}/clues", { ...this.#path, body })));
}

/** What failed, in words; what is no failure of the node is ours and is not swallowed. */
export function problemOf(fault: unknown): Problem {
  if (!(fault instanceof Failed)) throw fault;
  return fault.problem.what ? fault.problem : { what: say("lost-never") };
}
