import { describe, expect, it } from "vitest";
import { finding, initiative, objective, term } from "./fixture.ts";
import { best, folded, Search } from "./search.ts";
import { elementSearch, findingSearch, openFindings } from "./searchable.ts";

const TITLES = [
  "One Booking app",
  "Réseau haute tension",
  "Cœur de métier",
  "Renew ticket refunds",
  "Renouvellement de l’entretien des chaussées",
  "Système d’exploitation",
  "Phase 2 of the quay",
  "Phase 3 of the quay",
];
const find = (query: string) => best(query, TITLES, (title) => title, 5);

describe("folding", () => {
  it("takes letters as they are typed in a hurry", () => {
    expect(folded("Été à Noël, ŒUVRE, Straße, Søren")).toBe("ete a noel, oeuvre, strasse, soren");
    expect(folded("e\u0301te\u0301")).toBe("ete");
  });
});

describe("the best of some titles", () => {
  it("forgive accents, case and ligatures on either side", () => {
    expect(find("reseau")).toEqual(["Réseau haute tension"]);
    expect(find("COEUR")).toEqual(["Cœur de métier"]);
    expect(find("bôoking")).toEqual(["One Booking app"]);
  });

  it("take words in any order", () => {
    expect(find("tension reseau")).toEqual(["Réseau haute tension"]);
  });

  it("begin with what was typed, then have it at the start of a word, then in the middle of one", () => {
    const found = best("app", ["Wrapping up", "One Booking app", "Apprentices"], (text) => text, 3);
    expect(found).toEqual(["Apprentices", "One Booking app", "Wrapping up"]);
  });

  it("are short before they are long", () => {
    expect(best("quay", ["Quay walls in the north", "Quay"], (text) => text, 1)).toEqual(["Quay"]);
  });

  it("forgive a letter wrong, missing, too many or swapped, in each word", () => {
    for (const typed of [
      "tixket",
      "tiket",
      "tickket",
      "tikcet",
      "itcket",
      "xicket",
      "ttickt",
      "tickte refnuds",
    ]) {
      if (typed === "ttickt") expect(find(typed), typed).toEqual([]);
      else expect(find(typed), typed).toEqual(["Renew ticket refunds"]);
    }
  });

  it("forgive slips in words that are not yet typed to their end", () => {
    expect(find("renouvlle")).toEqual(["Renouvellement de l’entretien des chaussées"]);
  });

  it("take no word of three letters or figure for another", () => {
    expect(find("apq")).toEqual([]);
    expect(find("phase 4")).toEqual([]);
    expect(find("phase 3")).toEqual(["Phase 3 of the quay"]);
  });

  it("do not ask for articles and little words", () => {
    expect(find("l'exploitation")).toEqual(["Système d’exploitation"]);
    expect(find("dexploitation")).toEqual(["Système d’exploitation"]);
    expect(find("entretien de la chaussee")).toEqual(["Renouvellement de l’entretien des chaussées"]);
  });

  it("answer initials but not letters scattered by chance", () => {
    expect(find("oba")).toEqual(["One Booking app"]);
    expect(find("xyz")).toEqual([]);
    expect(find("neiga")).toEqual([]);
  });

  it("answer words run together or torn apart", () => {
    expect(find("bookingapp")).toEqual(["One Booking app"]);
    expect(find("boo kingapp")).toEqual(["One Booking app"]);
  });

  it("are all in their order while nothing is asked, and none when only signs are", () => {
    expect(best(" ", TITLES, (title) => title, 2)).toEqual(TITLES.slice(0, 2));
    expect(find("–!?")).toEqual([]);
  });
});

