/** English of the two-field theory: its limits beside the controls, and the errata that it touches. */
export const twoFieldMessages = {
  'twoField.gloss': '{sites} sites of {fields} fields',
} as const;
