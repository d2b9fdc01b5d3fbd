/* A choice of one from a list that opens. */
import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from "react-aria-components";
import { Icon } from "./Icon.tsx";

interface SelectProps<T extends string> {
  label: string;
  /** `null` shows the placeholder. */
  value: T | null;
  options: readonly { readonly id: T; readonly text: string }[];
  onChange: (value: T) => void;
  placeholder?: string;
  /** Looks like text until the pointer is over it. */
  plain?: boolean;
  isDisabled?: boolean;
  "data-testid"?: string;
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, options, onChange, placeholder = "", plain = false } = props;
  return (
    <AriaSelect
      className={plain ? "select plain" : "select"}
      aria-label={label}
      placeholder={placeholder}
      isDisabled={props.isDisabled ?? false}
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen && chosen.id !== value) onChange(chosen.id);
      }}
    >
      <Button className="btn choice" data-testid={props["data-testid"]}>
        <SelectValue className="cut">
          {({ isPlaceholder, selectedText }) => (isPlaceholder ? placeholder : selectedText)}
        </SelectValue>
        <Icon name="down" />
      </Button>
      <Popover className="pop" offset={4} placement="bottom start">
        <ListBox className="menu" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.text}>
              {option.text}
              <span className="hint">
                <span className="tick">
                  <Icon name="tick" />
                </span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
