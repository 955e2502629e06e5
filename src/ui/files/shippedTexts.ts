/**
 * The texts of all files that stand beside the page (scenarios, lessons, talks, tables, small pictures), by their
 * address: one request where there would be a hundred. Vite puts them in this module's place (`shippedTexts` in
 * vite.config.ts); nothing loads it before the first picture stands.
 */
export const shippedTexts: Readonly<Record<string, string>> = {};
