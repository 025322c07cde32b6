/** The files of a case by the tool that each is for. */

/** Tools in the order in which an officer needs them; a file goes to the first that takes it. */
const TOOLS = [
  { tool: "paper", takes: /\.pdf$/ },
  { tool: "plotter", takes: /\.gpx$/ },
  { tool: "ecdis", takes: /rtz/ },
  { tool: "tak", takes: /tak/ },
  { tool: "earth", takes: /\.kml$/ },
  { tool: "map", takes: /\.(geojson|tiff?)$/ },
  { tool: "radio", takes: /\.txt$/ },
  { tool: "table", takes: /\.csv$/ },
  { tool: "science", takes: /\.nc$/ },
  { tool: "picture", takes: /\.png$/ },
  { tool: "data", takes: /\.json$/ },
] as const;
export type Tool = (typeof TOOLS)[number]["tool"];

/** The tools that have files, with the files of each in the order of their names; a file of no known form is left out. */
export function groupsOf(files: readonly string[]): { tool: Tool; files: string[] }[] {
  const sorted = [...files].sort();
  return TOOLS.map(({ tool }) => ({ tool, files: sorted.filter((name) => TOOLS.find((each) => each.takes.test(name))?.tool === tool) })).filter((each) => each.files.length > 0);
}
