/** The pages of the rail, with the key that opens each; what does not exist yet is not here. */
import type { IconName } from "./parts/Icon.svelte";

export interface Page {
  name: string;
  key: string;
  icon: IconName;
}

export const PAGES: readonly Page[] = [
  { name: "watch", key: "1", icon: "map" },
  { name: "incidents", key: "2", icon: "incidents" },
  { name: "exchange", key: "4", icon: "exchange" },
  { name: "signatures", key: "5", icon: "signatures" },
  { name: "agreement", key: "6", icon: "agreement" },
  { name: "overview", key: "7", icon: "overview" },
  { name: "cooperation", key: "8", icon: "cooperation" },
  { name: "ledger", key: "9", icon: "ledger" },
  { name: "node", key: "0", icon: "node" },
];
