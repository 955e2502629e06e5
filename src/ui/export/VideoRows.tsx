import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { ChoiceRow } from '../controls/ChoiceRow.tsx';
import type { VideoSteps } from './frames.ts';
import { NumberRow } from './NumberRow.tsx';
import type { VideoFormat } from './sinks.ts';

const MOST_STEPS = 10_000_000;

interface VideoRowsProps {
  readonly video: VideoSteps;
  readonly setVideo: (video: VideoSteps) => void;
  readonly container: VideoFormat;
  readonly setContainer: (container: VideoFormat) => void;
}

/** Which steps a video shows, how fast, and as what. */
export function VideoRows({ video, setVideo, container, setContainer }: VideoRowsProps): JSX.Element {
  return (
    <>
      <ChoiceRow
        label={text('export.container')}
        value={container}
        options={(['webm', 'png'] as const).map((value) => ({
          value,
          label: text(`export.container.${value}`),
        }))}
        restarts={false}
        onChoose={(next) => setContainer(next as VideoFormat)}
      />
      {(
        [
          ['from', 'export.from', 0, MOST_STEPS],
          ['to', 'export.to', 0, MOST_STEPS],
          ['stride', 'export.everySteps', 1, MOST_STEPS],
          ['fps', 'export.fps', 1, 120],
        ] as const
      ).map(([key, label, least, most]) => (
        <NumberRow
          key={key}
          label={text(label)}
          value={video[key]}
          least={least}
          most={most}
          onChange={(value) => setVideo({ ...video, [key]: value })}
        />
      ))}
    </>
  );
}
