/* What is shipped: peers of the benchmarks and tools of the tests stand among the development packages and must not come along. */
import { expect, it } from "vitest";
import manifest from "../../package.json";

const sources = import.meta.glob<string>(
  ["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}", "!../**/fixture*.{ts,tsx}"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);

/** The packages that a source takes something from while it runs. */
function packagesOf(source: string): string[] {
  const named = [...source.matchAll(/(?:^|\n)(?:import|export)\s(?!type\b)(?:[^;]*?\sfrom\s)?"([^"]+)"/g)];
  const asked = [...source.matchAll(/\bimport\("([^"]+)"\)/g)];
  return [...named, ...asked].flatMap(([, path = ""]) => {
    if (path.startsWith(".")) return [];
    return [path.split("/", path.startsWith("@") ? 2 : 1).join("/")];
  });
}

it("nothing_is_shipped_but_what_the_manifest_names_as_a_dependency", () => {
  const taken = new Map(
    Object.entries(sources).flatMap(([at, text]) => packagesOf(text).map((name) => [name, at])),
  );
  expect(taken.size).toBeGreaterThan(5);
  const strangers = [...taken].filter(([name]) => !Object.hasOwn(manifest.dependencies, name));
  expect(strangers).toEqual([]);
});

it("the_peers_of_the_benchmark_are_no_dependencies", () => {
  const peers = ["@xyflow/react", "cytoscape"];
  expect(peers.filter((name) => !Object.hasOwn(manifest.devDependencies, name))).toEqual([]);
  expect(Object.keys(manifest.dependencies).filter((name) => peers.includes(name))).toEqual([]);
});
