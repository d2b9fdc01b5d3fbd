/* The host inside the application's window. With the generated bindings the only file that knows Tauri. */

import { Channel } from "@tauri-apps/api/core";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { getCurrentWebviewWindow } from "@tauri-apps/api/webviewWindow";
import { open, save } from "@tauri-apps/plugin-dialog";
import { commands, events } from "./bindings";
import type { FileDrag, Host, Unlisten } from "./host";

/** Tauri answers a wish to listen later; the wish to stop may come before that. */
function listening(begun: Promise<Unlisten>): Unlisten {
  return () => {
    void begun.then((stop) => stop());
  };
}

/** What is told to this window; whoever listens without naming one hears what is told to any. */
const here = getCurrentWebviewWindow;

function fileDrag(told: (drag: FileDrag) => void): Unlisten {
  return listening(
    getCurrentWebview().onDragDropEvent(({ payload }) => {
      if (payload.type === "enter") told({ phase: "over", paths: payload.paths });
      else if (payload.type === "leave") told({ phase: "left" });
      else if (payload.type === "drop") {
        const { x, y } = payload.position.toLogical(window.devicePixelRatio);
        told({ phase: "dropped", paths: payload.paths, x, y });
      }
    }),
  );
}

function pending(told: (path: string) => void): Unlisten {
  return listening(
    events.pending(here()).listen(() => {
      void commands.pending().then((path) => {
        if (path !== null) told(path);
      });
    }),
  );
}

export const tauriHost: Host = {
  start: commands.start,
  about: commands.about,
  create: commands.create,
  createBeside: commands.createBeside,
  open: commands.open,
  openSample: commands.openSample,
  close: async () => {
    await commands.close();
  },
  newWindow: async () => {
    await commands.newWindow();
  },
  fillScreen: commands.fillScreen,
  view: commands.view,
  look: commands.look,
  reconcile: commands.reconcile,
  keepCopy: commands.keepCopy,
  takeTheirs: commands.takeTheirs,
  recover: commands.recover,
  edit: commands.edit,
  undo: commands.undo,
  redo: commands.redo,
  history: commands.history,
  past: commands.past,
  previewImport: commands.previewImport,
  importFile: commands.import,
  ruleCatalog: commands.ruleCatalog,
  ownRules: commands.ownRules,
  previewRule: commands.previewRule,
  ruleHelp: commands.ruleHelp,
  acceptRules: commands.acceptRules,
  exportRules: async (path, rules) => {
    await commands.exportRules(path, rules);
  },
  previewRules: commands.previewRules,
  importRules: commands.importRules,
  idleRules: commands.idleRules,
  judgeAsOf: commands.judgeAsOf,
  trend: commands.trend,
  score: commands.score,
  objectiveScore: commands.objectiveScore,
  scoreSince: commands.scoreSince,
  myths: commands.myths,
  judged: commands.judged,
  judge: async (key, code, verdict) => {
    await commands.judge(key, code, verdict);
  },
  saveSnapshot: async (path) => {
    await commands.saveSnapshot(path);
  },
  exportTo: async (path) => {
    await commands.export(path);
  },
  exportPicture: (path, drawing, form, told) =>
    commands.exportPicture(path, drawing, form, new Channel((part) => told(part ?? 0))),
  stopPicture: async () => {
    await commands.stopPicture();
  },
  exportPages: (path, title, pages, told) =>
    commands.exportPages(path, title, pages, new Channel((part) => told(part ?? 0))),
  printPages: (title, pages, told) =>
    commands.printPages(title, pages, new Channel((part) => told(part ?? 0))),
  setLanguage: commands.setLanguage,
  askOpen: (title, kinds) => open({ title, filters: kinds, multiple: false, directory: false }),
  askSave: (title, suggestion, kinds) => save({ title, defaultPath: suggestion, filters: kinds }),
  onGrownApart: (told) => listening(events.grownApart(here()).listen(({ payload }) => told(payload.apart))),
  onChangedElsewhere: (told) =>
    listening(events.changedElsewhere(here()).listen(({ payload }) => told(payload))),
  onDeskChanged: (told) => listening(events.deskChanged(here()).listen(() => told())),
  onPending: pending,
  onMenu: (told) => listening(events.menuChosen(here()).listen(({ payload }) => told(payload.action))),
  onFileDrag: fileDrag,
};
