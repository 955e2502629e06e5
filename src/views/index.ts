export { default as FieldView } from './field/Field.tsx';
export { default as NetworkView } from './graph/Graph.tsx';
export { canDraw } from './scene/mount.tsx';
