// Works on the map for minutes with real input and says how memory goes; writes target/bench/memory.json.
// Usage: npm run bench:memory   (MINUTES=20, OPEN=2000 or another portfolio of bench/app.tsx)
//
// One round pans, zooms in and out, goes far and near, selects, renames, drags, undoes both, switches overlays, opens the
// palette. Every 30 seconds: live objects after a full collection, and the memory of the whole browser tree. A straight line is
// laid through what came after the first quarter, in which caches fill, and told in megabytes a minute with the interval in which 95 % of such lines lie;
// samples that follow each other are not quite independent, so the interval is somewhat too narrow.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { heapOf, launch, memoryOf, open } from "./browser.mjs";
import { serve, ui } from "./site.mjs";

const MINUTES = Number(process.env.MINUTES ?? 20);
const EVERY = Math.min(30, MINUTES * 3) * 1000;
/** A leak that would be felt in a working day: 0.5 MB a minute are 240 MB in eight hours. */
const LIMIT = { heap: 0.1, tree: 0.5 };
const round = (n) => Math.round(n * 1000) / 1000;

const site = await serve("app.html");
const chrome = await launch();
const page = await open(chrome.browser, `${site.base}bench/app.html?open=${process.env.OPEN ?? "2000"}`);
await page.waitForSelector("canvas");
await page.waitForTimeout(1500);
const { x, y, width, height } = await page.locator("canvas").first().boundingBox();
const middle = { x: x + width / 2, y: y + height / 2 };
const wheel = (deltaX, deltaY, ctrl = false) =>
  page.client.send("Input.dispatchMouseEvent", { type: "mouseWheel", ...middle, deltaX, deltaY, modifiers: ctrl ? 2 : 0 });
const pause = (ms) => page.waitForTimeout(ms);
const keys = async (...all) => {
  for (const key of all) await page.keyboard.press(key);
};

const counts = { rounds: 0, renames: 0, drags: 0, undone: 0 };
const state = () =>
  page.evaluate(() => {
    const { revision, steps } = window.session.snapshot().store.state;
    return { revision, undo: steps.undo !== null };
  });

async function roundOf(n) {
  const side = n % 2 === 0 ? 1 : -1;
  await page.mouse.move(middle.x, middle.y);
  for (let i = 0; i < 40; i += 1) {
    await wheel(side * (i < 20 ? 30 : -20), i % 10 < 5 ? 10 : -10);
    await pause(12);
  }
  for (let i = 0; i < 60; i += 1) {
    await wheel(0, i < 30 ? 40 : -40, true);
    await pause(12);
  }
  // All of it, then one card that is near the middle, large enough to read.
  await page.mouse.click(middle.x, middle.y);
  await keys("0");
  await pause(500);
  for (let i = 0; i < 24; i += 1) {
    await wheel(0, -60, true);
    await pause(12);
  }
  await keys("Escape", "ArrowRight", side > 0 ? "ArrowDown" : "ArrowUp", "Space");
  await pause(300);
  await keys("Enter");
  await page.keyboard.type(` ${n}`);
  await keys("Enter");
  counts.renames += 1;
  await pause(200);
  await keys("Shift+ArrowRight", "Shift+ArrowRight");
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + side * 60, middle.y + 10, { steps: 12 });
  await page.mouse.up();
  counts.drags += 1;
  await pause(300);
  // Whatever was done is taken back, so that every round begins with the same portfolio.
  for (let i = 0; i < 8 && (await state()).undo; i += 1) {
    await keys("Control+z");
    counts.undone += 1;
    await pause(150);
  }
  await keys("o");
  await pause(200);
  await keys("Control+k");
  await page.keyboard.type("permit");
  await pause(150);
  await keys("Escape", "Escape");
  counts.rounds += 1;
  if (process.env.PICTURE) await page.screenshot({ path: process.env.PICTURE });
}

async function sample(start) {
  const heap = await heapOf(page);
  const { nodes, jsEventListeners } = await page.client.send("Memory.getDOMCounters");
  const by = memoryOf(chrome.root);
  return {
    minute: round((Date.now() - start) / 60000),
    heap_mb: round(heap),
    tree_mb: round(Object.values(by).reduce((sum, it) => sum + it, 0)),
    page_mb: round(by.renderer ?? 0),
    nodes,
    listeners: jsEventListeners,
  };
}

