import type { JSX } from 'react';
import type { ChartProps } from '../../../store/pictures.ts';
import { StudyChart } from '../study/StudyChart.tsx';
import { spacingLook } from './look.ts';

/** Whether a network tends to its continuum theory as its lattice becomes finer. */
export default function Spacing({ register }: ChartProps): JSX.Element {
  return <StudyChart look={spacingLook} register={register} />;
}
