// The same map in WebKitGTK, which is what the application shows it in on Linux, driven through WebKitWebDriver on a display in memory and
// started as src-tauri/src/rendering.rs starts it: without a render node pictures go through main memory. WebDriver has no input at
// sixty a second, so the wheel is turned in the page, once a frame. Left out, by name, where the driver or the display is missing.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";

const FOLDERS = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/libexec", "/usr/lib"];
const SECONDS = Number(process.env.SECONDS ?? 2.5);
const round = (n) => Math.round(n * 10) / 10;

function found(name) {
  return (process.env.PATH ?? "").split(":").map((folder) => `${folder}/${name}`).find(existsSync) ?? null;
}

/** The small browser that comes with WebKitGTK. */
function browser() {
  for (const folder of FOLDERS) {
    for (const version of ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]) {
      const at = `${folder}/${version}/MiniBrowser`;
      if (existsSync(at)) return at;
    }
  }
  return null;
}

const hasRenderNode = () => existsSync("/dev/dri") && readdirSync("/dev/dri").some((it) => it.startsWith("renderD"));

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Runs in the page: turns the wheel once a frame and counts the frames in which a new picture came. */
const MOVE = `
const [scene, seconds, done] = arguments;
const { contender } = window;
contender.fit();
if (scene === "near") {
  const { x, y, zoom } = contender.getView();
  contender.setView({ x: 640 - ((640 - x) / zoom) * 0.8, y: 400 - ((400 - y) / zoom) * 0.8, zoom: 0.8 });
}
const at = document.elementFromPoint(640, 400);
const send = (deltaX, deltaY, ctrlKey) =>
  at.dispatchEvent(new WheelEvent("wheel", { deltaX, deltaY, ctrlKey, clientX: 640, clientY: 400, bubbles: true, cancelable: true }));
const whole = contender.getView().zoom;
let by = 0;
if (scene === "zoom") send(0, -20, true);
const TURNS = {
  near: (n) => send(n % 80 < 40 ? 24 : -24, n % 50 < 25 ? 14 : -14, false),
  far: (n) => send(n % 40 < 20 ? 12 : -12, n % 60 < 30 ? 4 : -4, false),
  zoom: (n) => send(0, n % 90 < 45 ? -by : by, true),
};
setTimeout(() => {
  // From the whole to life size and back, in forty-five turns each.
  by = (Math.log2(1 / whole) / 45) / Math.max(1e-4, Math.log2(contender.getView().zoom / whole) / 20);
  const start = performance.now();
  window.frames.length = 0;
  let n = 0;
  const step = () => {
    if (performance.now() - start > seconds * 1000) {
      const times = window.frames.map((it) => it.at);
      const gaps = times.slice(1).map((it, i) => it - times[i]).sort((a, b) => a - b);
      done({ fps: (times.length / (performance.now() - start)) * 1000, p95: gaps[Math.floor(gaps.length * 0.95)] ?? null });
      return;
    }
    TURNS[scene](n);
    n += 1;
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}, 600);
`;

export async function inWebKit(base, sizes) {
  const driver = found("WebKitWebDriver");
  const binary = browser();
  const display = found("Xvfb");
  const missing = [driver ?? "WebKitWebDriver", binary ?? "MiniBrowser", display ?? "Xvfb"].filter((it) => !it.startsWith("/"));
  if (missing.length > 0 || sizes.length === 0) {
    if (missing.length > 0) console.log(`\nWebKitGTK: skipped, ${missing.join(" and ")} not found`);
    return missing.length > 0 ? { skipped: missing } : null;
  }
  const started = [];
  const run = (command, args, env) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "ignore"], detached: true });
    started.push(child);
    return child;
  };
  try {
    const server = run(display, ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {});
    const number = await new Promise((resolve) => server.stdout.once("data", (it) => resolve(String(it).trim())));
    const path = hasRenderNode() ? {} : { WEBKIT_DISABLE_DMABUF_RENDERER: "1" };
    const port = await freePort();
    run(driver, ["--host=127.0.0.1", `--port=${port}`], { ...path, DISPLAY: `:${number}`, GDK_BACKEND: "x11", WAYLAND_DISPLAY: "" });
    const call = async (method, at, body) => {
      const answer = await fetch(`http://127.0.0.1:${port}${at}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      const { value } = await answer.json();
      if (!answer.ok) throw new Error(`WebKitWebDriver: ${value.message}`);
      return value;
    };
    for (let tries = 0; ; tries += 1) {
      const is = await call("GET", "/status").catch(() => null);
      if (is !== null) break;
      if (tries > 100) throw new Error("WebKitWebDriver does not answer.");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const options = { "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
    const { sessionId, capabilities } = await call("POST", "/session", { capabilities: { alwaysMatch: options } });
    const at = `/session/${sessionId}`;
    await call("POST", `${at}/timeouts`, { script: 120_000, pageLoad: 120_000 });
    await call("POST", `${at}/window/rect`, { x: 0, y: 0, width: 1280, height: 860 }).catch(() => undefined);
    const results = [];
    console.log(`\nWebKitGTK ${capabilities.browserVersion}, ${Object.keys(path)[0] ?? "as the system starts it"}`);
    for (const size of sizes) {
      await call("POST", `${at}/url`, { url: `${base}bench/peers/ours.html?cards=${size}` });
      const script = (code, ...args) => call("POST", `${at}/execute/async`, { script: code, args });
      await script("const done = arguments[0]; const look = () => (window.ready ? done(true) : setTimeout(look, 100)); look();");
      const scenes = {};
      for (const name of ["near", "far", "zoom"]) {
        const { fps, p95 } = await script(MOVE, name, SECONDS);
        scenes[name] = { fps: round(fps), gap_p95_ms: p95 === null ? null : round(p95) };
      }
      console.log(`  ${size} cards: ${Object.entries(scenes).map(([name, it]) => `${name} ${it.fps} fps (p95 ${it.gap_p95_ms} ms)`).join(", ")}`);
      results.push({ cards: size, scenes });
    }
    await call("DELETE", at);
    return { version: capabilities.browserVersion, path, results };
  } catch (fault) {
    console.log(`\nWebKitGTK: skipped, ${fault.message}`);
    return { skipped: [fault.message] };
  } finally {
    for (const child of started.reverse()) {
      try {
        process.kill(-child.pid);
      } catch {
        // It has ended by itself.
      }
    }
  }
}
