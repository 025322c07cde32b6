/** What every page needs of the node: its health, its agreements, its alarms. */
import { api, got, type Schemas } from "../api/client.ts";
import { factsOf } from "../incident.ts";
import { conductor } from "./conductor.svelte.ts";
import { Resource } from "./resource.svelte.ts";
import { screen } from "./screen.svelte.ts";

/** What an office is called from a place in its party's record on. */
export type OfficeTitle = Schemas["OfficeTitleOut"] & { agreement: string };

class House {
  health = new Resource<Schemas["HealthOut"]>(async () => {
    const health = await got(api.GET("/api/v1/health"));
    conductor.trust(health.now_ms);
    return health;
  });
  agreements = new Resource<Schemas["AgreementOut"][]>(() => got(api.GET("/api/v1/agreements")));
  alarms = new Resource<Schemas["AlarmOut"][]>(() => got(api.GET("/api/v1/alarms")));
  cases = new Resource<Schemas["CaseOut"][]>(() => got(api.GET("/api/v1/cases")));
  today = new Resource<Schemas["TodayOut"]>(() => got(api.GET("/api/v1/today")));

  /** What the offices of every party are called, under each agreement, the oldest title first. */
  titles = new Resource<OfficeTitle[]>(async () => {
    const each = (this.agreements.data ?? []).map(async ({ id }) => {
      const given = await got(api.GET("/api/v1/agreements/{agreement_id}/cooperation/office-titles", { params: { path: { agreement_id: id } } }));
      return given.map((title) => ({ ...title, agreement: id }));
    });
    return (await Promise.all(each)).flat();
  });

  /** Which of several agreements the pages show; `null`: the first. */
  chosen = $state<string | null>(null);

  /** The agreement that the pages show: the one of a node that has one, of several the one that was chosen. */
  get agreement(): Schemas["AgreementOut"] | null {
    return this.agreements.data?.find((each) => each.id === this.chosen) ?? this.agreements.data?.[0] ?? null;
  }

  /** The agreement under which something of a domain leaves: the chosen one, or the first that has the domain. */
  under(domain: string): Schemas["AgreementOut"] | null {
    if (this.agreement?.domains.includes(domain)) return this.agreement;
    return this.agreements.data?.find((each) => each.domains.includes(domain)) ?? null;
  }

  get partner(): string {
    return this.agreement?.partner ?? "";
  }

  /** Ask for everything anew; no answer waits for another, so that an alarm is never late for a long list of cases. */
  async load(): Promise<void> {
    const all = [this.health, this.alarms, this.cases, this.today].map((each) => each.renew());
    await Promise.all([...all, this.agreements.renew().then(() => this.titles.renew()), screen.load()]);
  }

  /** What changes without an event: ages, and alarms that rise from silence. */
  async pulse(): Promise<void> {
    await Promise.all([this.health.renew(), this.alarms.renew()]);
  }

  async acknowledge(alarm: string): Promise<void> {
    await this.alarms.take(() => got(api.POST("/api/v1/alarms/acknowledgements", { body: { alarm } })));
  }

  /** What nobody has acknowledged, as the node ranks it, but that an exercise never stands before what is real. */
  get unanswered(): Schemas["AlarmOut"][] {
    const drills = new Set((this.cases.data ?? []).filter((each) => each.badge === "partner" && factsOf(each).drill).map((each) => each.id));
    return [...(this.alarms.data ?? [])].sort((a, b) => Number(drills.has(a.subject)) - Number(drills.has(b.subject)));
  }

  async acknowledgeFirst(): Promise<void> {
    const first = this.unanswered[0];
    if (first) await this.acknowledge(first.id);
  }
}

export const house = new House();
