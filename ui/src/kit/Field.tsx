/*
 * Text fields: one with a label and a frame, and one that is edited where the text stands.
 * Both hand over a value only when the person is done with it (Enter or leaving), never on each key.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from "react-aria-components";

interface FieldProps {
  label: string;
  inline?: boolean;
  children: ReactNode;
}

/** A label with any control. */
export function Field({ label, inline = false, children }: FieldProps) {
  return (
    <div className={inline ? "field inline" : "field"}>
      <span className="label">{label}</span>
      <div>{children}</div>
    </div>
  );
}

interface TextFieldProps {
  label: string;
  /** Hides the label for the eye only. */
  labelHidden?: boolean;
  value: string;
  onChange: (text: string) => void;
  placeholder?: string;
  hint?: string;
  error?: string;
  multiline?: boolean;
  autoFocus?: boolean;
  isReadOnly?: boolean;
  onKeyDown?: (event: KeyboardEvent) => void;
  "data-testid"?: string;
}

/** A framed field whose value its parent keeps. */
export function TextField(props: TextFieldProps) {
  const { label, labelHidden = false, value, onChange, placeholder, hint, error, multiline = false } = props;
  const inside = {
    className: "input",
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(props["data-testid"] === undefined ? {} : { "data-testid": props["data-testid"] }),
    ...(props.onKeyDown === undefined ? {} : { onKeyDown: props.onKeyDown }),
  };
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isReadOnly={props.isReadOnly ?? false}
      autoFocus={props.autoFocus ?? false}
    >
      <Label className={labelHidden ? "unseen" : ""}>{label}</Label>
      {multiline ? <TextArea rows={3} {...inside} /> : <Input {...inside} />}
      {hint === undefined ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

interface InPlaceProps {
  /** What a screen reader calls the field. */
  label: string;
  value: string;
  /** Called once with the new text, when it differs. */
  onCommit: (text: string) => void;
  placeholder?: string;
  /** Whether Enter makes a new line (Ctrl/Cmd Enter commits) or commits. */
  multiline?: boolean;
  isReadOnly?: boolean;
  /** Drawn as an open question while empty. */
  asked?: boolean;
  autoFocus?: boolean;
  "data-testid"?: string;
}

/** Text that is edited where it stands. Enter or leaving commits, Escape restores. */
export function InPlace(props: InPlaceProps) {
  const { label, value, onCommit, placeholder = "", multiline = false, isReadOnly = false } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const given = useRef(false);
  const { autoFocus = false } = props;

  useEffect(() => {
    if (autoFocus && !given.current) {
      given.current = true;
      box.current?.focus();
      box.current?.select();
    }
  }, [autoFocus]);

  function finish(text: string | null): void {
    setDraft(null);
    if (text !== null && text !== value) onCommit(text);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const commits = event.key === "Enter" && (!multiline || event.ctrlKey || event.metaKey);
    if (commits && !event.nativeEvent.isComposing) {
      event.preventDefault();
      event.currentTarget.blur();
    } else if (event.key === "Escape") {
      event.preventDefault();
      setDraft(null);
      const field = event.currentTarget;
      queueMicrotask(() => field.blur());
    }
  }

  const shown = draft ?? value;
  const asked = (props.asked ?? false) && !isReadOnly && shown === "";
  return (
    <div className={asked ? "inplace asked" : "inplace"}>
      <span className="mirror" aria-hidden="true">
        {`${shown === "" ? placeholder : shown}\u200b`}
      </span>
      <textarea
        ref={box}
        rows={1}
        aria-label={label}
        value={shown}
        placeholder={placeholder}
        readOnly={isReadOnly}
        spellCheck={false}
        data-testid={props["data-testid"]}
        onChange={(event) =>
          setDraft(multiline ? event.target.value : event.target.value.replaceAll("\n", " "))
        }
        onBlur={() => finish(draft)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
