import { useId, useRef, useState, type JSX, type ReactNode } from 'react';

const GAP = 8;
const EDGE = 8;

interface PopoverProps {
  /** Accessible name of the button and of what it opens. */
  readonly name: string;
  /** What the button shows. */
  readonly face: ReactNode;
  readonly className?: string;
  /** Marks the button as having something in force. */
  readonly on?: boolean;
  readonly disabled?: boolean;
  /** What it opens; handed a way to close it. Not there while it is closed. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button and what it opens above itself: the platform's popover, closed by Escape or a press elsewhere. */
export function Popover(props: PopoverProps): JSX.Element {
  const { name, face, className = '', on = false, disabled = false, children } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);

  const place = (): void => {
    const anchor = button.current?.getBoundingClientRect();
    const element = panel.current;
    if (anchor === undefined || element === null) return;
    const { offsetWidth, offsetHeight } = element;
    const left = Math.min(anchor.left, window.innerWidth - offsetWidth - EDGE);
    const above = anchor.top - GAP - offsetHeight;
    element.style.left = `${Math.max(EDGE, left)}px`;
    element.style.top = `${above >= EDGE ? above : Math.min(anchor.bottom + GAP, window.innerHeight - offsetHeight - EDGE)}px`;
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="icon-button count-button"
        aria-label={name}
        aria-expanded={open}
        aria-haspopup="dialog"
        data-tip={name}
        data-on={on}
        disabled={disabled}
        popoverTarget={id}
      >
        {face}
      </button>
      <dialog
        ref={panel}
        id={id}
        popover="auto"
        aria-label={name}
        className={`popover ${className}`}
        onToggle={(event) => {
          setOpen(event.newState === 'open');
          // Its size is known once its content stands.
          if (event.newState === 'open') requestAnimationFrame(place);
        }}
      >
        {open ? children(() => document.getElementById(id)?.hidePopover()) : null}
      </dialog>
    </>
  );
}
