/* Language and appearance as menu groups, on the start screen and in the frame alike. */
import { applyRoom, applyTheme, type MenuGroup, storedRoom, storedTheme } from "../kit/index.ts";
import { LANGS, type Words } from "../words/index.ts";
import type { Session } from "./session.ts";

const THEMES = ["system", "light", "dark"] as const;

export function lookGroups(session: Session, words: Words): MenuGroup[] {
  return [
    {
      id: "language",
      head: words.say("action.language"),
      entries: LANGS.map((lang) => ({
        id: `lang-${lang}`,
        text: words.say(`lang.${lang}`),
        chosen: lang === words.lang,
        run: () => void session.speak(lang),
      })),
    },
    {
      id: "theme",
      head: words.say("action.theme"),
      entries: THEMES.map((theme) => ({
        id: `theme-${theme}`,
        text: words.say(`theme.${theme}`),
        chosen: theme === storedTheme(),
        run: () => applyTheme(theme),
      })),
    },
    {
      id: "room",
      entries: [
        {
          id: "room",
          text: words.say("theme.room"),
          chosen: storedRoom(),
          run: () => applyRoom(!storedRoom()),
        },
      ],
    },
  ];
}
