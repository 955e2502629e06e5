import '../../messages/late.ts';
import { X } from 'lucide-react';
import { useLayoutEffect, useRef, type JSX, type ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { showDialog } from '../uiState.ts';

interface ModalProps {
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A dialog above the instrument: the platform's own, which holds the focus, closes on Escape and gives
 * the focus back; a press outside closes it too.
 */
export function Modal({ title, className, children }: ModalProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the next key: until it holds the focus, letters would be commands of the page.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const before = document.activeElement;
    element.showModal();
    element.querySelector<HTMLElement>('[data-focus="true"]')?.focus();
    return () => {
      element.close();
      // Leaving the tree before closing would lose the platform's own return of the focus.
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // The press outside is a second way beside Escape and the close button.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className={className === undefined ? 'modal' : `modal ${className}`}
      aria-label={title}
      // Escape closes it before the next key: what a fast hand types then is said to what it opens, not to the page.
      onCancel={(event) => {
        if (event.target === dialog.current) showDialog(null);
      }}
      onClose={() => showDialog(null)}
      onClick={(event) => {
        if (event.target === dialog.current) showDialog(null);
      }}
    >
      <div className="modal-body">
        <header>
          <h2>{title}</h2>
          <button
            type="button"
            className="icon-button small"
            aria-label={text('dialog.close')}
            onClick={() => showDialog(null)}
          >
            <X aria-hidden="true" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
