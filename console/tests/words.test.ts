/** Every message that a component names exists in three languages, with the same values; none is left that nobody says. */
import { readdirSync, readFileSync } from "node:fs";
import { FluentResource } from "@fluent/bundle";
import { expect, test } from "vitest";

import { consoleSection, section } from "../catalogue.ts";

const ROOT = new URL("../", import.meta.url);
const sources = (readdirSync(new URL("src/", ROOT), { recursive: true }) as string[])
  .filter((name) => /\.(svelte|ts)$/.test(name) && !name.endsWith("schema.ts"))
  .map((name) => ({ name, text: readFileSync(new URL(`src/${name}`, ROOT), "utf8") }));

/** All that the console says of its own: what the first page takes, and what comes with the pages of cooperation and rescue. */
const said = (language: string): string => {
  const file = readFileSync(new URL(`../locale/${language}.ftl`, ROOT), "utf8");
  return [consoleSection(file), section(file, "console cooperation"), section(file, "console rescue")].join("\n");
};
const catalogue = (language: string): Map<string, string> => {
  const text = said(language);
  const blocks = [...text.matchAll(/^console-([a-z0-9_-]+) =((?:.*)(?:\n +.*)*)/gm)];
  expect(new FluentResource(text).body.length).toBe(blocks.length);
  return new Map(blocks.map((each) => [each[1]!, [...new Set(each[2]!.match(/\$[a-z_]+/g) ?? [])].sort().join(" ")]));
};
const [en, fr, ar] = ["en", "fr", "ar"].map(catalogue) as [Map<string, string>, Map<string, string>, Map<string, string>];

test("the three languages have the same messages with the same values", () => {
  expect(Object.fromEntries(fr)).toEqual(Object.fromEntries(en));
  expect(Object.fromEntries(ar)).toEqual(Object.fromEntries(en));
});

test("every message that is named exists, and every message is named", () => {
  const named = sources.flatMap(({ text }) => [...text.matchAll(/say\(\s*(?:[^"`()]*\? )?(["`])((?:(?!\1).)*)\1(?: : "([^"]*)")?/g)]);
  const whole = named.flatMap((each) => [each[2]!, ...(each[3] ? [each[3]] : [])]);
  const fixed = whole.filter((name) => !name.includes("${"));
  const begun = whole.filter((name) => name.includes("${")).map((name) => name.split("${")[0]!);
  expect(fixed.filter((name) => !en.has(name))).toEqual([]);
  expect(begun.filter((start) => ![...en.keys()].some((name) => name.startsWith(start)))).toEqual([]);
  expect([...en.keys()].filter((name) => !fixed.includes(name) && !begun.some((start) => name.startsWith(start)))).toEqual([]);
});

test("no sentence with a value is the value of another sentence: the marks of its isolation would be shown", () => {
  // In a `say(` that is still open, another one that is given values; the name of a field only chooses among words.
  const within = /\bsay\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\bsay\((?!`coop-field`)[^()]*(?<!\$)\{\s*\w+\s*[:}]/;
  expect("say(`a`, { what: say(ours ? `b` : `c`, { partner }) })").toMatch(within);
  expect("say(`a`, { what: say(`b`) }) + say(`c`, { partner })").not.toMatch(within);
  expect(sources.filter(({ text }) => within.test(text.replace(/"/g, "`"))).map(({ name }) => name)).toEqual([]);
});

test("no component writes a direction of the page, an inline style, or markup from a string", () => {
  for (const { name, text } of sources) {
    const style = (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? "").replace(/\[dir="rtl"\][^{]*\{[^}]*\}/g, "");
    expect(style, name).not.toMatch(/(margin|padding|border|inset)-(left|right)|\b(left|right)\s*:|text-align:\s*(left|right)|float:/);
    expect(text, name).not.toMatch(/\sstyle="|\{@html/);
  }
});

test("a person who works never reads the words of the record's inside", () => {
  const inside = /\b(fold|slot|tile|gate)s?\b/i;
  for (const language of ["en", "fr", "ar"]) {
    expect(said(language).split("\n").filter((line) => inside.test(line.split("=").slice(1).join("=")))).toEqual([]);
  }
});