describe("a search that is kept", () => {
  const list = () =>
    new Search<{ title: string }>([["title", 1]], (it) => {
      read += 1;
      return [it.title];
    });
  let read = 0;

  it("reads only what is new and forgets what is gone", () => {
    read = 0;
    const [a, b, c] = [{ title: "Quay" }, { title: "Quay wall" }, { title: "Quay light" }];
    const search = list().hold([a, b]);
    search.hold([b, c]);
    expect(read).toBe(3);
    expect(search.find("quay", 5).map((it) => it.thing)).toEqual([b, c]);
  });

  it("shows slips only where little answers without, and says so", () => {
    const search = list().hold([{ title: "Table" }, { title: "Cable" }]);
    expect(search.find("table", 5).map((it) => [it.thing.title, it.isGuess])).toEqual([
      ["Table", false],
      ["Cable", true],
    ]);
    const many = Array.from({ length: 6 }, (_, i) => ({ title: `Table ${i}` }));
    search.hold([{ title: "Cable" }, ...many]);
    expect(search.find("table", 20).map((it) => it.thing)).toEqual(many);
  });

  it("points at the letters that answer, also where accents and ligatures stand", () => {
    const search = list().hold([{ title: "Le réseau au cœur de l’été" }]);
    const at = (query: string) => {
      const text = "Le réseau au cœur de l’été";
      return search.spans(query, text).map(([from, to]) => text.slice(from, to));
    };
    expect(at("rese")).toEqual(["rése"]);
    expect(at("ete reseau")).toEqual(["réseau", "été"]);
    expect(at("coeur")).toEqual(["cœur"]);
    expect(at("resaeu")).toEqual(["réseau"]);
    expect(at("le reseau")).toEqual(["Le", "réseau"]);
  });
});

describe("elements", () => {
  const work = initiative("i1", "Ticket refunds", {
    owner: { known: "Hélène Dupont" },
    tags: ["customers", "data quality"],
    external_keys: [{ source: "projects.xlsx", key: "P-1044" }],
    description: "Nobody knows which figures are current.",
    why: { ...objective("x", "").why, text: "Islanders wait too long" },
  });
  const old = initiative("i2", "Refunds", { archived: { on: "2026-01-31", reason: "" } });
  const goal = objective("o1", "Figures that everybody trusts");
  const word = term("t1", "Refund", ["reimbursement"]);
  const search = elementSearch().hold([old, work, goal, word]);
  const found = (query: string, only?: string) =>
    search.find(query, 9, only).map((it) => [it.thing.id, ...it.beside]);

  it("are found by everything that is written about them, told where", () => {
    expect(found("helene")).toEqual([["i1", "owner"]]);
    expect(found("p-1044")).toEqual([["i1", "keys"]]);
    expect(found("islanders")).toEqual([["i1", "why"]]);
    expect(found("reimbursement")).toEqual([["t1", "synonyms"]]);
    expect(found("ticket dupont customers")).toEqual([["i1", "owner", "tags"]]);
  });

  it("come by their titles first", () => {
    expect(found("figures")).toEqual([["o1"], ["i1", "description"]]);
  });

  it("come last when they are archived, however well they answer", () => {
    expect(found("refunds").at(-1)).toEqual(["i2"]);
    expect(found("refunds")[0]).toEqual(["i1"]);
  });

  it("are found by tags alone when only these are asked", () => {
    expect(found("quality", "tags")).toEqual([["i1", "tags"]]);
    expect(found("ticket", "tags")).toEqual([]);
  });
});

describe("findings", () => {
  const work = initiative("i1", "Ticket refunds");
  const lost = finding("D103", work);
  const mute = finding("M501", work, {
    name: "no-why",
    severity: "blocker",
    message: "Ticket refunds has no why.",
  });
  const open = openFindings([lost, mute, finding("D104", work, { result: "cannot_tell" })]);
  const search = findingSearch((it) => it.name.replaceAll("-", " ")).hold(open);

  it("are offered worst first, and only those that stand open", () => {
    expect(open).toEqual([mute, lost]);
  });

  it("are found by code, by rule and by what they say", () => {
    expect(search.find("d103", 5).map((it) => it.thing)).toEqual([lost]);
    expect(search.find("orphan", 5).map((it) => it.thing)).toEqual([lost]);
    expect(search.find("reaches no objective", 5).map((it) => it.thing)).toEqual([lost]);
    expect(search.find("refunds", 5).map((it) => it.thing)).toEqual([mute, lost]);
  });
});
