/* A short explanation beside a control, on hover and on keyboard focus. */
import type { ReactElement } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components";
import { Kbd } from "./marks.tsx";

interface HintProps {
  text: string;
  keys?: string;
  children: ReactElement;
}

export function Hint({ text, keys, children }: HintProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      {children}
      <Tooltip className="tip" offset={6}>
        {text}
        {keys === undefined ? null : <Kbd>{keys}</Kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
