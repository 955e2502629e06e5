import '../../messages/late.ts';
import { Maximize, Move, SquareDashed, ZoomIn, ZoomOut, type LucideIcon } from 'lucide-react';
import { useEffect, useId, useRef, useState, type JSX } from 'react';
import { text, type MessageId } from '../../messages/index.ts';
import type { Exploring } from '../../store/pictures.ts';
import type { ExploredChart } from '../../store/screenKeys.ts';
import { Modal } from '../dialogs/Modal.tsx';
import { useCharts } from '../drawer/chartState.ts';
import { TransportButtons } from '../transport/TransportButtons.tsx';
import './explore.css';

const drags = [
  { mode: 'zoom', name: 'explore.box', Sign: SquareDashed },
  { mode: 'pan', name: 'explore.pan', Sign: Move },
] as const;

/** The chart that was chosen to be explored. */
export function ExploreDialog(): JSX.Element | null {
  const explored = useCharts((state) => state.explored);
  return explored === null ? null : <Explore {...explored} />;
}

/** A chart as large as the window: zoomed, read and followed while the run plays. */
function Explore({ chart, explore }: ExploredChart): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const summary = useRef<HTMLParagraphElement>(null);
  const value = useRef<HTMLOutputElement>(null);
  const [exploring, setExploring] = useState<Exploring | null>(null);
  const [mode, setMode] = useState<'zoom' | 'pan'>('zoom');
  const [fault, setFault] = useState<unknown>(null);
  const hint = useId();
  const title = text(chart.title);
  // Its boundary tells it, and offers to try again.
  if (fault !== null) throw fault;

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    let here = true;
    let begun: Exploring | null = null;
    // As often as the pointer moves: outside React.
    const asked = explore(element, (said) => {
      if (summary.current !== null) summary.current.textContent = said.summary;
      if (value.current !== null) value.current.textContent = said.value;
    });
    asked.then(
      (now) => {
        begun = now;
        if (here) setExploring(now);
        else now.end();
      },
      (error: unknown) => {
        if (here) setFault(error);
      },
    );
    return () => {
      here = false;
      begun?.end();
    };
  }, [explore]);

  return (
    <Modal title={text('explore.title', { chart: title })} className="explore">
      {/* The plot takes keys: arrows read its values. */}
      <div
        ref={host}
        className="explore-plot"
        role="application"
        aria-label={text('explore.plot', { chart: title })}
        aria-describedby={hint}
        aria-busy={exploring === null}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-focus="true"
      />
      <p className="explore-read">
        <output ref={value} aria-label={text('explore.read')} />
      </p>
      <p ref={summary} className="note explore-said" />
      <footer>
        <TransportButtons />
        <div className="buttons" role="group" aria-label={text('explore.drag')}>
          {drags.map(({ mode: one, name, Sign }) => (
            <Tool
              key={one}
              name={name}
              Sign={Sign}
              pressed={one === mode}
              run={() => {
                setMode(one);
                exploring?.drag(one);
              }}
            />
          ))}
        </div>
        <div className="buttons">
          <Tool name="explore.in" Sign={ZoomIn} run={() => exploring?.zoom('in')} />
          <Tool name="explore.out" Sign={ZoomOut} run={() => exploring?.zoom('out')} />
          <Tool name="explore.all" Sign={Maximize} run={() => exploring?.reset()} />
        </div>
        <p id={hint} className="note explore-hint">
          {text('explore.hint')}
        </p>
      </footer>
    </Modal>
  );
}

interface ToolProps {
  readonly name: MessageId;
  readonly Sign: LucideIcon;
  readonly pressed?: boolean;
  readonly run: () => void;
}

function Tool({ name, Sign, pressed, run }: ToolProps): JSX.Element {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={text(name)}
      aria-pressed={pressed}
      data-tip={text(name)}
      onClick={run}
    >
      <Sign aria-hidden="true" />
    </button>
  );
}
