import { describe, expect, it } from "vitest";
import { wordsOf } from "../words/index.ts";
import { copyNames } from "./copyNames.ts";

const [en, fr] = [wordsOf("en"), wordsOf("fr")];

describe("the name of a copy", () => {
  it("says that it is one, and counts from the second on", () => {
    const name = copyNames(en, ["App"]);
    expect([name("App"), name("App"), name("App")]).toEqual(["App (copy)", "App (copy 2)", "App (copy 3)"]);
  });

  it("of a copy is that of the next one, never “(copy) (copy)”", () => {
    expect(copyNames(en, ["App", "App (copy)"])("App (copy)")).toBe("App (copy 2)");
    expect(copyNames(en, ["App", "App (copy)", "App (copy 2)"])("App (copy 2)")).toBe("App (copy 3)");
    expect(copyNames(en, ["App (copy) (copy)"])("App (copy) (copy)")).toBe("App (copy)");
  });

  it("is French in a French window, also of a copy that was made in an English one", () => {
    expect(copyNames(fr, ["Appli"])("Appli")).toBe("Appli (copie)");
    expect(copyNames(fr, ["Appli (copie)"])("Appli (copie)")).toBe("Appli (copie 2)");
    expect(copyNames(fr, ["App (copy)"])("App (copy)")).toBe("App (copie)");
  });

  it("leaves other brackets alone, and a title that is nothing else, and none", () => {
    const name = copyNames(en, []);
    expect(name("Fleet (phase 2)")).toBe("Fleet (phase 2) (copy)");
    expect(name(" (copy)")).toBe(" (copy) (copy)");
    expect(name("")).toBe("");
  });

  it("is never longer than a title may be", () => {
    expect(copyNames(en, [])("a".repeat(300))).toHaveLength(300);
  });
});
