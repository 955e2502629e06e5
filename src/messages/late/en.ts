import { actionMessages } from './action.en.ts';
import { chartMessages } from './charts.en.ts';
import { continuumMessages } from './continuum.en.ts';
import { dataMessages } from './data.en.ts';
import { convRingMessages } from './convRing.en.ts';
import { deepRingMessages } from './deepRing.en.ts';
import { denseMessages } from './dense.en.ts';
import { embedMessages } from './embed.en.ts';
import { errataMessages } from './errata.en.ts';
import { exportMessages } from './export.en.ts';
import { linkMessages } from './link.en.ts';
import { instrumentMessages } from './instrument.en.ts';
import { bulkMessages } from './bulk.en.ts';
import { morphMessages } from './morph.en.ts';
import { modesMessages } from './modes.en.ts';
import { secondMessages } from './second.en.ts';
import { sourceMessages } from './sources.en.ts';
import { nonlocalityMessages } from './nonlocality.en.ts';
import { landscapeMessages } from './landscape.en.ts';
import { learningMessages } from './learning.en.ts';
import { lessonMessages } from './lesson.en.ts';
import { offlineMessages } from './offline.en.ts';
import { outputMessages } from './outputs.en.ts';
import { studyMessages } from './studies.en.ts';
import { sweepMessages } from './sweep.en.ts';
import { talkMessages } from './talk.en.ts';
import { touchMessages } from './touch.en.ts';
import { twoFieldMessages } from './twoField.en.ts';
import { uiMessages } from './ui.en.ts';
import { universeMessages } from './universe.en.ts';
import { verifyMessages } from './verify.en.ts';
import { wideMessages } from './wide.en.ts';

/** English that only parts loaded after the first paint show; each such part imports ../late.ts. */
export const lateEnglish = {
  ...actionMessages,
  ...chartMessages,
  ...continuumMessages,
  ...dataMessages,
  ...convRingMessages,
  ...deepRingMessages,
  ...denseMessages,
  ...embedMessages,
  ...linkMessages,
  ...errataMessages,
  ...exportMessages,
  ...instrumentMessages,
  ...bulkMessages,
  ...modesMessages,
  ...morphMessages,
  ...secondMessages,
  ...sourceMessages,
  ...nonlocalityMessages,
  ...landscapeMessages,
  ...learningMessages,
  ...lessonMessages,
  ...offlineMessages,
  ...outputMessages,
  ...studyMessages,
  ...sweepMessages,
  ...talkMessages,
  ...touchMessages,
  ...twoFieldMessages,
  ...uiMessages,
  ...universeMessages,
  ...verifyMessages,
  ...wideMessages,
} as const;
