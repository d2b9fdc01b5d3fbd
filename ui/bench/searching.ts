/*
 * Ten thousand invented elements in English and French and two hundred queries as hasty people type them, for
 * measuring the search. The same seed gives the same elements and queries. Each query that means an element carries
 * its id, and is so chosen that at most three titles hold all its words when they are spelt well.
 */
import type { Element, Finding } from "../src/api/bindings";
import { KINDS } from "../src/model/kinds";
import { folded } from "../src/model/search";
import { ELEMENT_FIELDS, elementSearch, findingSearch, textOf } from "../src/model/searchable";
import { ruleName } from "../src/panels/words";
import { actionsOf, answers, commandSearch } from "../src/shell/answers";
import { wordsOf } from "../src/words/index";
import { random } from "./generate";

const list = (text: string): string[] => text.trim().split(/,\s*/);

const EN = {
  heads: list(
    "Renew,Open,Shorten,Link,Measure,Replace,Share,Plan,Retire,Simplify,Protect,Train,Merge,Move,Modernise,Consolidate,Publish,Outsource,Digitise,Automate,Strengthen,Harmonise,Review,Pilot,Extend,Certify,Relocate,Secure,Standardise,Evaluate",
  ),
  things: list(
    "harbour bookings,crew schedules,winter timetable,ticket refunds,vehicle loading,island freight,shore power,passenger information,spare parts catalogue,safety drills,grant applications,procurement contracts,customer accounts,invoice approval,payroll calculation,identity management,data warehouse,document archive,licence checks,permit portal,road maintenance,bridge inspections,water meters,energy consumption,budget forecasts,supplier onboarding,employee training,recruitment process,incident response,network monitoring,field inspections,mobile workforce,complaint handling,case management,tax assessment,benefit payments,school enrolment,library lending,waste collection,street lighting,parking enforcement,public consultations,statistical reporting,quality assurance,risk register,travel expenses,meeting rooms,knowledge base,call centre,payment gateway,fraud detection,asset inventory,building permits,emergency dispatch,health records,laboratory results,appointment reminders,volunteer registration,research funding,property valuation",
  ),
  tails: list(
    "on all routes,with the councils,before 2028,in one place,without paper,for small suppliers,across the regions,by spring,with partners,for new employees,at the counter,in the northern district,under the new framework,for residents,during the transition",
  ),
  says: list(
    "Today every department keeps its own list,Nobody can tell which figures are current,Approvals take eleven days on average,The contract with the present supplier ends next year,Staff enter the same information three times,Complaints have doubled since the reorganisation,The regulator expects evidence twice a year,Savings are counted but never measured,The platform is no longer supported by its manufacturer,Citizens wait too long for an answer,Three pilot sites have shown that it works,Integration with accounting is outstanding,Interfaces are documented only in part,The steering committee asked for alternatives,Benefits appear in the second year",
  ),
  tags: list("digital,regulation,savings,customers,infrastructure,people,security,sustainability,legacy,growth"),
};
const FR = {
  heads: list(
    "Renouveler,Ouvrir,Réduire,Relier,Mesurer,Remplacer,Mutualiser,Planifier,Décommissionner,Simplifier,Protéger,Former,Fusionner,Déplacer,Moderniser,Consolider,Publier,Externaliser,Dématérialiser,Automatiser,Renforcer,Harmoniser,Réexaminer,Expérimenter,Étendre,Certifier,Sécuriser,Uniformiser,Évaluer,Accélérer",
  ),
  things: list(
    "l’accueil des usagers,la billetterie électronique,les horaires d’hiver,le système d’exploitation ferroviaire,la gestion des équipages,l’entretien des chaussées,le référentiel des données,la paie des agents,les marchés publics,la relation fournisseurs,le guichet unique,l’archivage numérique,la délivrance des permis,le contrôle des licences,la maîtrise d’œuvre,les œuvres sociales,la trésorerie prévisionnelle,le suivi budgétaire,l’évaluation des risques,la cybersécurité des postes,l’éclairage public,la collecte des déchets,la restauration scolaire,l’inscription à l’école,les prestations familiales,le traitement des réclamations,la facturation électronique,l’entrepôt de données,la mobilité des salariés,la prévention des accidents,les déplacements professionnels,le centre d’appels,la gestion des incidents,l’inventaire du matériel,la santé au travail,la dématérialisation des courriers,la rénovation énergétique,l’accessibilité des bâtiments,la qualité de l’air,le réseau d’eau potable,les systèmes d’alerte,la vidéoprotection,la cartographie des réseaux,le dossier médical partagé,la prise de rendez-vous,le recrutement des saisonniers,la formation continue,l’aménagement des quais,le fret insulaire,la tarification solidaire",
  ),
  tails: list(
    "dans toutes les régions,avec les communes,avant 2028,sans papier,pour les petites entreprises,à l’échelle du département,d’ici au printemps,avec les partenaires,pour les nouveaux arrivants,au guichet,dans le secteur nord,sous le nouveau cadre,pendant la transition,à l’étranger,côté métier",
  ),
  says: list(
    "Chaque direction tient aujourd’hui sa propre liste,Personne ne sait quels chiffres font foi,Les validations prennent onze jours en moyenne,Le contrat du prestataire arrive à échéance,Les agents saisissent trois fois la même information,Les réclamations ont doublé depuis la réorganisation,L’autorité de contrôle attend des preuves deux fois par an,Les économies sont comptées mais jamais mesurées,La plateforme n’est plus maintenue par l’éditeur,Les usagers attendent trop longtemps une réponse,Trois sites pilotes ont montré que cela marche,L’intégration à la comptabilité reste à faire,Les interfaces ne sont documentées qu’en partie,Le comité de pilotage a demandé des variantes,Les bénéfices apparaissent la deuxième année",
  ),
  tags: list("numérique,réglementation,économies,usagers,infrastructure,métiers,sécurité,développement durable,héritage,croissance"),
};
const WHY = { text: "", for_whom: "", change: "", proof: null, until: null, author: "", accepted_by: "", accepted_on: null, reviewed_on: null };
const SYLLABLES = list("ar,bel,cor,dan,el,fen,gar,hol,is,jor,kel,lor,mar,nor,or,pel,quin,ros,sal,tor,ul,ver,wen,yor,zel,mont,ville,ford,wick,haven,stad,lac,bourg,ness");
const FIRST = list("Amélie,Björn,Chloé,David,Élodie,Fatima,Grace,Hélène,Ines,Jürgen,Karim,Léa,Małgorzata,Noémie,Oscar,Priya,Quentin,Renée,Søren,Thérèse,Ursula,Víctor,William,Yasmine,Zoë");

