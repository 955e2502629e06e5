import { useId, type ReactNode } from 'react';
import { text } from '../messages/index.ts';
import { useLab } from '../store/index.ts';
import { isOffered } from '../store/pictures.ts';
import { CameraMenu } from './CameraMenu.tsx';
import { spaceOf } from './lattice.ts';
import { MagnifyTool } from './MagnifyTool.tsx';
import { Tool } from './Tool.tsx';
import './views.css';

export interface PaneProps {
  /** Of the picture that it holds. */
  readonly id: string;
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
export function Pane({ id, title, gloss, help, tools, children }: PaneProps): ReactNode {
  const heading = useId();
  const maximized = useLab((state) => state.maximized === id);
  const unrolled = useLab((state) => state.unrolled);
  const rolls = useLab((state) => state.info !== null && spaceOf(state.info.layout) === 'ring');
  return (
    <section className="pane" aria-labelledby={heading}>
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
          <ElsewhereTools />
          <Tool
            className="pane-tool-maximize"
            label={text(maximized ? 'view.restore' : 'view.maximize')}
            pressed={maximized}
            onPress={() => useLab.getState().maximize(maximized ? null : id)}
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

/** Ways to the pictures that stand alone. */
function ElsewhereTools(): ReactNode {
  const pictures = useLab((state) => state.pictures);
  const info = useLab((state) => state.info);
  return pictures.map((picture) => {
    const { show, lacks } = picture;
    const offered = isOffered(picture, info);
    if (show === undefined || (!offered && lacks === undefined)) return null;
    return (
      <Tool
        key={picture.id}
        className="pane-tool-maximize"
        label={offered || lacks === undefined ? text(show.label) : text(lacks)}
        disabled={!offered}
        onPress={() => useLab.getState().maximize(picture.id)}
      >
        <path d={show.sign} />
      </Tool>
    );
  });
}
