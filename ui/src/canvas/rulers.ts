/*
 * How wide titles and running text are in the typeface of the map, measured on drawings that are never shown. Measured anew
 * when the typeface changed or has only now arrived.
 */
import { TitleBreaker } from "./titles";

export class Rulers {
  private readonly title = document.createElement("canvas").getContext("2d");
  private readonly text = document.createElement("canvas").getContext("2d");
  // Where nothing can be measured, an average width keeps lines whole.
  readonly titles = new TitleBreaker((text) => this.title?.measureText(text).width ?? text.length * 6.5);
  readonly texts = new TitleBreaker((text) => this.text?.measureText(text).width ?? text.length * 6.3);

  use(font: string): void {
    if (this.title !== null) this.title.font = `550 12px ${font}`;
    if (this.text !== null) this.text.font = `400 12px ${font}`;
    this.titles.clear();
    this.texts.clear();
  }
}