export interface Query {
  readonly sort: "exact" | "prefix" | "accents" | "wrong" | "missing" | "doubled" | "swapped" | "nothing";
  readonly text: string;
  /** The element that is meant. */
  readonly meant: string | null;
}

export function elements(count: number, seed = 11): Element[] {
  const next = random(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const name = () => {
    const made = pick(SYLLABLES) + pick(SYLLABLES) + (next() < 0.4 ? pick(SYLLABLES) : "");
    return made.charAt(0).toUpperCase() + made.slice(1);
  };
  const places = Array.from({ length: 900 }, name);
  const families = Array.from({ length: 300 }, name);
  return Array.from({ length: count }, (_, i) => {
    const from = next() < 0.5 ? EN : FR;
    const kind = pick(KINDS);
    const title = `${pick(from.heads)} ${pick(from.things)} ${next() < 0.6 ? pick(places) : pick(from.tails)}`;
    return {
      id: `e${i}`,
      kind,
      title,
      owner: next() < 0.8 ? { known: `${pick(FIRST)} ${pick(families)}` } : null,
      ...(kind === "term" ? { synonyms: [pick(from.things), pick(places)] } : {}),
      extra: {},
      description: `${pick(from.says)}. ${pick(from.says)}: ${pick(from.things)}, ${pick(places)}.`,
      tags: next() < 0.5 ? [pick(from.tags), pick(from.tags)] : [],
      external_keys: next() < 0.6 ? [{ source: "projects.xlsx", key: `P-${10000 + i}` }] : [],
      why: { ...WHY, text: next() < 0.5 ? `${pick(from.says)}.` : "", for_whom: next() < 0.3 ? pick(from.things) : "" },
      archived: next() < 0.03 ? { on: "2026-01-31", reason: "" } : null,
    } as Element;
  });
}

type Slip = "wrong" | "missing" | "doubled" | "swapped";
const NOTHING = list("zzqxv,wqkjh plmzt,xylofrage,bxbxbx,qqq,vvvw jjk,kwyjibo,zzyzx road,fjfjfjfj,hgtrwq,éèêëxz,œœzq,98765432,p-99999999,mmmmnnnn");

/** Two hundred: 50 as written, 40 half typed, 35 without accents or with other articles, 60 misspelt, 15 for nothing. */
export function queries(all: readonly Element[], seed = 23): Query[] {
  const next = random(seed);
  const at = (count: number) => Math.floor(next() * count);
  const titles = all.map((it) => folded(it.title));
  const few = (words: readonly string[]) =>
    titles.filter((title) => words.every((word) => title.includes(folded(word)))).length <= 3;
  const living = all.filter((it) => it.archived === null);
  const french = living.filter((it) => folded(it.title) !== it.title.toLowerCase());

  /** An element and the fewest words of its title that tell it, one of which can be misspelt. */
  function told(among: readonly Element[]): { meant: string; words: string[] } {
    for (;;) {
      const chosen = among[at(among.length)] as Element;
      const words = (chosen.title.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 3);
      const order = words.map((word) => ({ word, by: next() })).sort((a, b) => a.by - b.by);
      for (let count = 1; count <= order.length; count += 1) {
        const some = order.slice(0, count).map((it) => it.word);
        if (some.length > 1 && few(some) && some.every((word) => /^\p{L}+$/u.test(word))) return { meant: chosen.id, words: some };
      }
    }
  }

  const made: Query[] = [];
  for (let i = 0; i < 50; i += 1) {
    const { meant, words } = told(living);
    const title = all.find((it) => it.id === meant)?.title ?? "";
    made.push({ sort: "exact", text: i % 2 === 0 ? title : words.join(" "), meant });
  }
  for (let i = 0; i < 40; i += 1) {
    const { words } = told(living);
    const text = words.map((word) => word.slice(0, 2 + at(3))).join(" ");
    made.push({ sort: "prefix", text: i % 3 === 0 ? text.slice(0, 1 + at(4)) : text, meant: null });
  }
  for (let i = 0; i < 35; i += 1) {
    const { meant, words } = told(french);
    const title = all.find((it) => it.id === meant)?.title ?? "";
    const plain = folded(i % 2 === 0 ? title : words.join(" "));
    made.push({ sort: "accents", text: i % 4 === 0 ? plain.replaceAll("’", "'").replaceAll("l'", "d'") : plain, meant });
  }
  for (let i = 0; i < 60; i += 1) {
    const slip = (["wrong", "missing", "doubled", "swapped"] as const)[i % 4] as Slip;
    const { meant, words } = told(living);
    // The second half of them in every word, as by somebody in a hurry.
    const where = at(words.length);
    const text = words.map((word, k) => (i >= 40 || k === where ? misspelt(folded(word), slip, at) : folded(word))).join(" ");
    made.push({ sort: slip, text, meant });
  }
  return [...made, ...NOTHING.map((text) => ({ sort: "nothing" as const, text, meant: null }))];
}

function misspelt(word: string, slip: Slip, at: (count: number) => number): string {
  const i = at(word.length);
  const letter = word.charAt(i);
  if (slip === "missing") return word.slice(0, i) + word.slice(i + 1);
  if (slip === "doubled") return word.slice(0, i) + letter + word.slice(i);
  if (slip === "wrong") return word.slice(0, i) + ("abcdefghijklmnopqrstuvwxyz".replace(letter, "").charAt(at(25))) + word.slice(i + 1);
  const k = Math.min(i, word.length - 2);
  return word.slice(0, k) + word.charAt(k + 1) + word.charAt(k) + word.slice(k + 2);
}

const RULES = [
  { code: "D103", name: "orphan-initiative", severity: "high", says: "reaches no objective." },
  { code: "M501", name: "no-why", severity: "medium", says: "has no why." },
  { code: "D304", name: "no-sign-of-life", severity: "low", says: "has shown no sign of life since spring." },
] as const;

function findingsOn(all: readonly Element[], count: number): Finding[] {
  return Array.from({ length: count }, (_, i) => {
    const subject = all[(i * 7) % all.length] as Element;
    const { says, ...rule } = RULES[i % RULES.length] as (typeof RULES)[number];
    return {
      ...rule,
      key: `${rule.code}.${subject.id}.${i}`,
      family: "visible",
      result: "violated",
      first_seen: null,
      subject: { id: subject.id, kind: subject.kind, title: subject.title },
      related: [],
      message: `${subject.title} ${says}`,
      evidence: [],
      advice: "",
      missing: [],
      weight: null,
      money: [],
      fix: null, cause: null, path: [], accepted: null,
    };
  });
}

/** What is measured: the palette over all of it, and the peer over the same texts. */
export function corpus(count: number, findingCount: number) {
  const all = elements(count);
  const edited = all.map((it, i) => (i === 7 ? { ...it } : it));
  const findings = findingsOn(all, findingCount);
  const words = wordsOf("en");
  const situation = { state: null, selected: 0, view: "map", canvas: null } as const;
  const actions = actionsOf(situation);
  const commands = commandSearch(actions, words, situation);
  const open = new Map(findings.map((it) => [it.key, it]));
  const searches = { elements: elementSearch(), findings: findingSearch((it) => ruleName(words, it.name)), open };
  const means = { words, situation, elements: new Map(all.map((it) => [it.id, it])), searches, actions, commands };
  const things = [
    ...all.map((it) => ({ id: it.id, text: folded(ELEMENT_FIELDS.map((field) => textOf(it, field)).join("\n")) })),
    ...findings.map((it) => ({ id: it.key, text: folded(`${it.message}\n${it.code}\n${ruleName(words, it.name)}`) })),
  ];
  return {
    queries: queries(all),
    read: () => {
      searches.elements.hold(all);
      searches.findings.hold(findings);
    },
    /** As after an edit of one element. */
    readAgain: () => {
      searches.elements.hold(edited);
      searches.findings.hold(findings);
    },
    ask: (text: string): string[] => answers(text, [], means).map((row) => row.id),
    scan: (text: string): string[] => {
      const terms = folded(text).split(/\s+/);
      const found: string[] = [];
      for (const thing of things) {
        if (terms.every((term) => thing.text.includes(term))) found.push(thing.id);
      }
      return found.slice(0, 20);
    },
  };
}
