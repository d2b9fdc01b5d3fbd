/* What the panel of one's own rules asks, answered by the host. Refusals are presented by the session. */

import type { Store } from "../model/store.ts";
import type { RuleAsks } from "../panels/rules/asks.ts";
import type { Words } from "../words/index.ts";
import type { Session } from "./session.ts";

export function asksOf(session: Session, store: Store, words: Words): RuleAsks {
  const { host } = session;
  const kinds = [{ name: words.say("rules.packKind"), extensions: ["json"] }];
  return {
    states: () => session.attempt(host.ownRules()),
    preview: (rule) => session.attempt(host.previewRule(rule)),
    help: (kind) => session.attempt(host.ruleHelp(kind)),
    accept: async (rules) => {
      const view = await session.attempt(host.acceptRules(store.session, [...rules]));
      if (view !== null) store.show(view);
    },
    exportAll: async () => {
      const path = await host.askSave(
        words.say("rules.export"),
        `${words.say("rules.packFile")}.json`,
        kinds,
      );
      if (path === null) return;
      const done = await session.attempt(host.exportRules(path, []).then(() => true));
      if (done !== null) session.tell(words.say("rules.exported", { path }));
    },
    choosePack: async () => {
      const path = await host.askOpen(words.say("rules.import"), kinds);
      if (path === null) return null;
      const rows = await session.attempt(host.previewRules(path));
      return rows === null ? null : { path, rows };
    },
    takePack: async (path, rules) => {
      const changed = await session.attempt(host.importRules(store.session, path, [...rules]));
      if (changed !== null) await store.take(changed);
    },
  };
}
