/**
 * House rules that oxlint has no rule for; loaded by .oxlintrc.json for kernels and physics.
 * `**` is Math.pow in disguise: engines may differ in its last bits, and physics promises the same bits
 * everywhere.
 * @typedef {{ operator: string }} Operation
 * @typedef {{ report: (problem: { node: Operation, message: string }) => void }} Context
 */
const message = 'Engines differ in the last bits of **: multiply, or use src/kernels/elementary.ts.';

const noPowerOperator = {
  create(/** @type {Context} */ context) {
    const check = (/** @type {Operation} */ node) => {
      if (node.operator === '**' || node.operator === '**=') context.report({ node, message });
    };
    return { BinaryExpression: check, AssignmentExpression: check };
  },
};

export default { meta: { name: 'lab' }, rules: { 'no-power-operator': noPowerOperator } };
