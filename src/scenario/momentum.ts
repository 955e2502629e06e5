/** Momentum SGD that a step of kick-drift-kick is, for the page. physics.md 4.1. */
export { heavyBallAt as momentumAt } from '../physics/observables/momentum.ts';
