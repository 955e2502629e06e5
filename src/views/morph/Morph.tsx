import { use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import '../../messages/late.ts';
import type { FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import { flyTo, onWay, setWay, useLab, wayNow } from '../../store/index.ts';
import { OnPaper } from '../../store/onPaper.ts';
import { ColorKey } from '../ColorKey.tsx';
import { chosenWords } from '../field/spec.ts';
import { Pane } from '../Pane.tsx';
import { StageView } from '../scene/Stage.tsx';
import type { SceneContext } from '../scene/uniforms.ts';
import { askDrawing } from '../scene/watch.ts';
import { createMorphPicture } from './picture.ts';
import { aloneWords } from '../tracks.ts';
import { morphGloss, morphSummary } from './spec.ts';
import './morph.css';

/** The network on its way to the lattice: one stage, in which every synapse flies from its wire to its site. */
export default function MorphView({ id }: { readonly id: string }): ReactNode {
  const info = useLab((state) => state.info);
  const unrolled = useLab((state) => state.unrolled);
  const [limit, setLimit] = useState(0);
  const host = useRef<HTMLDivElement>(null);
  const onPaper = use(OnPaper) !== null;
  useEffect(() => {
    // A copy for a printer or a file shows the way as it stands.
    if (onPaper) return;
    const end = onWay(askDrawing);
    // Called without a way of its own it shows what it is for.
    if (wayNow() === 0) flyTo(1);
    return () => {
      end();
      // Beside each other the two are network and lattice again.
      setWay(0);
    };
  }, [onPaper]);
  useEffect(() => {
    // What had the focus is gone, or nothing had it: reading and Tab go on from here.
    if (document.activeElement !== document.body) return;
    const title = host.current?.querySelector<HTMLElement>('.pane-title');
    title?.setAttribute('tabindex', '-1');
    title?.focus({ preventScroll: true });
  }, []);
  const { create, summary } = useMemo(
    () => ({
      create: (context: SceneContext, run: RunInfo, rolledOut: boolean) =>
        createMorphPicture(context, run, rolledOut),
      summary: (run: RunInfo, frame: FrameViews) => morphSummary(run, frame),
    }),
    // A single output stands elsewhere once the ring is unrolled.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [unrolled],
  );
  const title = text('morph.title');
  return (
    <div className="morph-stage" ref={host}>
      <Pane
        id={id}
        title={title}
        help={text('morph.help')}
        gloss={info === null ? text('morph.waiting') : morphGloss(info)}
      >
        <StageView create={create} summary={summary} chosen={chosenWords} title={title} onLimit={setLimit}>
          <ColorKey limit={limit} note={aloneWords(info)}>
            {text('view.network.key')} <i className="label-symbol">w</i>, {text('view.field.key')}{' '}
            <i className="label-symbol">w</i>
          </ColorKey>
        </StageView>
      </Pane>
    </div>
  );
}
