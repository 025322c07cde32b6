/**
 * The Arabic letters of today's writing, cut from Noto Sans Arabic: 11 kB a weight where the whole file is 49 kB. Their presentation
 * forms are with them, as the map joins the letters of its labels itself. The rest (letters of other languages in Arabic script) stays
 * in the package's file, loaded by the page that shows such a letter.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";

import subset from "subset-font";

const from = new URL("../node_modules/@fontsource/noto-sans-arabic/files/", import.meta.url);
const to = new URL("core/", import.meta.url);

/** The ranges of fonts.css, so that there is one list of them. */
async function letters() {
  const sheet = await readFile(new URL("fonts.css", import.meta.url), "utf-8");
  const ranges = /core\/noto-sans-arabic-400[^}]*unicode-range: ([^;]+);/.exec(sheet)[1];
  return ranges.split(", ").flatMap((range) => {
    const [first, last = first] = range.slice(2).split("-").map((code) => Number.parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
  });
}

await mkdir(to, { recursive: true });
const text = (await letters()).join("");
for (const weight of [400, 600]) {
  const whole = await readFile(new URL(`noto-sans-arabic-arabic-${weight}-normal.woff2`, from));
  await writeFile(new URL(`noto-sans-arabic-${weight}.woff2`, to), await subset(whole, text, { targetFormat: "woff2" }));
}
