/* The kit: controls and marks that know nothing of portfolios, hosts or languages. */
export { Button, IconButton, LinkButton } from "./Button.tsx";
export { Check } from "./Check.tsx";
export { Field, InPlace, TextField } from "./Field.tsx";
export { type Find, Finder, Marked } from "./Finder.tsx";
export { type GlyphKind, Icon, type IconName, KindGlyph, levelClass } from "./Icon.tsx";
export { Menu, type MenuEntry, type MenuGroup } from "./Menu.tsx";
export { Bar, FindingMark, Kbd, type Standing, Status, StatusShape, type Weight } from "./marks.tsx";
export { Anchored, Popover, Sheet } from "./Popover.tsx";
export { Segmented } from "./Segmented.tsx";
export { Select } from "./Select.tsx";
export { ToastBoard, Toasts, type ToastWords } from "./Toast.tsx";
export { Hint } from "./Tooltip.tsx";
export { applyRoom, applyTheme, followTheme, storedRoom, storedTheme, type ThemeChoice } from "./theme.ts";
