import { useId, type ReactNode } from 'react';
import { text } from '../messages/index.ts';
import { useLab, type PaneName } from '../store/index.ts';
import { CameraMenu } from './CameraMenu.tsx';
import { spaceOf } from './lattice.ts';
import { MagnifyTool } from './MagnifyTool.tsx';
import { Tool } from './Tool.tsx';
import './views.css';

export interface PaneProps {
  readonly name: PaneName;
  readonly title: string;
  /** One line beside the title; the first to be cut. */
  readonly gloss: ReactNode;
  /** How to read the picture. */
  readonly help: string;
  /** Controls of this picture alone, before the tools that all have. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A picture with its title, gloss and tools. Fills what it is put into. */
export function Pane({ name, title, gloss, help, tools, children }: PaneProps): ReactNode {
  const heading = useId();
  const maximized = useLab((state) => state.maximized === name);
  const unrolled = useLab((state) => state.unrolled);
  const rolls = useLab((state) => state.info !== null && spaceOf(state.info.layout) === 'ring');
  return (
    <section className={`pane pane-${name}`} aria-labelledby={heading}>
      <header className="pane-header">
        <h2 className="pane-title" id={heading}>
          {title}
        </h2>
        <span className="pane-gloss" title={help}>
          {gloss}
        </span>
        {tools}
        <span className="pane-tools">
          {rolls && (
            <Tool
              label={text('view.unroll')}
              pressed={unrolled}
              onPress={() => useLab.getState().setUnrolled(!unrolled)}
            >
              <path d="M8 3.2a4 4 0 1 0 3.2 6.4M2.5 14h11" />
            </Tool>
          )}
          <MagnifyTool />
          <CameraMenu />
          <Tool
            className="pane-tool-maximize"
            label={text('command.universe')}
            onPress={() => useLab.getState().maximize('universe')}
          >
            <path d="M2 6.8C6 6.4 9 5.2 11.6 2.6M2 9.2c4 .4 7 1.6 9.6 4.2M11.6 2.6c2.6 1.6 2.6 9.2 0 10.8M11.6 2.6c-1.6 2.4-1.6 8.4 0 10.8" />
          </Tool>
          <Tool
            className="pane-tool-maximize"
            label={text(maximized ? 'view.restore' : 'view.maximize')}
            pressed={maximized}
            onPress={() => useLab.getState().maximize(maximized ? null : name)}
          >
            {maximized ? (
              <path d="M13 3L9.5 6.5M9.5 3.5v3h3M3 13l3.5-3.5M6.5 12.5v-3h-3" />
            ) : (
              <path d="M9.5 3H13v3.5M6.5 13H3V9.5M13 3L9.3 6.7M3 13l3.7-3.7" />
            )}
          </Tool>
        </span>
      </header>
      {children}
    </section>
  );
}
