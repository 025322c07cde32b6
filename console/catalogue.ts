/** Hands the console its own parts of the Fluent catalogue that the server reads too: `../locale/<language>.ftl`. */
import type { Plugin } from "vite";

/** The sections of the catalogue that each part of the console speaks with; the first is taken before anything is shown. */
export const PARTS = {
  console: ["console"],
  cooperation: ["console cooperation", "cooperation records"],
  rescue: ["console rescue"],
} as const;
export type Part = keyof typeof PARTS;

/** Return the sections of a catalogue that a part of the console speaks with. */
export function consoleSection(catalogue: string, part: Part = "console"): string {
  return PARTS[part].map((title) => section(catalogue, title)).join("\n");
}

/** Return one section of a catalogue by its title. */
export function section(catalogue: string, title: string): string {
  const found = new RegExp(`^## ${title}$([\\s\\S]*?)^## end of ${title}$`, "m").exec(catalogue);
  if (!found) throw new Error(`the catalogue has no section \`## ${title}\` … \`## end of ${title}\``);
  return found[1] ?? "";
}

/** Import a `.ftl` file as the text of its console section; `.ftl?cooperation` is that of another part. */
export function catalogue(): Plugin {
  return {
    name: "comity-catalogue",
    enforce: "pre",
    transform(code, id) {
      const found = /\.ftl(?:\?(\w+))?$/.exec(id);
      if (!found) return null;
      return { code: `export default ${JSON.stringify(consoleSection(code, (found[1] ?? "console") as Part))};`, map: null };
    },
  };
}
