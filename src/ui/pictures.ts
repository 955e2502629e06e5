import type { ReactNode } from 'react';
import type { ChartPicture } from '../store/pictures.ts';

/** What the instrument is built around; the app hands them in, for ui may not import views. */
export interface Pictures {
  readonly network: ReactNode;
  readonly field: ReactNode;
  /** In the place of both, and of the charts. */
  readonly universe: ReactNode;
  readonly charts: readonly ChartPicture[];
}
