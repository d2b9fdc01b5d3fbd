/* Something that is so or is not, with its words beside the box. */
import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components";

interface CheckProps {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  children: ReactNode;
}

export function Check({ isSelected, onChange, children }: CheckProps) {
  return (
    <Checkbox className="check" isSelected={isSelected} onChange={onChange}>
      <span className="check-box" aria-hidden="true" />
      {children}
    </Checkbox>
  );
}
