import type { ReactNode } from 'react';

/** What the instrument is built around; the app hands them in, for ui may not import views. */
export interface Pictures {
  readonly network: ReactNode;
  readonly field: ReactNode;
  readonly chart: ReactNode;
}
