import { Component, type ErrorInfo, type JSX, type ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { forgetFailures, LoadError } from '../../store/later.ts';
import { announce } from '../uiState.ts';

/** Where a fault is told: in the whole place of a picture, among the rows of a rail, or above the page. */
export type FaultPlace = 'pane' | 'inline' | 'floating';

interface Props {
  /** What is inside, for the message. */
  readonly name: string;
  readonly place?: FaultPlace;
  readonly close?: () => void;
  readonly children: ReactNode;
}
interface State {
  readonly error: unknown;
  readonly failed: boolean;
}

/** What a fault is called: a part that could not be fetched is no broken picture. */
function saidOf(error: unknown, name: string): string {
  return text(error instanceof LoadError ? 'fault.load' : 'fault.picture', { name });
}

/** Keeps a fault in one part from taking the instrument with it, and offers to try it again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true };
  }

  override componentDidCatch(error: unknown, _info: ErrorInfo): void {
    forgetFailures();
    announce(saidOf(error, this.props.name));
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Fault {...this.props} error={this.state.error} again={this.again} />;
  }

  private readonly again = (): void => this.setState({ error: null, failed: false });
}

/** A fault above the page takes the focus, as the dialog in whose place it stands would. */
function focusOn(button: HTMLButtonElement | null): void {
  button?.focus();
}

interface FaultProps extends Omit<Props, 'children'> {
  readonly error: unknown;
  readonly again: () => void;
}

function Fault({ name, place = 'pane', close, error, again }: FaultProps): JSX.Element {
  const unloaded = error instanceof LoadError;
  const reason = error instanceof Error ? error.message : String(error);
  return (
    <div className={`fault ${place}`}>
      <p>{saidOf(error, name)}</p>
      <p className="note">{unloaded ? text('fault.loadWhy') : reason}</p>
      <div className="fault-actions">
        <button
          type="button"
          className="button"
          ref={place === 'floating' ? focusOn : undefined}
          onClick={again}
        >
          {text(unloaded ? 'fault.loadAgain' : 'fault.again')}
        </button>
        {unloaded ? (
          <button type="button" className="button" onClick={() => window.location.reload()}>
            {text('fault.reload')}
          </button>
        ) : null}
        {close === undefined ? null : (
          <button type="button" className="button" onClick={close}>
            {text('dialog.close')}
          </button>
        )}
      </div>
    </div>
  );
}
