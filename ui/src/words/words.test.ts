import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { en } from "./en/index.ts";
import { formatDate, formatMoney, formatMoneyExact, formatPercent } from "./format.ts";
import { fr } from "./fr/index.ts";
import { isKey, type Key, LANGS, say } from "./say.ts";

const keys = Object.keys(en).filter(isKey);
const catalogues: Record<"en" | "fr", Record<Key, string>> = { en, fr };

/** The names of the parameters of a message, at any depth. */
function parameters(message: string): string[] {
  const names = new Set<string>();
  const walk = (parts: ReturnType<IntlMessageFormat["getAst"]>): void => {
    for (const part of parts) {
      if (!("value" in part) || part.type === LITERAL) continue;
      names.add(part.value);
      if ("options" in part) for (const option of Object.values(part.options)) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(message, "en", undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}

/** Plain text among the parts of a message. */
const LITERAL = 0;

describe("the catalogues", () => {
  it("have a French message for every English one and no other", () => {
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
  });

  it("leave no message empty", () => {
    for (const lang of LANGS) {
      for (const key of keys) expect(catalogues[lang][key].trim(), `${lang} ${key}`).not.toBe("");
    }
  });

  it("ask for the same parameters in both languages", () => {
    for (const key of keys) expect(parameters(fr[key]), key).toEqual(parameters(en[key]));
  });

  it("write the apostrophe and the ellipsis as printers do", () => {
    for (const lang of LANGS) {
      for (const key of keys) expect(catalogues[lang][key], `${lang} ${key}`).not.toMatch(/'|\.\.\./);
    }
  });

  it("never part French signs from their words", () => {
    for (const key of keys) {
      const names = Object.fromEntries(parameters(fr[key]).map((name) => [name, 2]));
      expect(say("fr", key, names), key).not.toMatch(/« | »| [;:!?]/);
    }
  });
});

describe("a period in a French sentence", () => {
  it("follows no word that would have to be elided before it, as in “de août 2026”", () => {
    const named = keys.filter((key) => parameters(fr[key]).includes("period"));
    expect(named).toContain("removed.reading");
    for (const key of named) {
      expect(say("fr", key, { period: "août 2026" }), key).not.toMatch(/\b(?:de|le|que|jusque) août/u);
    }
  });
});

describe("numbers with units", () => {
  it("do not part from their unit", () => {
    expect(formatPercent("en", 92)).toBe("92\u00a0%");
    expect(formatMoney("en", { amount: "4100000", currency: "EUR" })).toBe("4.1\u00a0M€");
    expect(formatMoney("fr", { amount: "4100000", currency: "EUR" })).toBe("4,1\u00a0M€");
    expect(formatMoney("en", { amount: "640000", currency: "$" })).toBe("$640\u00a0k");
    expect(formatMoney("fr", { amount: "640000", currency: "$" })).toBe("640\u00a0k$");
    expect(formatMoney("en", { amount: "6200000000", currency: "GBP" })).toBe("£6.2\u00a0bn");
    expect(formatMoney("en", { amount: "-850400", currency: "AUD" })).toBe("-850\u00a0k\u00a0AUD");
    expect(formatMoney("en", { amount: "-4100000", currency: "$" })).toBe("-$4.1\u00a0M");
    expect(formatMoneyExact("en", { amount: "950.50", currency: "$" })).toBe("$950.50");
    expect(formatMoney("fr", { amount: "1234567890", currency: "AUD" })).toBe("1,2\u00a0Md\u00a0AUD");
    expect(formatDate("en", "2026-10-31")).toBe("31\u00a0Oct\u00a02026");
  });

  it("round up into the next unit instead of showing a thousand of the smaller", () => {
    expect(formatMoney("en", { amount: "999999", currency: "EUR" })).toBe("1\u00a0M€");
  });

  it("keep every digit of exact money", () => {
    expect(formatMoneyExact("en", { amount: "12345678901234567.89", currency: "EUR" })).toBe(
      "12,345,678,901,234,567.89\u00a0€",
    );
  });

  it("are grouped as the language does, wherever they stand in a sentence", () => {
    expect(say("en", "table.sum.empty", { count: 1500 })).toBe("1,500 empty");
    expect(say("fr", "table.sum.empty", { count: 1500 })).toContain("1\u202f500");
    expect(say("en", "kinds.initiative", { count: 1500 })).toBe("1,500 initiatives");
  });

  it("speak plurals by language: zero is one of the singulars in French", () => {
    expect(say("en", "kinds.initiative", { count: 0 })).toBe("0 initiatives");
    expect(say("fr", "kinds.initiative", { count: 0 })).toBe("0 initiative");
    expect(say("fr", "kinds.initiative", { count: 91 })).toBe("91 initiatives");
  });
});
