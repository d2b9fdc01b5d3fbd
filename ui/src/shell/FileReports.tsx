/*
 * What came of a merge and of a recovery, in figures and names, so that nothing is lost silently.
 */
import type { Reconciled, RecordName, Recovery, Remark, Salvaged } from "../api/index.ts";
import { Button } from "../kit/index.ts";
import { isKey, useWords, type Words } from "../words/index.ts";
import { fileName } from "./files.ts";

/** More names than this nobody reads at once; the rest is counted. */
const NAMES = 50;

interface MergeReportProps {
  merged: Reconciled;
  onClose: () => void;
}

type Both = Extract<Remark, { type: "both" }>;

export function MergeReport({ merged, onClose }: MergeReportProps) {
  const words = useWords();
  const both = merged.remarks.filter((it): it is Both => it.type === "both");
  const stays = merged.remarks.flatMap((it) =>
    it.type === "stays"
      ? [
          words.say(it.removed === "mine" ? "merged.staysMine" : "merged.staysTheirs", {
            title: nameOf(it.of, words),
          }),
        ]
      : [],
  );
  const leftOut = merged.remarks.flatMap((it) => (it.type === "left_out" ? [nameOf(it.of, words)] : []));
  return (
    <>
      <p>{words.say("merged.told", { count: merged.written })}</p>
      {merged.refused === null ? null : (
        <p>
          {words.say("merged.refused")}: {words.told(merged.refused)}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="report scroll" tabIndex={0} aria-label={words.say("merged.title")}>
        {both.length === 0 ? null : (
          <>
            <p>{words.say("merged.both", { count: both.length })}</p>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.say("merged.where")}</th>
                  <th scope="col">{words.say("merged.field")}</th>
                  <th scope="col">{words.say("merged.mine")}</th>
                  <th scope="col">{words.say("merged.theirs")}</th>
                </tr>
              </thead>
              <tbody>
                {both.slice(0, NAMES).map((it) => (
                  <tr key={`${it.of.id} ${it.field}`}>
                    <th scope="row">{nameOf(it.of, words)}</th>
                    <td>{fieldWords(it.field, words)}</td>
                    <td>{valueWords(it.field, it.mine, words)}</td>
                    <td>{valueWords(it.field, it.theirs, words)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <More count={both.length} />
          </>
        )}
        <Names head={words.say("merged.stays")} names={stays} />
        <Names head={words.say("merged.leftOut")} names={leftOut} />
      </section>
      <Done onClose={onClose} />
    </>
  );
}

interface RecoveryReportProps {
  recovery: Recovery;
  onClose: () => void;
}

export function RecoveryReport({ recovery, onClose }: RecoveryReportProps) {
  const words = useWords();
  const { kinds, dropped, ungraded, steps, steps_lost } = recovery;
  const whole =
    steps_lost === 0 &&
    dropped.length + ungraded.length === 0 &&
    kinds.every((it) => it.lost === 0 && !it.at_least);
  return (
    <>
      <p>{words.say("recovered.body", { file: fileName(recovery.copy) })}</p>
      {whole ? <p>{words.say("recovered.whole")}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="report scroll" tabIndex={0} aria-label={words.say("recovered.title")}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.say("recovered.what")}</th>
              <th scope="col">{words.say("recovered.read")}</th>
              <th scope="col">{words.say("recovered.lost")}</th>
            </tr>
          </thead>
          <tbody>
            {kinds.map((it) => (
              <tr key={it.noun}>
                <th scope="row">{words.say(`noun.${it.noun}`)}</th>
                <td className="num">
                  {it.from_history === 0 ? null : (
                    <span className="c3 t12">
                      {words.say("recovered.fromHistory", { count: it.from_history })}{" "}
                    </span>
                  )}
                  {words.number(it.read)}
                </td>
                <td className="num">{lostWords(it, words)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.say("recovered.steps")}</th>
              <td className="num">{words.number(steps)}</td>
              <td className="num">{words.number(steps_lost)}</td>
            </tr>
          </tbody>
        </table>
        <Names head={words.say("recovered.dropped")} names={dropped.map((it) => nameOf(it, words))} />
        <Names head={words.say("recovered.ungraded")} names={ungraded.map((it) => nameOf(it, words))} />
      </section>
      <Done onClose={onClose} />
    </>
  );
}

function lostWords({ lost, at_least }: Salvaged, words: Words): string {
  const count = words.number(lost);
  return at_least ? words.say("recovered.orMore", { count }) : count;
}

function Names({ head, names }: { head: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <section>
      <h3>{head}</h3>
      <ul>
        {names.slice(0, NAMES).map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={at}>{name}</li>
        ))}
      </ul>
      <More count={names.length} />
    </section>
  );
}

function More({ count }: { count: number }) {
  const words = useWords();
  return count > NAMES ? <p className="c2">{words.say("recovered.more", { count: count - NAMES })}</p> : null;
}

function Done({ onClose }: { onClose: () => void }) {
  const words = useWords();
  return (
    <div className="row answers">
      <Button look="primary" autoFocus onPress={onClose} data-testid="report-done">
        {words.say("common.done")}
      </Button>
    </div>
  );
}

/** A record as people call it: an element by its title, anything else by what it belongs to. */
function nameOf(name: RecordName, words: Words): string {
  const title = name.title === "" ? words.say("common.untitled") : name.title;
  return words.say(`named.${name.noun}`, { title });
}

/** The name of a field as the inspector calls it; of `why.text` the why. */
function fieldWords(field: string, words: Words): string {
  const own: Readonly<Record<string, Parameters<Words["say"]>[0]>> = {
    title: "inspector.title",
    description: "inspector.description",
    "why.text": "why.head",
    "why.for_whom": "why.forWhom",
    "why.change": "why.change",
    "why.proof": "why.proof",
    "why.until": "why.until",
  };
  const key = own[field] ?? `field.${field}`;
  return isKey(key) ? words.say(key) : field.replace(/^.*\./, "").replaceAll("_", " ");
}

/** A value as it stands; one of a closed list by its word. */
function valueWords(field: string, value: string, words: Words): string {
  if (value === "") return words.say("merged.empty");
  const key = `${field}.${value}`;
  if (isKey(key)) return words.say(key);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? words.date(value) : value;
}
