/* A choice of one among a few, all visible. */
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

interface SegmentedProps<T extends string> {
  label: string;
  /** `null` while nothing is chosen. */
  value: T | null;
  options: readonly { readonly id: T; readonly text: string }[];
  onChange: (value: T) => void;
  isDisabled?: boolean;
}

export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, value, options, onChange, isDisabled = false } = props;
  return (
    <ToggleButtonGroup
      className="seg"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      isDisabled={isDisabled}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id));
        if (chosen) onChange(chosen.id);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id}>
          {option.text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
