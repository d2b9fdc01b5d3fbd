/*
 * Data marks: status as shape, the bar that is hatched when nothing is known, the diamond of a finding.
 * They know no portfolio and no language; whoever uses them gives the words.
 */

export type Standing = "ok" | "risk" | "off" | "unknown";

/** ● on track, ▲ at risk, ■ off track, ○ unknown. Never alone: a word stands beside it or in `label`. */
export function StatusShape({ standing, label }: { standing: Standing; label?: string }) {
  return (
    <>
      <svg className={`shape is-${standing}`} viewBox="0 0 8 8" aria-hidden="true">
        {standing === "ok" ? <circle cx="4" cy="4" r="3.6" fill="currentColor" /> : null}
        {standing === "risk" ? <path d="M4 .3 8 7.5H0z" fill="currentColor" /> : null}
        {standing === "off" ? <rect x=".5" y=".5" width="7" height="7" fill="currentColor" /> : null}
        {standing === "unknown" ? (
          <circle cx="4" cy="4" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.1" />
        ) : null}
      </svg>
      <Unseen label={label} />
    </>
  );
}

/** Shape and word. */
export function Status({ standing, word }: { standing: Standing; word: string }) {
  return (
    <span className={`status is-${standing}`}>
      <StatusShape standing={standing} />
      {word}
    </span>
  );
}

interface BarProps {
  /** 0 to 100; `null` when nothing is known, drawn hatched. A measured zero is an empty track. */
  percent: number | null;
  standing?: Standing;
  thin?: boolean;
  /** What a reader hears, for instance “Delivery: 92 %”. */
  label: string;
}

/** One bar of the two. */
export function Bar({ percent, standing = "unknown", thin = false, label }: BarProps) {
  const shape = thin ? "bar thin" : "bar";
  if (percent === null) return <span className={`${shape} none`} role="img" aria-label={label} />;
  const width = Math.min(100, Math.max(0, percent));
  return (
    <span className={shape} role="img" aria-label={label}>
      <i className={standing} style={{ width: `${width}%` }} />
    </span>
  );
}

export type Weight = "high" | "medium" | "low";

interface FindingMarkProps {
  severity: Weight;
  /** Written inside when more than one is meant. */
  count?: number;
  /** Told of many elements at once and of this one not apart. */
  shared?: boolean;
  label?: string;
}

const HUES = { high: "var(--sevH)", medium: "var(--sevM)", low: "var(--sevL)" };

/**
 * The diamond of a finding: filled for high and medium, an outline for low. What many share is an outline without the
 * colour of its severity, and the edge of another behind it.
 */
export function FindingMark({ severity, count, shared = false, label }: FindingMarkProps) {
  const hue = shared ? "var(--ink3)" : HUES[severity];
  const hollow = shared || severity === "low";
  return (
    <>
      <svg
        className={shared ? "diamond shared" : "diamond"}
        width="20"
        height="20"
        viewBox="0 0 20 20"
        aria-hidden="true"
      >
        {shared ? <path d="M13 1.6 21.4 10 13 18.4" fill="none" stroke={hue} strokeWidth="1.3" /> : null}
        <rect
          x="3.2"
          y="3.2"
          width="13.6"
          height="13.6"
          rx="2.6"
          transform="rotate(45 10 10)"
          fill={hollow ? "var(--surface)" : hue}
          stroke={hollow ? hue : "none"}
          strokeWidth="1.3"
        />
        {count === undefined ? null : (
          <text x="10" y="14.2" textAnchor="middle" fill={hollow ? hue : "var(--on-sev)"}>
            {count > 99 ? "99" : count}
          </text>
        )}
      </svg>
      <Unseen label={label} />
    </>
  );
}

function Unseen({ label }: { label: string | undefined }) {
  return label === undefined ? null : <span className="unseen">{label}</span>;
}

/** Keys as they stand on a keyboard. */
export function Kbd({ children }: { children: string }) {
  return <kbd className="kbd">{children}</kbd>;
}
