import { ChevronDown, ChevronUp } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { commandOf } from '../commands.ts';

/** The drawer under the pictures: its chart, or one line when it is closed. */
export function Drawer({ children }: { readonly children: ReactNode }): JSX.Element {
  const open = useLab((state) => state.drawerOpen);
  const command = commandOf('drawer');
  const name = text(command.label());
  return (
    <section className={open ? 'drawer' : 'drawer closed'} aria-label={text('drawer.name')}>
      <header>
        <h2>{text('chart.title')}</h2>
        <span className="gloss">{text('chart.gloss')}</span>
        <button
          type="button"
          className="icon-button small"
          aria-label={name}
          aria-expanded={open}
          data-tip={`${name} (D)`}
          onClick={command.run}
        >
          {open ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
        </button>
      </header>
      {open ? <div className="plot">{children}</div> : null}
    </section>
  );
}
