/* Words: catalogues in English and French, and the one way to speak them. */
export {
  type Amount,
  currencySign,
  formatDate,
  formatMoney,
  formatNumber,
  formatPercent,
  isCode,
  isSignFirst,
} from "./format.ts";
export { isKey, type Key, LANGS, type Lang, type Params, say } from "./say.ts";
export { useWords, type Words, WordsProvider, wordsOf } from "./useWords.tsx";
