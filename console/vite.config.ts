import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

import { catalogue } from "./catalogue.ts";

// For work on the pages: `COMITY_NODE=http://127.0.0.1:8800 npm run dev` speaks to a node that runs.
const node = process.env["COMITY_NODE"] ?? "http://127.0.0.1:8800";
const proxy = Object.fromEntries(
  ["/api", "/events", "/live", "/basemap"].map((path) => [path, { target: node, ws: path === "/live" }]),
);

export default defineConfig({
  plugins: [catalogue(), svelte()],
  base: "/",
  server: { proxy, fs: { allow: [".."] } },
  preview: { proxy },
  build: {
    outDir: "../src/comity/console/dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0, // the Content-Security-Policy knows no data: addresses
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
});
