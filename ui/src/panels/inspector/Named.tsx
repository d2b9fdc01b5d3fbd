/* A value beside its name, as all lists of the inspector show it. */
import type { ReactNode } from "react";

export function Named({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <span className="fact-name">{name}</span>
      {children}
    </div>
  );
}
