import { Component, type ErrorInfo, type JSX, type ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { announce } from '../uiState.ts';

interface Props {
  /** What is inside, for the message. */
  readonly name: string;
  readonly children: ReactNode;
}
interface State {
  readonly reason: string | null;
}

/** Keeps a fault in one picture from taking the instrument with it, and offers to draw it again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { reason: null };

  static getDerivedStateFromError(error: unknown): State {
    return { reason: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(_error: unknown, _info: ErrorInfo): void {
    announce(text('fault.picture', { name: this.props.name }));
  }

  override render(): ReactNode {
    if (this.state.reason === null) return this.props.children;
    return <Fault name={this.props.name} reason={this.state.reason} again={this.again} />;
  }

  private readonly again = (): void => this.setState({ reason: null });
}

interface FaultProps {
  readonly name: string;
  readonly reason: string;
  readonly again: () => void;
}

function Fault({ name, reason, again }: FaultProps): JSX.Element {
  return (
    <div className="fault">
      <p>{text('fault.picture', { name })}</p>
      <p className="note">{reason}</p>
      <button type="button" className="button" onClick={again}>
        {text('fault.again')}
      </button>
    </div>
  );
}
