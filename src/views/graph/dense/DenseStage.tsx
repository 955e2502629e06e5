import '../../../messages/late.ts';
import { use, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { FrameViews } from '../../../engine/frame.ts';
import type { RunInfo } from '../../../engine/protocol.ts';
import { text } from '../../../messages/index.ts';
import { onQuality, qualityLevel, useLab } from '../../../store/index.ts';
import { OnPaper } from '../../../store/onPaper.ts';
import { ColorKey } from '../../ColorKey.tsx';
import type { Picture } from '../../scene/picture.ts';
import { StageView } from '../../scene/Stage.tsx';
import type { SceneContext } from '../../scene/uniforms.ts';
import { askDrawing } from '../../scene/watch.ts';
import type * as currentsPart from '../currents/index.ts';
import { createGraphPicture, type GraphPicture } from '../picture.ts';
import { graphSummary } from '../spec.ts';
import { RESPONSES } from './answers.ts';
import { Choices } from './Choices.tsx';
import './dense.css';
import { createFeet } from './feet.ts';
import { Handles } from './Handles.tsx';
import { askedOf, createModel, type Asked, type Model } from './model.ts';
import { createMapPicture } from './picture.ts';
import { placesOf } from './slice.ts';
import { mapSummary } from './words.ts';

interface DenseStageProps {
  readonly title: string;
  /** Whether it is drawn as a function of its inputs, and whether every neuron is. */
  readonly plot: boolean;
  readonly tiles: boolean;
  /** What draws the energy of its layers over it; null while it is not wanted. */
  readonly currents: typeof currentsPart | null;
  /** The key of its wires. */
  readonly children: ReactNode;
}

const triangles = (): number => qualityLevel().triangles;

/** A network of layers: what its neurons answer, beside what it answers. */
export function DenseStage({ title, plot, tiles, currents, children }: DenseStageProps): ReactNode {
  const info = useLab((state) => state.info);
  const [model] = useState(createModel);
  const [feet] = useState(createFeet);
  const printed = use(OnPaper) !== null;
  const [limit, setLimit] = useState(0);
  const asked = useAsked(info, model, plot);
  const host = useRef<HTMLDivElement>(null);
  useAnswers(asked, host);
  const { create, summary } = useMemo(() => {
    // On paper nothing is handled: layers have names alone.
    const named = !printed && currents === null;
    const network = (context: SceneContext, run: RunInfo, unrolled: boolean): GraphPicture =>
      plot
        ? createMapPicture(context, run, unrolled, model, { tiles, named })
        : createGraphPicture(context, run, unrolled, { plot: false, named });
    const words = (run: RunInfo, frame: FrameViews): string => {
      const said = currents === null ? graphSummary(run, frame) : currents.summaryWithCurrents(run, frame);
      return plot ? mapSummary(said, model.asked) : said;
    };
    return {
      create: (context: SceneContext, run: RunInfo, unrolled: boolean): Picture => {
        const picture = network(context, run, unrolled);
        if (currents !== null) return currents.createGraphWithCurrents(context, run, unrolled, picture);
        return named ? feet.under(picture, run.layout, picture.geometry) : picture;
      },
      summary: words,
    };
  }, [model, feet, plot, tiles, currents, printed]);
  return (
    <>
      <StageView
        create={create}
        summary={summary}
        title={title}
        thread="wire"
        onLimit={setLimit}
        cover="stage-cover dense-keys"
      >
        {plot && <AnswerKey asked={asked} />}
        <ColorKey limit={limit}>{children}</ColorKey>
        {asked !== null && !printed && <Choices asked={asked} model={model} />}
      </StageView>
      <div ref={host} className="dense-over">
        {currents === null && !printed && <Handles feet={feet} />}
      </div>
    </>
  );
}

/** What the hand and the run ask for now; null where nothing is drawn as a function. */
function useAsked(info: RunInfo | null, model: Model, plot: boolean): Asked | null {
  const hidden = useLab((state) => state.hiddenTracks);
  const sample = useLab((state) => state.sample);
  const spent = useSyncExternalStore(onQuality, triangles);
  const choice = useSyncExternalStore(model.listen, () => model.choice);
  const held = info !== null && info.data.inputCount > 2 ? sample : 0;
  const asked = useMemo(
    () =>
      !plot || info === null || info.data.sampleCount === 0
        ? null
        : askedOf(info, choice, hidden, held, spent),
    [plot, info, choice, hidden, held, spent],
  );
  // Before the picture is drawn, which on paper happens at once.
  model.ask(asked);
  return asked;
}

/** Watches the answers while their picture is seen, and draws them as they come. */
function useAnswers(asked: Asked | null, host: { readonly current: HTMLElement | null }): void {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const { current: element } = host;
    if (element === null) return;
    const observer = new ResizeObserver(() => setSeen(element.clientWidth > 0));
    observer.observe(element);
    return () => observer.disconnect();
  }, [host]);
  const question = asked === null || !seen ? null : questionOf(asked);
  useEffect(() => {
    if (question === null) return;
    const { axes, spans, held, tileSide, plotSide, track } = JSON.parse(question) as ReturnType<typeof keyOf>;
    const slice = { axes, spans, held: Float64Array.from(held) };
    const query = { points: placesOf(slice, tileSide), between: placesOf(slice, plotSide), track };
    useLab.getState().watch(RESPONSES, { id: 'responses', query });
    const end = useLab.subscribe((state, before) => {
      if (state.seen[RESPONSES] !== before.seen[RESPONSES]) askDrawing();
    });
    return () => {
      end();
      useLab.getState().watch(RESPONSES, null);
    };
  }, [question]);
}

const keyOf = ({ slice, tileSide, plotSide, track }: Asked) => ({
  axes: slice.axes,
  spans: slice.spans,
  held: [...slice.held],
  tileSide,
  plotSide,
  track: track.index,
});
/** The question as text: facts of a run come again as copies, and are asked once. */
const questionOf = (asked: Asked): string => JSON.stringify(keyOf(asked));

/** Colours of the tiles: from −1 to 1, of layers that go further to their largest. */
function AnswerKey({ asked }: { readonly asked: Asked | null }): ReactNode {
  const curve = asked?.slice.axes.length === 1;
  return (
    <div className="color-key">
      <div className="color-key-name">{text(curve ? 'dense.keyCurve' : 'dense.key')}</div>
      <div className="color-key-map" />
      <div className="color-key-scale" title={text('dense.keyHelp')}>
        <span>−1</span>
        <span>0</span>
        <span>1</span>
      </div>
    </div>
  );
}
