/* Light, dark, or as the system says; and whether a room reads along. The choice is kept in the window's own storage; tokens.css does the rest. */

export type ThemeChoice = "system" | "light" | "dark";

const KEY = "throughline.theme";

export function storedTheme(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

const ROOM = "throughline.room";

/** Whether everything is shown in the measures of a room that reads from afar. */
export function storedRoom(): boolean {
  try {
    return localStorage.getItem(ROOM) === "yes";
  } catch {
    return false;
  }
}

/** Puts the measures of a room in force, or takes them back; light and dark stay what they are. */
export function applyRoom(room: boolean): void {
  try {
    localStorage.setItem(ROOM, room ? "yes" : "no");
  } catch {
    // A window without storage forgets the choice; nothing else is lost.
  }
  document.documentElement.toggleAttribute("data-room", room);
}

/** Follows a choice made in another window, which is told by the storage that all of them share. */
export function followTheme(): void {
  window.addEventListener("storage", ({ key }) => {
    if (key === KEY) applyTheme(storedTheme());
    if (key === ROOM) document.documentElement.toggleAttribute("data-room", storedRoom());
  });
}

let stop: (() => void) | null = null;

/** Puts a theme in force and remembers it. “System” follows the system from then on. */
export function applyTheme(choice: ThemeChoice): void {
  stop?.();
  stop = null;
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // A window without storage forgets the choice; nothing else is lost.
  }
  if (choice !== "system") {
    document.documentElement.dataset.theme = choice;
    return;
  }
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
  };
  follow();
  dark.addEventListener("change", follow);
  stop = () => dark.removeEventListener("change", follow);
}
