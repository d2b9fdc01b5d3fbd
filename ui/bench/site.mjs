// The pages of the benchmarks as they would be shipped: built for production into a folder of their own, so that a peer is
// never measured in its slower development form and nothing that is edited meanwhile reloads a page. Served on loopback.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, preview } from "vite";

export const ui = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Builds these pages of `bench/` and serves them; `close` ends it and takes them away. */
export async function serve(...pages) {
  const outDir = mkdtempSync(join(tmpdir(), "throughline-bench-"));
  await build({
    root: ui,
    logLevel: "error",
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      chunkSizeWarningLimit: 4000,
      rollupOptions: { input: pages.map((page) => join(ui, "bench", page)) },
    },
  });
  const server = await preview({
    root: ui,
    logLevel: "error",
    build: { outDir },
    preview: { port: 5199, strictPort: false, host: "127.0.0.1" },
  });
  return {
    base: server.resolvedUrls?.local[0] ?? "",
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
