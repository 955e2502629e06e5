import { Suspense, type JSX, type ReactNode } from 'react';
import { ErrorBoundary, type FaultPlace } from './ErrorBoundary.tsx';

interface PartProps {
  /** What is inside, for the message of a fault. */
  readonly name: string;
  /** Where a fault is told: in the whole place, among other rows, or above the page. */
  readonly place?: FaultPlace;
  /** Shown while it is on its way. */
  readonly fallback?: ReactNode;
  /** Takes the part away; offered beside a fault. */
  readonly close?: () => void;
  readonly children: ReactNode;
}

/** A part that is loaded later: on its way, standing, or at fault; whatever befalls it, the page around it lives. */
export function Part({ name, place = 'inline', fallback = null, close, children }: PartProps): JSX.Element {
  return (
    <ErrorBoundary name={name} place={place} close={close}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </ErrorBoundary>
  );
}
