export { default as FieldView } from './field/Field.tsx';
export { default as NetworkView } from './graph/Graph.tsx';
