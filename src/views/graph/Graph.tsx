import { createElement, useEffect, useState, type ComponentProps, type ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { Later, useLater } from '../../store/later.ts';
import { ColorKey } from '../ColorKey.tsx';
import { Pane } from '../Pane.tsx';
import { countRole } from '../roles.ts';
import { StageView } from '../scene/Stage.tsx';
import { Tool } from '../Tool.tsx';
import { drawnAsFunction } from './layout.ts';
import { createGraphPicture } from './picture.ts';
import { SampleStepper } from './SampleStepper.tsx';
import { graphGloss, graphSpec, graphSummary } from './spec.ts';

/** A network of layers, as a function of its inputs. */
const denseStage = new Later(async () => (await import('./dense/DenseStage.tsx')).DenseStage);

const NO_FUNCTION = { able: false, asked: false };

/** The network with currents of energy over it, and what it says then. */
const withCurrents = new Later(async () => import('./currents/index.ts'));

/** The same once it is wanted and there; a part that could not be fetched is fetched again at the next wish. */
function useCurrents(wanted: boolean): typeof withCurrents.value {
  const [part, setPart] = useState(withCurrents.value);
  useEffect(() => {
    if (!wanted || part !== null) return;
    withCurrents.ask().then(setPart, () => withCurrents.forgetFailure());
  }, [wanted, part]);
  return wanted ? part : null;
}

/** A network of layers, once it is there: also while the run plays already. */
function LaterDense(props: ComponentProps<NonNullable<typeof denseStage.value>>): ReactNode {
  const View = useLater(denseStage);
  return View === null ? null : createElement(View, props);
}

/** The network graph: neurons and synapses of the run that is open. */
export default function NetworkView({ id }: { readonly id: string }): ReactNode {
  const info = useLab((state) => state.info);
  const [limit, setLimit] = useState(0);
  const layered = info !== null && info.layers > 0;
  const wanted = useLab((state) => state.currents) && layered;
  const currents = useCurrents(wanted);
  const title = text(graphSpec.title);
  const field = info !== null && countRole(info.layout, 'site') > 0;
  const dense = info?.layout.shape === 'layers';
  const { able, asked: few } = info === null ? NO_FUNCTION : drawnAsFunction(info.layout);
  const wish = useLab((state) => state.maps) ?? few;
  const tiles = able && wish;
  const maps = dense && tiles;
  const drawn = info !== null && info.shape.drawn > 0;
  const one = info?.data.inputCount === 1;
  const key = field ? (
    <>
      {text(info.layout.bonds.length > 0 ? 'view.network.mass' : 'view.field.key')}{' '}
      <i className="label-symbol">w</i>
    </>
  ) : (
    <>
      {text('view.network.key')} <i className="label-symbol">w</i>
      {text('view.network.keyWidth')}|<i className="label-symbol">w</i>|
    </>
  );
  return (
    <Pane
      id={id}
      title={title}
      help={currents === null ? text(graphSpec.help) : currents.currentsHelp()}
      gloss={
        info === null
          ? text(graphSpec.needs)
          : currents !== null
            ? currents.currentsKey()
            : maps
              ? text(one ? 'view.network.glossCurves' : 'view.network.glossMaps')
              : graphGloss(info)
      }
      tools={
        field ? null : (
          <>
            {(!maps || !few || drawn) && <SampleStepper />}
            {layered && (
              <span className="pane-tools">
                {able && (
                  <Tool
                    label={text('view.maps')}
                    pressed={tiles}
                    onPress={() => useLab.getState().setMaps(!tiles)}
                  >
                    <path d="M2.5 2.5h11v11h-11zM2.5 10.5c4 0 3-5 5.5-5s2 3 5.5 3" />
                  </Tool>
                )}
                <Tool
                  label={text('view.currents')}
                  pressed={wanted}
                  onPress={() => useLab.getState().setCurrents(!wanted)}
                >
                  <path d="M2 8h7M6.5 5L10 8l-3.5 3M13 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6" />
                </Tool>
              </span>
            )}
          </>
        )
      }
    >
      {dense ? (
        <LaterDense title={title} plot={few || tiles} tiles={tiles} currents={currents}>
          {key}
        </LaterDense>
      ) : (
        <StageView
          create={currents?.createGraphWithCurrents ?? createGraphPicture}
          summary={currents?.summaryWithCurrents ?? graphSummary}
          title={title}
          thread="wire"
          onLimit={setLimit}
        >
          <ColorKey limit={limit}>{key}</ColorKey>
        </StageView>
      )}
    </Pane>
  );
}
