/** A hand on the field. */
export const touchMessages = {
  'touch.held': '{weight} held at {value}. Enter lets go, Escape gives up.',
  'touch.most': '{weight} held at {value}, the most that a hand takes it to.',
  'touch.dropped': '{weight} let go at {value}, at step {step}.',
  'touch.cancelled': 'Given up: the field is as it was.',
  'touch.chooseFirst': 'Choose a site first: Page Down takes the next one.',
} as const;
