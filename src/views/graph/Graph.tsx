import { useEffect, useState, type ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { Later } from '../../store/later.ts';
import { ColorKey } from '../ColorKey.tsx';
import { Pane } from '../Pane.tsx';
import { countRole } from '../roles.ts';
import { StageView } from '../scene/Stage.tsx';
import { Tool } from '../Tool.tsx';
import { createGraphPicture } from './picture.ts';
import { SampleStepper } from './SampleStepper.tsx';
import { graphGloss, graphSpec, graphSummary } from './spec.ts';

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

/** The network graph: neurons and synapses of the run that is open. */
export default function NetworkView({ id }: { readonly id: string }): ReactNode {
  const info = useLab((state) => state.info);
  const [limit, setLimit] = useState(0);
  const layered = info !== null && info.layers > 0;
  const wanted = useLab((state) => state.currents) && layered;
  const currents = useCurrents(wanted);
  const title = text(graphSpec.title);
  const field = info !== null && countRole(info.layout, 'site') > 0;
  return (
    <Pane
      id={id}
      title={title}
      help={currents === null ? text(graphSpec.help) : currents.currentsHelp()}
      gloss={
        info === null ? text(graphSpec.needs) : currents === null ? graphGloss(info) : currents.currentsKey()
      }
      tools={
        field ? null : (
          <>
            <SampleStepper />
            {layered && (
              <span className="pane-tools">
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
      <StageView
        create={currents?.createGraphWithCurrents ?? createGraphPicture}
        summary={currents?.summaryWithCurrents ?? graphSummary}
        title={title}
        thread="wire"
        onLimit={setLimit}
      >
        <ColorKey limit={limit}>
          {field ? (
            <>
              {text(info.layout.bonds.length > 0 ? 'view.network.mass' : 'view.field.key')}{' '}
              <i className="label-symbol">w</i>
            </>
          ) : (
            <>
              {text('view.network.key')} <i className="label-symbol">w</i>
              {text('view.network.keyWidth')}|<i className="label-symbol">w</i>|
            </>
          )}
        </ColorKey>
      </StageView>
    </Pane>
  );
}