/** Least squares through (minute, value): the slope and half its 95 % interval. */
function slope(points) {
  const n = points.length;
  const mean = (f) => points.reduce((sum, p) => sum + f(p), 0) / n;
  const [mx, my] = [mean((p) => p.x), mean((p) => p.y)];
  const sxx = points.reduce((sum, p) => sum + (p.x - mx) ** 2, 0);
  if (n < 4 || sxx === 0) return { per_minute: null, interval: null };
  const b = points.reduce((sum, p) => sum + (p.x - mx) * (p.y - my), 0) / sxx;
  const rest = points.reduce((sum, p) => sum + (p.y - my - b * (p.x - mx)) ** 2, 0);
  const half = 2.05 * Math.sqrt(rest / (n - 2) / sxx);
  return { per_minute: round(b), interval: [round(b - half), round(b + half)] };
}


const cdp=await chrome.browser.newBrowserCDPSession();
async function dump(){await page.client.send("HeapProfiler.collectGarbage");await page.client.send("HeapProfiler.collectGarbage");
 const ev=[];const on=({value})=>ev.push(...value);cdp.on("Tracing.dataCollected",on);
 await cdp.send("Tracing.start",{transferMode:"ReportEvents",traceConfig:{includedCategories:["-*","disabled-by-default-memory-infra"],excludedCategories:["*"],memoryDumpConfig:{triggers:[]}}});
 await cdp.send("Tracing.requestMemoryDump",{levelOfDetail:"detailed",deterministic:true});
 const done=new Promise(r=>cdp.once("Tracing.tracingComplete",r));await cdp.send("Tracing.end");await done;cdp.off("Tracing.dataCollected",on);
 const names=new Map(ev.filter(e=>e.name==="process_name").map(e=>[e.pid,e.args.name]));
 const out=new Map();
 for(const e of ev){if(e.ph!=="v"&&e.ph!=="V")continue;const d=e.args?.dumps;if(!d)continue;const p=(names.get(e.pid)??"?")+":"+e.pid;
  if(d.process_totals)for(const[k,v]of Object.entries(d.process_totals))out.set(p+"|total "+k,parseInt(v,16));
  for(const[k,v]of Object.entries(d.allocators??{})){const q=v.attrs?.effective_size??v.attrs?.size;if(!q)continue;if(k.split("/").length>4)continue;out.set(p+"|"+k.replace(/0x[0-9A-F]+/gi,"*"),(out.get(p+"|"+k.replace(/0x[0-9A-F]+/gi,"*"))??0)+parseInt(q.value,16));}}
 return out;}
let last=null;
async function step(name,work){const rounds=await work();const now=await dump();const by=memoryOf(chrome.root);console.log("==",name,Object.entries(by).map(([k,v])=>k+" "+v.toFixed(1)).join(" "));
 if(last){const d=[];for(const[k,v]of now){const x=v-(last.get(k)??0);if(Math.abs(x)>60000)d.push([k,x]);}d.sort((p,q)=>q[1]-p[1]);for(const[k,x]of[...d.slice(0,14)])console.log("   ",(x/1000).toFixed(0).padStart(8),k);}
 last=now;}
await step("warm",async()=>{for(let n=0;n<6;n++)await roundOf(n);});
const T=Number(process.env.T??1);
const pan=async()=>{for(let i=0;i<400*T;i++){await wheel(i%40<20?30:-30,i%10<5?10:-10);await pause(8);}};
const zoom=async()=>{for(let i=0;i<600*T;i++){await wheel(0,i%60<30?40:-40,true);await pause(8);}};
const palette=async()=>{for(let i=0;i<40*T;i++){await keys("Control+k");await page.keyboard.type("permit");await pause(50);await keys("Escape","Escape");}};
const over=async()=>{for(let i=0;i<40*T;i++){await keys("o");await pause(60);}};
const rename=async()=>{await page.mouse.click(middle.x,middle.y);await keys("0");await pause(500);for(let i=0;i<24;i++){await wheel(0,-60,true);await pause(12);}for(let n=0;n<30*T;n++){await keys("Escape","ArrowRight",n%2?"ArrowDown":"ArrowUp","Space");await keys("Enter");await page.keyboard.type(" "+n);await keys("Enter");await pause(60);await keys("Control+z");await pause(60);}};
const select=async()=>{for(let n=0;n<60*T;n++){await keys("Escape",n%4<2?"ArrowRight":"ArrowLeft","Space");await pause(40);}};
const drag=async()=>{for(let n=0;n<30*T;n++){const side=n%2?1:-1;await page.mouse.move(middle.x,middle.y);await page.mouse.down();await page.mouse.move(middle.x+side*60,middle.y+10,{steps:12});await page.mouse.up();await pause(60);for(let i=0;i<3&&(await state()).undo;i++){await keys("Control+z");await pause(60);}}};
for(const k of [0,1])for(const[n,w]of Object.entries({pan,zoom,palette,over,select,rename,drag}))await step(n+k,w);
await chrome.close();await site.close();
