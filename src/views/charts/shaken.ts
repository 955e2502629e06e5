import type { TrackInfo } from '../../engine/protocol.ts';
import { partOf } from '../../scenario/sections.ts';

/** Whether dynamics have a heat bath. */
export const hasBath = (dynamics: string): boolean => partOf('dynamics', dynamics).noise !== undefined;

/** Noise shakes it: a bath's, or that of samples that change from step to step. */
export const isShaken = ({ dynamics, drawn }: TrackInfo): boolean => drawn || hasBath(dynamics);
