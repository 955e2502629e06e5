import type { ReactNode } from 'react';

interface ToolProps {
  readonly label: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly className?: string;
  /** It is seen but does nothing now: its label says why. */
  readonly disabled?: boolean;
  readonly onPress: () => void;
  /** Paths of the icon, in a box of 16. */
  readonly children: ReactNode;
}

/** A small button of a pane's header: an icon with its name. */
export function Tool({
  label,
  pressed,
  expanded,
  className,
  disabled,
  onPress,
  children,
}: ToolProps): ReactNode {
  return (
    <button
      type="button"
      className={className === undefined ? 'pane-tool' : `pane-tool ${className}`}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-disabled={disabled}
      onClick={disabled === true ? undefined : onPress}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {children}
      </svg>
    </button>
  );
}
