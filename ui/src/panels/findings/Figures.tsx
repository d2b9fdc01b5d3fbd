/* Strategic weight and money at stake, at the right of every line; a dash where there is none. */
import type { Money } from "../../api/bindings.ts";
import { total } from "../../model/money.ts";
import { useWords } from "../../words/index.ts";

interface FiguresProps {
  weight: number | null;
  money: readonly Money[];
  look?: "big" | "plain";
}

export function Figures({ weight, money, look = "big" }: FiguresProps) {
  const words = useWords();
  const name = look === "big" ? "figure big" : "figure";
  return (
    <>
      <span className={name}>{weight === null ? "–" : words.number(weight)}</span>
      <span className={`${name} money`}>
        {money.length === 0
          ? "–"
          : total(money).map((it) => <span key={it.currency}>{words.money(it)}</span>)}
      </span>
    </>
  );
}
