/* A small surface beside a control, and a sheet in the middle of the window. Escape closes both. */
import type { ReactElement, ReactNode, RefObject } from "react";
import { Popover as AriaPopover, Dialog, DialogTrigger, Modal, ModalOverlay } from "react-aria-components";

interface PopoverProps {
  label: string;
  /** The button that opens it. */
  trigger: ReactElement;
  children: ReactNode | ((close: () => void) => ReactNode);
  /** Where it is opened by more than its button, for instance by a key. */
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
}

export function Popover({ label, trigger, children, isOpen, onOpenChange }: PopoverProps) {
  return (
    <DialogTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger}
      <AriaPopover className="pop padded" offset={6}>
        <Dialog aria-label={label}>
          {({ close }) => (typeof children === "function" ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}

interface AnchoredProps {
  label: string;
  anchor: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A surface beside any element of the page, opened and closed by its parent. */
export function Anchored({ label, anchor, isOpen, onClose, children }: AnchoredProps) {
  return (
    <AriaPopover
      className="pop padded"
      offset={6}
      triggerRef={anchor}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog aria-label={label}>{children}</Dialog>
    </AriaPopover>
  );
}

interface SheetProps {
  label: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A sheet over the window, for the palette, help and questions. */
export function Sheet({ label, isOpen, onClose, children }: SheetProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="sheet">
        <Dialog aria-label={label}>{children}</Dialog>
      </Modal>
    </ModalOverlay>
  );
}
