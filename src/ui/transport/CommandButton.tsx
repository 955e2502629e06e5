import type { JSX, ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { commandOf, type CommandId } from '../commands.ts';

interface CommandButtonProps {
  readonly id: CommandId;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** The key of a command as it is printed on it. */
export function keyLabel(id: CommandId): string {
  const [key] = commandOf(id).keys;
  return key === ' ' ? text('key.space') : key.toUpperCase();
}

/** A button of the registry: its name, its key and what it does come from there. */
export function CommandButton(props: CommandButtonProps): JSX.Element {
  const { id, className = 'icon-button', disabled = false, children } = props;
  const command = commandOf(id);
  const name = text(command.label());
  return (
    <button
      type="button"
      className={className}
      aria-label={name}
      data-tip={`${name} (${keyLabel(id)})`}
      disabled={disabled}
      onClick={command.run}
    >
      {children}
    </button>
  );
}
