/** Every value that a formatter makes stands in `Value` or in a sentence of the catalogue: both keep it left to right. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const SRC = new URL("../src/", import.meta.url);
const PARTNERS_TEXT = ["harmless", "brief"]; // text of any language, shown by Foreign
const formatters = [...readFileSync(new URL("formats.ts", SRC), "utf8").matchAll(/^export function (\w+)\([^{]*\): string \{/gm)]
  .map((each) => each[1]!)
  .filter((name) => !PARTNERS_TEXT.includes(name));
const parts = (readdirSync(SRC, { recursive: true }) as string[])
  .filter((name) => name.endsWith(".svelte"))
  .map((name) => ({ name, markup: readFileSync(new URL(name, SRC), "utf8").replace(/<(script|style)[\s\S]*?<\/\1>/g, "") }));

/** The expressions that a component writes as bare text: in braces, and neither a block nor the value of a property. */
function bare(markup: string): string[] {
  return [...markup.matchAll(/(?<![=\w$])\{(?![#:/@])((?:[^{}]|\{[^{}]*\})*)\}/g)].map((each) => each[1]!);
}

test("there are formatters for every kind of value that officers read aloud", () => {
  expect(formatters).toEqual(expect.arrayContaining(["position", "course", "speed", "timeGroup", "mmsi", "shortHash", "amount", "distance", "area", "elapsed", "shortId"]));
});

test("a bare expression is found, and one in a property is not", () => {
  expect(bare('<p>{speed(3)} <Value text={speed(3)} />{#if speed(3)}{say("x", { at: speed(3) })}{/if}</p>')).toEqual(["speed(3)", 'say("x", { at: speed(3) })']);
});

test.each(parts)("$name writes no value bare", ({ markup }) => {
  const call = new RegExp(`\\b(?:${formatters.join("|")})\\(`);
  expect(bare(markup).filter((each) => call.test(each) && !/\bsay\(/.test(each))).toEqual([]);
});
