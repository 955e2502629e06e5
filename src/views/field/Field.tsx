import { Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { later } from '../../store/later.ts';
import { ColorKey } from '../ColorKey.tsx';
import { spaceOf } from '../lattice.ts';
import { Pane } from '../Pane.tsx';
import type { Picture } from '../scene/picture.ts';
import { StageView } from '../scene/Stage.tsx';
import type { SceneContext } from '../scene/uniforms.ts';
import { askDrawing } from '../scene/watch.ts';
import { Tool } from '../Tool.tsx';
import { trackWords } from '../tracks.ts';
import { createFieldPicture } from './picture.ts';
import { comparedIn, planOfAll, planOfDifference, planOfTwin, type FieldPlan } from './plan.ts';
import { LOCAL_SOURCES } from './drive.ts';
import { layoutField } from './layout.ts';
import { loadLocalParts } from './localParts.ts';
import { chosenWords, fieldGloss, fieldSpec, fieldSummary } from './spec.ts';
import { touchParts } from './touchParts.ts';

/** The weights on their lattice, with the sources that the data make; two of them while tracks are compared. */
export default function FieldView({ id }: { readonly id: string }): ReactNode {
  const info = useLab((state) => state.info);
  const comparison = useLab((state) => state.comparison);
  const compared = info === null ? { kind: 'none' as const } : comparedIn(info, comparison);
  const other = compared.kind === 'none' ? 0 : compared.track;
  const plans = useMemo(() => {
    const all = (run: RunInfo): FieldPlan => planOfAll(run);
    const difference = (run: RunInfo): FieldPlan => planOfDifference(run, other);
    const twin = (track: number) => (run: RunInfo) => planOfTwin(run, track, [0, other]);
    return { all, difference, main: twin(0), beside: twin(other) };
  }, [other]);
  useLocalSources(info, compared.kind === 'difference');
  const title = text(fieldSpec.title);
  const gloss =
    info === null ? (
      text(fieldSpec.needs)
    ) : (
      <>
        <i className="label-symbol">w</i>(<i className="label-symbol">t</i>, <i className="label-symbol">x</i>
        ) {fieldGloss(info)}
      </>
    );
  const nameOf = (track: number): string => (info === null ? '' : trackWords(info, track));
  // Lines carry their names; surfaces have none, so their key does.
  const surfaces = info !== null && spaceOf(info.layout) === 'plane';
  const twin = compared.kind === 'twin';
  const touching = useLab((state) => state.touch !== null);
  return (
    <Pane
      id={id}
      title={title}
      help={text(fieldSpec.help)}
      gloss={gloss}
      tools={
        <span className="pane-touch">
          <TouchTool />
        </span>
      }
    >
      <div className="field-halves" data-twin={twin}>
        <FieldHalf
          plan={twin ? plans.main : compared.kind === 'difference' ? plans.difference : plans.all}
          title={title}
          main
        >
          {compared.kind === 'difference' ? (
            <>
              {text('view.compare.key')} <i className="label-symbol">Δw</i>
              {text('view.compare.ownScale')}
            </>
          ) : (
            <>
              {twin && surfaces && <b className="key-track">{nameOf(0)}</b>}
              {text('view.field.key')} <i className="label-symbol">w</i>
            </>
          )}
        </FieldHalf>
        {twin && (
          <FieldHalf plan={plans.beside} title={text('view.compare.title', { track: nameOf(other) })}>
            {surfaces && <b className="key-track">{nameOf(other)}</b>}
            {text('view.field.key')} <i className="label-symbol">w</i>
          </FieldHalf>
        )}
      </div>
      {touching && info !== null && compared.kind !== 'difference' && (
        <Suspense>
          <TouchBar info={info} />
        </Suspense>
      )}
      {compared.kind === 'unlike' && (
        <p className="field-note">
          {text('view.compare.unlike', {
            track: nameOf(other),
            weights: info?.tracks[other].weightCount ?? 0,
            main: info?.tracks[0].weightCount ?? 0,
          })}
        </p>
      )}
    </Pane>
  );
}

const SourceKey = later(async () => (await import('./SourceKey.tsx')).SourceKey);

/** The key of the bars about the current point; null where there are none. */
function useSourceKey(plan: (info: RunInfo) => FieldPlan): ReactNode {
  const info = useLab((state) => state.info);
  const sources = useMemo(() => {
    if (info === null || plan(info).sources !== 'expansion') return null;
    return layoutField(info.layout, info.tracks[0].weightCount, 'expansion', info.data.sampleCount).sources;
  }, [info, plan]);
  if (info === null || sources === null) return null;
  return (
    <Suspense>
      <SourceKey sheets={info.layout.sheets} sources={sources} />
    </Suspense>
  );
}

const TouchBar = later(async () => (await import('./touch/TouchBar.tsx')).default);

/** Shows the tools of a hand on the field, and puts them away. */
function TouchTool(): ReactNode {
  const touching = useLab((state) => state.touch !== null);
  const open = async (): Promise<void> => {
    const { info, setTouch } = useLab.getState();
    const parts = await touchParts.ask();
    if (info !== null) setTouch(parts.firstTouch(info.layout));
  };
  return (
    <Tool
      label={text('view.touch')}
      pressed={touching}
      onPress={() => {
        if (touching) useLab.getState().setTouch(null);
        else open().catch(() => touchParts.forgetFailure());
      }}
    >
      <path d="M5.2 9V3.6a1.1 1.1 0 0 1 2.2 0V7.5l4 .9c1 .2 1.6 1 1.4 2l-.6 3.1H6.7L3.6 9.9c-.8-1 .5-2 1.6-.9z" />
    </Tool>
  );
}

/** Watches J₁ and J₂ about the current point while this picture shows them, and draws them as they come. */
function useLocalSources(info: RunInfo | null, without: boolean): void {
  const along = useMemo(() => {
    if (info === null || without) return null;
    const { layout, tracks, data } = info;
    const form = planOfAll(info).sources;
    if (form !== 'expansion') return null;
    const { sources } = layoutField(layout, tracks[0].weightCount, form, data.sampleCount);
    return Array.from(
      { length: sources?.bonds.count ?? 0 },
      (_, n) => sources?.bonds.data[4 * n] ?? 0,
    ).join();
  }, [info, without]);
  useEffect(() => {
    if (along === null) return;
    const weights = along === '' ? [] : along.split(',').map(Number);
    let ended = false;
    void loadLocalParts().then(() => {
      if (ended) return;
      useLab.getState().watch(LOCAL_SOURCES, { id: 'local-sources', query: { along: weights } });
    });
    const end = useLab.subscribe((state, before) => {
      if (state.seen[LOCAL_SOURCES] !== before.seen[LOCAL_SOURCES]) askDrawing();
    });
    return () => {
      ended = true;
      end();
      useLab.getState().watch(LOCAL_SOURCES, null);
    };
  }, [along]);
}

interface FieldHalfProps {
  readonly plan: (info: RunInfo) => FieldPlan;
  readonly title: string;
  /** Whether this is the picture that the network is tied to. */
  readonly main?: boolean;
  /** Words over the colour key. */
  readonly children: ReactNode;
}

/** One picture of the field with its colour key. */
function FieldHalf({ plan, title, main = false, children }: FieldHalfProps): ReactNode {
  const [limit, setLimit] = useState(0);
  const { create, summary } = useMemo(
    () => ({
      create: (context: SceneContext, info: RunInfo): Picture =>
        createFieldPicture(context, info, plan(info)),
      summary: (info: RunInfo, frame: FrameViews): string => fieldSummary(info, frame, plan(info)),
    }),
    [plan],
  );
  const sourceKey = useSourceKey(plan);
  return (
    <div className="field-half">
      <StageView
        cover={sourceKey === null ? undefined : 'stage-cover field-keys'}
        create={create}
        summary={summary}
        chosen={main ? chosenWords : undefined}
        title={title}
        thread={main ? 'site' : undefined}
        onLimit={setLimit}
      >
        <ColorKey limit={limit}>{children}</ColorKey>
        {sourceKey}
      </StageView>
    </div>
  );
}
