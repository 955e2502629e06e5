import type { JSX } from 'react';
import { text } from '../messages/index.ts';
import type { StagePicture } from '../store/pictures.ts';
import { Part } from './parts/Part.tsx';

/** A large picture, on its way, standing, or at fault: a fault in one leaves the others standing. */
export function PictureView({ picture }: { readonly picture: StagePicture }): JSX.Element {
  const { id, name, View } = picture;
  return (
    <Part
      key={id}
      name={text(name)}
      place="pane"
      fallback={<p className="loading">{text('pane.loading')}</p>}
    >
      <View id={id} />
    </Part>
  );
}
