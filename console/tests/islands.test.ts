/** Every value that a formatter makes stands in `Value` or in a sentence of the catalogue: both keep it left to right. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const SRC = new URL("../src/", import.meta.url);
const PARTNERS_TEXT = ["harmless", "brief", "tied"]; // text of any language, shown by Foreign
const formatters = [...readFileSync(new URL("formats.ts", SRC), "utf8").matchAll(/^export function (\w+)\([^{]*\): string \{/gm)]
  .map((each) => each[1]!)
  .filter((name) => !PARTNERS_TEXT.includes(name));
const call = new RegExp(`\\b(?:${formatters.join("|")})\\(`);
const parts = (readdirSync(SRC, { recursive: true }) as string[])
  .filter((name) => name.endsWith(".svelte"))
  .map((name) => ({ name, text: readFileSync(new URL(name, SRC), "utf8") }));

/** The expressions that a component writes as bare text: in braces, and neither a block nor the value of a property. */
function bare(text: string): string[] {
  const markup = text.replace(/<(script|style)[\s\S]*?<\/\1>/g, "");
  return [...markup.matchAll(/(?<![=\w$])\{(?![#:/@])((?:[^{}]|\{[^{}]*\})*)\}/g)].map((each) => each[1]!);
}

/** Names that a component gives to what a formatter made: in its script, and by `@const` in its markup. */
function made(text: string): string[] {
  const script = /<script[\s\S]*?<\/script>/.exec(text)?.[0] ?? "";
  const named = [...script.matchAll(/\bconst (\w+)(?:: string)? = (?!\()([^;]*);/g), ...text.matchAll(/\{@const (\w+) = ((?:[^{}]|\{[^{}]*\})*)\}/g)];
  return named.filter(([, , value]) => call.test(unsaid(value!).replace(/=>[\s\S]*/, ""))).map(([, name]) => name!);
}

/** An expression without the sentences in it, which isolate their own values. */
function unsaid(expression: string): string {
  let [rest, begin] = [expression, 0];
  while ((begin = rest.search(/\bsay\(/)) >= 0) {
    let [at, depth] = [rest.indexOf("(", begin) + 1, 1];
    for (; at < rest.length && depth > 0; at += 1) depth += rest[at] === "(" ? 1 : rest[at] === ")" ? -1 : 0;
    rest = rest.slice(0, begin) + rest.slice(at);
  }
  return rest;
}

/** The expressions of a component that write a value of a formatter as bare text, called there or kept under a name. */
function loose(text: string): string[] {
  const names = made(text);
  const isValue = (each: string): boolean => call.test(each) || names.some((name) => new RegExp(`(?<![.\\w])${name}\\b`).test(each));
  return bare(text).filter((each) => isValue(unsaid(each)));
}

test("there are formatters for every kind of value that officers read aloud", () => {
  expect(formatters).toEqual(expect.arrayContaining(["position", "course", "speed", "timeGroup", "mmsi", "shortHash", "amount", "distance", "area", "elapsed", "shortId"]));
});

test.each([
  ["<p>{speed(3)}</p>", ["speed(3)"]],
  ["<p><Value text={speed(3)} />{#if speed(3)}{say('x', { at: speed(3) })}{/if}</p>", []],
  ["<p>{say('x') + speed(3)}</p>", ["say('x') + speed(3)"]],
  ["<script>const moment = $derived(live ? clockUtc(ms) : timeGroup(ms));</script><p>{moment}</p>", ["moment"]],
  ["<script>const moment = timeGroup(ms);</script><p>{say('x', { moment })}<Value text={moment} /></p>", []],
  ["{#each all as one}{@const at = position(one)}<p>{at}</p>{/each}", ["at"]],
])("%s: what is loose in it is found", (text, found) => {
  expect(loose(text)).toEqual(found);
});

test.each(parts)("$name writes no value bare", ({ text }) => {
  expect(loose(text)).toEqual([]);
});
