/** Pixels per inch of one pixel of CSS. */
export const CSS_DPI = 96;

/** Browsers have no larger canvas than this on any side. */
export const LONGEST_SIDE = 16_384;
