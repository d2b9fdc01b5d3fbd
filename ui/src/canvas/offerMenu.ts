/*
 * The menu that a link leaves behind when several kinds of it may stand, or when the natural one may not. What it
 * would join may be taken away elsewhere meanwhile: then nothing is linked, and that is said.
 */
import type { Menu } from "./menu";
import type { Offer } from "./policy";
import type { Stage } from "./stage";
import type { Point } from "./view";

export function offerLinks(menu: Menu, stage: Stage, offers: readonly Offer[], at: Point): void {
  const { index } = stage.space;
  const title = (id: string): string => stage.space.card(index.get(id) ?? -1)?.title ?? "";
  const choices = offers.map((offer) => ({
    label: stage.words.linkOffer(offer.kind, title(offer.from), title(offer.to)),
    testid: `link-kind-${offer.kind}`,
    act: () => {
      if (index.has(offer.from) && index.has(offer.to)) stage.events.onConnect?.(offer);
      else stage.events.onAnnounce?.(stage.words.gone);
    },
  }));
  menu.open(stage.words.linkKinds, "link-kinds", choices, at);
}
