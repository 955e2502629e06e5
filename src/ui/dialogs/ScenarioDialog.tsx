import { FolderOpen } from 'lucide-react';
import type { JSX, KeyboardEvent } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { chooseFile } from '../files/open.ts';
import { openShipped } from '../files/shipped.ts';
import { announce, showDialog } from '../uiState.ts';
import { Modal } from './Modal.tsx';

/** Moves the focus along the list with the arrow keys. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
    ArrowDown: (at, count) => Math.min(count - 1, at + 1),
    ArrowUp: (at) => Math.max(0, at - 1),
    Home: () => 0,
    End: (_, count) => count - 1,
  };
  const move = moves[event.key];
  if (move === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[move(at, buttons.length)]?.focus();
}

/** The shipped scenarios, and a way to one's own. */
export function ScenarioDialog(): JSX.Element {
  const shipped = useLab((state) => state.shipped);
  const current = useLab((state) => state.shippedId);
  const choose = (id: string, title: string): void => {
    showDialog(null);
    announce(text('live.opened', { title }));
    void openShipped(id);
  };
  return (
    <Modal title={text('scenarios.title')} className="scenarios">
      {shipped.length === 0 ? <p className="note">{text('scenarios.empty')}</p> : null}
      {/* Arrow keys are a second way beside Tab. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul onKeyDown={moveFocus}>
        {shipped.map(({ id, title, about }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === current ? 'true' : undefined}
              data-focus={id === current}
              onClick={() => choose(id, title)}
            >
              <strong>{title}</strong>
              <span>{about}</span>
            </button>
          </li>
        ))}
      </ul>
      <footer>
        <button
          type="button"
          className="button"
          onClick={() => {
            showDialog(null);
            chooseFile();
          }}
        >
          <FolderOpen aria-hidden="true" />
          {text('command.open')}
        </button>
        <span className="note">{text('scenarios.drop')}</span>
      </footer>
    </Modal>
  );
}
