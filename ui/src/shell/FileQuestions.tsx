/*
 * Three questions about a file (in use, changed outside, damaged) and the two reports that may follow, each on a sheet
 * over the frame. What is answered is the session's to carry out.
 */
import "./fileQuestions.css";
import type { ReactNode } from "react";
import type { Apart, Owner, Reconciled, Recovery } from "../api/index.ts";
import { Button, Sheet } from "../kit/index.ts";
import { useWords, type Words } from "../words/index.ts";
import { MergeReport, RecoveryReport } from "./FileReports.tsx";
import { keepCopy, merge, recover, takeTheirs } from "./fileAnswers.ts";
import { fileName } from "./files.ts";
import type { Session, SessionState } from "./session.ts";
import { sinceWords } from "./since.ts";

export type FileQuestion =
  | { readonly about: "in_use"; readonly path: string; readonly owner: Owner | null }
  | { readonly about: "damaged"; readonly path: string }
  | { readonly about: "apart"; readonly apart: Apart }
  | { readonly about: "merged"; readonly merged: Reconciled }
  | { readonly about: "recovered"; readonly recovery: Recovery };

interface FileQuestionsProps {
  session: Session;
  state: SessionState;
}

export function FileQuestions({ session, state }: FileQuestionsProps) {
  const { question } = state;
  const words = useWords();
  if (question === null) return null;
  const title = titleOf(question, state, words);
  return (
    <Sheet label={title} isOpen onClose={() => session.dismiss()}>
      <div className="question" data-testid={`question-${question.about}`}>
        <h2>{title}</h2>
        <Body question={question} session={session} state={state} />
      </div>
    </Sheet>
  );
}

function titleOf(question: FileQuestion, { store }: SessionState, words: Words): string {
  switch (question.about) {
    case "in_use":
      return words.say("inUse.title");
    case "damaged":
      return words.say("damaged.title", { file: fileName(question.path) });
    case "apart":
      return words.say(`apart.${question.apart.found}`, { file: fileName(store?.state.path ?? "") });
    case "merged":
      return words.say("merged.title");
    case "recovered":
      return words.say("recovered.title");
  }
}

function Body({ question, session, state }: FileQuestionsProps & { question: FileQuestion }) {
  const close = () => session.dismiss();
  switch (question.about) {
    case "in_use":
      return <InUse session={session} path={question.path} owner={question.owner} busy={state.busy} />;
    case "damaged":
      return <Damaged session={session} path={question.path} busy={state.busy} />;
    case "apart":
      return <GrownApart session={session} apart={question.apart} busy={state.busy} />;
    case "merged":
      return <MergeReport merged={question.merged} onClose={close} />;
    case "recovered":
      return <RecoveryReport recovery={question.recovery} onClose={close} />;
  }
}

interface AnswersProps {
  session: Session;
  busy: boolean;
}

function InUse({ session, busy, path, owner }: AnswersProps & { path: string; owner: Owner | null }) {
  const words = useWords();
  const file = fileName(path);
  return (
    <>
      <p>
        {owner === null
          ? words.say("inUse.unknown", { file })
          : words.say("inUse.body", {
              file,
              computer: owner.computer,
              since: sinceWords(words.lang, owner.since, new Date()),
            })}
      </p>
      <Answers>
        <Button onPress={() => session.dismiss()}>{words.say("common.cancel")}</Button>
        <Button
          look="primary"
          autoFocus
          isDisabled={busy}
          onPress={() => void session.open(path, true)}
          data-testid="open-read-only"
        >
          {words.say("inUse.open")}
        </Button>
      </Answers>
    </>
  );
}

function Damaged({ session, busy, path }: AnswersProps & { path: string }) {
  const words = useWords();
  return (
    <>
      <p>{words.say("damaged.body")}</p>
      <Answers>
        <Button onPress={() => session.dismiss()}>{words.say("common.cancel")}</Button>
        <Button
          look="primary"
          autoFocus
          isDisabled={busy}
          onPress={() => void recover(session, path)}
          data-testid="recover"
        >
          {words.say("damaged.recover")}
        </Button>
      </Answers>
    </>
  );
}

function GrownApart({ session, busy, apart }: AnswersProps & { apart: Apart }) {
  const words = useWords();
  const { found, mine } = apart;
  return (
    <>
      <p>
        {whatHappened(apart, words)} {words.say("apart.kept")}
      </p>
      {apart.waiting ? <p>{words.say("apart.waiting")}</p> : null}
      <div className="ways">
        {found === "forked" ? (
          <Way text={words.say("apart.merge")} hint={words.say("apart.mergeHint")}>
            <Button
              look="primary"
              autoFocus
              isDisabled={busy}
              onPress={() => void merge(session)}
              data-testid="merge"
            >
              {words.say("apart.merge")}
            </Button>
          </Way>
        ) : null}
        <Way text={words.say("apart.copy")} hint={words.say("apart.copyHint")}>
          <Button
            look={found === "forked" ? "plain" : "primary"}
            autoFocus={found !== "forked"}
            isDisabled={busy}
            onPress={() => void keepCopy(session)}
            data-testid="keep-copy"
          >
            {words.say("apart.copy")}
          </Button>
        </Way>
        {found === "gone" ? null : (
          <Way text={words.say("apart.take")} hint={words.say("apart.takeHint", { mine })}>
            <Button isDisabled={busy} onPress={() => void takeTheirs(session)} data-testid="take-theirs">
              {words.say("apart.take")}
            </Button>
          </Way>
        )}
      </div>
      <Answers>
        <Button look="quiet" onPress={() => session.dismiss()} data-testid="decide-later">
          {words.say("apart.later")}
        </Button>
      </Answers>
    </>
  );
}

function whatHappened({ found, mine, theirs, why }: Apart, words: Words): string {
  if (found === "unreadable") return words.told(why);
  if (found === "stranger") return words.say("apart.strangerBody");
  if (found === "gone") return words.say("apart.goneBody");
  if (mine === 0 && theirs === 0) return words.say("apart.takenBack");
  return `${words.say("apart.theirs", { theirs })} ${words.say("apart.mine", { mine })}`;
}

/** One way out: what it does, beside the button that goes it. */
function Way({ text, hint, children }: { text: string; hint: string; children: ReactNode }) {
  return (
    <section aria-label={text}>
      {children}
      <p className="c2">{hint}</p>
    </section>
  );
}

function Answers({ children }: { children: ReactNode }) {
  return <div className="row answers">{children}</div>;
}
