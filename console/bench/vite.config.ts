import { defineConfig } from "vite";

// The page of `benchmarks/console.py`: built beside the console's own sources, into build/, never into the wheel.
export default defineConfig({
  root: import.meta.dirname,
  base: "/bench/",
  publicDir: false,
  build: {
    outDir: "../../build/bench",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
});
