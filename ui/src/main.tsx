/* The page begins here: dress, theme, host, then the frame. */
import "@fontsource-variable/inter/wght.css";
import "./kit/index.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { connect, type Lang } from "./api/index.ts";
import { applyRoom, applyTheme, followTheme, storedRoom, storedTheme } from "./kit/index.ts";
import { App } from "./shell/App.tsx";
import { Session } from "./shell/session.ts";

applyTheme(storedTheme());
applyRoom(storedRoom());
followTheme();

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root.");
const session = new Session(await connect(), systemLang());
createRoot(root).render(
  <StrictMode>
    <App session={session} />
  </StrictMode>,
);

/** The language of the system, where it is one of ours. */
function systemLang(): Lang {
  return navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en";
}
