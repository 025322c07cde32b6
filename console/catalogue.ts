/** Hands the console its own part of the Fluent catalogue that the server reads too: `../locale/<language>.ftl`. */
import type { Plugin } from "vite";

const SECTION = /^## console$([\s\S]*?)^## end of console$/m;

/** Return the console's section of a catalogue. */
export function consoleSection(catalogue: string): string {
  const found = SECTION.exec(catalogue);
  if (!found) throw new Error("the catalogue has no section `## console` … `## end of console`");
  return found[1] ?? "";
}

/** Import a `.ftl` file as the text of its console section. */
export function catalogue(): Plugin {
  return {
    name: "comity-catalogue",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith(".ftl")) return null;
      return { code: `export default ${JSON.stringify(consoleSection(code))};`, map: null };
    },
  };
}
