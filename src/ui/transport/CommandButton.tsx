import { useId, type JSX, type ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { commandName, commandOf, type CommandId } from '../commands.ts';
import { chordLabel } from '../shortcuts.ts';

interface CommandButtonProps {
  readonly id: CommandId;
  readonly className?: string;
  readonly disabled?: boolean;
  /** Why the command can do nothing now; it keeps its place and says so on focus. */
  readonly reason?: string | null;
  /** A command that is on or off. */
  readonly pressed?: boolean;
  readonly children: ReactNode;
}

/** The key of a command as it is printed on it. */
export function keyLabel(id: CommandId): string {
  const [key] = commandOf(id).keys;
  return key === ' ' ? text('key.space') : chordLabel(key);
}

/** A button of the registry: its name, its key and what it does come from there. */
export function CommandButton(props: CommandButtonProps): JSX.Element {
  const { id, className = 'icon-button', disabled = false, reason = null, pressed, children } = props;
  const reasonId = useId();
  const command = commandOf(id);
  const name = commandName(command);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={name}
        aria-disabled={reason === null ? undefined : true}
        aria-describedby={reason === null ? undefined : reasonId}
        aria-pressed={pressed}
        data-tip={reason ?? `${name} (${keyLabel(id)})`}
        disabled={disabled}
        onClick={() => {
          if (reason === null) command.run();
        }}
      >
        {children}
      </button>
      {reason === null ? null : (
        <span id={reasonId} className="vh">
          {reason}
        </span>
      )}
    </>
  );
}
