/* A menu that opens from a button: sections of actions, some of them choices. */
import type { ReactElement, ReactNode } from "react";
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from "react-aria-components";
import { Icon } from "./Icon.tsx";

export interface MenuEntry {
  readonly id: string;
  readonly text: string;
  readonly icon?: ReactNode;
  /** Keys or a short remark, at the right. */
  readonly hint?: string;
  /** A choice: whether it is the one in force. */
  readonly chosen?: boolean;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

export interface MenuGroup {
  readonly id: string;
  readonly head?: string;
  /** A list of any length, which scrolls by itself so that what follows stays in sight. */
  readonly isLong?: boolean;
  readonly entries: readonly MenuEntry[];
}

interface MenuProps {
  label: string;
  groups: readonly MenuGroup[];
  /** Stays open while several choices are made. */
  stays?: boolean;
  placement?: "bottom start" | "bottom end";
  /** The button that opens it. */
  children: ReactElement;
}

export function Menu({ label, groups, stays = false, placement = "bottom end", children }: MenuProps) {
  const entries = groups.flatMap((group) => group.entries);
  return (
    <MenuTrigger>
      {children}
      <Popover className="pop" offset={6} placement={placement}>
        <AriaMenu
          className="menu"
          aria-label={label}
          shouldCloseOnSelect={!stays}
          disabledKeys={entries.filter((entry) => entry.isDisabled).map((entry) => entry.id)}
          onAction={(key) => entries.find((entry) => entry.id === key)?.run()}
        >
          {groups.flatMap((group, index) => [
            ...(index > 0 ? [<Separator key={`${group.id}-line`} />] : []),
            <MenuSection
              key={group.id}
              aria-label={group.head ?? label}
              className={group.isLong ? "menu-long scroll" : ""}
            >
              {group.head === undefined ? null : <Header className="menu-head">{group.head}</Header>}
              {group.entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.text}
                  {...(group.isLong && entry.chosen ? { ref: toSight } : {})}
                  data-testid={`menu-${entry.id}`}
                >
                  <Words entry={entry} />
                </MenuItem>
              ))}
            </MenuSection>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** A long list opens where the present choice is, with the keyboard on it. */
function toSight(node: Element | null): void {
  // The menu takes the keyboard to its first entry before.
  requestAnimationFrame(() => {
    if (!(node instanceof HTMLElement) || !node.isConnected) return;
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "center" });
  });
}

function Words({ entry }: { entry: MenuEntry }) {
  return (
    <>
      {entry.icon}
      <span className="menu-text">{entry.text}</span>
      {entry.hint === undefined ? null : <span className="hint">{entry.hint}</span>}
      {entry.chosen ? (
        <span className="hint">
          <Icon name="tick" />
        </span>
      ) : null}
    </>
  );
}
