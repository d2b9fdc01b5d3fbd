/* The application's own words, for pages and tests that show the map alone. */
import type { CanvasWords, SceneWords } from "../src/canvas/words";
import { canvasWords, sceneWords } from "../src/shell/mapWords";
import { type Lang, wordsOf } from "../src/words/index";

export function mapWords(lang: Lang): CanvasWords & SceneWords {
  return { ...canvasWords(wordsOf(lang)), ...sceneWords(wordsOf(lang), false) };
}
