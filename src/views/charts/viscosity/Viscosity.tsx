import type { JSX } from 'react';
import type { ChartProps } from '../../../store/pictures.ts';
import { StudyChart } from '../study/StudyChart.tsx';
import { viscosityLook } from './look.ts';

/** How the field tends to gradient flow at high viscosity, and why real descent errs more. */
export default function Viscosity({ register }: ChartProps): JSX.Element {
  return <StudyChart look={viscosityLook} register={register} />;
}
