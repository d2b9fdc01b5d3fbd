import { describe, expect, it } from "vitest";
import type { Patch } from "../api/bindings.ts";
import { LANGS, wordsOf } from "../words/index.ts";
import { stepWords } from "./steps.ts";

/** What stands in brackets behind a change of each field, read without the field beside it; titles and whys have verbs. */
const CALLED: Readonly<Record<Patch["field"], readonly [en: string, fr: string] | null>> = {
  title: null,
  description: ["description", "description"],
  owner: ["owner", "responsable"],
  tags: ["tags", "étiquettes"],
  why: null,
  external_keys: ["keys in other systems", "clés dans d’autres systèmes"],
  valid_from: ["start of validity", "début de validité"],
  valid_until: ["end of validity", "fin de validité"],
  reference: ["reference", "référence"],
  rank: ["rank", "rang"],
  horizon: ["horizon", "horizon"],
  weight: ["weight", "poids"],
  beneficiary: ["beneficiary", "bénéficiaire"],
  value_type: ["kind of value", "type de valeur"],
  expected_value: ["expected value", "valeur attendue"],
  business_owner: ["business owner", "responsable métier"],
  accepted_on: ["date of acceptance", "date d’acceptation"],
  review_on: ["date the review is due", "date prévue de la revue"],
  reviewer: ["reviewer", "responsable de la revue"],
  realised_on: ["date it came true", "date de réalisation"],
  harmful: ["benefit or drawback", "bénéfice ou désavantage"],
  change_owner: ["change owner", "responsable du changement"],
  adoption_date: ["date of adoption", "date d’adoption"],
  importance: ["importance", "importance"],
  maturity_now: ["maturity now", "maturité actuelle"],
  maturity_target: ["maturity wanted", "maturité visée"],
  pace_layer: ["pace", "rythme"],
  perspective: ["perspective", "perspective"],
  form: ["form", "forme"],
  state: ["state", "état"],
  start: ["start", "début"],
  end: ["end", "fin"],
  delivered_on: ["date of delivery", "date de livraison"],
  budget: ["budget", "budget"],
  spent: ["amount spent", "montant dépensé"],
  percent_complete: ["percent complete", "avancement"],
  category: ["category", "catégorie"],
  live_from: ["start of service", "mise en service"],
  live_until: ["end of service", "fin de service"],
  cost: ["cost a year", "coût annuel"],
  side: ["side", "côté"],
  capacity: ["capacity", "capacité"],
  role: ["role", "rôle"],
  unit: ["unit", "unité"],
  indicator_kind: ["what it measures", "ce qu’il mesure"],
  direction: ["wanted direction", "sens voulu"],
  every_days: ["how often it is read", "fréquence des relevés"],
  definition: ["definition", "définition"],
  population: ["population", "population"],
  baseline: ["baseline", "valeur de départ"],
  baseline_on: ["date of the baseline", "date de la valeur de départ"],
  target: ["target", "cible"],
  target_on: ["date of the target", "date de la cible"],
  tolerance: ["tolerance", "tolérance"],
  reviewed_on: ["date of the review", "date de la revue"],
  forum: ["forum", "instance"],
  decided_on: ["date of the decision", "date de la décision"],
  ruling: ["ruling", "arbitrage"],
  rationale: ["rationale", "motifs"],
  options: ["options considered", "options envisagées"],
  sides: ["who was in the room", "qui était autour de la table"],
  premises: ["premises", "prémisses"],
  synonyms: ["synonyms", "synonymes"],
};

describe("the field that a step changed", () => {
  it("is called so that it is understood away from it, in every language", () => {
    const label = {
      verb: "change",
      kind: "outcome",
      title: "X",
      count: 1,
      origin: { from: "typed" },
    } as const;
    for (const [field, called] of Object.entries(CALLED)) {
      const told = LANGS.map((lang) => stepWords(wordsOf(lang), { ...label, field }));
      const [en, fr] = called ?? [null, null];
      expect(told, field).toEqual([
        `change “X”${en === null ? "" : ` (${en})`}`,
        `modifier «\u00a0X\u00a0»${fr === null ? "" : ` (${fr})`}`,
      ]);
    }
  });
});
