// Chromium for measuring: started without a graphics card and without its own errands, and looked at from outside as a tree
// of processes. Times and memory of the tree are read from /proc, so they are null on other systems than Linux.
import { readdirSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--js-flags=--expose-gc",
];

export async function launch() {
  const server = await chromium.launchServer({
    executablePath: process.env.THROUGHLINE_BROWSER ?? "/usr/bin/chromium",
    args: ARGS,
  });
  const browser = await chromium.connect(server.wsEndpoint());
  return {
    browser,
    root: server.process().pid,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** A page of 1280 × 800 with its protocol session as `client`; its faults are printed. */
export async function open(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on("pageerror", (fault) => console.error(String(fault)));
  page.client = await page.context().newCDPSession(page);
  await page.goto(address);
  return page;
}

/** A process and all below it, as lines of /proc; null where there is none. */
export function tree(root) {
  let all;
  try {
    all = readdirSync("/proc").flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${/^\d+$/.test(name) ? name : "none"}/stat`, "utf8");
        const rest = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        return [{ pid: Number(name), parent: Number(rest[1]), ticks: Number(rest[11]) + Number(rest[12]), pages: Number(rest[21]) }];
      } catch {
        return [];
      }
    });
  } catch {
    return null;
  }
  const inside = new Set([root]);
  for (let before = -1; before !== inside.size; ) {
    before = inside.size;
    for (const it of all) if (inside.has(it.parent)) inside.add(it.pid);
  }
  return all.filter((it) => inside.has(it.pid));
}

/** Processor milliseconds that a tree has used so far. A tick is 10 ms, so short spans are coarse. */
export function cpuOf(root) {
  return tree(root)?.reduce((sum, it) => sum + it.ticks * 10, 0) ?? null;
}

/** Megabytes of main memory of a tree, by what its processes do. Pages that processes share count in each, alike in every sample. */
export function memoryOf(root) {
  const by = {};
  for (const { pid, pages } of tree(root) ?? []) {
    let does = "gone";
    try {
      does = /--type=([a-z-]+)/.exec(readFileSync(`/proc/${pid}/cmdline`, "utf8"))?.[1] ?? "browser";
    } catch {
      // It ended meanwhile.
    }
    by[does] = (by[does] ?? 0) + (pages * 4096) / 1e6;
  }
  return by;
}

/** Megabytes of live objects after a full collection. */
export async function heapOf(page) {
  await page.client.send("HeapProfiler.collectGarbage");
  const { usedSize } = await page.client.send("Runtime.getHeapUsage");
  return usedSize / 1e6;
}
