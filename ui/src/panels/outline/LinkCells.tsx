/* The cells of a link: its other end, how the one moves the other, and how it stands. */
import { useWords } from "../../words/index.ts";
import { kindWord, linkSays, titleOf, wayWords } from "../words.ts";
import { Cell, type RowProps, Title } from "./cell.tsx";
import type { Row } from "./rows.ts";

export function LinkCells(props: RowProps & { row: Extract<Row, { type: "link" }> }) {
  const { row, gestures } = props;
  const { link, other, isOut } = row.end;
  const words = useWords();
  const title = titleOf(words, other);
  const waits = link.kind === "contribution" && link.state === "proposed";
  const dress = link.kind === "contribution" ? ` ${link.state}` : "";
  return (
    <>
      <Title {...props}>
        {row.name === "other" ? (
          <span className="c3">{wayWords(words, { kind: link.kind, outgoing: isOut })}</span>
        ) : null}
        <span className="unseen">{kindWord(words, other.kind)}</span>
        <button
          type="button"
          tabIndex={-1}
          className="outline-to cut"
          title={words.say("outline.go", { title })}
          onPointerDown={(event) => event.preventDefault()}
          onClick={(event) => {
            event.stopPropagation();
            gestures.onOpen(row);
          }}
        >
          {title}
        </button>
      </Title>
      <Cell {...props} at={1} span={2}>
        {link.kind === "contribution" ? (
          <span className={link.mechanism === "" ? "cut c3" : "cut c2"} title={link.mechanism}>
            {link.mechanism === "" ? words.say("outline.unsaid") : link.mechanism}
          </span>
        ) : null}
      </Cell>
      <Cell {...props} at={2} span={3}>
        {link.kind === "contribution" ? (
          <span className={`cut outline-says${dress}`}>{linkSays(words, link)}</span>
        ) : null}
        {waits && !props.isReadOnly ? (
          <button
            type="button"
            tabIndex={-1}
            className="linkish"
            onPointerDown={(event) => event.preventDefault()}
            onClick={(event) => {
              event.stopPropagation();
              gestures.onAccept(row);
            }}
            data-testid={`outline-accept-${link.id}`}
          >
            {words.say("links.accept")}
          </button>
        ) : null}
      </Cell>
    </>
  );
}
