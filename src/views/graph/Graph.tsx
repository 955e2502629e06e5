import { useState, type ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { ColorKey } from '../ColorKey.tsx';
import { Pane } from '../Pane.tsx';
import { countRole } from '../roles.ts';
import { StageView } from '../scene/Stage.tsx';
import { createGraphPicture } from './picture.ts';
import { SampleStepper } from './SampleStepper.tsx';
import { graphGloss, graphSpec, graphSummary } from './spec.ts';

/** The network graph: neurons and synapses of the run that is open. */
export default function NetworkView({ id }: { readonly id: string }): ReactNode {
  const info = useLab((state) => state.info);
  const [limit, setLimit] = useState(0);
  const title = text(graphSpec.title);
  const field = info !== null && countRole(info.layout, 'site') > 0;
  return (
    <Pane
      id={id}
      title={title}
      help={text(graphSpec.help)}
      gloss={info === null ? text(graphSpec.needs) : graphGloss(info)}
      tools={field ? null : <SampleStepper />}
    >
      <StageView
        create={createGraphPicture}
        summary={graphSummary}
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
