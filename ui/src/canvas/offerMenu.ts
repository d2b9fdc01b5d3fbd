/*
 * The menu that a link leaves behind when several kinds of it may stand, or when the natural one may not. What it
 * would join may be taken away elsewhere meanwhile: then nothing is linked, and that is said.
 */
import type { Menu } from "./menu";
import type { Offer } from "./policy";
import type { Settling } from "./settling";
import type { Point } from "./view";

/** `titleOf` an element is null where it is gone. */
export function offerLinks(
  menu: Menu,
  to: Omit<Settling, "ask">,
  titleOf: (id: string) => string | null,
  offers: readonly Offer[],
  at: Point,
): void {
  const choices = offers.map((offer) => ({
    label: to.words.linkOffer(offer.kind, titleOf(offer.from) ?? "", titleOf(offer.to) ?? ""),
    testid: `link-kind-${offer.kind}`,
    act: () => {
      if (titleOf(offer.from) !== null && titleOf(offer.to) !== null) to.connect(offer);
      else to.say(to.words.gone);
    },
  }));
  menu.open(to.words.linkKinds, "link-kinds", choices, at);
}
