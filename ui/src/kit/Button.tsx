/*
 * Buttons. A press is a press by mouse, touch or keyboard; what a button without words does is said by its
 * label and shown as a tooltip.
 */
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import { Icon, type IconName } from "./Icon.tsx";
import { Hint } from "./Tooltip.tsx";

interface ButtonProps {
  children: ReactNode;
  onPress?: () => void;
  look?: "plain" | "quiet" | "primary" | "danger";
  size?: "small" | "normal" | "tall";
  isDisabled?: boolean;
  isPending?: boolean;
  /** A toggle: whether it is on. */
  pressed?: boolean;
  autoFocus?: boolean;
  className?: string;
  "aria-label"?: string;
  "data-testid"?: string;
}

export function Button({
  look = "plain",
  size = "normal",
  className,
  pressed,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      className={classes("btn", look, size, className)}
    >
      {children}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<ButtonProps, "children" | "aria-label"> {
  icon: IconName;
  /** Said to a screen reader and shown as a tooltip. */
  label: string;
  keys?: string;
}

export function IconButton({
  icon,
  label,
  keys,
  look = "quiet",
  size = "normal",
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Hint text={label} {...(keys === undefined ? {} : { keys })}>
      <Button {...rest} look={look} size={size} className={classes("icon", className)} aria-label={label}>
        <Icon name={icon} />
      </Button>
    </Hint>
  );
}

/** An action inside running text: underlined words. */
export function LinkButton({
  children,
  ...rest
}: Pick<ButtonProps, "children" | "onPress" | "isDisabled" | "data-testid">) {
  return (
    <AriaButton {...rest} className="linkish">
      {children}
    </AriaButton>
  );
}

function classes(...names: (string | undefined)[]): string {
  return names
    .filter((name) => name !== undefined && name !== "" && name !== "plain" && name !== "normal")
    .join(" ");
}
