import { useState, type ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { ColorKey } from '../ColorKey.tsx';
import { Pane } from '../Pane.tsx';
import { StageView } from '../scene/Stage.tsx';
import { createFieldPicture } from './picture.ts';
import { fieldGloss, fieldSpec, fieldSummary } from './spec.ts';

/** The weights on their lattice, with the sources that the data make. */
export default function FieldView(): ReactNode {
  const info = useLab((state) => state.info);
  const [limit, setLimit] = useState(0);
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
  return (
    <Pane name="field" title={title} help={text(fieldSpec.help)} gloss={gloss}>
      <StageView create={createFieldPicture} summary={fieldSummary} title={title} onLimit={setLimit}>
        <ColorKey limit={limit}>
          {text('view.field.key')} <i className="label-symbol">w</i>
        </ColorKey>
      </StageView>
    </Pane>
  );
}
