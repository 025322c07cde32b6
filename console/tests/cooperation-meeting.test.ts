/** A meeting by the clocks of its place, its agenda and its minutes; and fields of records as they are typed. */
import { expect, test } from "vitest";

import { noTexts } from "../src/amendment.ts";
import { changesOf, fieldsFor, formOf, hashOfFile, readMoney, typedOf, valueOf } from "../src/cooperation/fields.ts";
import { agendaFields, clockAt, dayAhead, instantAt, isUtc, meetingFields, minutesFields, minutesOf, missingIn, newMeeting } from "../src/cooperation/meeting.ts";
import { keyOf, nextId, placeOf, seriesOf, wordingIn } from "../src/cooperation/records.ts";

const three = (text: string) => ({ ar: `${text} ع`, en: text, fr: `${text} é` });
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

test.each([
  ["2026-11-27", "10:00", "Africa/Algiers", "2026-11-27T09:00:00.000Z"],
  ["2026-07-01", "09:00", "America/New_York", "2026-07-01T13:00:00.000Z"],
  ["2026-12-01", "09:00", "America/New_York", "2026-12-01T14:00:00.000Z"],
  ["2026-11-27", "00:10", "Asia/Kathmandu", "2026-11-26T18:25:00.000Z"],
])("%s at %s in %s is %s", (day, time, zone, instant) => {
  expect(iso(instantAt(day, time, zone))).toBe(instant);
  expect(clockAt(Date.parse(instant), zone)).toEqual({ day, time });
});

test("a meeting is ahead until its day has come by the clocks of its place, and not a moment longer", () => {
  const document = { starts_ms: Date.parse("2026-12-01T09:00:00Z"), time_zone: "Pacific/Auckland" };
  expect(dayAhead(document, Date.parse("2026-11-23T09:00:00Z"))).toBe("2026-12-01");
  expect(dayAhead(document, Date.parse("2026-11-30T10:59:00Z"))).toBe("2026-12-01");
  expect(dayAhead(document, Date.parse("2026-11-30T11:00:00Z"))).toBeNull();
  expect(dayAhead({}, 0)).toBeNull();
});

test.each([["UTC", true], ["Etc/UTC", true], ["Africa/Algiers", false], ["Europe/London", false]])("%s: the clocks of no place: %s", (zone, is) => {
  expect(isUtc(zone)).toBe(is);
});

test("a meeting beyond the calendar is shown on its last day, whatever the zone", () => {
  for (const zone of ["UTC", "Africa/Algiers", "Nowhere/At All"]) expect(clockAt(2 ** 53 - 1, zone)).toEqual({ day: "9999-12-31", time: "23:59" });
});

test.each([
  ["2026-03-08", "02:30", "America/New_York"], // the hour that summer time skips
  ["2026-02-30", "09:00", "UTC"],
  ["2026-11-27", "9", "UTC"],
  ["2026-11-27", "09:00", "Africa/Nowhere"],
])("%s at %s in %s is no instant", (day, time, zone) => {
  expect(instantAt(day, time, zone)).toBeNull();
});

const whole = () => {
  const meeting = newMeeting("wg-sahel", "Africa/Algiers");
  return { ...meeting, day: "2026-11-27", place: three("Algiers"), agenda: [{ ...meeting.agenda[0]!, title: three("Work") }], ours: " Office one \n\nOffice two\n" };
};

test("a meeting that is whole is told with its offices, one for each line, and its instants", () => {
  expect(meetingFields(whole(), "DZ", "US")).toEqual({
    starts_ms: Date.parse("2026-11-27T08:00Z"), ends_ms: Date.parse("2026-11-27T11:00Z"), time_zone: "Africa/Algiers", place: three("Algiers"),
    agenda: [{ id: "item-1", title: three("Work"), level: "bilateral" }], delegations: [{ party: "DZ", offices: ["Office one", "Office two"] }],
  });
});

test("a meeting that ends before it begins, lacks a language or a place is not whole", () => {
  expect(meetingFields({ ...whole(), to: "08:00" }, "DZ", "US")).toBeNull();
  expect(meetingFields({ ...whole(), place: { ...three("Algiers"), fr: " " } }, "DZ", "US")).toBeNull();
  expect(meetingFields({ ...whole(), agenda: [] }, "DZ", "US")).toBeNull();
});

test("what was said on an item stands in all three languages or in none, and a missing one is named", () => {
  const row = { id: "a", title: three("A"), level: "public" as const, minute: noTexts(), presenter: "" };
  expect(agendaFields([row])).toEqual([{ id: "a", title: three("A"), level: "public" }]);
  expect(agendaFields([{ ...row, presenter: " EXAMPLE: secretariat " }])).toEqual([{ id: "a", title: three("A"), level: "public", presenter: "EXAMPLE: secretariat" }]);
  expect(missingIn(row.minute)).toEqual([]);
  const half = { ...row, minute: { ...three("Said"), ar: "" } };
  expect(missingIn(half.minute)).toEqual(["ar"]);
  expect(agendaFields([half])).toBeNull();
});

test("minutes go on from the record and carry the whole and every item", () => {
  const document = { agenda: [{ id: "a", title: three("A"), level: "public", presenter: "EXAMPLE: secretariat" }, { id: "b", title: three("B"), minute: three("Old") }] };
  const minutes = minutesOf(document);
  expect(minutesFields(document, minutes)).toBeNull(); // no text of the whole yet
  minutes.whole = three("Opened and closed");
  minutes.items["a"] = three("Said");
  expect(minutesFields(document, minutes)).toEqual({
    minutes: three("Opened and closed"),
    agenda: [{ id: "a", title: three("A"), level: "public", minute: three("Said"), presenter: "EXAMPLE: secretariat" }, { id: "b", title: three("B"), level: "bilateral", minute: three("Old") }],
  });
});

test.each([
  ["120 000.50 USD", { amount_minor: 12_000_050, currency: "USD" }],
  ["120\u202f000 DZD", { amount_minor: 12_000_000, currency: "DZD" }],
  ["7 JPY", { amount_minor: 7, currency: "JPY" }],
  ["7.5 JPY", null],
  ["1.234 KWD", { amount_minor: 1234, currency: "KWD" }],
  ["12", null],
  ["12,50 USD", null],
])("%s is read as %j", (typed, money) => {
  expect(readMoney(typed)).toEqual(money);
  if (money) expect(readMoney(String(typedOf("value", money)))).toEqual(money);
});

test("a day that something is due on ends with that day, in UTC, and comes back as it was typed", () => {
  const ms = valueOf("due_ms", "2026-11-27");
  expect(iso(ms as number)).toBe("2026-11-27T23:59:59.999Z");
  expect(typedOf("due_ms", ms)).toBe("2026-11-27");
  expect(valueOf("due_ms", "2026-02-30")).toBeNull();
});

test("an act carries only what differs from the record, and nothing while a field is not whole", () => {
  const document = { text: three("As it was"), due_ms: Date.parse("2026-11-27T12:00Z") };
  const typed = formOf(["text", "due_ms"], document);
  expect(changesOf(typed, document)).toEqual({});
  expect(changesOf({ ...typed, text: three("Anew") }, document)).toEqual({ text: three("Anew") });
  expect(changesOf({ ...typed, text: { ...three("Anew"), ar: "" } }, document)).toBeNull();
});

test("a move asks for what it is made for and for what it still needs and may set", () => {
  const need = (name: string, is_met: boolean) => ({ need: `field:${name}`, words: "", is_met });
  expect(fieldsFor("action", { move: "claim_done", sets: ["proof"], needs: [] })).toEqual(["proof"]);
  expect(fieldsFor("initiative", { move: "accept", sets: ["value"], needs: [need("value", false), need("scope", false)] })).toEqual(["value"]);
  expect(fieldsFor("meeting", { move: "sign_minutes", sets: ["minutes"], needs: [need("minutes", true)] })).toEqual([]);
});

test("a file's hash is that of SHA-256 (FIPS 180-4: abc)", async () => {
  expect(await hashOfFile(new Blob(["abc"]))).toBe("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("a record has its series, its page and a free name; an empty language is missing", () => {
  expect(keyOf(seriesOf({ key: "meeting/wg-1" }))).toBe("meeting/wg-1");
  expect(keyOf("decision/wg-1-4-2")).toBeNull();
  expect(placeOf("meeting/wg-1")).toBe("meetings/wg-1");
  expect(nextId("wg-d", ["wg-d-1", "wg-d-3"])).toBe("wg-d-2");
  expect(wordingIn({ ar: "", en: "A", fr: "B" })).toEqual({ ar: null, en: "A", fr: "B" });
  expect(wordingIn([])).toBeNull();
});
